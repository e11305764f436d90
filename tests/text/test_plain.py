"""Whatever is typed is drawn as it was typed, and steers neither the terminal nor Markdown."""

from hypothesis import given
from hypothesis import strategies as st

from companion.text.markdown import blocks
from companion.text.plain import drawable, escaped, one_line
from tests.conftest import HOSTILE


def test_lines_are_kept_or_joined_and_control_characters_go() -> None:
    assert drawable("one\n\x1b[31mtwo\ttabs") == "one\n [31mtwo tabs"
    assert one_line("one\n\x1b[31mtwo\t tabs ") == "one [31mtwo tabs"


@given(st.text())
def test_nothing_that_can_be_typed_steers_the_terminal(text: str) -> None:
    assert one_line(text).isprintable()
    assert drawable(text).replace("\n", "").isprintable()


def test_markdown_shows_escaped_words_as_they_are() -> None:
    words = f"*not bold* _nor this_ [nor](a.md) `this` <b> #1 &amp; {one_line(HOSTILE)}"
    (block,) = blocks(escaped(words))
    assert "".join(run.text for run in block.runs) == words
    assert not any(run.look or run.way for run in block.runs)
