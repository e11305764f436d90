"""Markdown becomes blocks that know their looks, their marks and their source lines."""

from companion.domain.content import Link
from companion.text.blocks import SPOKEN, Block, Look, Marks
from companion.text.markdown import blocks, pieces


def read(text: str, home: str = "pages", marks: Marks | None = None) -> list[Block]:
    return list(blocks(text, home, marks))


def words(block: Block) -> str:
    return "".join(run.text for run in block.runs)


def test_a_block_knows_the_source_line_it_begins_on() -> None:
    assert [block.line for block in read("# One\n\ntwo\ntwo still\n\n- four\n- five\n")] == [0, 2, 5, 6]


def test_headings_emphasis_strong_and_code_have_looks() -> None:
    (heading, paragraph) = read("## A *b*\n\nplain *thin **both*** **strong** `code`\n")
    assert all(Look.HEADING in run.look for run in heading.runs)
    looks = {run.text: run.look for run in paragraph.runs}
    assert looks["plain "] == Look.PLAIN
    assert looks["thin "] == Look.EMPHASIS
    assert looks["both"] == Look.EMPHASIS | Look.STRONG
    assert looks["strong"] == Look.STRONG
    assert looks["code"] == Look.CODE


def test_list_items_have_bullets_or_their_numbers_and_hang() -> None:
    found = [(block.first, block.rest, words(block)) for block in read("3. a\n   - in\n4. b\n\ntext\n\n- c\n")]
    assert found == [
        ("3. ", "   ", "a"),
        ("   • ", "     ", "in"),
        ("4. ", "   ", "b"),
        ("", "", "text"),
        ("• ", "  ", "c"),
    ]


def test_rows_of_a_list_follow_each_other_and_a_paragraph_keeps_its_distance() -> None:
    assert [block.gap for block in read("one\n\n- a\n- b\n\ntwo\n")] == ["", "", None, ""]


def test_text_follows_its_heading_and_not_its_title() -> None:
    assert [block.gap for block in read("# Title\n\nlead\n\n## Part\n\ntext\n")] == ["", "", "", None]


def test_the_bar_of_a_quote_goes_on_between_its_paragraphs_and_not_between_two_quotes() -> None:
    one, two, other = read("> a\n>\n> b\n\n> c\n")[:3]
    assert (one.first, two.gap, two.first) == ("│ ", "│", "│ ")
    assert read("> a\n\ntext\n\n> c\n")[2].gap == ""
    assert other.line == 4


def test_code_keeps_its_blanks_line_by_line() -> None:
    first, second = read("```\na   b\n  c\n```\n")
    assert (words(first), words(second), second.verbatim, second.gap) == ("a   b", "  c", True, None)


def test_a_link_inside_the_library_leads_somewhere_and_one_outside_shows_its_address() -> None:
    (block,) = read("[Safe](safety-first.md) and [a site](https://example.org/x) and <https://example.org>\n")
    assert [run.way.link for run in block.runs if run.way] == [Link("pages", "safety-first")]
    assert words(block) == "Safe and a site (https://example.org/x) and https://example.org"


def test_html_is_shown_as_it_was_typed_and_steering_characters_are_not() -> None:
    (block,) = read("<b>x</b> &#27;[31m \x1b]0;t\x07 [/b] [red] $x\n")
    assert words(block).startswith("<b>x</b>")
    assert words(block).endswith("[/b] [red] $x")
    assert words(block).isprintable()


def test_a_line_break_that_the_author_wants_is_kept() -> None:
    (block,) = read("one  \ntwo\nthree\n")
    assert words(block) == "one\ntwo three"


def test_spoken_marks_leave_out_bars_and_rules() -> None:
    found = read("> a\n\n---\n\n- b\n", marks=SPOKEN)
    assert [(block.first, words(block)) for block in found] == [("", "a"), ("- ", "b")]


def test_a_long_text_is_cut_where_paragraphs_begin_and_means_the_same() -> None:
    part = "## Head\n\nwords " + "and words " * 150 + "\n\n- one\n\n  more\n- two\n\n> said\n\n```\n\ncode\n```\n\n"
    text = part * 8
    cut = list(pieces(text))
    assert len(cut) > 3
    assert "\n".join(piece for _, piece in cut) == text
    lines = text.split("\n")
    for start, piece in cut[1:]:
        assert lines[start] == piece.split("\n")[0] != ""
    whole = read(text)
    alone = read(part)
    assert [words(block) for block in whole] == [words(block) for block in alone] * 8
    assert [block.line for block in whole[len(alone) :][: len(alone)]] == [
        block.line + part.count("\n") for block in alone
    ]
