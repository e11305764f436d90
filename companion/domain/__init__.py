"""Values and pure functions: what Companion knows without a screen or a disk."""
