"""Texts are cut into sentences as a reader would, so that the means and grades mean something."""

import pytest

from tests.shipped.grade import grade, grade_of
from tests.shipped.sentences import Kind, blocks, plain, sentences, sentences_of, unquoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three… And four", ["One.", "Two?", "Three…", "And four"]),
        ('"Nice time?" asks Sam. Alex nods.', ['"Nice time?" asks Sam.', "Alex nods."]),
        ("“That stung.” Scorn goes on.", ["“That stung.”", "Scorn goes on."]),
        ('It "ends here." Then more.', ['It "ends here."', "Then more."]),
        ("I'm … I need … minutes. Back at …", ["I'm … I need … minutes.", "Back at …"]),
        ("At 7 a.m. Sam comes home.", ["At 7 a.m. Sam comes home."]),
        ("Take a walk, e.g. Round the block.", ["Take a walk, e.g. Round the block."]),
        ("Back at 8.30 or 20:40. Fine.", ["Back at 8.30 or 20:40.", "Fine."]),
        ("Look at the shop (it shuts). Then go.", ["Look at the shop (it shuts).", "Then go."]),
        ("Type it. `companion export` makes a copy.", ["Type it.", "`companion export` makes a copy."]),
        ("— …", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_text_is_cut_into_its_blocks() -> None:
    text = (
        "**Main *point*.**\nIt goes on.\n\n## A heading\nProse.\n- one\n  and on\n- two\n\n1. first\n\n> Said.\n> So.\n"
    )
    assert [(block.kind, block.text) for block in blocks(text)] == [
        (Kind.PROSE, "Main point. It goes on."),
        (Kind.HEADING, "A heading"),
        (Kind.PROSE, "Prose."),
        (Kind.ITEM, "one and on"),
        (Kind.ITEM, "two"),
        (Kind.ITEM, "first"),
        (Kind.SAID, "Said. So."),
    ]


def test_sentences_of_some_kinds_leave_the_others_out() -> None:
    text = "# Not me.\n\nProse one. Prose two.\n\n- an item\n\n> said\n"
    assert sentences_of(text) == ["Prose one.", "Prose two.", "an item", "said"]
    assert sentences_of(text, Kind.SAID) == ["said"]


def test_marks_and_places_of_links_are_not_read() -> None:
    assert plain("See **[Safety first](../../pages/safety-first.md)**, *now*.") == "See Safety first, now."


def test_what_is_quoted_is_not_said_by_the_text_itself() -> None:
    assert unquoted('A "loud word" and “another” end.').split() == ["A", "/", "and", "/", "end."]


def test_the_grade_is_that_of_the_formula() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade_of(["The cat sat.", "The dog ran off again."]) == pytest.approx(0.39 * 4 + 11.8 * 9 / 8 - 15.59)
    assert grade("Considerable organisational responsibilities necessitate deliberation.") > 20
