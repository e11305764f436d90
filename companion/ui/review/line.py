"""A line to draw: pieces of text, each with the name of its look."""

from collections.abc import Iterable

from rich.cells import cell_len

from companion.ui.wrapping import wrap

Piece = tuple[str, str]
"""Text, and one of `LOOKS`."""

Line = list[Piece]

LOOKS = ("text", "quiet", "heading", "hard", "good")
"""Each is a component class `review--…` of the page."""

MOOD_LOOKS = {"hard": "hard", "good": "good", "mixed": "text", "plain": "quiet"}
"""The look of a day's or a kind's mood."""


def sentence(text: str, width: int, look: str = "text") -> list[Line]:
    """Return a sentence's lines."""
    return [[(line, look)] for line in wrap(text, width)]


def heading(text: str, tail: str, width: int) -> Line:
    """Return a heading with something quiet at the right edge, if there is room for it."""
    gap = width - cell_len(text) - cell_len(tail)
    return [(text, "heading"), (" " * gap + tail, "quiet")] if gap > 1 else [(text, "heading")]


def flow(items: Iterable[Line], width: int, gap: str = "   ") -> list[Line]:
    """Set the items side by side, beginning a new line where the next one does not fit."""
    lines: list[Line] = []
    for item in items:
        if lines and cells(lines[-1]) + len(gap) + cells(item) <= width:
            lines[-1] = [*lines[-1], (gap, "text"), *item]
        else:
            lines.append(list(item))
    return lines


def cells(line: Line) -> int:
    """Return how many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)
