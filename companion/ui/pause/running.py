"""While a pause runs: what is left, a breath to follow, one thing that calms."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Digits, Static

from companion.domain.content import Link
from companion.domain.pause import Pause, PauseState
from companion.domain.rhythm import Rhythm
from companion.domain.script import Script, fill
from companion.domain.slots import pause_slots, return_words
from companion.domain.times import Clock, say_clock, say_digits
from companion.ui.clipboard import copy
from companion.ui.pacer import Pacer
from companion.ui.pause.large import LargeMessage

_BAR = 30
"""Cells of the bar."""


class Wish(StrEnum):
    """What can be done to a running pause."""

    BACK = "back"
    MORE = "more"
    PARK = "park"
    TOLD = "told"
    END = "end"


@dataclass(frozen=True)
class Suggestion:
    """One thing that calms; with a link, something to open."""

    text: str
    link: Link | None = None


class RunningPause(VerticalScroll):
    """Draws an open pause. Everything is computed from `due` at each tick."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask('back')", "I'm back", id="running.back"),
        Binding("plus,equals_sign", "ask('more')", "More", id="running.more", key_display="+"),
        Binding("b", "rhythm", "Rhythm", id="running.breathe"),
        Binding("tab", "another", "Another idea", id="running.another", show=False),
        Binding("d", "do", "Do it", id="running.do", show=False),
        Binding("t", "ask('park')", "Park", id="running.park"),
        Binding("y", "copy", "Copy", id="running.copy"),
        Binding("s", "large", "Large", id="running.large", show=False),
        Binding("m", "ask('told')", "I said it", id="running.told", show=False),
        Binding("c", "ask('end')", "End", id="running.end"),
    ]

    class Asked(Message):
        """The person wants something done to the pause."""

        def __init__(self, wish: "Wish") -> None:
            super().__init__()
            self.wish = wish

    class Opened(Message):
        """The person wants to do what is suggested."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    def __init__(
        self,
        pause: Pause,
        scripts: dict[str, Script],
        rhythms: Sequence[Rhythm],
        suggestions: Sequence[Suggestion],
        clock: Clock,
    ) -> None:
        super().__init__(can_focus=True)
        self._pause = pause
        self._scripts = scripts
        self._rhythms = rhythms
        self._suggestions = suggestions
        self._clock = clock
        self._rhythm: int | None = 0
        self._suggested = 0
        self._drawn: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """From what matters most to what may help."""
        yield Static("", id="past", markup=False)
        yield Digits("", id="left")
        yield Static("", id="promise", markup=False)
        yield Static("", id="bar", markup=False)
        yield Pacer(self._rhythms[0], self._clock)
        yield Static("", id="rhythm", classes="quiet", markup=False)
        yield Static("", id="suggestion", markup=False)
        yield Static("", id="say", classes="heading", markup=False)
        yield Static("", id="words", classes="words", markup=False)
        yield Static("", id="parked", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Draw at once."""
        self.draw()
        self.focus()

    # -- what is shown

    def show(self, pause: Pause) -> None:
        """Show a changed pause."""
        self._pause = pause
        self.draw()

    def draw(self) -> None:
        """Show the pause at this second; only what changed is drawn."""
        if not self.query("#parked"):
            return  # its fields are not there yet
        now, pause = self._clock(), self._pause
        over = pause.state(now) is PauseState.OVERDUE
        due = say_clock(pause.due, now)
        self._put("past", f"You said {due}. It is {say_clock(now, now)}." if over else "")
        digits = say_digits(pause.left(now))
        if self._drawn.get("left") != digits:
            self._drawn["left"] = digits
            self.query_one("#left", Digits).update(digits)
        where = f" · {pause.place}" if pause.place else ""
        self._put("promise", f"past {due}{where}" if over else f"back at {due}{where}")
        full = round(pause.passed(now) * _BAR)
        self._put("bar", "" if over else "▕" + "█" * full + "░" * (_BAR - full) + "▏")
        self._put("rhythm", "" if over else self._rhythm_line())
        self._put("suggestion", "" if over else self._suggestion_line())
        self._put("say", self._say_line(over))
        self._put("words", self.words())
        self._put("parked", f"Parked: {len(pause.thoughts)}" if pause.thoughts else "")
        self.query_one(Pacer).display = self._rhythm is not None and not over

    def _put(self, name: str, text: str) -> None:
        if self._drawn.get(name) != text:
            self._drawn[name] = text
            widget = self.query_one(f"#{name}", Static)
            widget.update(text)
            widget.display = bool(text)

    def _rhythm_line(self) -> str:
        if self._rhythm is None:
            return "b breathe with a rhythm"
        return f"{self._rhythms[self._rhythm].title}. Stop any time; breathe your own way."

    def _suggestion_line(self) -> str:
        if not self._suggestions:
            return ""
        chosen = self._suggestions[self._suggested]
        return chosen.text + ("   d do it · tab another" if chosen.link else "   tab another")

    def _say_line(self, over: bool) -> str:
        if over:
            return "Say now"
        return "Say before you go   m I said it" if self._pause.told_at is None else "Say when you are back"

    def words(self) -> str:
        """Return what there is to say at this point of the pause."""
        now, pause = self._clock(), self._pause
        if pause.state(now) is PauseState.RUNNING and pause.told_at is None:
            return fill(pause.leave_message, pause_slots(pause, now))
        return return_words(pause, self._scripts, now)

    # -- actions

    def action_ask(self, wish: str) -> None:
        """Hand a wish on to the screen."""
        self.post_message(self.Asked(Wish(wish)))

    def action_rhythm(self) -> None:
        """Go to the next rhythm; after the last, none."""
        at = 0 if self._rhythm is None else self._rhythm + 1
        self._rhythm = at if at < len(self._rhythms) else None
        if self._rhythm is not None:
            self.query_one(Pacer).rhythm = self._rhythms[self._rhythm]
        self.draw()

    def action_another(self) -> None:
        """Suggest another thing."""
        if self._suggestions:
            self._suggested = (self._suggested + 1) % len(self._suggestions)
            self.draw()

    def action_do(self) -> None:
        """Open what is suggested."""
        if self._suggestions and (link := self._suggestions[self._suggested].link):
            self.post_message(self.Opened(link))

    def action_copy(self) -> None:
        """Copy the words to say."""
        copy(self.app, self.words())

    def action_large(self) -> None:
        """Show the words large."""
        self.app.push_screen(LargeMessage(self.words()))
