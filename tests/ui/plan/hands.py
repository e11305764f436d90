"""What a hand does in a worksheet: open it, find its fields, keep it; and the worksheets that the tests use."""

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from companion.domain.worksheet import Answers, Field, FieldKind, Worksheet
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.plan.field_box import FieldBox
from companion.ui.plan.form import WorksheetForm
from tests.conftest import MovableClock

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


async def open_form(pilot: Pilot[None], worksheet: Worksheet, store: Store, clock: MovableClock) -> None:
    await pilot.pause()
    pilot.app.push_screen(WorksheetForm(worksheet, store, clock))
    await pilot.pause()
    await pilot.pause()


def keep(store: Store, clock: MovableClock, slug: str, **said: str) -> None:
    store.worksheets.keep(Answers(id=slug, answers=said, filled_at=clock()))


def fail(*_: object) -> None:
    raise NotKept("Not kept: the disk is full. Free some space, then try again.")
