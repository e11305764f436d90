"""Every shipped worksheet from one end to the other: opened, filled in by keys, kept, read, printed, done again."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from textual import events
from textual.pilot import Pilot

from companion.commands.main import companion
from companion.domain.entry import Entry
from companion.domain.field import FieldKind
from companion.domain.worksheet import Worksheet
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.field.box import FieldBox
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.screen import PlanScreen
from companion.ui.row_list import RowList
from companion.ui.tick_list import TickList
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.plan.hands import choose, settle

SHEETS = Library(LIBRARY).worksheets
_WRITTEN = {
    FieldKind.LINE: ("a line", "a new line"), FieldKind.TEXT: ("a line\nand another", "new\nlines\n"),
    FieldKind.DATE: ("in 3 weeks", "in 4 weeks"), FieldKind.CLOCK: ("8pm", "9pm"), FieldKind.LENGTH: ("1h 15m", "2h"),
    FieldKind.PEOPLE: ("S", "T"),
}  # fmt: skip
"""What is put into a field, the first time and the second."""


def keys(box: FieldBox, sheet: Worksheet, time: int) -> list[str]:
    """Return the keys that answer a field, other ones each time, and no answer that asks for safety."""
    unsafe = sheet.unsafe_if.get(box.field.id, ())
    safe = [at for at, choice in enumerate(box.field.choices) if choice not in unsafe] or [0, 1]
    at = safe[time % len(safe)]
    match box.field.kind:
        case FieldKind.SCALE:
            return [str(6 - time)]
        case FieldKind.LOG:
            return ["right", "enter"]
        case FieldKind.CHOICE if not isinstance(box.editor, TickList):
            return ["right"] * (at + 1)
    return ["down"] * at + ["space"]


async def fill(pilot: Pilot[None], sheet: Worksheet, time: int) -> None:
    """Open the worksheet under the cursor of the plan, answer every field that is empty or the first, and keep it."""
    app = pilot.app
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(app.screen, WorksheetForm)
    for number, box in enumerate(app.screen.query(FieldBox)):
        if box.answer and number > 0:
            continue
        if words := _WRITTEN.get(box.field.kind):
            box.editor.post_message(events.Paste(words[time]))
        else:
            app.screen.set_focus(box.query(Choice).last() if box.field.kind is FieldKind.LOG else box.editor)
            for key in keys(box, sheet, time):
                app.simulate_key(key)
            await pilot.pause()
    await pilot.press("ctrl+s")
    await settle(pilot)
    if isinstance(app.screen, CardScreen):
        await pilot.press("escape" if sheet.keep else "ctrl+s")
        await settle(pilot)
    if isinstance(app.screen, WorksheetForm):
        await pilot.press("escape")
        await settle(pilot)
    assert isinstance(app.screen, PlanScreen)


def run(folder: Path, *words: str) -> str:
    """Return what a verb says, which opens the data folder anew."""
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "plan", *words]).output


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
async def test_it_is_filled_in_kept_read_printed_and_done_again(
    library: Library, clock: MovableClock, tmp_path: Path, sheet: Worksheet
) -> None:
    store = Store(tmp_path)
    store.entries.keep(Entry(at=clock(), note="the dishes"))
    app = CompanionApp(store, library, clock, place=Place.PLAN)
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        for time in (0, 1):
            choose(app, sheet.slug)
            await fill(pilot, sheet, time)
            clock.move(days=1)
        choose(app, sheet.slug)
        await pilot.press("h")
        await settle(pilot)
        assert "22 November" in text(app)
        rows = [row for row in app.screen.query_one(RowList).rows if row.id]
    store.close()

    first, second = sorted(Store(tmp_path).worksheets, key=lambda each: each.filled_at)
    assert first.answers.keys() == second.answers.keys() == {field.id for field in sheet.fields}
    assert first.answers != second.answers
    assert [row.id for row in rows] == [second.id, first.id]
    shown, card = run(tmp_path, sheet.slug), run(tmp_path, "card", sheet.slug)
    assert sheet.title in shown
    if sheet.seal and not sheet.sealed:
        assert all("sealed until" in row.tail for row in rows)
        assert "Sealed until" in card
    else:
        assert "22 November" in rows[0].help
        assert sheet.several or "on 22 November" in shown
        assert len(card.splitlines()) > 1
