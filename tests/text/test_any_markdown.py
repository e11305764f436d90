"""Whatever stands in a text, in whatever order and script: it fits, nothing is lost, and each run knows its words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from companion.text import parsing
from companion.text.blocks import Block, Run
from companion.text.flow import Flow
from companion.text.inlines import cleaned_line
from companion.text.layout import lay_out
from companion.text.markdown import blocks
from companion.text.spans import Spot
from tests.text.test_commonmark import EXAMPLES

SCRIPTS = [
    "plain words",
    "よりそいホットライン、「二十四時間」いつでも。",
    "家庭暴力受害者可以拨打热线",
    "שלום עולם",
    "مرحبا بالعالم",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}" * 5,
    "\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}\u200d\N{FIRE}",
    "e\u0301" * 30,
    "a\u0323\u0302\u0301",
    "\u202eturned\u202c",
    "won\u00adder",
    "ไม่มีช่องว่าง",
    "\N{REGIONAL INDICATOR SYMBOL LETTER F}\N{REGIONAL INDICATOR SYMBOL LETTER R}" * 6,
    "w" * 100,
    "a\tb",
]
SHAPES = [
    "# {0}\n", "### {0} *{1}*\n", "{0}\n====\n", "{0} **{1}** `{0}`\n", "~~{0}~~ and __{1}__  \n{0}\n",
    "- {0}\n- {1}\n\n  {0}\n  1. {1}\n", "10. {0}\n11. {1}\n", "- [ ] {0}\n- [x] {1}\n", "> {0}\n> > {1}\n>\n> {0}\n",
    "| {0} | b |\n|:--|--:|\n| {1} | x |\n| [{0}](a.md) | **{1}** |\n",
    "```\n  {0}\n\n{1}\n```\n", "    {0}\n     {1}\n",
    "---\n", "[{0}](a.md) <https://example.org/{1}> ![{0}](b.png)\n", "{0}[^{2}] and[^{2}]\n",
    "[^{2}]: {1}\n\n    - {0}\n",
    "{0}\n: {1}\n: {0}\n\n  {1}\n", "{0}\n\n: {1}\n", "<div>{0}\n\n{1}</div>\n", "<!-- {0}\n\n{1} -->\n",
    "[{2}] and [{0}][{2}]\n",
    "[{2}]: /pages/{2}\n", "- - - > {0}\n", "&amp; &#27; &shy; \\* {0}\n", "***\n{0}\n", "~~~\n{0}\n", "\n", "\n\n",
    "* {0}\n\n* {1}\n", "{0} |\n--|\n{1}\n", "| no | table |\n{0}\n",
]  # fmt: skip

words = st.sampled_from(SCRIPTS) | st.text(st.characters(codec="utf-8"), max_size=12)
shapes = st.builds(
    lambda shape, one, two, name: shape.format(one, two, name),
    st.sampled_from(SHAPES), words, words, st.sampled_from("abc"),
)  # fmt: skip
texts = st.lists(shapes | st.sampled_from([each["markdown"] for each in EXAMPLES]), max_size=12).map("\n".join)


def shape(block: Block) -> object:
    """Return a block as it compares to another: links and tables by what they hold."""
    way = [(run.text, run.look, run.way and (run.way.link, run.way.address, run.way.source)) for run in block.runs]
    table = block.table and (block.table.heads, block.table.aligns, block.table.widths, block.table.longest)
    return replace(block, runs=(), table=None), way, table


def read_by(text: str, size: int) -> list[object]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parsing, "_PIECE", size)
        return [shape(block) for block in blocks(text, "pages")]


def inked(text: str) -> str:
    return "".join(cleaned_line(text.replace("\n", " ")).split())


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(1, 60))
@example("".join(each["markdown"] + "\n" for each in EXAMPLES), 1)
@example("".join(each["markdown"] + "\n" for each in EXAMPLES), 700)
def test_a_text_means_the_same_read_at_once_and_a_piece_at_a_time(text: str, size: int) -> None:
    assert read_by(text, size) == read_by(text, len(text) + 1)


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(2, 80))
def test_no_line_is_wider_than_the_screen_and_no_word_is_lost(text: str, width: int) -> None:
    for block in blocks(text, "pages"):
        lines = list(lay_out(block, width))
        assert all(sum(cell_len(run.text) for run in line.runs) <= width for line in lines)
        runs = sorted((run for line in lines for run in line.runs if run.at >= 0), key=lambda run: run.at)
        assert inked("".join(run.text for run in runs)) == inked(block.words)


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(4, 80))
def test_every_run_knows_its_words_and_every_spot_is_drawn_where_it_is_clicked(text: str, width: int) -> None:
    flow = Flow(text, "pages")
    flow.fit(width)
    flow.lay()
    for number, line in enumerate(flow.lines):
        for run in line.runs:
            assert run.at < 0 or flow.blocks[flow.block_at(number)].words.startswith(run.text, run.at)
    for block, at, run in starts(flow):
        spot = Spot(block, at)
        assert flow.spot_at(*flow.lay_spot(spot)) == spot or not cell_len(run.text[:1])


def starts(flow: Flow) -> Iterator[tuple[int, int, Run]]:
    """Yield each run that shows words, with its block and where it begins."""
    for number, line in enumerate(flow.lines):
        yield from ((flow.block_at(number), run.at, run) for run in line.runs if run.at >= 0 and run.text.strip())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(SCRIPTS), min_size=1, max_size=4).map("".join), st.integers(2, 30))
def test_no_sign_is_cut_from_what_is_drawn_on_it(words: str, width: int) -> None:
    for block in blocks(words):
        for line in list(lay_out(block, width))[1:]:
            assert line.text[0] not in "\u0301\u0302\u0323\u200d\u200c\N{VARIATION SELECTOR-16}"
            assert not set(line.text) & set("\u202e\u202c\u00ad\t")
