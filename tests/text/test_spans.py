"""Stretches of a text are found, read out and painted by its words, at any width."""

import pytest

from companion.text.blocks import Look, Run
from companion.text.flow import Flow
from companion.text.spans import Paint, Span, Spot, find, painted, words_of

TEXT = "# A Pause\n\nA pause isn’t a **pau**se of love.\n\n- take  a\n  pause · よりそい pause\n"


def flow(width: int, text: str = TEXT) -> Flow:
    made = Flow(text, "")
    made.fit(width)
    made.lay()
    return made


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pause", ["Pause", "pause", "pause", "pause", "pause"]),
        ("isn't A", ["isn’t a"]),
        ("a pause", ["A Pause", "A pause", "a pause", "a pause"]),
        ("take a pause", ["take a pause"]),
        ("よりそい", ["よりそい"]),
        (".*", []),
        ("  ", []),
    ],
)
def test_words_are_found_whatever_their_looks_capitals_quotes_and_lines(words: str, found: list[str]) -> None:
    blocks = flow(12).blocks
    assert [words_of(span, blocks) for span in find(words, blocks)] == found


def test_a_stretch_over_several_blocks_has_a_line_for_each() -> None:
    blocks = flow(40).blocks
    assert words_of(Span(Spot(0, 2), Spot(1, 7)), blocks) == "Pause\nA pause"


@pytest.mark.parametrize("width", [8, 13, 20, 72])
def test_every_line_knows_which_words_it_shows(width: int) -> None:
    made = flow(width)
    for number, line in enumerate(made.lines):
        words = made.blocks[made.block_at(number)].words
        for run in line.runs:
            assert run.at < 0 or words[run.at :].startswith(run.text)


@pytest.mark.parametrize("width", [8, 13, 20, 72])
def test_a_spot_is_drawn_where_it_is_clicked(width: int) -> None:
    made = flow(width)
    for number, block in enumerate(made.blocks):
        for at, sign in enumerate(block.words):
            line, cell = made.lay_spot(Spot(number, at))
            if sign != " ":
                assert made.spot_at(line, cell) == Spot(number, at)


def test_runs_are_cut_where_a_look_begins_and_ends() -> None:
    runs = (Run("• "), Run("one two", Look.STRONG, at=0))
    paints = [Paint(Span(Spot(3, 4), Spot(4, 1)), Look.FOUND)]
    assert list(painted(runs, 3, paints)) == [
        Run("• "), Run("one ", Look.STRONG, at=0), Run("two", Look.STRONG | Look.FOUND, at=4),
    ]  # fmt: skip
    assert list(painted(runs, 5, paints)) == list(runs)
