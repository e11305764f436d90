"""Dated things of the plan come to Now on their day, in a quiet line each, and not at night."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import msgspec
import pytest

from companion.domain.entry import Entry
from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.week_time import TimeKind, WeekTime
from companion.domain.worksheet import Worksheet
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from tests.conftest import HOSTILE, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import lines, text
from tests.ui.plan.hands import settle


def filled(store: Store, clock: MovableClock, slug: str, **answers: str) -> None:
    store.worksheets.keep(Answers(worksheet=slug, answers=answers, filled_at=clock()))


async def now_at(
    store: Store, sheets: Library, clock: MovableClock, moment: datetime, size: tuple[int, int] = (80, 24)
) -> str:
    clock.now = moment
    app = CompanionApp(store, sheets, clock)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        return text(app)


def at(day: int, hour: int, month: int = 12) -> datetime:
    """Return a moment of Berlin's winter."""
    return datetime(2026, month, day, hour - 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "is_said"),
    [
        (at(30, 12, 11), False),
        (at(1, 9), True),
        (at(1, 21), True),
        (at(1, 22), False),
        (at(2, 7), False),
        (at(2, 8), True),
        (at(7, 12), True),
        (at(8, 12), False),
    ],
)
async def test_a_look_back_that_was_planned_comes_on_its_day_and_for_a_week_but_not_at_night(
    store: Store, sheets: Library, clock: MovableClock, moment: datetime, is_said: bool
) -> None:
    filled(store, clock, "boundary-like", say="No calls after ten", again="2026-12-01")
    shown = await now_at(store, sheets, clock, moment)
    assert ("7  Plan      A line of mine · to look at again" in shown) is is_said


@pytest.mark.parametrize(
    ("moment", "is_said"),
    [
        (datetime(2027, 3, 28, 5, 59, tzinfo=UTC), False),  # 07:59 on the day that lacks 02:00
        (datetime(2027, 3, 28, 6, 0, tzinfo=UTC), True),
        (datetime(2027, 3, 28, 19, 59, tzinfo=UTC), True),
        (datetime(2027, 3, 28, 20, 0, tzinfo=UTC), False),
        (datetime(2026, 10, 25, 6, 59, tzinfo=UTC), False),  # 07:59 on the day that has 02:00 twice
        (datetime(2026, 10, 25, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 20, 59, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 21, 0, tzinfo=UTC), False),
    ],
)
async def test_the_hours_are_those_of_the_clock_on_the_wall_on_the_days_that_it_is_changed(
    store: Store, sheets: Library, clock: MovableClock, moment: datetime, is_said: bool
) -> None:
    day = moment.date()
    clock.now = moment - timedelta(days=14)
    filled(store, clock, "boundary-like", say="No calls", again=day.isoformat())
    filled(store, clock, "letter", words="secret", opens=day.isoformat())
    for days in (14, 7):
        clock.now = moment - timedelta(days=days)
        filled(store, clock, "weekly", near="5")
    store.week_times.keep(WeekTime(kind=TimeKind.QUIET, day=day, at=time(21), length=timedelta(hours=2)))
    shown = await now_at(store, sheets, clock, moment, (80, 30))
    assert ("7  Plan      Quiet from 21:00, 2 hours" in shown) is is_said
    assert ("and 2 more" in shown) is is_said


async def test_the_night_is_not_quiet_where_one_does_not_want_it(
    store: Store, sheets: Library, clock: MovableClock
) -> None:
    store.keep_settings(msgspec.structs.replace(store.settings, nights_quiet=False))
    filled(store, clock, "boundary-like", say="No calls", again="2026-12-01")
    assert "to look at again" in await now_at(store, sheets, clock, at(1, 23))


async def test_a_letter_that_opens_is_said_without_its_words(
    store: Store, sheets: Library, clock: MovableClock
) -> None:
    filled(store, clock, "letter", words="secret words", opens="2026-12-01")
    assert "A letter" not in await now_at(store, sheets, clock, at(30, 12, 11))
    shown = await now_at(store, sheets, clock, at(1, 12))
    assert "A letter · can be read today" in shown
    assert "secret" not in shown


@pytest.mark.parametrize(("times", "is_said"), [(1, False), (2, True)])
async def test_a_check_in_comes_back_once_it_was_kept_twice(
    store: Store, sheets: Library, clock: MovableClock, times: int, is_said: bool
) -> None:
    for _ in range(times):
        filled(store, clock, "weekly", near="5")
        clock.move(days=7)
    assert ("The week · due again today" in await now_at(store, sheets, clock, clock.now)) is is_said


async def test_what_was_looked_at_again_does_not_come_back(store: Store, sheets: Library, clock: MovableClock) -> None:
    filled(store, clock, "boundary-like", say="No calls", again="2026-12-01")
    looked = next(iter(store.worksheets))
    store.worksheets.keep(msgspec.structs.replace(looked, filled_at=at(1, 12)))
    assert "look at again" not in await now_at(store, sheets, clock, at(1, 13))


async def test_many_take_three_lines_and_hostile_words_one(store: Store, sheets: Library, clock: MovableClock) -> None:
    for number in range(5):
        filled(store, clock, "boundary-like", say=f"{number} {HOSTILE} {'x' * 300}", again="2026-12-01")
    clock.now = at(1, 12)
    app = CompanionApp(store, sheets, clock)
    for size in ((80, 24), (40, 12)):
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            shown = [line for line in lines(app) if "A line of mine" in line or "and 3 more" in line]
            assert "\x1b" not in text(app)
            assert "❯ I need space" in text(app)
        assert len(shown) == (2 if size == (40, 12) else 3)
        app = CompanionApp(store, sheets, clock)


async def test_nothing_is_said_while_it_is_locked(tmp_path: Path, sheets: Library, clock: MovableClock) -> None:
    store = Store(tmp_path / "data", clock=clock, wrapping=FakeWrapping())
    filled(store, clock, "boundary-like", say="No calls", again="2026-12-01")
    store.set_passphrase(store.new_key("tea and toast"))
    store.lock()
    shown = await now_at(store, sheets, clock, at(1, 12))
    assert "look at again" not in shown
    assert "7  Plan  " not in shown.splitlines()[3:]


@pytest.mark.parametrize(("whole", "said"), [(False, "Sa, UB"), (True, "Sam, Uncle Bo")])
async def test_persons_are_called_as_in_the_log(
    whole: bool, said: str, store: Store, sheets: Library, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in ("Sam", "Sofia"):
        store.entries.keep(Entry(at=clock(), kind="good", person=person))
    store.keep_settings(msgspec.structs.replace(store.settings, show_names=whole))
    whom = Field(id="whom", label="With whom", kind=FieldKind.PEOPLE)
    again = Field(id="again", label="Again", kind=FieldKind.DATE)
    talk = Worksheet(
        slug="talk", title="A talk", group="Ours", why="Why.", fields=(whom, again), several=True, review="again"
    )
    monkeypatch.setattr(type(sheets.worksheet_files), "of", lambda *_: [talk])
    filled(store, clock, "talk", whom="Sam\nUncle Bo", again="2026-12-01")
    shown = await now_at(store, sheets, clock, at(1, 12))
    assert f"7  Plan      A talk · to look at again today · {said}" in shown
