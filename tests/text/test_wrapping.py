"""Plain text is broken into lines that fit, whatever the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from companion.text.wrapping import wrap


def test_words_stay_whole_and_chinese_and_japanese_break_between_characters() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("電話 無料で「電話」を、かけ", 8) == ["電話 無", "料で「電", "話」を、", "かけ"]
    assert wrap("x" * 9, 4) == ["xxxx", "xxxx", "x"]
    assert wrap(" \n ", 4) == []


@pytest.mark.parametrize("width", [1, 0, -3])
def test_there_is_always_room_for_a_cell(width: int) -> None:
    assert wrap("ab c", width) == ["a", "b", "c"]
    assert "".join(wrap("電話", width)) == "電話"


@given(st.text("ab より「」、\u0301\N{WOMAN}", max_size=40), st.integers(2, 12))
def test_no_line_is_wider_than_asked_for_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
