"""Now: what is happening, and one thing to do, say and read."""
