"""Held messages: those that wait, those whose hour has come, and what became of the others."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.held import MORNING, SEND_IT, Decision, HeldMessage
from companion.domain.times import Clock, next_at, say_clock, say_length
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.locked import say_locked
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.words.hold import HoldMessage
from companion.ui.words.opened import Opened, OpenedMessage, Way

_TITLE = _("Held messages")
LOCKED = _("Held messages are locked. {unlock} unlocks them.")
_NONE = _("None yet. {write} writes one here instead of in the phone.")


class HeldScreen(PlaceScreen):
    """The list. Of a message that waits, it shows the hour and nothing else."""

    CSS_PATH = [STYLES / "words_held.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="held.back"),
        Binding("n,ctrl+o", "hold", "Hold a message", key_display="n", id="held.write"),
        Binding("enter", "open", "Open", id="held.open", show=False),
        Binding("d", "delete", "Delete", id="held.delete"),
        Binding("u", "undo", "Undo", id="held.undo"),
    ]

    place = Place.WORDS

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._forgotten: HeldMessage | None = None

    def compose_place(self) -> ComposeResult:
        """The title, what is not for holding, and the list."""
        yield Static(_TITLE, id="title", markup=False)
        yield Static(SEND_IT, id="safety", classes="quiet", markup=False)
        yield RowList(id="messages", wrapped=True)

    def on_mount(self) -> None:
        """Start in the list."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Read the messages again."""
        self.call_after_refresh(self._draw)

    def tick(self) -> None:
        """Open those whose hour has come."""
        super().tick()
        if self.is_shown:
            self._draw()

    def _draw(self, at: str | None = None) -> None:
        self.query_one(RowList).show(self._rows(), at)
        self.refresh_bindings()

    # -- the rows

    def _rows(self) -> list[Row]:
        """Return the messages: open, waiting, done, each with the newest or the nearest first."""
        if self._store.is_locked:
            return [Row(say_locked(LOCKED), indent=True)]
        now, kept = self.clock(), list(self._store.held)
        undecided = sorted((each for each in kept if each.decision is None), key=lambda each: each.open_at)
        done = sorted((each for each in kept if each.decision), key=lambda each: each.written_at, reverse=True)
        rows: list[Row] = []
        for label, held in (
            (_("Open now"), [each for each in undecided if each.is_open(now)]),
            (_("Waiting"), [each for each in undecided if not each.is_open(now)]),
            (_("For the talk"), [each for each in done if each.decision is Decision.SAVED]),
            (_("Done"), [each for each in done if each.decision is not Decision.SAVED]),
        ):
            if held:
                rows += [Row("")] if rows else []
                rows += [Row(label), *(self._row(each) for each in held)]
        return rows or [Row(_(_NONE, write=key_of("held.write", "n")), indent=True)]

    def _row(self, held: HeldMessage) -> Row:
        now = self.clock()
        written = _("written {clock}", clock=say_clock(held.written_at, now))
        if held.decision is not None:
            said = f"{held.decision.label} · {written}"
            return Row(said, held.id) if held.decision is Decision.LET_GO else Row(held.text, held.id, help=said)
        if held.is_open(now):
            return Row(held.text, held.id, help=written)
        left = say_length(held.open_at - now)
        return Row(
            _("It waits until {clock}", clock=say_clock(held.open_at, now)),
            held.id,
            help=_("{left} more · {written}", left=left, written=written),
        )

    def _here(self) -> HeldMessage | None:
        row = self.query_one(RowList).chosen
        return self._store.held.get(row.id) if row and row.id else None

    @on(RowList.Moved)
    def _move(self) -> None:
        self.refresh_bindings()

    # -- what can be done

    def action_hold(self) -> None:
        """Write a message to hold."""
        self.app.push_screen(HoldMessage(self._store, self.clock))

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Open the message, if its hour has come."""
        held, now = self._here(), self.clock()
        if held is None:
            return
        if held.decision is None and not held.is_open(now):
            self.notify(
                _("It waits until {clock}. {send_it}", clock=say_clock(held.open_at, now), send_it=SEND_IT),
                markup=False,
                timeout=6,
            )
        else:
            self.app.push_screen(OpenedMessage(held, now), self._take)

    def _take(self, opened: Opened | None) -> None:
        """Do with the message what was chosen."""
        if opened is None:
            return
        now = self.clock()
        held = self._store.held.get(opened.message)
        if held is None:
            self.notify(_("This message is gone."), markup=False)
        elif opened.way is Way.HOLD_ON:
            self._change(held, lambda: held.hold_until(next_at(now, MORNING)), _("It waits until the morning."))
        else:
            decision = Decision(opened.way.value)
            self._change(held, lambda: held.decide(decision, now, opened.pull), f"{decision.label}.")

    def _change(self, before: HeldMessage, change: Callable[[], HeldMessage], done: str) -> None:
        """Keep what becomes of a message; what stands against it is said."""
        try:
            self._store.held.edit(before, change())
        except (ValueError, StoreError) as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.notify(done, markup=False)
        self._draw(at=before.id)

    def action_delete(self) -> None:
        """Delete the message; it can be undone."""
        if held := self._here():
            try:
                self._forgotten = self._store.held.forget(held.id)
            except StoreError as error:
                self.notify(str(error), severity="warning", markup=False)
                return
            self._draw()
            self.notify(_("Deleted. {undo} brings it back.", undo=key_of("held.undo", "u")), markup=False)

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if held := self._forgotten:
            try:
                self._store.held.keep(held)
            except StoreError as error:
                self.notify(str(error), severity="warning", markup=False)
                return
            self._forgotten = None
            self._draw(at=held.id)

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for; while it is locked, only to hold another."""
        if action in ("open", "delete", "undo") and self._store.is_locked:
            return False
        if action == "delete":
            return self.is_shown and self._here() is not None
        return self._forgotten is not None if action == "undo" else True
