"""Looking a data folder over without changing it: one file for each group of checks."""
