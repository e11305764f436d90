"""The week: times are planned, marked, copied and taken back by keys, and said beside a wish."""

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.filling import Answers
from companion.domain.pause import PauseKind
from companion.domain.week_time import TimeKind, WeekTime
from companion.storage.collection import Collection
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.places import Place
from companion.ui.plan.screen import PlanScreen
from companion.ui.plan.week import WeekScreen
from companion.ui.plan.week_form import WeekForm
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text
from tests.ui.locked.conftest import PASSPHRASE, told
from tests.ui.plan.hands import choose, fail, settle

SIZES = [(80, 24), (120, 40), (40, 12)]
HOUR = timedelta(hours=1)
TODAY = date(2026, 11, 22)
QUIET, SOLO, TOGETHER = TimeKind


def plan(store: Store, kind: TimeKind = QUIET, days: int = 0, at: int = 20, **more: Any) -> WeekTime:
    facts = {"length": 2 * HOUR, **more}
    return store.week_times.keep(WeekTime(kind=kind, day=TODAY + timedelta(days=days), at=time(at), **facts))


async def open_week(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("w")
    await settle(pilot)
    assert isinstance(pilot.app.screen, WeekScreen)


async def write(pilot: Pilot[None], **words: str) -> None:
    """Fill the lines of the form that is shown, and keep it."""
    for name, said in words.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = said
    await pilot.press("ctrl+s")
    await settle(pilot)


def kept(store: Store) -> list[tuple[str, int, str, timedelta, timedelta | None]]:
    found = sorted(store.week_times, key=lambda each: (each.day, each.at))
    return [(each.kind.value, each.day.day, f"{each.at:%H:%M}", each.length, each.was) for each in found]


@pytest.mark.parametrize("size", SIZES)
async def test_a_time_is_planned_changed_marked_deleted_and_brought_back(
    app_at: AppAt, store: Store, size: tuple[int, int]
) -> None:
    async with app_at(Place.PLAN).run_test(size=size) as pilot:
        await settle(pilot)
        assert "The week" in text(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("a", "right", "enter")
        await settle(pilot)
        await write(pilot, day="today", at="8pm", length="1h 30m")
        assert kept(store) == [("solo", 22, "20:00", 1.5 * HOUR, None)]
        shown = text(pilot.app)
        assert "Today   20:00 △ Solo" in shown
        assert "□□□" in shown or "□ 1 h 30" in shown
        await pilot.press("enter")
        await settle(pilot)
        await write(pilot, length="2h")
        await pilot.press("w", "enter")
        await settle(pilot)
        assert kept(store) == [("solo", 22, "20:00", 2 * HOUR, 2 * HOUR)]
        assert "■■■■" in text(pilot.app) or "■ 2 h" in text(pilot.app)
        await pilot.press("w", "4", "5", "enter")
        await settle(pilot)
        assert kept(store)[0][-1] == HOUR * 0.75
        await pilot.press("x")
        assert kept(store) == []
        await pilot.press("u", "u")
        await settle(pilot)
        assert kept(store)[0][-1] == 2 * HOUR
        await pilot.press("u", "u", "u")
        await settle(pilot)
        assert kept(store) == []
        if size != (40, 12):
            assert "Nothing is planned here" in text(pilot.app)
            assert "How much of each you wish for: fill in “Quiet hours and solo time”." in text(pilot.app)


async def test_the_sums_stand_beside_the_wish(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    answers = {"quiet_from": "2h", "quiet_to": "4h"}
    store.worksheets.keep(Answers(worksheet="quiet-and-solo-time", answers=answers, filled_at=clock()))
    plan(store, was=1.5 * HOUR)
    plan(store, at=9, length=HOUR)
    plan(store, SOLO, 7)
    async with app_at(Place.PLAN).run_test(size=(80, 24)) as pilot:
        await open_week(pilot)
        shown = text(pilot.app)
        assert "Quiet: 3 hours planned, 1 h 30 so far; you wished for 2 to 4 hours." in shown
        assert "Solo: nothing planned." in shown
        assert "■■■□" in shown
        assert "How much of each you wish for" not in shown
        await pilot.press("]")
        await settle(pilot)
        shown = text(pilot.app)
        assert "Next week, 23 to 29 November" in shown
        assert "Sun 29  20:00 △ Solo" in shown
        await pilot.press("[", "[")
        await settle(pilot)
        assert "Last week" in text(pilot.app)
        await pilot.press("t")
        await settle(pilot)
        assert "This week, 16 to 22 November" in text(pilot.app)
    async with app_at(Place.PLAN).run_test(size=(40, 12)) as pilot:
        await open_week(pilot)
        shown = text(pilot.app)
        assert "Quiet: 3 hours planned" in shown
        assert "Solo:" not in shown


async def test_the_cursor_moves_over_the_days_and_a_new_time_is_on_its_day(app_at: AppAt, store: Store) -> None:
    plan(store, TOGETHER, -6, 18)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("up", "k", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WeekForm)
        assert pilot.app.screen.query_one("#day", Input).value == "2026-11-20"
        await write(pilot, at="9", length="45")
        assert ("quiet", 20, "09:00", 0.75 * HOUR, None) in kept(store)
        await pilot.press("home", "p", "e")
        await settle(pilot)
        assert pilot.app.screen.query_one("#kind", Choice).value == "together"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"day": "", "at": "9", "length": "1h"}, "Say on which day"),
        ({"day": "nonsense", "at": "9", "length": "1h"}, "“nonsense” is not a day."),
        ({"at": "", "length": "1h"}, "Say when it begins"),
        ({"at": "25:00", "length": "1h"}, "“25:00” is not a clock time."),
        ({"at": "9", "length": ""}, "Say how long"),
        ({"at": "9", "length": f"{HOSTILE}"}, "is no length of up to a day."),
        ({"at": "9", "length": "x" * 10_000}, "x…” is no length of up to a day."),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_what_does_not_fit_is_said_beside_its_line(
    app_at: AppAt, store: Store, words: dict[str, str], sentence: str, size: tuple[int, int]
) -> None:
    async with app_at(Place.PLAN).run_test(size=size) as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        await write(pilot, **words)
        assert " ".join(sentence.split()) in " ".join(text(pilot.app).split()) or size == (40, 12)
        said = [each for each in pilot.app.screen.query(".problem") if each.display]
        assert len(said) == 1
        assert said[0].region.height
        assert isinstance(pilot.app.screen, WeekForm)
    assert kept(store) == []


async def test_what_is_typed_is_never_lost_and_ctrl_d_starts_anew(
    app_at: AppAt, tmp_path: Path, clock: MovableClock
) -> None:
    store = Store(tmp_path / "data", clock=clock)
    async with app_at(Place.PLAN, store).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        pilot.app.screen.query_one("#note", Input).value = HOSTILE
        await pilot.press("escape")
        await settle(pilot)
        assert [each.fields["note"] for each in Store(tmp_path / "data").unkept] == [HOSTILE]
    async with app_at(Place.PLAN, Store(tmp_path / "data", clock=clock)).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert "Taken up from 20:10" in text(pilot.app)
        await pilot.press("ctrl+d")
        assert pilot.app.screen.query_one("#note", Input).value == ""
        await pilot.press("ctrl+d")
        await write(pilot, at="9", length="1h")
        assert "[red] $x {place}" in text(pilot.app)
    store = Store(tmp_path / "data")
    assert len(store.week_times) == 1
    assert len(store.unkept) == 0


async def test_last_week_is_copied_in_one_key_and_taken_back_in_one(app_at: AppAt, store: Store) -> None:
    plan(store, days=-7, was=HOUR)
    plan(store, SOLO, -9, 9)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert told(app) == ["2 times copied. u takes that back."]
        assert [each[1] for each in kept(store)] == [13, 15, 20, 22]
        assert kept(store)[-1][-1] is None
        await pilot.press("c")
        await settle(pilot)
        assert len(store.week_times) == 4
        await pilot.press("u")
        await settle(pilot)
        assert [each[1] for each in kept(store)] == [13, 15]


async def test_a_day_that_has_not_come_can_not_be_marked(app_at: AppAt, store: Store) -> None:
    time = plan(store, days=1)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        await pilot.press("]")
        await settle(pilot)
        choose(app, time.id)
        await pilot.press("w")
        await settle(pilot)
        assert told(app) == ["23 November has not come yet."]


async def test_a_full_disk_is_said_and_the_words_stay(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        monkeypatch.setattr(Collection, "keep", fail)
        await write(pilot, at="9", length="1h")
        assert "the disk is full" in told(app)[-1]
        assert pilot.app.screen.query_one("#length", Input).value == "1h"
        monkeypatch.undo()
        await write(pilot)
    assert len(store.week_times) == 1


# -- pauses and Now


async def test_p_goes_to_a_planned_pause_of_that_length_and_its_end_fills_how_it_was(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    time = plan(store, SOLO, at=22, length=1.5 * HOUR)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("p")
        await settle(pilot)
        shown = text(pilot.app)
        assert "[planned]" in shown
        assert "From your week: Solo from 22:00, 1 h 30." in shown
        await pilot.press("enter")
        await settle(pilot)
        (pause,) = store.pauses
        assert (pause.kind, pause.planned, pause.week_time) == (PauseKind.PLANNED, 1.5 * HOUR, time.id)
        assert getattr(pilot.app.screen, "revealed", None) == ""
        clock.move(minutes=80)
        store.pauses.keep(pause.come_back(clock()))
        await pilot.press("7")
        await settle(pilot)
        assert "your pause took 1 h 20; w notes it" in text(pilot.app)
        await pilot.press("w", "enter")
        await settle(pilot)
        assert kept(store)[0][-1] == timedelta(minutes=80)


async def test_whoever_leaves_the_form_without_starting_finds_the_usual_one_again(app_at: AppAt, store: Store) -> None:
    plan(store, at=22)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "[planned]" in text(pilot.app)
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert "[I take space]" in text(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
    (pause,) = store.pauses
    assert (pause.kind, pause.week_time) == (PauseKind.TAKING, None)


async def test_a_time_that_is_near_is_offered_to_a_planned_pause(app_at: AppAt, store: Store) -> None:
    plan(store, at=21, length=3 * HOUR)
    async with app_at(Place.PAUSE).run_test() as pilot:
        await settle(pilot)
        assert "From your week" not in text(pilot.app)
        await pilot.press("k", "k")
        await settle(pilot)
        assert "From your week: Quiet from 21:00, 3 hours." in text(pilot.app)
        assert "[180]" in text(pilot.app)


async def test_together_time_begins_no_pause(app_at: AppAt, store: Store) -> None:
    plan(store, TOGETHER)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WeekScreen)


async def test_on_its_day_it_stands_on_now_until_it_is_over_and_not_at_night(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    plan(store, at=20)
    plan(store, TOGETHER, at=21, length=HOUR / 2)
    clock.now = clock.now.replace(hour=11)
    for hours, said in (
        (0, "Quiet from 20:00, 2 hours · Together from 21:00, 30 minutes"),
        (9.5, "Quiet from"),
        (10, ""),
    ):
        clock.now = clock.now.replace(hour=11, minute=0) + timedelta(hours=hours)
        async with app_at().run_test() as pilot:
            await settle(pilot)
            shown = text(pilot.app)
            assert ("7  Plan      Quiet from 20:00" in shown) is bool(said)
            assert said in shown
        clock.now = clock.now.replace(hour=11)


async def test_nothing_of_it_is_shown_while_it_is_locked(tmp_path: Path, library: Library, clock: MovableClock) -> None:
    store = Store(tmp_path / "data", clock=clock, wrapping=FakeWrapping())
    plan(store, note="up the hill")
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.unlock(store.open_key(PASSPHRASE))
    app = CompanionApp(store, library, clock, place=Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        assert "up the hill" in text(app)
        await pilot.press("a")
        await settle(pilot)
        app.screen.query_one("#note", Input).value = "by the lake"
        await pilot.press("ctrl+l")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        await pilot.press("w", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        app.push_screen(WeekScreen(store, library, clock))
        await settle(pilot)
        assert "Your week is locked." in text(app)
        for private in ("hill", "20:00", "Quiet", "lake"):
            assert private not in text(app)
        await pilot.press("a", "c", "x", "w", "p", "enter")
        await settle(pilot)
        assert not app.screen.query_one(RowList).rows
    for path in filter(Path.is_file, (tmp_path / "data").rglob("*")):
        assert b"lake" not in path.read_bytes()
    store.unlock(store.open_key(PASSPHRASE))
    assert [each.fields["note"] for each in store.unkept] == ["by the lake"]
