"""Reaching out in plain words, in both directions."""

from datetime import UTC, datetime

import pytest

from companion.domain.entry import Entry, Who
from companion.domain.log import say_entry
from companion.domain.person import Names
from companion.domain.reaching import say_reaching
from companion.storage.library import Library

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"reached_by": Who.ME, "offer": "good-news", "reply": "missed"}, "I offered good news · it was missed"),
        ({"reached_by": Who.THEM, "offer": "ask-help", "reply": "toward"}, "They asked for help · I turned toward"),
        ({"reached_by": Who.ME, "offer": "touch", "reply": "against"}, "I offered touch · they turned against it"),
        ({"reached_by": Who.BOTH, "offer": "thanks"}, "We both said thanks"),
        ({"offer": "hello", "reply": "away"}, "Somebody said hello · the other one turned away"),
        ({"reached_by": Who.THEM}, "They reached out"),
        ({"reached_by": Who.THEM, "answers": "1" * 32}, "They moved first"),
        ({"offer": "of a later list", "reply": "too"}, "of a later list · too"),
    ],
)
def test_who_reached_out_and_what_came_back(fields: dict[str, object], said: str, library: Library) -> None:
    assert say_reaching(Entry(at=AT, kind="good", **fields), library.vocabulary) == said  # type: ignore[arg-type]


def test_every_offer_and_reply_can_be_said_of_somebody(library: Library) -> None:
    words = library.vocabulary
    assert all("{who}" in word.said for word in words.offers)
    assert all(word.said for word in words.replies)


def test_persons_stand_in_a_line_with_their_initials_unless_names_are_wanted(library: Library) -> None:
    entry = Entry(at=AT, note="x", person="Anna Lee, Mum")
    assert say_entry(entry, library.vocabulary) == "AL, M · x"
    assert say_entry(entry, library.vocabulary, Names(whole=True)) == "Anna Lee, Mum · x"
