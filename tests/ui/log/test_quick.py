"""The shorthand in the quick line: said under it while one types, kept with enter."""

from datetime import datetime
from time import sleep

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static
from textual.widgets._toast import Toast

from companion.domain.entry import Entry
from companion.domain.settings import Settings
from companion.domain.times import local
from companion.storage.store import Store
from companion.ui.log.line import QuickLine
from companion.ui.log.quick_reading import LineReader
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import SIZES, write


def understood(pilot: Pilot[None]) -> str:
    """Return what is said under the line."""
    return str(pilot.app.screen.query_one("#understood", Static).render())


async def until_known(pilot: Pilot[None]) -> None:
    """Wait until the time at the front is known."""
    await pilot.pause(0.2)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_what_is_understood_is_said_while_one_types_and_kept_with_enter(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "yesterday 21:00 he left the room !7 @S #work #not-heard")
        await until_known(pilot)
        assert understood(pilot) == "21:00 yesterday · strength 7 · S · I was not heard · work"
        await pilot.press("enter")
        await pilot.pause()
        assert "Kept." in text(pilot.app)
    (entry,) = store.entries
    assert (entry.note, entry.strength, entry.person) == ("he left the room", 7, "S")
    assert (entry.kind, entry.context) == ("not-heard", ("work",))
    assert f"{local(entry.at):%Y-%m-%d %H:%M}" == "2026-11-21 21:00"


@pytest.mark.parametrize("enters", [1, 2])
async def test_enter_at_once_waits_for_the_time_and_lets_what_is_typed_behind_stand(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch, enters: int
) -> None:
    find = LineReader.find_moment

    def find_slowly(reader: LineReader, front: str, typed_at: datetime) -> None:
        sleep(0.4)  # as the first time in a process
        find(reader, front, typed_at)

    monkeypatch.setattr(LineReader, "find_moment", find_slowly)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "2026-11-20 18:30 dinner")
        await pilot.press(*["enter"] * enters)
        assert len(store.entries) == 0
        if enters == 1:
            write(pilot, "line", "2026-11-20 18:30 dinner, and more")
        await until_known(pilot)
        await until_known(pilot)
        assert [f"{local(entry.at):%d %H:%M} {entry.note}" for entry in store.entries] == ["20 18:30 dinner"]
        assert pilot.app.screen.query_one("#line", Input).value == (", and more" if enters == 1 else "")


async def test_what_is_no_time_or_still_to_come_stays_in_the_note(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "25:99 is no time")
        await until_known(pilot)
        await pilot.press("enter")
        await until_known(pilot)
    assert [(entry.note, entry.at) for entry in store.entries] == [("25:99 is no time", clock())]


async def test_a_time_that_lies_ahead_stays_in_the_note_and_this_is_said(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "tomorrow 9:00 dentist !4")
        await until_known(pilot)
        assert understood(pilot) == "strength 4\n“tomorrow 9:00” has not happened yet and stays in the note."
        await pilot.press("enter")
    assert [(entry.note, entry.strength) for entry in store.entries] == [("tomorrow 9:00 dentist", 4)]


