"""The bin: deleted entries, to be brought back or forgotten for good."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _, ngettext
from companion.domain.binned import LASTS, Binned, days_left
from companion.domain.log import say_entry
from companion.domain.person import Names
from companion.domain.times import say_clock
from companion.resources import STYLES
from companion.storage.binning import bring_back, empty_bin, forget_for_good, in_bin
from companion.storage.errors import StoreError
from companion.ui.dialogs import Choose
from companion.ui.list_screen import ListScreen
from companion.ui.locked import EARLIER, say_locked
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row, cut

_WAYS = _("They wait here for {days} days. Backups hold them for up to 14 days more.", days=LASTS.days)
_EMPTY = _("Nothing is here. What you delete waits here for {days} days.", days=LASTS.days)
_MOST = 240
"""Cells of an entry's words: enough to know it again."""
_YES, _NO = "yes", "no"


class BinScreen(ListScreen):
    """What was deleted, the last first, with the days left."""

    CSS_PATH = [STYLES / "bin.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "bring_back", "Bring back", id="bin.bring-back"),
        Binding("d", "forget", "Forget for good", id="bin.forget"),
        Binding("D", "forget_all", "Forget all", id="bin.forget-all"),
        Binding("escape", "back", "Back", id="bin.back"),
    ]

    place = Place.LOG

    def compose_place(self) -> ComposeResult:
        """The title, what is said of the bin, the entries."""
        yield Static(_("Deleted entries"), id="title", markup=False)
        yield Static(_WAYS, id="about", classes="quiet", markup=False)
        yield RowList(wrapped=True)

    def reload(self) -> None:
        """Show what can be brought back now; what has been here long enough goes."""
        self._do(partial(empty_bin, self._store, self.clock()))

    def _show(self) -> None:
        found = in_bin(self._store)
        why_empty = say_locked(EARLIER) if self._store.is_locked else _EMPTY
        self.set_class(not found, "-empty")
        named = [*self._store.entries, *(each.entry for each in found)]
        names = Names.among(named, whole=self._store.settings.show_names)
        self._rows.show([self._row_of(each, names) for each in found] or [Row(why_empty, indent=True)])
        self.refresh_bindings()

    def _row_of(self, binned: Binned, names: Names) -> Row:
        now = self.clock()
        said = say_entry(binned.entry, self._library.vocabulary, names)
        days = days_left(binned, now)
        left = ngettext("{n} day left", "{n} days left", days)
        return Row(cut(said, _MOST), binned.id, lead=say_clock(binned.entry.at, now), tail=left)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with."""
        if action in ("bring_back", "forget", "forget_all"):
            return self.is_shown and bool(self._here())
        return True

    def _here(self) -> list[str]:
        return [self._row_id] if self._row_id else []

    def _do(self, what: Callable[[], object]) -> None:
        try:
            what()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        self._show()

    # -- what can be done

    def on_row_list_chosen(self) -> None:
        """Bring back the one that was chosen."""
        self.action_bring_back()

    def action_bring_back(self) -> None:
        """Put the entry under the cursor in the log again."""
        self._do(partial(bring_back, self._store, self._here(), self.clock()))

    def action_forget(self) -> None:
        """Ask, then forget the entry under the cursor."""
        self._ask(
            self._here(),
            _("Forget this entry for good? It can't be brought back."),
            _("No, keep it here"),
            _("Yes, forget it"),
        )

    def action_forget_all(self) -> None:
        """Ask, then forget them all."""
        every = [each.id for each in in_bin(self._store)]
        question = _("Forget {n:,} for good? They can't be brought back.", n=len(every))
        self._ask(every, question, _("No, keep them here"), _("Yes, forget them"))

    def _ask(self, ids: Sequence[str], question: str, no: str, yes: str) -> None:
        rows = [Row(no, _NO), Row(yes, _YES)]
        self.app.push_screen(Choose(question, rows), partial(self._forget, ids))

    def _forget(self, ids: Sequence[str], answer: str | None) -> None:
        if answer == _YES:
            self._do(partial(forget_for_good, self._store, ids, self.clock()))
