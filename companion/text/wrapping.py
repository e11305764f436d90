"""Breaking plain text into lines by the cells that a terminal draws."""

from rich.cells import cell_len, chop_cells


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text of words, none wider than `width` cells."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        pieces = [word] if cell_len(word) <= width else chop_cells(word, width)
        for piece in pieces:
            if not line:
                line = piece
            elif cell_len(line) + 1 + cell_len(piece) <= width:
                line = f"{line} {piece}"
            else:
                lines.append(line)
                line = piece
    return [*lines, line] if line else lines
