"""The full form: everything can be said, nothing must be, and no word is lost on the way."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry, MissBy
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Choose
from companion.ui.log.entry_fields import EntryFields
from companion.ui.log.form import EntryForm
from companion.ui.log.pick import PickField, PickSeveral
from companion.ui.messages import NoteMoment
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text

FULL = Entry(
    at=datetime(2026, 11, 20, 17, 30, 12, tzinfo=UTC),
    kind="repair",
    strength=4,
    note="one\ntwo",
    feelings=("hurt", "torn"),
    need="rest",
    body="shaky",
    miss="defend",
    miss_by=MissBy.BOTH,
    repairs=("own", "ask"),
    result="helped-a-bit",
    context=("work",),
    person="M",
    answers="0" * 32,
    pause="1" * 32,
    quote="so\nmuch",
)


async def opened(pilot: Pilot[None], message: NoteMoment | None = None) -> EntryForm:
    """Open the form for a new entry."""
    assert isinstance(pilot.app, CompanionApp)
    pilot.app.note_moment(message or NoteMoment())
    await pilot.pause()
    assert isinstance(pilot.app.screen, EntryForm)
    return pilot.app.screen


async def editing(pilot: Pilot[None], store: Store, library: Library, entry: Entry) -> EntryForm:
    """Open the form for an entry that is kept."""
    assert isinstance(pilot.app, CompanionApp)
    form = EntryForm(store, library, lambda: datetime(2026, 11, 22, 19, 10, tzinfo=UTC), NoteMoment(), entry)
    pilot.app.show(form)
    await pilot.pause()
    return form


def write(form: EntryForm, field: str, words: str) -> None:
    form.query_one(f"#{field}", Input).value = words


def shown(pilot: Pilot[None]) -> object:
    return pilot.app.screen


async def choose(pilot: Pilot[None], form: EntryForm, field: str, *ids: str) -> None:
    """Choose by hand: open the field's dialog, go to each row, enter."""
    form.query_one(f"#{field}").focus()
    await pilot.press("enter")
    await pilot.pause()
    several = isinstance(pilot.app.screen, PickSeveral)
    rows = pilot.app.screen.query_one(RowList)
    for wanted in ids:
        rows.cursor = next(number for number, row in enumerate(rows._rows) if row.id == wanted)
        await pilot.press("enter")
    if several:
        await pilot.press("escape")
    await pilot.pause()


async def test_a_line_alone_is_kept_as_of_now(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    async with app_at().run_test(notifications=True) as pilot:
        form = await opened(pilot)
        write(form, "note", "  just a line ")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Kept." in text(pilot.app)
        assert pilot.app.screen is not form
    (entry,) = store.entries
    assert entry == Entry(id=entry.id, changed=entry.changed, at=clock(), note="just a line")


async def test_every_field_can_be_written_and_chosen(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    rupture = store.entries.keep(Entry(at=clock() - timedelta(hours=1), note="the rupture"))
    async with app_at().run_test() as pilot:
        form = await opened(pilot, NoteMoment(pause="1" * 32))
        for field in ("note", "person", "quote"):
            write(form, field, f"the {field}")
        write(form, "when", "yesterday 21:00")
        form.query_one("#strength").focus()
        await pilot.press("7")
        for field in ("kind", "need", "body", "miss", "miss_by", "result"):
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


async def test_it_starts_with_what_is_known(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        await opened(pilot, NoteMoment(kind="tears", strength=3, pause="ab", note=HOSTILE))
        assert "Tears or deep upset" in text(pilot.app)
        assert "I felt [/b] and [red] $x {place} [31m" in text(pilot.app)
        assert "\x1b" not in text(pilot.app)
        await pilot.press("ctrl+s")
    (entry,) = store.entries
    assert (entry.kind, entry.strength, entry.pause, entry.note) == ("tears", 3, "ab", HOSTILE)


async def test_what_is_only_looked_at_stays_as_it_was(app_at: AppAt, store: Store, library: Library) -> None:
    kept = store.entries.keep(FULL)
    async with app_at().run_test() as pilot:
        form = await editing(pilot, store, library, kept)
        assert form.query_one("#when", Input).value == "2026-11-20 18:30"
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


async def test_a_line_or_a_kind_is_asked_for_beside_the_line(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        write(form, "person", "M")
        await pilot.press("ctrl+s")
        assert "Write a line, or choose a kind." in text(pilot.app)
        assert shown(pilot) is form
        write(form, "note", "x")
        await pilot.pause()
        assert "Write a line, or choose a kind." not in text(pilot.app)
        write(form, "note", "")
        await choose(pilot, form, "kind", "silence")
        await pilot.press("ctrl+s")
    assert [entry.kind for entry in store.entries] == ["silence"]


@pytest.mark.parametrize(("words", "sentence"), [("tomorrow", "has not happened yet"), ("blah", "is not a time")])
async def test_a_time_that_is_none_is_said_beside_it(app_at: AppAt, store: Store, words: str, sentence: str) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        write(form, "note", "x")
        write(form, "when", words)
        await pilot.press("ctrl+s")
        assert f"“{words}” {sentence}" in text(pilot.app)
        assert pilot.app.focused is form.query_one("#when")
    assert len(store.entries) == 0


async def test_leaving_the_time_says_which_moment_it_means(app_at: AppAt) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        form.query_one("#when").focus()
        write(form, "when", "21:00")
        await pilot.press("enter")
        await pilot.pause()
        assert "yesterday 21:00" in text(pilot.app)


async def test_a_word_that_no_list_holds_is_refused_with_near_ones(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        await opened(pilot, NoteMoment(kind="teers", note="x"))
        await pilot.press("ctrl+s")
        assert "“teers” is not a kind in the list. Try tears." in text(pilot.app)
    assert len(store.entries) == 0


async def test_all_words_stay_in_the_form_when_keeping_fails(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(Collection, "keep", fail)
    async with app_at().run_test(notifications=True) as pilot:
        form = await opened(pilot)
        write(form, "note", "precious")
        await choose(pilot, form, "feelings", "hurt")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert shown(pilot) is form
        assert form.query_one("#note", Input).value == "precious"
        assert form.query_one(EntryFields).chosen["feelings"] == ("hurt",)
        assert "the disk is full" in text(pilot.app)


async def test_esc_asks_nothing_when_nothing_was_typed(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        form = await opened(pilot, NoteMoment(kind="tears", note="known"))
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is not form
        assert not isinstance(pilot.app.screen, Choose)
    assert len(store.entries) == 0


@pytest.mark.parametrize(("downs", "stays", "kept"), [(0, False, 1), (1, False, 0), (2, True, 0)])
async def test_esc_offers_to_keep_what_was_typed(
    app_at: AppAt, store: Store, downs: int, stays: bool, kept: int
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        form = await opened(pilot)
        write(form, "quote", "their words")
        write(form, "note", "mine")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Choose)
        assert "Go on writing" in text(pilot.app)
        await pilot.press(*["down"] * downs, "enter")
        await pilot.pause()
        assert (shown(pilot) is form) is stays
        assert len(store.entries) == kept


async def test_a_choice_alone_is_not_lost_by_esc_either(app_at: AppAt) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        await choose(pilot, form, "context", "work")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Choose)
        await pilot.press("escape")
        await pilot.pause()
        assert shown(pilot) is form


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
        assert pilot.app.focused is form.query_one("#answers", PickField)
        assert "Answers" in text(pilot.app)
        assert "enter to choose" in text(pilot.app)
