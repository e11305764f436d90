"""Writing a message here, not in the phone; it waits until its hour."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.held import SEND_IT, HeldDraft
from companion.domain.times import Clock, say_clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.text.plain import drawable, one_line
from companion.ui.area import Area
from companion.ui.bindings import key_of
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.line import Line
from companion.ui.places import Place
from companion.ui.words.draft_screen import DraftScreen

_NIGHT = [("yes", _("waits till 8")), ("no", _("opens"))]

FORM = "held"
"""The id of the message that is not held yet."""


class HoldMessage(DraftScreen):
    """The message, until when, and how strong the pull is; what is typed waits until it is held, locked or not."""

    CSS_PATH = [STYLES / "words_hold.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Hold it", id="hold.keep"),
        Binding("escape", "back", "Back", id="hold.back"),
        Binding("up", "app.focus_previous", "Field above", id="hold.above", show=False),
        Binding("down", "app.focus_next", "Field below", id="hold.below", show=False),
    ]

    place = Place.WORDS

    def __init__(self, store: Store, clock: Clock, words: str = "") -> None:
        """Make the screen; what was typed before stands there again.

        Args:
            store: Where the message goes.
            clock: Tells when it opens.
            words: What is to be held, behind what stands there.
        """
        super().__init__(store, clock, FORM, _("{hold} in Words", hold=key_of("words.hold", "ctrl+o")))
        self._held = HeldDraft.of(self._begun.fields if self._begun else {})
        if words:
            self._held.take(words)

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """The message, its hour, the night, the pull, and when not to hold."""
        draft = self._held
        with VerticalScroll(id="fields", can_focus=False):
            yield self.about()
            yield Area(draft.text, _("Write it here, as you would send it."), id="message")
            yield Static("", id="message-problem", classes="problem -empty", markup=False)
            with Vertical(classes="part"):
                yield Static(_("For or until"), classes="label")
                yield Line(draft.until, _("1h, until 20:40, overnight"), id="until")
            yield Static("", id="opens", classes="quiet", markup=False)
            with Vertical(classes="part"):
                yield Static(_("At night it"), classes="label")
                yield Choice(_NIGHT, draft.night, id="night")
            with Vertical(classes="part"):
                yield Static(_("The pull now"), classes="label")
                yield StrengthChoice(draft.pull or None, id="pull")
            yield Static(SEND_IT, id="safety", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Start in the message, behind its last word."""
        self._draw()
        area = self.query_one("#message", Area)
        area.cursor_location = area.document.end
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the message."""
        self.query_one("#message").focus(scroll_visible=False)

    def tick(self) -> None:
        """Keep the hour true."""
        super().tick()
        if self.is_shown:
            self._draw()

    def _draw(self) -> None:
        """Say when it opens, or what is wrong with the time."""
        now = self.clock()
        opens = self.query_one("#opens", Static)
        try:
            said = _("It opens at {clock}.", clock=say_clock(self._held.open_at(now), now))
            opens.set_classes("quiet")
        except ValueError as error:
            said = one_line(str(error))
            opens.set_classes("problem")
        opens.update(said)

    # -- writing

    @property
    def typed(self) -> Words:
        """The message as it stands; nothing if it stands elsewhere too."""
        return msgspec.structs.asdict(self._held) if self._held.is_unkept else {}

    def put(self, words: Words) -> None:
        """Let the fields show a message, or none."""
        self._held = HeldDraft.of(words)
        self.query_one("#message", Area).text = drawable(self._held.text)
        self.query_one("#until", Line).value = one_line(self._held.until)
        self.query_one("#night", Choice).value = self._held.night
        self.query_one("#pull", StrengthChoice).value = self._held.pull or None

    @on(Area.Changed)
    def take_words(self) -> None:
        """Take the message as it is typed."""
        area = self.query_one("#message", Area)
        if area.text != drawable(self._held.text):
            self._held.text = area.text
            self._say_problem("")
            self.write_later()

    @on(Input.Changed, "#until")
    def take_hour(self, event: Input.Changed) -> None:
        """Take the hour as it is typed."""
        self._held.until = event.value
        self._draw()
        self.write_later()

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    @on(Choice.Changed, "#night")
    def take_night(self, event: Choice.Changed) -> None:
        """Let it open at night, or not."""
        self._held.night = event.value or "yes"
        self._draw()
        self.write_later()

    @on(Choice.Changed, "#pull")
    def take_pull(self, event: Choice.Changed) -> None:
        """Take how strong the pull is."""
        self._held.pull = event.value or ""
        self.write_later()

    def _say_problem(self, words: str) -> None:
        problem = self.query_one("#message-problem", Static)
        problem.set_class(not words, "-empty")
        problem.update(words)

    # -- holding

    def action_keep(self) -> None:
        """Hold the message; what is wrong is said beside its field."""
        now = self.clock()
        try:
            self._held.open_at(now)
        except ValueError:
            self.query_one("#until").focus()
            return
        try:
            held = self._store.held.keep(self._held.message(now, self.pause.id if self.pause else None))
        except ValueError as error:
            self._say_problem(str(error))
            self.focus_first()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self._held = HeldDraft()
            self.keep_unkept()
            self.notify(_("It waits until {clock}.", clock=say_clock(held.open_at, now)), markup=False)
            self.dismiss()
