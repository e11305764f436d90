"""Help and safety, one key from anywhere."""
