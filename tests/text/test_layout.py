"""Blocks become lines that fit."""

import pytest
from rich.cells import cell_len

from companion.text.blocks import Block, Look, Run
from companion.text.layout import lay_out
from companion.text.markdown import blocks


def texts(block: Block, width: int) -> list[str]:
    return [line.text for line in lay_out(block, width)]


def test_words_fill_lines_and_the_other_lines_hang() -> None:
    block = Block(0, (Run("one two three four"),), first="• ", rest="  ", gap=None)
    assert texts(block, 11) == ["• one two", "  three", "  four"]


def test_a_word_whose_looks_change_inside_stays_together() -> None:
    block = Block(0, (Run("say "), Run("bold", Look.STRONG), Run(", now")), gap=None)
    assert texts(block, 8) == ["say", "bold,", "now"]


def test_a_blank_between_two_looks_has_neither() -> None:
    (line,) = lay_out(Block(0, (Run("a", Look.STRONG), Run(" b", Look.CODE)), gap=None), 20)
    assert line.runs == (Run("a", Look.STRONG, at=0), Run(" ", at=1), Run("b", Look.CODE, at=2))


def test_words_too_long_are_cut_and_wide_characters_count_double() -> None:
    block = Block(0, (Run("x よりそいホットライン " + "w" * 25),), gap=None)
    lines = texts(block, 10)
    assert all(cell_len(line) <= 10 for line in lines)
    assert "".join(lines).replace(" ", "") == "xよりそいホットライン" + "w" * 25


def test_the_line_above_comes_first_and_carries_the_bar() -> None:
    block = Block(3, (Run("b"),), first="│ ", rest="│ ", gap="│")
    assert texts(block, 20) == ["│", "│ b"]
    assert {line.source for line in lay_out(block, 20)} == {3}


def test_a_line_break_is_one_and_code_keeps_its_blanks() -> None:
    assert texts(Block(0, (Run("a\nb  c"),), gap=None), 20) == ["a", "b c"]
    assert texts(Block(0, (Run("  a   b"),), gap=None, verbatim=True), 20) == ["  a   b"]


def test_chinese_and_japanese_break_between_characters_and_never_before_what_closes() -> None:
    block = Block(0, (Run("無料で「電話」を、かけ"), Run("られます", Look.STRONG)), gap=None)
    assert texts(block, 8) == ["無料で", "「電話」", "を、かけ", "られます"]


def test_what_is_drawn_on_a_character_stays_on_it() -> None:
    assert texts(Block(0, (Run("e\u0301" * 5),), gap=None), 2) == ["e\u0301" * 2, "e\u0301" * 2, "e\u0301"]
    family = "\N{WOMAN}\u200d\N{GIRL}"
    assert texts(Block(0, (Run(family * 3),), gap=None, verbatim=True), 3) == [family] * 3


def test_however_deep_a_list_is_there_is_room_for_words() -> None:
    block = Block(0, (Run("some words"),), first=" " * 30 + "• ", rest=" " * 32, gap=" " * 30)
    assert texts(block, 20) == [" " * 10, " " * 10 + "• some", " " * 12 + "words"]
    assert texts(Block(0, (), first="2. ", rest="   ", gap=None), 20) == ["2. "]


CODE = "    for each in everything_there_is: print(each, end=nothing)"


def code_lines(room: int) -> list[str]:
    *_, block = blocks(f"```\n{CODE}\n```\n", "")
    return [line.text for line in lay_out(block, room) if line.text]


def test_a_line_of_code_breaks_at_blanks_and_shows_that_it_goes_on() -> None:
    assert code_lines(100) == [f"  {CODE}"]
    assert code_lines(44) == ["      for each in everything_there_is:", "  ↪ print(each, end=nothing)"]
    assert code_lines(30) == ["      for each in", "  ↪ everything_there_is:", "  ↪ print(each, end=nothing)"]


@pytest.mark.parametrize("room", [1, 2, 5, 8, 12, 13, 20, 61])
def test_no_word_of_a_line_of_code_is_lost_and_no_line_is_too_wide(room: int) -> None:
    *_, block = blocks(f"```\n{CODE} 你好你好你好你好 x\n```\n", "")
    found = [run for line in lay_out(block, room) for run in line.runs if run.at >= 0]
    assert all(block.words[run.at : run.at + len(run.text)] == run.text for run in found)
    assert "".join(run.text for run in found).replace(" ", "") == block.words.replace(" ", "")
    if room > 10:
        assert all(cell_len(line.text) <= room for line in lay_out(block, room))
