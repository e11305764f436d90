"""Writing a message here, not in the phone; it waits until its hour."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.held import SEND_IT
from companion.domain.times import Clock, say_clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.text.plain import drawable, one_line
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.line import Line
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.words.area import WordsArea
from companion.ui.words.drafts import Drafts

"""Said wherever a message is held."""

_NIGHT = [("yes", "waits till 8"), ("no", "opens")]


class HoldMessage(PlaceScreen):
    """The message, until when, and how strong the pull is; what is typed stays until it is held."""

    CSS_PATH = [STYLES / "words_hold.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "hold", "Hold it", id="hold.keep"),
        Binding("escape", "back", "Back", id="hold.back"),
        Binding("up", "app.focus_previous", "Field above", id="hold.above", show=False),
        Binding("down", "app.focus_next", "Field below", id="hold.below", show=False),
    ]

    place = Place.WORDS

    def __init__(self, drafts: Drafts, clock: Clock) -> None:
        super().__init__(clock)
        self._drafts = drafts

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """The message, its hour, the night, the pull, and when not to hold."""
        draft = self._drafts.held
        with VerticalScroll(id="fields", can_focus=False):
            yield WordsArea(draft.text, "Write it here, as you would send it.", id="message")
            yield Static("", id="message-problem", classes="problem -empty", markup=False)
            with Vertical(classes="part"):
                yield Static("For or until", classes="label")
                yield Line(draft.until, "1h, until 20:40, overnight", id="until")
            yield Static("", id="opens", classes="quiet", markup=False)
            with Vertical(classes="part"):
                yield Static("At night it", classes="label")
                yield Choice(_NIGHT, "yes" if draft.night_hold else "no", id="night")
            with Vertical(classes="part"):
                yield Static("The pull now", classes="label")
                strength = None if draft.pull is None else str(draft.pull)
                yield StrengthChoice(strength, id="pull")
            yield Static(SEND_IT, id="safety", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Start in the message, behind its last word."""
        self._draw()
        area = self.query_one("#message", WordsArea)
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
            said = f"It opens at {say_clock(self._drafts.held.open_at(now), now)}."
            opens.set_classes("quiet")
        except ValueError as error:
            said = one_line(str(error))
            opens.set_classes("problem")
        opens.update(said)

    # -- writing

    @on(WordsArea.Changed)
    def take_words(self) -> None:
        """Take the message as it is typed."""
        area = self.query_one("#message", WordsArea)
        if area.text != drawable(self._drafts.held.text):
            self._drafts.held.text = area.text
            self._say_problem("")

    @on(Input.Changed, "#until")
    def take_hour(self, event: Input.Changed) -> None:
        """Take the hour as it is typed."""
        self._drafts.held.until = event.value
        self._draw()

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    @on(Choice.Changed, "#night")
    def take_night(self, event: Choice.Changed) -> None:
        """Let it open at night, or not."""
        self._drafts.held.night_hold = event.value != "no"
        self._draw()

    @on(Choice.Changed, "#pull")
    def take_pull(self, event: Choice.Changed) -> None:
        """Take how strong the pull is."""
        self._drafts.held.pull = None if event.value is None else int(event.value)

    def _say_problem(self, words: str) -> None:
        problem = self.query_one("#message-problem", Static)
        problem.set_class(not words, "-empty")
        problem.update(words)

    # -- holding and leaving

    def action_hold(self) -> None:
        """Hold the message; what is wrong is said beside its field."""
        now = self.clock()
        try:
            self._drafts.held.open_at(now)
        except ValueError:
            self.query_one("#until").focus()
            return
        try:
            held = self._drafts.hold(self.pause.id if self.pause else None)
        except ValueError as error:
            self._say_problem(str(error))
            self.focus_first()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.notify(f"It waits until {say_clock(held.open_at, now)}.", markup=False)
            self.dismiss()

    def action_back(self) -> None:
        """Leave; what is typed stays here for the next time."""
        self.dismiss()

    def keep_unkept(self) -> bool:
        """Hold what is typed, and keep what is typed elsewhere in Words."""
        return self._drafts.keep_all()
