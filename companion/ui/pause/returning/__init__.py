"""The steps after coming back, one screen each."""
