"""Tables fit: their columns are squeezed, and where words would be cut each row is told cell by cell."""

import pytest

from companion.text.blocks import SPOKEN, Look, Marks
from companion.text.layout import Line, lay_out
from companion.text.markdown import blocks

TABLE = """\
| Name | What it does | Count |
|:-----|:------------:|------:|
| ls | lists what is in a folder | 3 |
| よりそい | **bold** and `a|b` | |
| x | \\| | 12 | more |
"""


def lines(text: str, width: int, marks: Marks | None = None) -> list[Line]:
    return [line for block in blocks(text, marks=marks) for line in lay_out(block, width)]


def texts(text: str, width: int, marks: Marks | None = None) -> list[str]:
    return [line.text.rstrip() for line in lines(text, width, marks)]


def test_columns_are_as_wide_as_their_words_and_aligned_as_the_author_says() -> None:
    assert texts(TABLE.replace("`a|b`", "`a\\|b`"), 72)[1:] == [
        "Name     │       What it does        │ Count",
        "─────────┼───────────────────────────┼──────",
        "ls       │ lists what is in a folder │     3",
        "よりそい │       bold and a|b        │",
        "x        │             |             │    12",
    ]


def test_the_widest_column_is_squeezed_and_its_cells_go_on_below() -> None:
    assert texts("| a | b |\n|--|--|\n| one | some words that go on |\n", 18)[1:] == [
        "a   │ b",
        "────┼─────────────",
        "one │ some words",
        "    │ that go on",
        "┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄",
    ]


@pytest.mark.parametrize(("width", "marks"), [(14, None), (72, SPOKEN)])
def test_where_words_would_be_cut_each_row_is_told_cell_by_cell(width: int, marks: Marks | None) -> None:
    assert texts("| Name | Count |\n|--|--|\n| ls | 3000000000 |\n| cd | |\n", width, marks)[1:] == [
        *(["Name · Count", ""] if marks is None else []),  # read out, each cell says its head
        "Name: ls", *(["Count:", "3000000000"] if width == 14 else ["Count: 3000000000"]), "", "Name: cd",
    ]  # fmt: skip


def test_a_table_in_a_quote_keeps_its_bar_and_the_row_its_source_line() -> None:
    drawn = lines("> | a | b |\n> |--|--|\n> | c | d |\n", 40)[1:]
    assert [line.text for line in drawn] == ["│ a │ b", "│ ──┼──", "│ c │ d"]
    assert [line.source for line in drawn] == [0, 0, 2]


def test_heads_stand_out_and_cells_are_parted_in_the_words() -> None:
    head, row = blocks("| a | b |\n|--|--|\n| c | d |\n")
    assert head.runs[0].look == Look.STRONG and row.runs[0].look == Look.PLAIN
    assert (head.words, row.words) == ("a\tb", "c\td")


@pytest.mark.parametrize("before", ["", "> ", "1. "])
def test_a_table_of_thousands_of_columns_is_rows_of_text_and_keeps_every_word(before: str) -> None:
    after = " " * len(before) if before == "1. " else before
    rows = [[f"w{row}x{column}" for column in range(3_000)] for row in range(4)]
    typed = [f"|{'|'.join(row)}|" for row in rows]
    text = "\n".join(
        [f"{before}{typed[0]}", f"{after}|{'-|' * 3_000}", *(f"{after}{row}" for row in typed[1:]), "", "End."]
    )
    made = list(blocks(text))
    assert not any(block.table for block in made)
    said = "".join("".join(line.text.split()) for block in made for line in lay_out(block, 72))
    assert all(f"|{word}|" in said.replace("│", "") for row in rows for word in row)
    assert said.endswith("End.")


def test_a_table_of_a_hundred_columns_is_one() -> None:
    row = f"|{'a|' * 100}"
    assert all(block.table for block in blocks(f"{row}\n|{'-|' * 100}\n{row}\n"))
