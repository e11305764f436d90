"""What one sees: the only layer that knows Textual."""
