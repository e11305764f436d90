"""Traces: no word of a person's is left in a place where nobody would look for it."""
