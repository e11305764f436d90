"""Log: what happened, a line at a time."""
