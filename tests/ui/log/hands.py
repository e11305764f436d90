"""What a hand does in the log: write in a field, open the form, choose words, look where the cursor stands."""

from datetime import UTC, datetime

from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry, Who
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.log.form import EntryForm
from companion.ui.log.pick import PickSeveral
from companion.ui.messages import NoteMoment
from companion.ui.row_list import RowList

SIZES = [(80, 24), (120, 40), (40, 12)]
WORDS = "the cup broke"

FULL = Entry(
    at=datetime(2026, 11, 20, 17, 30, 12, tzinfo=UTC),
    kind="repair",
    strength=4,
    note="one\ntwo",
    feelings=("hurt", "torn"),
    need="rest",
    body="shaky",
    miss="defend",
    miss_by=Who.BOTH,
    repairs=("own", "ask"),
    result="helped-a-bit",
    mended="half",
    reached_by=Who.THEM,
    offer="comfort",
    reply="toward",
    context=("work",),
    person="M",
    answers="0" * 32,
    pause="1" * 32,
    quote="so\nmuch",
)
"""An entry that says something in every field."""


def cursor(pilot: Pilot[None]) -> str:
    """Return the text of the row under the cursor."""
    row = pilot.app.screen.query_one(RowList).chosen
    return row.text if row else ""


def write(pilot: Pilot[None], field: str, words: str) -> None:
    """Set the words of a field of the screen that is shown."""
    pilot.app.screen.query_one(f"#{field}", Input).value = words


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


def shown(pilot: Pilot[None]) -> object:
    """Return the screen that is shown."""
    return pilot.app.screen
