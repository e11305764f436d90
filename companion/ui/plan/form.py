"""The one form that runs every worksheet, built from the worksheet's fields."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from companion.domain.times import Clock
from companion.domain.worksheet import Answers, Worksheet
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.dialogs import Choose
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.plan.editors import ChoiceRows
from companion.ui.plan.field_box import FieldBox
from companion.ui.rows import Row

_MARGINS = 8
"""Cells beside an editor."""
_WIDEST = 72


class WorksheetForm(PlaceScreen):
    """A worksheet's fields, with the answers kept before."""

    CSS_PATH = [STYLES / "worksheet_form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="worksheet.keep"),
        Binding("f3", "card", "Card", id="worksheet.card"),
        Binding("escape", "back", "Back", id="worksheet.back"),
    ]

    place = Place.PLAN

    def __init__(self, worksheet: Worksheet, store: Store, clock: Clock) -> None:
        super().__init__(clock)
        self._worksheet = worksheet
        self._store = store

    def compose_place(self) -> ComposeResult:
        """Title, why, and a box for each field."""
        kept = self._kept().answers
        room = min(_WIDEST, self.app.size.width - _MARGINS)
        with VerticalScroll(id="fields", can_focus=False):
            yield Static(self._worksheet.title, id="title", markup=False)
            yield Static(self._worksheet.why, classes="quiet", id="why", markup=False)
            for field in self._worksheet.fields:
                yield FieldBox(field, kept.get(field.id, ""), room)

    def on_mount(self) -> None:
        """Start in the first field."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the first field, the title still in sight."""
        self._boxes[0].editor.focus(scroll_visible=False)

    @property
    def _boxes(self) -> list[FieldBox]:
        return list(self.query(FieldBox))

    def _kept(self) -> Answers:
        """Return what is on the disk, or empty answers."""
        kept = self._store.worksheets.get(self._worksheet.slug)
        return kept or Answers(id=self._worksheet.slug, filled_at=self.clock())

    def _answers(self) -> Answers:
        """Return what is on the disk with what was changed here."""
        changed = {box.field.id: box.answer for box in self._boxes if box.is_changed}
        merged = self._kept().answers | changed
        filled = {field: answer for field, answer in merged.items() if answer.strip()}
        return Answers(id=self._worksheet.slug, answers=filled, filled_at=self.clock())

    # -- keeping

    def _keep(self) -> None:
        """Keep the answers as they stand.

        Raises:
            StoreError: if they did not reach the disk; they go on standing here.
        """
        self._store.worksheets.keep(self._answers())
        for box in self._boxes:
            box.take_as_kept()
        self.notify("Kept.", markup=False)

    def _all_fit(self) -> bool:
        """Check every field, and go to the first that does not fit."""
        wrong = [box for box in self._boxes if not box.check()]
        if wrong:
            wrong[0].editor.focus()
        return not wrong

    def action_keep(self) -> None:
        """Keep the answers, and stay."""
        if self._all_fit():
            try:
                self._keep()
            except StoreError as error:
                self.notify(str(error), severity="warning", markup=False)

    def action_back(self) -> None:
        """Go back; what was changed is kept, or asked about if it can't be kept as it should."""
        if not any(box.is_changed for box in self._boxes):
            self.dismiss()
        elif self._all_fit():
            self._keep_and_leave()
        else:
            self._ask("One answer is not understood yet.")

    def _keep_and_leave(self) -> None:
        try:
            self._keep()
        except StoreError as error:
            self._ask(str(error))
        else:
            self.dismiss()

    def keep_unkept(self) -> bool:
        """Keep the answers as they stand."""
        if any(box.is_changed for box in self._boxes):
            try:
                self._store.worksheets.keep(self._answers())
            except StoreError:
                return False
            for box in self._boxes:
                box.take_as_kept()
        return True

    def _ask(self, problem: str) -> None:
        rows = [Row("Keep it", "keep"), Row("Throw it away", "drop"), Row("Go on writing", "stay")]
        self.app.push_screen(Choose(problem, rows), self._leave)

    def _leave(self, answer: str | None) -> None:
        if answer == "keep":
            self._keep_and_leave()
        elif answer == "drop":
            self.dismiss()

    # -- moving and looking

    @on(Input.Submitted)
    @on(ChoiceRows.Chosen)
    def to_the_next_field(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def action_card(self) -> None:
        """Show the answers as a card."""
        self.app.push_screen(CardScreen(self._worksheet, self._answers(), self.clock))
