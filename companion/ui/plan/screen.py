"""Plan: the worksheets, in groups, and which of them are filled in."""

from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from companion.domain.content import Link
from companion.domain.times import Clock, local, say_day
from companion.domain.worksheet import Answers, Worksheet
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui import locked
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row


class PlanScreen(PlaceScreen):
    """A list of worksheets; `enter` opens one."""

    CSS_PATH = [STYLES / "plan.tcss"]

    place = Place.PLAN

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library

    def compose_place(self) -> ComposeResult:
        """What the place is for, and the worksheets."""
        yield Static("Written when you are calm, so that it is there when you are not.", id="why")
        yield Static(locked.PLAN, id="locked", classes="quiet", markup=False)
        yield RowList(wrapped=True)

    def on_mount(self) -> None:
        """Start in the list; whether it is locked is said once that is known."""
        self.query_one("#locked").display = False
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Show what is filled in, once the first frame is out."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        self.query_one("#locked").display = self._store.is_locked
        self.query_one(RowList).display = not self._store.is_locked
        if self._store.is_locked:
            self.query_one(RowList).show(())
            return
        rows: list[Row] = []
        worksheets = sorted(self._library.worksheets.values(), key=lambda each: each.group)
        for group, members in groupby(worksheets, key=lambda each: each.group):
            rows.append(Row(group))
            for worksheet in members:
                rows += [self._row(worksheet), Row("")]
        self.query_one(RowList).show(rows[:-1])

    def _row(self, worksheet: Worksheet) -> Row:
        answers = self._store.worksheets.get(worksheet.slug)
        is_filled = answers is not None and any(map(str.strip, answers.answers.values()))
        tail = f"filled in {self._say_when(answers)}" if answers and is_filled else "empty"
        return Row(worksheet.title, worksheet.slug, tail=tail, help=worksheet.why)

    def _say_when(self, answers: Answers) -> str:
        day, today = local(answers.filled_at).date(), local(self.clock()).date()
        return {0: "today", 1: "yesterday"}.get((today - day).days, say_day(day, today))

    @on(RowList.Chosen)
    def open(self, event: RowList.Chosen) -> None:
        """Open the worksheet."""
        self.post_message(Follow(Link("worksheets", event.row.id or "")))
