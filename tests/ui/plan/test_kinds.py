"""Every kind of field, by keys and on the disk.

Each way to answer is tried in one size, so that each size is tried with several; with COMPANION_EVERY_SIZE set, in all.
"""

import os
from datetime import datetime

import pytest
from textual.events import Key, Paste

from companion.domain.entry import Entry
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.field.dated_rows import DatedRows
from companion.ui.places import Place
from companion.ui.plan.form import WorksheetForm
from companion.ui.tick_list import TickList
from tests.conftest import HOSTILE, MovableClock
from tests.screens import text
from tests.ui.plan.hands import area, box, line, newest, open_form, settle

ALL = "all-kinds"
SIZES = [(80, 24), (120, 40), (40, 12)]
WAYS = [
    ("line", "h i", "hi"),
    ("text", "a enter b", "a\nb"),
    ("choice", "right", "me"),
    ("ticks", "space down down enter", "slow breath\na walk"),
    ("scale", "7", "7"),
    ("date", "f r i d a y", "2026-11-27"),
    ("clock", "8 p m", "20:00"),
    ("length", "4 5", "45"),
    ("people", "S comma space M u m", "S\nMum"),
    ("log", "tab right enter", "2026-11-22 held"),
    ("log", "y e s t e r d a y tab right right enter", "2026-11-21 partly"),
    ("log", "enter right enter 2 0 space n o v enter right right right enter", "2026-11-20 not\n2026-11-22 held"),
]
"""A field, the keys that are pressed in it, and what is on the disk then."""


def in_sizes() -> list[tuple[tuple[int, int], str, str, str]]:
    """Return the ways to answer with the sizes in which they are tried."""
    is_all = bool(os.environ.get("COMPANION_EVERY_SIZE"))
    return [
        (size, *way)
        for number, way in enumerate(WAYS)
        for size in (SIZES if is_all else [SIZES[-1 - number % len(SIZES)]])
    ]


def app_over(store: Store, sheets: Library, clock: MovableClock) -> CompanionApp:
    return CompanionApp(store, sheets, clock, place=Place.PLAN)


async def answered(
    store: Store, sheets: Library, clock: MovableClock, field: str, *keys: str, size: tuple[int, int] = (80, 24)
) -> str | None:
    """Press keys in a field, keep, and return what is on the disk."""
    app = app_over(store, sheets, clock)
    async with app.run_test(size=size) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        box(app, field).editor.focus()
        await pilot.press(*keys, "ctrl+s")
        await settle(pilot)
    kept = newest(store, ALL)
    return kept.answers.get(field) if kept else None


@pytest.mark.parametrize(("size", "field", "keys", "kept"), in_sizes())
async def test_keys_become_an_answer(
    store: Store, sheets: Library, clock: MovableClock, size: tuple[int, int], field: str, keys: str, kept: str
) -> None:
    assert await answered(store, sheets, clock, field, *keys.split(), size=size) == kept


async def test_feelings_are_ticked_up_to_three(store: Store, sheets: Library, clock: MovableClock) -> None:
    words = sheets.vocabulary.feelings[0].words
    keys = ["space", "down", "space", "down", "space", "down", "space"]
    assert await answered(store, sheets, clock, "feelings", *keys) == "\n".join(words[:3])


async def test_entries_are_picked_from_the_newest_and_one_that_is_gone_stays(
    store: Store, sheets: Library, clock: MovableClock
) -> None:
    old = store.entries.keep(Entry(at=datetime.fromisoformat("2026-11-20T10:00:00+00:00"), note="the dishes"))
    new = store.entries.keep(Entry(at=datetime.fromisoformat("2026-11-21T10:00:00+00:00"), note=HOSTILE))
    assert await answered(store, sheets, clock, "entries", "space", "down", "space") == f"{new.id}\n{old.id}"
    store.entries.forget(old.id)
    app = app_over(store, sheets, clock)
    async with app.run_test(size=(100, 80)) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        assert "an entry that is gone" in text(app)
        assert "[/b] and [red] $x" in text(app)
        line(app, "line").value = "x"
        await pilot.press("ctrl+s")
        await settle(pilot)
    kept = newest(store, ALL)
    assert kept is not None
    assert kept.answers["entries"] == f"{new.id}\n{old.id}"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("date", "soon", "“soon” is not a day."),
        ("date", "2026-13-40", "is not a day."),
        ("clock", "25:00", "“25:00” is not a clock time."),
        ("length", "a while", "“a while” is not a length."),
        ("date", HOSTILE, "is not a day."),
    ],
)
async def test_a_wrong_answer_gets_a_line_beside_the_field_and_stays(
    store: Store, sheets: Library, clock: MovableClock, field: str, typed: str, said: str
) -> None:
    app = app_over(store, sheets, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        line(app, field).value = typed
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, WorksheetForm)
        assert app.focused is line(app, field)
        assert said in " ".join(text(app).split())
    assert newest(store, ALL) is None


