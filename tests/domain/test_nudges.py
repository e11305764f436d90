"""Nudges: when each one comes, and that none ever looks at what was written."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from companion.domain.entry import Entry
from companion.domain.nudges import Nudge, is_heavy, is_safety_first, nudge
from companion.domain.settings import Settings
from companion.storage.library import Library

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def entries(*strengths: int, hours: float = 1, **fields: Any) -> list[Entry]:
    """Return entries of those strengths, the last one now, so many hours apart."""
    count = len(strengths)
    return [
        Entry(at=NOW - timedelta(hours=hours * (count - number - 1)), kind="heated", strength=strength, **fields)
        for number, strength in enumerate(strengths)
    ]


@pytest.mark.parametrize(
    ("fields", "heavy"),
    [
        ({"kind": "heated", "strength": 7}, True),
        ({"kind": "heated", "strength": 6}, False),
        ({"kind": "heated"}, True),
        ({"kind": "space", "strength": 9}, True),
        ({"kind": "space"}, False),
        ({"kind": "ordinary"}, False),
        ({"kind": "good", "strength": 10}, False),
        ({"note": "x", "strength": 8}, True),
        ({"note": "x", "strength": 8, "feelings": ("hurt",)}, True),
        ({"note": "x", "strength": 8, "feelings": ("grateful", "calm")}, False),
        ({"note": "x"}, False),
        ({"kind": "a kind of another list", "strength": 7}, True),
    ],
)
def test_what_is_heavy(library: Library, fields: dict[str, Any], heavy: bool) -> None:
    assert is_heavy(Entry(at=NOW, **fields), library.vocabulary) is heavy


@pytest.mark.parametrize(
    ("strengths", "hours", "said"),
    [
        ((8, 8, 8), 1, Nudge.DAY),
        ((8, 8), 1, None),
        ((8, 3, 8, 8), 1, Nudge.DAY),
        ((8, 8, 3), 1, None),
        ((8, 8, 8), 20, None),
        ((8,) * 5, 30, Nudge.ROW),
        ((8,) * 4, 30, None),
        ((8,) * 6, 30, None),
        ((8, 3, 8, 8, 8, 8), 30, None),
        ((3, 8, 8, 8, 8, 8), 30, Nudge.ROW),
    ],
)
def test_three_in_a_day_and_the_fifth_in_a_row_say_something(
    library: Library, strengths: tuple[int, ...], hours: float, said: Nudge | None
) -> None:
    kept = entries(*strengths, hours=hours)
    assert nudge(kept, kept[-1], library.vocabulary, Settings()) is said
    quiet = Settings(nudge_day=False, nudge_row=False)
    assert nudge(kept, kept[-1], library.vocabulary, quiet) is None


def test_of_what_lies_behind_the_newest_nothing_is_said(library: Library) -> None:
    kept = entries(8, 8, 8, 8)
    assert nudge(kept, kept[1], library.vocabulary, Settings()) is None


@pytest.mark.parametrize(
    ("days", "first"),
    [((0, 5), True), ((0, 29), True), ((0, 31), False), ((0,), False), ((), False), ((1, 2, 3), True)],
)
def test_afraid_again_within_a_month_brings_safety_first(days: tuple[int, ...], first: bool) -> None:
    afraid = [Entry(at=NOW - timedelta(days=day), note="x", feelings=("hurt", "afraid")) for day in days]
    others = [Entry(at=NOW, note="afraid, afraid", feelings=("uneasy",))]
    assert is_safety_first([*afraid, *others], Settings(), NOW) is first
    assert not is_safety_first(afraid, Settings(nudge_afraid=False), NOW)


def test_what_was_written_is_never_looked_at(library: Library) -> None:
    class Unread(Entry, frozen=True, kw_only=True):
        def __post_init__(self) -> None:
            """Check nothing: that would look at the note."""

        def __getattribute__(self, name: str) -> object:
            assert name not in ("note", "quote", "person"), f"{name} was looked at"
            return super().__getattribute__(name)

    seen = entries(8, 8, 8, 8, 8, feelings=("afraid",))
    blind = [msgspec.convert(msgspec.to_builtins(each), Unread) for each in seen]
    assert nudge(blind, blind[-1], library.vocabulary, Settings()) is Nudge.DAY
    assert nudge(blind, blind[-1], library.vocabulary, Settings(nudge_day=False)) is Nudge.ROW
    assert is_safety_first(blind, Settings(), NOW)
