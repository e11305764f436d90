"""Every example of the specifications is shown with all its words, at any width and however it is read."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len

from companion.text.blocks import SPOKEN, Block
from companion.text.inlines import cleaned_line
from companion.text.layout import Line, lay_out
from companion.text.markdown import blocks

_SPEC = Path(__file__).parent / "spec"
COMMONMARK, GFM = (
    json.loads((_SPEC / name).read_text("utf-8")) for name in ("commonmark-0.31.2.json", "gfm-0.29.json")
)
EXAMPLES = [*COMMONMARK, *GFM]


class Visible(HTMLParser):
    """What a browser shows of a page, a string for each of its texts and pictures."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value for name, value in attrs if name == "alt" and value]


def bare(text: str) -> str:
    """Return the signs of a text that leave a mark on the screen."""
    return "".join(cleaned_line(text.replace("\n", " ")).split())


def shown(lines: Iterator[Line]) -> str:
    """Return the author's words in lines, without blanks."""
    return bare("".join(run.text for line in lines for run in line.runs if run.at >= 0))


def missing(page: str, drawn: str, *, in_order: bool = True) -> list[str]:
    """Return the texts of a page that are not drawn, or not in their order."""
    at, lost = 0, []
    for text in map(bare, Visible(page).texts):
        found = drawn.find(text, at)
        if found < 0:
            lost.append(text)
        elif in_order:
            at = found + len(text)
    return lost


def drawn_lines(found: list[Block], width: int) -> list[Line]:
    return [line for block in found for line in lay_out(block, width)]


def named(example: dict[str, object]) -> str:
    return f"{example['section']} {example['example']}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_every_example_is_shown_with_all_its_words(example: dict[str, str]) -> None:
    found = list(blocks(example["markdown"]))
    for width in (20, 40, 72):
        lines = drawn_lines(found, width)
        assert missing(example["html"], shown(iter(lines))) == []
        assert max((cell_len(line.text) for line in lines), default=0) <= width
        assert [line.source for line in lines] == sorted(line.source for line in lines)
    spoken = drawn_lines(list(blocks(example["markdown"], marks=SPOKEN)), 72)
    words = bare("".join(line.text for line in spoken))
    is_table = "<table>" in example["html"]  # its heads are said with each cell
    assert missing(example["html"], words, in_order=not is_table) == []
