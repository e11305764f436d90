"""Review: looking back over the log."""
