"""What a hand does in a worksheet: open it, find its fields, keep it; and the worksheets that the tests use."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from companion.domain.filling import Answers
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_field import Field, FieldKind
from companion.resources import LIBRARY
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.plan.field_box import FieldBox
from companion.ui.plan.form import WorksheetForm
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
