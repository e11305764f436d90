"""What a hand does in worksheets and in the week: open them, fill them, keep; and the worksheets that the tests use."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.week_time import TimeKind, WeekTime
from companion.domain.worksheet import Worksheet
from companion.resources import LIBRARY
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.field.box import FieldBox
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.week import WeekScreen
from companion.ui.row_list import RowList
from tests.conftest import MovableClock
from tests.screens import text

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])

AGREEMENT = "our-pause-agreement"
CALMS = "what-calms-me"

STRONG = Worksheet(
    slug="strong",
    title="How strong",
    group="For a pause",
    why="Why.",
    fields=(
        Field(id="strong", label="How strong", kind=FieldKind.SCALE),
        Field(id="who", label="Who", kind=FieldKind.CHOICE, choices=("me", "both of us")),
    ),
)

HOUR = timedelta(hours=1)
TODAY = date(2026, 11, 22)
QUIET, SOLO, TOGETHER = TimeKind


def box(app: CompanionApp, field: str) -> FieldBox:
    return next(box for box in app.screen.query(FieldBox) if box.field.id == field)


def line(app: CompanionApp, field: str) -> Input:
    return box(app, field).query_one(Input)


def area(app: CompanionApp, field: str) -> TextArea:
    return box(app, field).query_one(TextArea)


async def open_form(
    pilot: Pilot[None], worksheet: Worksheet, store: Store, clock: MovableClock, filling: Answers | None = None
) -> None:
    await pilot.pause()
    pilot.app.push_screen(WorksheetForm(worksheet, store, Library(LIBRARY), clock, filling))
    await pilot.pause()
    await pilot.pause()


def keep(store: Store, clock: MovableClock, slug: str, **said: str) -> None:
    store.worksheets.keep(Answers(id=slug, answers=said, filled_at=clock()))


def newest(store: Store, slug: str) -> Answers | None:
    """Return what was filled in last."""
    found = [each for each in store.worksheets if each.of == slug]
    return max(found, key=lambda each: each.filled_at, default=None)


def choose(app: CompanionApp, row_id: str) -> None:
    """Put the cursor on a row of the list that is shown."""
    rows = app.screen.query_one(RowList)
    rows.cursor = next(at for at, row in enumerate(rows._rows) if row.id == row_id)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is shown."""
    for _ in range(3):
        await pilot.pause()


def filled(store: Store, clock: MovableClock, slug: str, **answers: str) -> Answers:
    """Keep a filling as the form keeps it, with an id of its own."""
    return store.worksheets.keep(Answers(worksheet=slug, answers=answers, filled_at=clock()))


def said(app: CompanionApp) -> str:
    """Return the screen as running words."""
    return " ".join(text(app).split())


def fail(*_: object) -> None:
    raise NotKept("Not kept: the disk is full. Free some space, then try again.")


def plan(store: Store, kind: TimeKind = QUIET, days: int = 0, at: int = 20, **more: Any) -> WeekTime:
    facts = {"length": 2 * HOUR, **more}
    return store.week_times.keep(WeekTime(kind=kind, day=TODAY + timedelta(days=days), at=time(at), **facts))


async def open_week(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("w")
    await settle(pilot)
    assert isinstance(pilot.app.screen, WeekScreen)


async def write_week(pilot: Pilot[None], **words: str) -> None:
    """Fill the lines of the form that is shown, and keep it."""
    for name, said in words.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = said
    await pilot.press("ctrl+s")
    await settle(pilot)


def kept_times(store: Store) -> list[tuple[str, int, str, timedelta, timedelta | None]]:
    found = sorted(store.week_times, key=lambda each: (each.day, each.at))
    return [(each.kind.value, each.day.day, f"{each.at:%H:%M}", each.length, each.was) for each in found]
