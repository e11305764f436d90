"""Markdown becomes blocks that know their looks, their marks and their source lines."""

import pytest

from companion.domain.content import Link
from companion.text.blocks import SPOKEN, Block, Look, Marks
from companion.text.markdown import blocks
from companion.text.parsing import Parsing


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
    assert [run.way.link for run in block.runs if run.way and run.way.link] == [Link("pages", "safety-first")]
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
    assert len(list(Parsing(text))) > 3
    whole = read(text)
    alone = read(part)
    assert [words(block) for block in whole] == [words(block) for block in alone] * 8
    assert [block.line for block in whole[len(alone) :][: len(alone)]] == [
        block.line + part.count("\n") for block in alone
    ]


def test_a_link_may_be_defined_anywhere_below() -> None:
    text = "See [Safe][s], [ ] and [s].\n\n" + "words " * 3000 + "\n\n> [s]: safety-first.md\n"
    first = next(blocks(text, "pages"))
    assert [run.way.link for run in first.runs if run.way] == [Link("pages", "safety-first")] * 2


def test_what_looks_like_a_definition_in_code_is_none() -> None:
    first = read("See [s].\n\n" + "words " * 3000 + "\n\n```\n[s]: safety-first.md\n```\n")[0]
    assert words(first) == "See [s]." and not any(run.way for run in first.runs)


def test_struck_words_pictures_and_addresses() -> None:
    (block,) = read("~~no~~ ![a *cat*](c.png) ![](c.png) <me@example.org> [](https://example.org)\n")
    assert [run.text for run in block.runs if Look.STRUCK in run.look] == ["no"]
    assert words(block) == "no [image: a cat] [image] me@example.org https://example.org"


def test_levels_of_headings_are_told_apart_by_looks_alone() -> None:
    looks = [block.runs[0].look & ~Look.HEADING for block in read("# a\n## b\n### c\n#### d\n")]
    assert len(set(looks)) == 4


def test_tasks_have_a_box_for_their_bullet() -> None:
    text = "- [ ] one\n- [x] two\n- [x]\n1. [X] three\n\n[ ] none\n"
    assert [(each.first, words(each)) for each in read(text)] == [
        ("☐ ", "one"), ("☑ ", "two"), ("• ", "[x]"), ("1. ☑ ", "three"), ("", "[ ] none"),
    ]  # fmt: skip
    assert [each.first for each in read(text, marks=SPOKEN)] == ["- [ ] ", "- [x] ", "- ", "1. [x] ", ""]


def test_an_item_without_words_keeps_its_number() -> None:
    assert [(each.first, words(each)) for each in read("1. a\n2.\n3. c\n")] == [("1. ", "a"), ("2. ", ""), ("3. ", "c")]


def test_terms_stand_out_and_what_they_mean_is_set_in() -> None:
    found = read(
        "Term *one*\n: its meaning\n  goes on\n: another\n\n  with more\n\nTwo\n\n: loose\n\nno\nterm\n: here\n"
    )
    assert [(each.first, words(each), each.gap) for each in found] == [
        ("", "Term one", ""), ("  ", "its meaning goes on", None), ("  ", "another", None), ("  ", "with more", ""),
        ("", "Two", ""), ("  ", "loose", ""), ("", "no term : here", ""),
    ]  # fmt: skip
    assert found[0].runs[0].look == Look.STRONG and found[1].runs[0].look == Look.PLAIN


def test_notes_are_numbered_as_they_are_met_and_told_at_the_end_with_ways_there_and_back() -> None:
    text = "One[^b] and[^a] again[^b], not[^c].\n\n[^a]: A, as in[^b].\n[^b]: B.\n\n    More.\n\n[^x]: unmet\n\nLast.\n"
    found = read(text)
    assert [(each.first, words(each)) for each in found] == [
        ("", "One[1] and[2] again[1], not[^c]."), ("", "Last."), ("", "· · ·"),
        ("1. ", "B."), ("   ", "More. ↩"), ("2. ", "A, as in[1]. ↩"), ("3. ", "unmet"),
    ]  # fmt: skip
    there = [run.way.source for run in found[0].runs if run.way]
    assert there == [found[3].line, found[5].line, found[3].line]
    (back,) = (run.way.source for run in found[4].runs if run.way)
    assert back == found[0].line
    assert [block.line for block in found] == sorted(block.line for block in found)


def test_html_keeps_its_lines() -> None:
    (block,) = read("<table>\n<tr><td>*x*</td></tr>\n</table>\n")
    assert words(block) == "<table>\n<tr><td>*x*</td></tr>\n</table>"


@pytest.mark.parametrize("deep", ["> " * 300, "- " * 300])
def test_what_lies_too_deep_is_shown_as_it_was_typed(deep: str) -> None:
    assert "".join(map(words, read(f"{deep}end\n\nafter\n"))).endswith("endafter")


def test_chinese_and_japanese_go_on_without_a_blank_where_a_line_was_begun() -> None:
    assert words(read("二十四時間\n**いつでも**\nand\nmore\n")[0]) == "二十四時間いつでも and more"


def test_what_steers_letters_goes_and_what_joins_them_stays() -> None:
    family = "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
    assert words(read(f"\u202ewon\u00adder\u200f {family} &#8238;x\ta\n")[0]) == f"wonder {family} x a"
    assert words(read("```\n\ta\tb\n```\n")[0]) == "    a   b"


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{number}. item\n" for number in range(1, 9000)),
        "```\n" + "code\n" * 20_000 + "```\n",
        "| a | b |\n|--|--|\n" + "| c | d |\n" * 8000,
        "> " + "quoted\n" * 20_000,
    ],
    ids=["a list", "code", "a table", "a quote"],
)
def test_what_has_no_end_is_read_a_piece_at_a_time_too(text: str) -> None:
    assert len(list(Parsing(text))) > 1
    first, *_, last = found = read(text)
    assert [block.line for block in found] == sorted(block.line for block in found)
    assert (last.verbatim, bool(last.table)) == (first.verbatim, bool(first.table))
    if first.first == "1. ":
        assert [block.first for block in found] == [f"{number}. " for number in range(1, 9000)]


def test_the_heads_of_a_spoken_table_are_said_once_for_each_cell_and_not_before() -> None:
    found = read("| when | what |\n|--|--|\n| noon | a walk |\n| six | tea |\n", marks=SPOKEN)
    assert [words(block) for block in found] == ["noon\ta walk", "six\ttea"]


def test_heads_that_no_cell_says_are_said_before_a_spoken_table() -> None:
    found = read("| when | what |\n|--|--|\n| noon | |\n", marks=SPOKEN)
    assert [words(block) for block in found] == ["when\twhat", "noon\t"]
