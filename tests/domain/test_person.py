"""Persons: several in one field, the same one whatever the case, initials on screens."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.entry import Entry
from companion.domain.person import as_known, initials, is_about, is_same, known_persons, persons, say_persons

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
    assert initials(name) == said


def test_persons_are_shown_by_initials_unless_one_wants_their_names() -> None:
    assert say_persons("Sam, Mum", whole=False) == "S, M"
    assert say_persons("Sam,Mum", whole=True) == "Sam, Mum"
    assert say_persons("", whole=False) == ""


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
