"""Finding words in all there is to read and all that was written: an index in memory, never on the disk."""