async def test_a_day_is_said_as_it_is_understood(store: Store, sheets: Library, clock: MovableClock) -> None:
    app = app_over(store, sheets, clock)
    async with app.run_test(size=(80, 40)) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        line(app, "date").focus()
        line(app, "date").value = "in 3 weeks"
        await pilot.press("tab")
        await settle(pilot)
        assert "13 December 2026" in text(app)


async def test_a_third_tick_says_that_two_are_enough(store: Store, sheets: Library, clock: MovableClock) -> None:
    app = app_over(store, sheets, clock)
    async with app.run_test(notifications=True) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        box(app, "ticks").query_one(TickList).focus()
        await pilot.press("space", "down", "space", "down", "space")
        await settle(pilot)
        assert "Up to 2." in text(app)
        assert box(app, "ticks").answer == "slow breath\none topic"
        await pilot.press("up", "space")
        assert box(app, "ticks").answer == "slow breath"


async def test_a_row_is_taken_back_to_change_it(store: Store, sheets: Library, clock: MovableClock) -> None:
    app = app_over(store, sheets, clock)
    async with app.run_test(size=(80, 50)) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        rows = box(app, "log").query_one(DatedRows)
        rows.focus()
        await pilot.press("tab", "right", "enter")
        await settle(pilot)
        assert "22 November 2026: held" in text(app)
        await pilot.press("shift+tab", "delete")
        await settle(pilot)
        assert rows.value == "2026-11-22 held"
        await pilot.press("tab", "right", "enter", "ctrl+s")
        await settle(pilot)
    kept = newest(store, ALL)
    assert kept is not None
    assert kept.answers == {"log": "2026-11-22 partly"}


async def test_a_row_of_a_day_to_come_is_refused(store: Store, sheets: Library, clock: MovableClock) -> None:
    app = app_over(store, sheets, clock)
    async with app.run_test(size=(80, 50)) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        box(app, "log").query_one(DatedRows).focus()
        await pilot.press(*"tomorrow", "tab", "right", "enter")
        await settle(pilot)
        assert "23 November has not come yet." in " ".join(text(app).split())
        await pilot.press("right", "ctrl+s")
        await settle(pilot)
        assert "23 November has not come yet." in " ".join(text(app).split())
    assert newest(store, ALL) is None


@pytest.mark.parametrize("words", [HOSTILE, "x" * 10_000, "שלום {line} [red]", "a\u202eb"])
async def test_hostile_words_are_kept_and_shown_on_the_card(
    store: Store, sheets: Library, clock: MovableClock, words: str
) -> None:
    app = app_over(store, sheets, clock)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        area(app, "text").text = words
        await pilot.press("ctrl+s", "f3")
        await settle(pilot)
        assert "\x1b" not in text(app)
        assert "\u202e" not in text(app)
    kept = newest(store, ALL)
    assert kept is not None
    assert kept.answers == {"text": words}


TO_THE_LETTER = ("👩🏽‍🚀 and ❤️‍🩹 and 🏳️‍🌈", "שלום, لا باس", "می‌خواهم", "e\u0301 · 가 · 日本")


@pytest.mark.parametrize("words", TO_THE_LETTER)
@pytest.mark.parametrize("field", ["line", "text"])
@pytest.mark.parametrize("is_pasted", [True, False], ids=["pasted", "typed"])
async def test_joined_emoji_and_words_from_right_to_left_come_back_to_the_letter(
    store: Store, sheets: Library, clock: MovableClock, words: str, field: str, is_pasted: bool
) -> None:
    app = app_over(store, sheets, clock)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        editor = box(app, field).editor
        editor.focus()
        await pilot.pause()
        for event in [Paste(words)] if is_pasted else [Key(character, character) for character in words]:
            editor.post_message(event)
        await settle(pilot)
        await pilot.press("ctrl+s", "escape")
        await open_form(pilot, sheets.worksheets[ALL], store, clock)
        assert box(app, field).answer == words
        box(app, field).editor.focus()
        await pilot.press("end", "x", "ctrl+s")
        await settle(pilot)
    kept = newest(store, ALL)
    assert kept is not None
    assert kept.answers == {field: f"{words}x"}