async def test_a_backslash_keeps_a_time_and_a_sign_as_they_are(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", r"\yesterday 21:00 \#work \!7")
        await pilot.press("enter")
    assert [(entry.note, entry.strength) for entry in store.entries] == [("yesterday 21:00 #work !7", None)]


async def test_tab_takes_the_tag_that_was_meant(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "he left #wok")
        await pilot.pause()
        assert understood(pilot) == "#wok is not on the lists and stays in the note. tab makes it #work"
        await pilot.press("tab")
        assert understood(pilot) == "work"
        await pilot.press("enter")
    assert [(entry.note, entry.context) for entry in store.entries] == [("he left", ("work",))]


@pytest.mark.parametrize(
    ("typed", "word", "meant", "note"),
    [
        ("yesteday 21:00 cold", "yesteday", "yesterday", "cold"),
        ("last fridey we talked", "fridey", "friday", "we talked"),
        ("Tuseday 9:00 late", "Tuseday", "tuesday", "late"),
        ("lst monday 21:00 hm", "lst", "last", "hm"),
        ("tuesday 9 hm", "9", "9:00", "hm"),
    ],
)
async def test_tab_takes_the_time_that_was_meant(
    app_at: AppAt, store: Store, typed: str, word: str, meant: str, note: str
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press(*typed)
        await pilot.pause()
        assert understood(pilot) == f"“{word}” is not a time and stays in the note. tab makes it {meant}"
        await pilot.press("tab", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    (entry,) = store.entries
    assert entry.note == note
    assert entry.at.day < 22


@pytest.mark.parametrize(("typed", "none"), [("last tuesday 25:00 hm", "25:00"), ("31.2. 21:00 hm", "31.2.")])
async def test_a_time_that_is_none_is_said_and_stays_in_the_note(
    app_at: AppAt, store: Store, typed: str, none: str
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", typed)
        await until_known(pilot)
        assert understood(pilot) == f"“{none}” is not a time and stays in the note."
        await pilot.press("enter")
    assert [entry.note for entry in store.entries] == [typed]


@pytest.mark.parametrize("line", ["#", " # ", "##"])
async def test_a_sign_that_was_never_finished_makes_no_entry(app_at: AppAt, store: Store, line: str) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", line)
        await pilot.press("enter")
        await pilot.pause()
        assert "# goes in front of a tag, like #work." in text(pilot.app)
    assert len(store.entries) == 0


@pytest.mark.parametrize("typed", ["today's dinner", "Todays dinner", "Sunny days", "Mondays are hard", "yesteday"])
async def test_what_only_resembles_a_time_is_left_alone(app_at: AppAt, typed: str) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press(*typed)
        await pilot.pause()
        assert "tab makes it" not in text(pilot.app)


async def test_signs_alone_keep_nothing_and_stay(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "#work !7")
        await pilot.press("enter")
        await pilot.pause()
        assert "Write a line, or choose a kind." in text(pilot.app)
        assert pilot.app.screen.query_one("#line", Input).value == "#work !7"
        write(pilot, "line", "#heated !7")
        await pilot.press("enter")
    assert [(entry.kind, entry.strength, entry.note) for entry in store.entries] == [("heated", 7, "")]


@pytest.mark.parametrize(("whole", "said"), [(False, "M"), (True, "Mum")])
async def test_a_person_is_written_as_before_and_shown_by_initials(
    app_at: AppAt, store: Store, clock: MovableClock, whole: bool, said: str
) -> None:
    store.keep_settings(Settings(show_names=whole))
    store.entries.keep(Entry(at=clock(), note="a", person="Mum"))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "b @mum")
        await pilot.pause()
        assert understood(pilot) == said
        await pilot.press("enter")
    assert {entry.person for entry in store.entries} == {"Mum"}


async def test_afraid_points_to_help_while_one_types(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "x #afraid")
        await pilot.pause()
        assert "f1 is help and safety" in understood(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", [HOSTILE, "#" + "x" * 10_000, "忙" * 500 + " 🌧 \u202eabc", "@[red] !7 #[/b]"])
async def test_odd_words_are_kept_to_the_letter(app_at: AppAt, store: Store, size: tuple[int, int], words: str) -> None:
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        await pilot.pause()
        write(pilot, "line", words)
        await pilot.press("enter")
        await pilot.pause()
        shown = text(pilot.app)
    (entry,) = store.entries
    assert "Kept" in shown
    assert "\x1b" not in shown
    assert entry.note.split() == [word for word in words.split() if word != "!7"]


async def test_every_sign_that_stays_in_the_note_is_named_and_tab_mends_the_one_that_is_said(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test(size=(120, 40)) as pilot:
        line = pilot.app.screen.query_one(QuickLine)
        line.value = "#unheard-of !11 #works hello"
        await pilot.pause()
        assert "#works is not on the lists and stays in the note. tab makes it #work" in text(pilot.app)
        assert "Also left in the note: #unheard-of · !11" in text(pilot.app)
        await pilot.press("tab")
        await pilot.pause()
        assert line.value == "#unheard-of !11 #work hello"
        assert "#unheard-of is not on the lists and stays in the note." in text(pilot.app)


async def test_in_little_room_what_is_said_in_passing_leaves_the_text_to_be_read(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test(size=(40, 12), notifications=True) as pilot:
        pilot.app.notify("Not kept yet, and not lost: n in the log takes it up again.")
        await pilot.pause(0.3)
        toast = pilot.app.screen.query_one(Toast)
        assert (toast.region.width, toast.region.height, toast.region.bottom) == (40, 2, 10)
