"""Persons: several in one field, the same one whatever the case, initials on screens."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.entry import Entry
from companion.domain.person import INITIALS, Names, as_known, is_about, is_same, known_persons, persons

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", ()),
        ("S", ("S",)),
        ("S, Mum", ("S", "Mum")),
        (" s ;Mum,, S,  MUM ", ("s", "Mum")),
        ("Anna  Maria", ("Anna Maria",)),
        (",;,", ()),
        ("@S, @@Mum, @", ("S", "Mum")),
    ],
)
def test_a_field_names_each_person_once(said: str, found: tuple[str, ...]) -> None:
    assert persons(said) == found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Sam", "S"),
        ("anna-maria", "AM"),
        ("Anna Maria", "AM"),
        ("S.", "S"),
        ("émile", "É"),
        ("忙しい", "忙"),
        ("🌧", "🌧"),
        ("[red]{x}", "R"),
        ("(Anna) “Maria”", "AM"),
        ("...", "someone"),
        ("[]", "someone"),
    ],
)
def test_initials_are_the_first_letters(name: str, said: str) -> None:
    assert INITIALS.say(name) == said


def test_persons_are_shown_by_initials_unless_one_wants_their_names() -> None:
    assert INITIALS.say("Sam, Mum") == "S, M"
    assert Names(whole=True).say("Sam,Mum") == "Sam, Mum"
    assert INITIALS.say("") == ""


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("Sam, Sofia, Mum", "Sa, So, M"),
        ("Sam, Samuel, Sofia", "Sam, Samu, So"),
        ("S, sam, Sofia", "S, Sa, So"),
        ("Anna Lee, Alan Low, Kim", "AnLe, AlLo, K"),
        ("Sam, Sofia, Sven Arne", "Sam, So, SvAr"),
        ("..., [], Kim", "..., [], K"),
        ("🌧, 🌧🌧", "🌧, 🌧🌧"),
        ("Sam, sam", "S"),
    ],
)
def test_persons_with_the_same_initials_stand_with_as_much_as_tells_them_apart(known: str, said: str) -> None:
    names = Names(frozenset(known.split(", ")))
    assert names.say(known) == said


def test_somebody_new_is_told_apart_from_who_is_known() -> None:
    names = Names.among([Entry(at=NOW, note="x", person="Sam, Mum")], whole=False)
    assert names.say("Sofia") == "So"
    assert names.say("Kim") == "K"


def test_a_very_long_name_is_as_quickly_said() -> None:
    long = "a" * 100_000
    assert Names(frozenset({long, f"{long}b"})).say(long) == long


def test_a_person_is_the_same_whatever_the_case() -> None:
    assert is_same("Mum", "mUM")
    assert is_same("ÉMILE", "émile")
    assert not is_same("Mum", "M")
    assert is_about(Entry(at=NOW, note="x", person="S, Mum"), "mum")
    assert not is_about(Entry(at=NOW, note="x", person="S, Mum"), "M")


def test_the_most_often_named_are_known_first_as_they_were_written_last() -> None:
    said = ["mum", "S", "Mum, S", "Kim", "S"]
    entries = [Entry(at=NOW + timedelta(days=day), note="x", person=person) for day, person in enumerate(said)]
    assert known_persons(reversed(entries)) == ["S", "Mum", "Kim"]


def test_a_known_person_is_written_as_before() -> None:
    assert as_known("mum,  kim", ["Mum", "S"]) == "Mum, kim"
