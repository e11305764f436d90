"""The full form: nothing must be said but a line or a kind, and no word is lost on the way."""

import msgspec
import pytest
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.domain.times import local
from companion.storage.store import Store
from companion.ui.dialogs import Choose
from companion.ui.log.entry_fields import EntryFields
from companion.ui.messages import NoteMoment
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import FULL, choose, opened, shown, write


async def test_a_line_alone_is_kept_as_of_now(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    async with app_at().run_test(notifications=True) as pilot:
        form = await opened(pilot)
        write(pilot, "note", "  just a line ")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Kept." in text(pilot.app)
        assert pilot.app.screen is not form
    (entry,) = store.entries
    assert entry == Entry(id=entry.id, changed=entry.changed, at=clock(), note="just a line")


async def test_it_starts_with_what_is_known(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        await opened(pilot, NoteMoment(kind="tears", strength=3, pause="ab", note=HOSTILE))
        assert "Tears or deep upset" in text(pilot.app)
        assert "I felt [/b] and [red] $x {place} [31m" in text(pilot.app)
        assert "\x1b" not in text(pilot.app)
        await pilot.press("ctrl+s")
    (entry,) = store.entries
    assert (entry.kind, entry.strength, entry.pause, entry.note) == ("tears", 3, "ab", HOSTILE)


async def test_a_line_or_a_kind_is_asked_for_beside_the_line(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        write(pilot, "person", "M")
        await pilot.press("ctrl+s")
        assert "Write a line, or choose a kind." in text(pilot.app)
        assert shown(pilot) is form
        write(pilot, "note", "x")
        await pilot.pause()
        assert "Write a line, or choose a kind." not in text(pilot.app)
        write(pilot, "note", "")
        await choose(pilot, form, "kind", "silence")
        await pilot.press("ctrl+s")
    assert [entry.kind for entry in store.entries] == ["silence"]


@pytest.mark.parametrize(("words", "sentence"), [("tomorrow", "has not happened yet"), ("blah", "is not a time")])
async def test_a_time_that_is_none_is_said_beside_it(app_at: AppAt, store: Store, words: str, sentence: str) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        write(pilot, "note", "x")
        write(pilot, "at", words)
        await pilot.press("ctrl+s")
        assert f"“{words}” {sentence}" in text(pilot.app)
        assert pilot.app.focused is form.query_one("#at")
    assert len(store.entries) == 0


async def test_a_word_that_no_list_holds_is_refused_with_near_ones(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        await opened(pilot, NoteMoment(kind="teers", note="x"))
        await pilot.press("ctrl+s")
        assert "“teers” is not a kind in the list. Try tears." in text(pilot.app)
    assert len(store.entries) == 0


@pytest.mark.usefixtures("full_disk")
async def test_all_words_stay_in_the_form_when_keeping_fails(app_at: AppAt) -> None:
    async with app_at().run_test(notifications=True) as pilot:
        form = await opened(pilot)
        write(pilot, "note", "precious")
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


async def test_a_copy_begins_with_everything_but_the_time(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    kept = store.entries.keep(msgspec.structs.replace(FULL, note="one", quote="so", answers=None))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "D")
        await pilot.pause()
        assert "A new entry" in text(pilot.app)
        await pilot.press("ctrl+s")
    (copy,) = [entry for entry in store.entries if entry.id != kept.id]
    same = {"id": copy.id, "changed": copy.changed, "at": clock(), "pause": None}
    assert copy == msgspec.structs.replace(kept, **same)


async def test_the_time_of_a_new_entry_is_empty_and_what_is_typed_there_stands_alone(
    app_at: AppAt, store: Store
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        form = await opened(pilot)
        assert "now, or like yesterday 21:00" in text(pilot.app)
        form.query_one("#at").focus()
        await pilot.press(*"24.12. 21:00")
        assert form.query_one("#at", Input).value == "24.12. 21:00"
        write(pilot, "note", "x")
        await pilot.press("ctrl+s")
    assert [f"{entry.at:%Y-%m-%d %H:%M}" for entry in store.entries] == ["2025-12-24 20:00"]


async def test_letters_typed_beside_a_field_open_nothing(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        form = await opened(pilot)
        for field in ("kind", "strength", "context", "hidden"):
            form.query_one(f"#{field}").focus()
            await pilot.press(*"breakfast")
            await pilot.pause()
            assert shown(pilot) is form
        form.query_one("#strength").focus()
        await pilot.press("7")
        assert "7" in str(form.query_one(EntryFields).state())


async def test_signs_in_the_line_are_said_and_taken_in_by_one_key(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot)
        write(pilot, "note", "yesterday 20:00 tea !7 #work @S")
        await pilot.pause()
        assert "strength 7 · S · work: tab takes them in" in " ".join(text(pilot.app).split())
        await pilot.press("tab")
        await pilot.pause()
        assert shown(pilot) is form
        await pilot.press("ctrl+s")
    (entry,) = store.entries
    assert (entry.note, entry.strength, entry.person, entry.context) == ("tea", 7, "S", ("work",))
    assert f"{local(entry.at):%d %H:%M}" == "21 20:00"


async def test_signs_that_nobody_takes_in_stay_in_the_line(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        await opened(pilot)
        write(pilot, "note", "tea !7")
        await pilot.press("ctrl+s")
    (entry,) = store.entries
    assert (entry.note, entry.strength) == ("tea !7", None)
