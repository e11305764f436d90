"""The drill: an *instead of*, a moment to think, then one way to say it; a line of one's own can be kept."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.drill import deal
from companion.domain.script import OwnScript, fill
from companion.domain.slots import pause_slots
from companion.domain.times import Clock, local
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.text.plain import one_line
from companion.ui.bindings import key_of, with_keys
from companion.ui.line import Line
from companion.ui.places import Place
from companion.ui.words.draft_screen import DraftScreen
from companion.ui.words.hold import HoldMessage

FORM = "drill"
"""The id of the lines that are not kept yet."""

_THINK = _("Think of another way, or write it. enter shows one.")
_NEXT = _("One way of many. enter goes on.")


class DrillScreen(DraftScreen):
    """One pair at a time, as many as one likes. Nothing is counted."""

    CSS_PATH = [STYLES / "words_drill.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="drill.back"),
        Binding("enter", "go_on", "Show, go on", id="drill.go-on", priority=True),
        Binding("ctrl+s", "keep", "Keep my line", id="drill.keep"),
        Binding("up", "step(-1)", "The one before", id="drill.before", show=False),
        Binding("down", "step(1)", "The next", id="drill.next", show=False),
        Binding("ctrl+o", "hold", "Hold a message", id="drill.hold", show=False),
    ]

    place = Place.WORDS

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, clock, FORM, _("{drill} in Words", drill=key_of("words.drill", "t")))
        self._cards = deal(library.script_files.values(), local(clock()).date())
        self._lines = dict(self._begun.fields) if self._begun else {}
        """Card to the line typed at it."""
        self._at = self._first_line()
        self._is_revealed = False

    def compose_place(self) -> ComposeResult:
        """The situation, what one might say, the own line, what to try."""
        with VerticalScroll(id="card", can_focus=False):
            yield self.about()
            yield Static("", id="situation", classes="quiet", markup=False)
            yield Static("", id="instead-of", markup=False)
            yield Line("", _("how I would say it"), id="line")
            yield Static("", id="try", markup=False)
            yield Static("", id="care-note", classes="problem", markup=False)
            yield Static("", id="foot", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Show the first pair."""
        self._draw()
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the own line."""
        self.query_one("#line").focus(scroll_visible=False)

    def _draw(self) -> None:
        card = self._cards[self._at]
        self.query_one("#situation", Static).update(card.situation)
        self.query_one("#instead-of", Static).update(_("Instead of: {instead_of}", instead_of=card.instead_of))
        self.query_one("#line", Line).value = one_line(self._line())
        slots = pause_slots(None, self.clock())
        shown = _("Try: {words}", words=one_line(fill(card.text, slots))) if self._is_revealed else ""
        self._say("try", shown)
        self._say("care-note", with_keys(card.care_note) if self._is_revealed else "")
        self._say("foot", _NEXT if self._is_revealed else _THINK)
        self.refresh_bindings()

    def _say(self, name: str, words: str) -> None:
        part = self.query_one(f"#{name}", Static)
        part.set_class(not words, "-empty")
        part.update(words)

    @on(Input.Changed, "#line")
    def take_line(self) -> None:
        """Take the line as it is typed; it stays at its card."""
        typed = self.query_one("#line", Line).value
        if typed != one_line(self._line()):
            self._lines[self._cards[self._at].id] = typed
            self.refresh_bindings()
            self.write_later()

    def action_go_on(self) -> None:
        """Show what to try; then the next pair."""
        if self._is_revealed:
            self.action_step(1)
        else:
            self._is_revealed = True
            self._draw()

    def action_step(self, step: int) -> None:
        """Show another pair, covered."""
        self._at = (self._at + step) % len(self._cards)
        self._is_revealed = False
        self._draw()

    def action_keep(self) -> None:
        """Keep the line as own words."""
        try:
            self._store.scripts.keep(OwnScript(text=self._line().strip()))
        except (ValueError, StoreError) as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            del self._lines[self._cards[self._at].id]
            self.keep_unkept()
            self._draw()
            self.notify(_("Kept with your own words."), markup=False)

    def action_hold(self) -> None:
        """Write a message to hold."""
        self.app.push_screen(HoldMessage(self._store, self.clock))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to keep a line that is there, while that can be done."""
        if action == "keep":
            return not self._store.is_locked and bool(self._line().strip())
        return True

    def _line(self) -> str:
        return str(self._lines.get(self._cards[self._at].id, ""))

    def _first_line(self) -> int:
        """Return the place of the first card that a line was typed at; the first of all without one."""
        return next((at for at, card in enumerate(self._cards) if self._lines.get(card.id)), 0)

    @property
    def typed(self) -> Words:
        """The lines that are not kept."""
        return {card_id: line for card_id, line in self._lines.items() if str(line).strip()}

    def put(self, words: Words) -> None:
        """Show a card with a line of these, or the first without any."""
        self._lines = dict(words)
        self._at, self._is_revealed = self._first_line(), False
        self._draw()
