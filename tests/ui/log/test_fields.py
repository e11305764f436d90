"""The fields of the form: everything can be said, chosen and taken back."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from textual.widgets import Input

from companion.domain.entry import FIELDS, Entry
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.log.entry_fields import EntryFields
from companion.ui.log.fields import GROUPS
from companion.ui.messages import NoteMoment
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import FULL, choose, editing, opened, write


async def test_every_field_can_be_written_and_chosen(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    rupture = store.entries.keep(Entry(at=clock() - timedelta(hours=1), note="the rupture"))
    async with app_at().run_test(size=(80, 44)) as pilot:
        form = await opened(pilot, NoteMoment(pause="1" * 32))
        for field in ("note", "person", "quote"):
            write(pilot, field, f"the {field}")
        write(pilot, "at", "yesterday 21:00")
        form.query_one("#strength").focus()
        await pilot.press("7")
        for field in ("kind", "need", "body", "miss", "miss_by", "result", "mended", "reached_by", "offer", "reply"):
            value = getattr(FULL, field)
            await choose(pilot, form, field, value)
        await choose(pilot, form, "answers", rupture.id)
        for field in ("feelings", "repairs", "context"):
            await choose(pilot, form, field, *reversed(getattr(FULL, field)))
        assert "hurt · torn" in text(pilot.app)
        assert "Defended first" in text(pilot.app)
        assert "19:10 · the rupture" in text(pilot.app)
        await pilot.press("ctrl+s")
    entry = next(entry for entry in store.entries if entry.id != rupture.id)
    assert entry == msgspec.structs.replace(
        FULL,
        id=entry.id,
        changed=entry.changed,
        at=datetime(2026, 11, 21, 20, 0, tzinfo=UTC),
        note="the note",
        person="the person",
        quote="the quote",
        strength=7,
        answers=rupture.id,
    )


async def test_what_is_only_looked_at_stays_as_it_was(app_at: AppAt, store: Store, library: Library) -> None:
    kept = store.entries.keep(FULL)
    async with app_at().run_test() as pilot:
        form = await editing(pilot, store, library, kept)
        assert form.query_one("#at", Input).value == "2026-11-20 18:30"
        assert "an entry that is gone" in text(pilot.app)
        await pilot.press("ctrl+s")
    (entry,) = store.entries
    assert entry == msgspec.structs.replace(kept, changed=entry.changed)


async def test_fields_can_be_emptied(app_at: AppAt, store: Store, library: Library) -> None:
    kept = store.entries.keep(FULL)
    async with app_at().run_test() as pilot:
        form = await editing(pilot, store, library, kept)
        await choose(pilot, form, "need", "")
        await choose(pilot, form, "feelings", "torn")
        form.query_one("#kind").focus()
        await pilot.press("delete")
        form.query_one("#strength").focus()
        await pilot.press("delete", "ctrl+s")
    (entry,) = store.entries
    assert (entry.need, entry.feelings, entry.kind, entry.strength) == (None, ("hurt",), None, None)


async def test_leaving_the_time_says_which_moment_it_means(app_at: AppAt) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        form.query_one("#at").focus()
        write(pilot, "at", "21:00")
        await pilot.press("enter")
        await pilot.pause()
        assert "21:00 yesterday" in text(pilot.app)


async def test_afraid_brings_a_quiet_line_to_help(app_at: AppAt) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        assert "f1 is help and safety" not in text(pilot.app)
        await choose(pilot, form, "feelings", "afraid")
        assert "f1 is help and safety" in text(pilot.app)
        await choose(pilot, form, "feelings", "afraid")
        assert "f1 is help and safety" not in text(pilot.app)


async def test_a_fourth_feeling_waits_until_one_is_unticked(app_at: AppAt) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        await choose(pilot, form, "feelings", "tired", "numb", "hurt", "calm")
        assert form.query_one(EntryFields).chosen["feelings"] == ("tired", "numb", "hurt")
        form.query_one("#feelings").focus()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "2 of up to 3 chosen · esc when done" in text(pilot.app)
        assert "□ tired" in text(pilot.app)
        await pilot.press("space", "down", "space")
        await pilot.pause()
        assert "Up to 3; untick one first. esc when done" in text(pilot.app)
        assert "■ tired" in text(pilot.app)
        assert "□ drained" in text(pilot.app)


async def test_an_entry_cannot_answer_itself(app_at: AppAt, store: Store, library: Library) -> None:
    kept = store.entries.keep(msgspec.structs.replace(FULL, answers=None))
    other = store.entries.keep(Entry(at=FULL.at, note=HOSTILE))
    async with app_at().run_test() as pilot:
        form = await editing(pilot, store, library, kept)
        form.query_one("#answers").focus()
        await pilot.press("enter")
        await pilot.pause()
        rows = pilot.app.screen.query_one(RowList)._rows
        assert [row.id for row in rows] == [other.id, ""]
        assert "I felt [/b] and [red]" in text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_every_field_can_be_reached_at_any_size(app_at: AppAt, size: tuple[int, int]) -> None:
    async with app_at().run_test(size=size) as pilot:
        form = await opened(pilot)
        assert "What happened" in text(pilot.app)
        await pilot.press("up")
        await pilot.pause()
        assert pilot.app.focused is form.query_one("#hidden", Choice)
        assert "Around it" in text(pilot.app)
        assert "Hide it" in text(pilot.app)
        await pilot.press(*["up"] * 2)
        await pilot.pause()
        assert "enter to choose" in text(pilot.app)


async def test_an_entry_that_says_afraid_brings_the_line_at_once(app_at: AppAt, store: Store, library: Library) -> None:
    kept = store.entries.keep(msgspec.structs.replace(FULL, feelings=("afraid",)))
    async with app_at().run_test() as pilot:
        await editing(pilot, store, library, kept)
        await pilot.pause()
        assert "f1 is help and safety" in text(pilot.app)


def test_the_groups_of_the_form_hold_every_field_once() -> None:
    names = [name for _, names in GROUPS for name in names]
    assert sorted(names) == sorted([*(field.name for field in FIELDS), "hidden"])


async def test_an_entry_can_be_hidden_and_shown_again(app_at: AppAt, store: Store, library: Library) -> None:
    kept = store.entries.keep(FULL)
    for is_hidden in (True, False):
        async with app_at().run_test() as pilot:
            form = await editing(pilot, store, library, store.entries.get(kept.id) or kept)
            form.query_one("#hidden").focus()
            await pilot.press("right" if is_hidden else "left", "ctrl+s")
        assert [entry.hidden for entry in store.entries] == [is_hidden]


async def test_a_feeling_says_what_it_means_while_one_stands_on_it(app_at: AppAt) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        form.query_one("#feelings").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "Worn out" in text(pilot.app)
        assert "Sleep or a sit-down would help." in text(pilot.app)
        await pilot.press("down")
        await pilot.pause()
        assert "You gave a lot, and little is left." in text(pilot.app)
        assert "0 of up to 3 chosen" in text(pilot.app)


async def test_persons_that_were_named_before_are_offered_and_written_as_before(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.entries.keep(Entry(at=clock(), note="a", person="Mum"))
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        write(pilot, "note", "b")
        person = form.query_one("#person", Input)
        person.focus()
        person.value = "Sam, m"
        person.cursor_position = len(person.value)
        await pilot.pause()
        await pilot.press("right")
        assert person.value == "Sam, mum"
        await pilot.press("ctrl+s")
    assert [entry.person for entry in store.entries if entry.note == "b"] == ["Sam, Mum"]


async def test_what_is_not_mended_yet_is_offered_first_to_answer(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    old = store.entries.keep(Entry(at=clock() - timedelta(days=9), kind="heated", note="the rupture"))
    new = store.entries.keep(Entry(at=clock() - timedelta(days=1), kind="good", note="soup"))
    done = Entry(at=clock() - timedelta(days=2), kind="tears", note="bridged", mended="bridged")
    store.entries.keep(done)
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        form.query_one("#answers").focus()
        await pilot.press("enter")
        await pilot.pause()
        rows = pilot.app.screen.query_one(RowList)._rows
        assert [row.id for row in rows if row.id] == [old.id, new.id, done.id]
        assert "Not mended yet" in text(pilot.app)


async def test_nobody_is_no_answer_to_who_reached_out(app_at: AppAt) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        for field, count in (("miss_by", 4), ("reached_by", 3)):
            form.query_one(f"#{field}").focus()
            await pilot.press("enter")
            await pilot.pause()
            assert len([row for row in pilot.app.screen.query_one(RowList)._rows if row.id]) == count
            await pilot.press("escape")
            await pilot.pause()
