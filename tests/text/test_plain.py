"""Whatever is typed is drawn as it was typed, and steers neither the terminal nor Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from companion.text.markdown import blocks
from companion.text.plain import JOINERS, drawable, escaped, measurable, one_line
from tests.conftest import HOSTILE


def test_lines_are_kept_or_joined_and_control_characters_go() -> None:
    assert drawable("one\n\x1b[31mtwo\ttabs") == "one\n [31mtwo tabs"
    assert one_line("one\n\x1b[31mtwo\t tabs ") == "one [31mtwo tabs"


@given(st.text())
def test_nothing_that_can_be_typed_steers_the_terminal(text: str) -> None:
    assert set(one_line(text)) - JOINERS <= set(filter(str.isprintable, text)) | {" "}
    assert set(drawable(text)) - JOINERS <= set(filter(str.isprintable, text)) | {" ", "\n"}


FAMILY = "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
HEART = "\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}\u200d\N{FIRE}"
PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
SINHALA = "\u0dc1\u0dca\u200d\u0dbb\u0dd3"


@pytest.mark.parametrize("words", [FAMILY, HEART, PERSIAN, SINHALA])
def test_joiners_stay_between_letters_and_emoji(words: str) -> None:
    assert drawable(f"a\n{words}\x1b") == f"a\n{words} "
    assert one_line(words) == words


@pytest.mark.parametrize("odd", ["\u200d", "\u200da", "a\u200d", "a\u200d\u200db", "1\u200c2", "\u202ea"])
def test_joiners_that_join_nothing_go_with_what_steers(odd: str) -> None:
    assert one_line(f"x {odd} y").isprintable()


@pytest.mark.parametrize(("words", "cells"), [(FAMILY, 2), (HEART, 2), (PERSIAN, 7), (SINHALA, 2), ("a\u200db", 2)])
def test_what_is_drawn_takes_the_cells_that_are_counted(words: str, cells: int) -> None:
    assert cell_len(measurable(words)) == cells


def test_markdown_shows_escaped_words_as_they_are() -> None:
    words = f"*not bold* _nor this_ [nor](a.md) `this` <b> #1 &amp; {one_line(HOSTILE)}"
    (block,) = blocks(escaped(words))
    assert "".join(run.text for run in block.runs) == words
    assert not any(run.look or run.way for run in block.runs)
