"""Plan: what belongs to today, the worksheets that are in use, and all the others in their groups."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.filling import Answers
from companion.domain.worksheet import STANDS_IN, Worksheet, fillings
from companion.domain.worksheet_gone import gone_worksheets
from companion.resources import STYLES
from companion.storage.errors import ContentError
from companion.ui import locked
from companion.ui.bindings import with_keys
from companion.ui.dialogs import Choose
from companion.ui.plan.filling_list import DELETE, UNDO, FillingList
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.history import HistoryScreen
from companion.ui.plan.listing import BROKEN, WEEK_ROW, Listing, read_row_id
from companion.ui.plan.week import WeekScreen
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_WHY = _("Written when you are calm, so that it is there when you are not.")

_WEEK_WHY = _("Quiet, solo and together time: what you plan, how it was, and how much of each you wish for.")


class PlanScreen(FillingList):
    """A list of worksheets; `enter` opens one, below it stands what it is good for."""

    CSS_PATH = [STYLES / "plan.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "week", "Week", id="plan.week"),
        Binding("h", "history", "Earlier ones", id="plan.history"),
        DELETE,
        UNDO,
    ]

    def compose_place(self) -> ComposeResult:
        """What the place is for, the worksheets, and what the one under the cursor is good for."""
        yield Static(_WHY, id="for", markup=False)
        yield Static(locked.say_locked(locked.PLAN), id="locked", classes="quiet", markup=False)
        yield RowList(wrapped=True)
        yield Static("", id="why", markup=False)

    def on_mount(self) -> None:
        """Whether it is locked is said once that is known."""
        self.query_one("#locked").display = False

    def _draw(self) -> None:
        is_locked = self._store.is_locked
        self.query_one("#locked").display = is_locked
        self._rows.display = not is_locked
        at = None if self._row_id else WEEK_ROW  # a file that can't be read is not what one came for
        self._rows.show(() if is_locked else Listing(self._store, self._library, self.clock()).rows(), at)
        if self.focused is None and not is_locked:  # a list that is hidden loses the focus
            self.focus_first()
        self.refresh_bindings()

    # -- where the cursor stands

    @property
    def _worksheet(self) -> Worksheet | None:
        """The worksheet under the cursor, or what stands in for one that is gone."""
        slug = read_row_id(self._row_id)[0]
        return self._library.worksheets.get(slug) or self._gone.get(slug)

    @property
    def _gone(self) -> dict[str, Worksheet]:
        """What stands in for worksheets whose files are gone."""
        return gone_worksheets(self._store.worksheets, self._library.worksheet_files.slugs)

    @property
    def _filling(self) -> Answers | None:
        """The filling under the cursor, if it is one of several."""
        _, filling = read_row_id(self._row_id)
        return self._store.worksheets.get(filling) if filling else None

    @property
    def _broken(self) -> ContentError | None:
        """What is wrong with the file under the cursor."""
        files = self._library.worksheet_files.broken
        return next((each for each in files if self._row_id == f"{BROKEN}{each.path.name}"), None)

    @on(RowList.Moved)
    def _say_why(self) -> None:
        sheet = self._worksheet
        why = with_keys(sheet.why) if sheet else _WEEK_WHY if self._row_id == WEEK_ROW else ""
        own = [STANDS_IN] if sheet and sheet.slug in self._library.worksheet_files.standing_in else []
        self.query_one("#why", Static).update(" ".join((*own, why)))
        self.refresh_bindings()

    # -- what can be done

    @on(RowList.Chosen)
    def open(self) -> None:
        """Open the worksheet, or one of its fillings, unless it is sealed."""
        if self._row_id == WEEK_ROW:
            self.action_week()
        elif self._broken:
            self._say_wrong(self._broken)
        elif self._row_id in self._gone:
            self.action_history()
        elif (sheet := self._worksheet) and not (self._filling and self._is_sealed(sheet, self._filling)):
            self.app.push_screen(WorksheetForm(sheet, self._store, self._library, self.clock, self._filling))

    def _say_wrong(self, error: ContentError) -> None:
        """Say what is wrong with a file, and where it lies."""
        said = _(
            "{name}: {problem}\nIt lies in {folder}",
            name=error.path.name,
            problem=error.problem,
            folder=error.path.parent,
        )
        self.app.push_screen(Choose(said, [Row(_("Back to the plan"), "back")]))

    def action_week(self) -> None:
        """Look at the week: quiet, solo and together time."""
        self.app.push_screen(WeekScreen(self._store, self._library, self.clock))

    def action_history(self) -> None:
        """Look at all fillings of the worksheet."""
        if self._worksheet:
            self.app.push_screen(HistoryScreen(self._worksheet, self._store, self._library, self.clock))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for; nothing while it is locked."""
        if action in ("week", "history", "delete", "undo") and self._store.is_locked:
            return False
        if action == "history":
            sheet, kept = self._worksheet, self._store.worksheets
            return sheet is not None and any(each.is_filled for each in fillings(sheet, kept))
        return super().check_action(action, parameters)
