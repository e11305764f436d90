"""Making a person's own words safe to draw: one line, no control characters."""


def one_line(text: str) -> str:
    """Return the words on one line, without characters that would steer the terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
