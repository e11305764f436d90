"""Stretches of a text are read out and painted by its words, at any width."""

import pytest

from companion.text.blocks import Look, Run
from companion.text.flow import Flow
from companion.text.spans import Paint, Span, Spot, painted, words_of

TABLE = """\
| pause | b |
|--|--:|
| take a long pause | 1 |
| [よりそい](a.md) | a **pau**se |

- [x] done[^1]

[^1]: a note
"""
TEXT = "# A Pause\n\nA pause isn’t a **pau**se of love.\n\n- take  a\n  pause · よりそい pause\n"


def flow(width: int, text: str = TEXT) -> Flow:
    made = Flow(text, "")
    made.fit(width)
    made.lay()
    return made


def test_a_stretch_over_several_blocks_has_a_line_for_each() -> None:
    blocks = flow(40).blocks
    assert words_of(Span(Spot(0, 2), Spot(1, 7)), blocks) == "Pause\nA pause"


@pytest.mark.parametrize("text", [TEXT, TABLE])
@pytest.mark.parametrize("width", [8, 13, 20, 24, 72])
def test_every_line_knows_which_words_it_shows(width: int, text: str) -> None:
    made = flow(width, text)
    for number, line in enumerate(made.lines):
        words = made.blocks[made.block_at(number)].words
        for run in line.runs:
            assert run.at < 0 or words[run.at :].startswith(run.text)


@pytest.mark.parametrize("text", [TEXT, TABLE])
@pytest.mark.parametrize("width", [8, 13, 20, 24, 72])
def test_a_spot_is_drawn_where_it_is_clicked(width: int, text: str) -> None:
    made = flow(width, text)
    for number, block in enumerate(made.blocks):
        for at, sign in enumerate(block.words):
            line, cell = made.lay_spot(Spot(number, at))
            if sign.strip():
                assert made.spot_at(line, cell) == Spot(number, at)


def test_runs_are_cut_where_a_look_begins_and_ends() -> None:
    runs = (Run("• "), Run("one two", Look.STRONG, at=0))
    paints = [Paint(Span(Spot(3, 4), Spot(4, 1)), Look.FOUND)]
    assert list(painted(runs, 3, paints)) == [
        Run("• "), Run("one ", Look.STRONG, at=0), Run("two", Look.STRONG | Look.FOUND, at=4),
    ]  # fmt: skip
    assert list(painted(runs, 5, paints)) == list(runs)
