"""The fillings of a worksheet, newest first, each beside the one before it, in words."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.filling import Answers
from companion.domain.person import Names
from companion.domain.times import Clock, local, say_day, say_weekday
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_beside import beside
from companion.domain.worksheet_gone import GONE, with_gone_fields
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import is_unsafe
from companion.domain.worksheet_seal import is_closed, readable, say_sealed
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.plan.card import CardScreen
from companion.ui.plan.filling_list import DELETE, UNDO, FillingList
from companion.ui.plan.form import WorksheetForm
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_NONE = _("Nothing is kept here yet.")


class HistoryScreen(FillingList):
    """A row a filling; `enter` looks at it, `e` changes it."""

    CSS_PATH = [STYLES / "history.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="history.edit"),
        DELETE,
        UNDO,
        Binding("escape", "back", "Back", id="history.back"),
    ]

    def __init__(self, worksheet: Worksheet, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._worksheet = worksheet

    def compose_place(self) -> ComposeResult:
        """The title and the rows."""
        yield Static(self._worksheet.title, id="heading", markup=False)
        yield RowList(wrapped=True)

    # -- the rows

    @property
    def _kept(self) -> list[Answers]:
        return [each for each in fillings(self._worksheet, self._store.worksheets) if each.is_filled]

    @property
    def _offers(self) -> Offers:
        return Offers(self._library.vocabulary, self._store.entries, whole_names=self._store.settings.show_names)

    def _draw(self) -> None:
        kept, names = self._kept, self._offers.names
        rows = [self._row_of(each, self._before(each, kept), names) for each in kept]
        self._rows.show(rows or [Row(_NONE, indent=True)])
        self.refresh_bindings()

    def _before(self, filling: Answers, kept: list[Answers]) -> Answers | None:
        """Return the one before that can be read; None for the first one."""
        today, older = local(self.clock()).date(), kept[kept.index(filling) + 1 :] if filling in kept else []
        before = next((each for each in older if not is_closed(self._worksheet, each, today)), None)
        return before and readable(self._worksheet, before, today)

    def _row_of(self, filling: Answers, before: Answers | None, names: Names) -> Row:
        today = local(self.clock()).date()
        day = say_weekday(filling.day, today)
        if is_closed(self._worksheet, filling, today):
            return Row(day, filling.id, help=say_sealed(self._worksheet, filling, today))
        return Row(day, filling.id, help=self._say_beside(readable(self._worksheet, filling, today), before, names))

    def _say_beside(self, filling: Answers, before: Answers | None, names: Names) -> str:
        """Say what differs from the filling before."""
        if before is None or is_unsafe(self._worksheet, filling):
            return ""
        worksheet = with_gone_fields(self._worksheet, filling, before)
        labels = {field.id: field.label for field in worksheet.fields}
        said = beside(worksheet, filling, before, names)
        other = [f"{labels[name]}: {words}" for name, words in said.items() if not words.startswith("the same as")]
        return " · ".join(other) or _("the same as on {day}", day=say_day(before.day, local(self.clock()).date()))

    @property
    def _filling(self) -> Answers | None:
        return self._store.worksheets.get(self._row_id) if self._row_id else None

    @on(RowList.Moved)
    def _move(self) -> None:
        self.refresh_bindings()

    # -- what can be done

    @on(RowList.Chosen)
    def look(self) -> None:
        """Look at the filling."""
        if (filling := self._filling) and not self._is_sealed(self._worksheet, filling):
            before = self._before(filling, self._kept)
            shown = readable(self._worksheet, filling, local(self.clock()).date())
            self.app.push_screen(CardScreen(self._worksheet, shown, before, self._offers, self._library, self.clock))

    def action_edit(self) -> None:
        """Change the filling; its day stays."""
        if (filling := self._filling) and not self._is_sealed(self._worksheet, filling):
            self.app.push_screen(WorksheetForm(self._worksheet, self._store, self._library, self.clock, filling))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for; what has no questions any more can't be changed."""
        if action == "edit":
            return self._filling is not None and self._worksheet.group != GONE
        return super().check_action(action, parameters)
