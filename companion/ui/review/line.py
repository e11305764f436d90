"""A line to draw: pieces of text, each with the name of its look."""

from collections.abc import Iterable

from rich.cells import cell_len

from companion.text.wrapping import wrap

Piece = tuple[str, str]
"""Text, and one of `LOOKS`."""

Line = list[Piece]

LOOKS = ("text", "quiet", "heading", "hard", "good")
"""Each is a component class `review--…` of the page."""

MOOD_LOOKS = {"hard": "hard", "good": "good", "mixed": "text", "plain": "quiet"}
"""The look of a day's or a kind's mood."""

_GAP = "   "


def sentence(text: str, width: int, look: str = "text") -> list[Line]:
    """Return a sentence's lines."""
    return [[(line, look)] for line in wrap(text, width)]


def flow(items: Iterable[Line], width: int) -> list[Line]:
    """Set the items side by side, beginning a new line where the next one does not fit."""
    lines: list[Line] = []
    for item in items:
        if lines and cells(lines[-1]) + len(_GAP) + cells(item) <= width:
            lines[-1] = [*lines[-1], (_GAP, "text"), *item]
        else:
            lines.append(list(item))
    return lines


def cells(line: Line) -> int:
    """Return how many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)
