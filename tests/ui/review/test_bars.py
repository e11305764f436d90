"""Bars: a name that has no room ends in an ellipsis, and what is counted stands in one column."""

from companion.domain.review.section import Counted
from companion.ui.review.bars import draw_bars
from companion.ui.review.drawing import Drawing


def test_a_name_without_room_is_cut_with_an_ellipsis() -> None:
    names = "I was not heard and They came with advice", "Hurt and Tired"
    drawing = Drawing(76)
    draw_bars(drawing, [Counted(name, 9, f"{name}: 9 entries", ()) for name in names])
    long, short = ["".join(text for text, _ in line) for line in drawing.lines]
    assert long.startswith("  I was not heard and They came wit…  ")
    assert long.index(" 9") == short.index(" 9")
    assert "…" not in short
    assert drawing.spots[0].said.startswith(names[0])
