"""Breaking plain text into lines by the cells that a terminal draws."""

from rich.cells import cell_len, chop_cells

from companion.text.breaks import parts


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text of words, none wider than `width` cells; there is always room for one."""
    width = max(1, width)
    lines: list[str] = []
    line = ""
    for word in text.split():
        blank = " "
        for part in parts(word):
            for piece in [part] if cell_len(part) <= width else chop_cells(part, width):
                if not line:
                    line = piece
                elif cell_len(line) + len(blank) + cell_len(piece) <= width:
                    line = f"{line}{blank}{piece}"
                else:
                    lines.append(line)
                    line = piece
                blank = ""
    return [*lines, line] if line else lines
