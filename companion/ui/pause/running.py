"""While a pause runs: what is left, a breath to follow, one thing that calms."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.pause import Pause, PauseState
from companion.domain.quiet import is_quiet_asked
from companion.domain.rhythm import Rhythm
from companion.domain.script import Script
from companion.domain.settings import Settings
from companion.domain.times import Clock, say_digits
from companion.storage.suggestions import Suggestion
from companion.ui.clipboard import copy
from companion.ui.pacer import Pacer
from companion.ui.pause.ideas import Ideas
from companion.ui.pause.large import LargeMessage
from companion.ui.pause.lines import fold, key_in, lines, ways_on
from companion.ui.pause.wish import Wish
from companion.ui.time_left import TimeLeft

_BAR, _MEASURE = 30, 76
"""Cells of the bar, and those that a line may take, as the sheet says."""


class RunningPause(VerticalScroll):
    """Draws an open pause. Everything is computed from `due` at each tick."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask('back')", "I'm back", id="running.back"),
        Binding("plus,equals_sign", "ask('more')", "More", id="running.more", key_display="+"),
        Binding("x", "ask('unsafe')", "Not safe", id="running.not-safe"),
        Binding("t", "ask('park')", "Park", id="running.park"),
        Binding("y", "copy", "Copy", id="running.copy"),
        Binding("b", "rhythm", "Rhythm", id="running.breathe"),
        Binding("tab", "another", "Another idea", id="running.another", show=False),
        Binding("d", "do", "Do it", id="running.do", show=False),
        Binding("asterisk", "mark(False)", "It helps", id="running.helps", show=False, key_display="*"),
        Binding("minus", "mark(True)", "Not for me", id="running.hide", show=False, key_display="-"),
        Binding("a", "quiet(False)", "It still plays", id="running.loud", show=False),
        Binding("z", "quiet(True)", "It is quiet", id="running.quiet", show=False),
        Binding("s", "large", "Large", id="running.large", show=False),
        Binding("m", "ask('told')", "I said it", id="running.told", show=False),
        Binding("c", "ask('end')", "End", id="running.end"),
    ]

    class Asked(Message):
        """The person wants something done to the pause."""

        def __init__(self, wish: Wish) -> None:
            super().__init__()
            self.wish = wish

    class Opened(Message):
        """The person wants to do what is suggested."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    class Marked(Message):
        """A suggestion helps, or is not to be shown any more."""

        def __init__(self, suggestion: Suggestion, is_hidden: bool) -> None:
            super().__init__()
            self.suggestion = suggestion
            self.is_hidden = is_hidden

    class Answered(Message):
        """The question whether it is quiet was answered."""

    def __init__(
        self,
        pause: Pause,
        scripts: dict[str, Script],
        rhythms: Sequence[Rhythm],
        suggestions: Sequence[Suggestion],
        clock: Clock,
        settings: Settings,
    ) -> None:
        super().__init__(can_focus=True)
        self._pause = pause
        self._scripts = scripts
        self._rhythms = rhythms
        self._ideas = Ideas(suggestions)
        self._clock = clock
        self._settings = settings
        self._rhythm: int | None = 0
        self.is_quiet_asked = False
        """Whether the question has been answered in this pause."""
        self.still_parked = ""
        """What it takes along from the pause before, in words."""
        self._was_over = False
        self._drawn: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """From what matters most to what may help."""
        yield Static("", id="past", markup=False)
        with Center():  # of its own width: each second only its own cells are written again
            yield TimeLeft(id="left", is_large=self._settings.large_digits)
        yield Static("", id="promise", markup=False)
        yield Static("", id="bar", markup=False)
        with Center():
            yield Pacer(self._rhythms[0], self._clock, self._settings.motion)
        yield Static("", id="rhythm", classes="quiet", markup=False)
        yield Static("", id="suggestion", markup=False)
        yield Static("", id="say", classes="heading", markup=False)
        with Center():
            yield Static("", id="words", classes="words", markup=False)
        yield Static("", id="parked", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Draw at once."""
        self.draw()
        self.focus()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self.draw()

    def show(self, pause: Pause) -> None:
        """Show a changed pause."""
        self._pause = pause
        self.draw()

    def draw(self) -> None:
        """Show the pause at this second; only what changed is drawn."""
        if len(self.query("#left, Pacer, #words")) < 3:
            return  # its fields are not there yet
        now, pause = self._clock(), self._pause
        over, said = pause.state(now) is PauseState.OVERDUE, lines(pause, self._scripts, now)
        self._put("past", said.past)
        if over != self._was_over:
            self._was_over = over
            self.refresh_bindings()  # other keys do something now
        self.query_one("#left", TimeLeft).update(say_digits(pause.left(now)))
        self._put("promise", "" if over and self._is_low and pause.end_point is None else said.promise)
        full = round(pause.passed(now) * _BAR)
        self._put("bar", "" if over else "▕" + "█" * full + "░" * (_BAR - full) + "▏")
        self._put("rhythm", "" if over else self._rhythm_line())
        ways = "" if self._is_low else ways_on(pause)
        self._put("suggestion", ways if over else self._ideas.line(pause, asks=self._asks_whether_it_is_quiet))
        self._put("say", said.say)
        self._put("words", said.words, folds=False)
        self._put("parked", self._kept_line())
        self.query_one(Pacer).display = self._rhythm is not None and not over

    @property
    def _is_low(self) -> bool:
        """Whether there is room for what matters only: the keys at the bottom say the ways on."""
        return self.screen.has_class("-low")

    def _put(self, name: str, text: str, *, folds: bool = True) -> None:
        text = fold(text, min(_MEASURE, self.scrollable_content_region.width)) if folds else text
        if self._drawn.get(name) != text:
            for widget in self.query(f"#{name}").results(Static):  # none while it is being taken away
                self._drawn[name] = text
                widget.update(text)
                widget.display = bool(text)

    def _kept_line(self) -> str:
        """Say how much is kept for the return."""
        own = _("Parked: {n}", n=len(self._pause.thoughts)) if self._pause.thoughts else ""
        return " · ".join(filter(None, (self.still_parked, own)))

    def _rhythm_line(self) -> str:
        if self._rhythm is None:
            return _("{breathe} breathe with a rhythm", breathe=key_in(self._pause, "breathe", "b"))
        return _("{title}. Stop any time; breathe your own way.", title=self._rhythms[self._rhythm].title)

    @property
    def _asks_whether_it_is_quiet(self) -> bool:
        return not self.is_quiet_asked and is_quiet_asked(self._pause, self._clock())

    @property
    def _words(self) -> str:
        return lines(self._pause, self._scripts, self._clock()).words

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
        self._ideas.another()
        self.draw()

    def action_do(self) -> None:
        """Open what is suggested."""
        if (idea := self._ideas.shown) and idea.link:
            self.post_message(self.Opened(idea.link))

    def action_mark(self, is_hidden: bool) -> None:
        """Note that what is suggested helps, or leave it out from now on."""
        if idea := self._ideas.shown:
            self.post_message(self.Marked(idea, is_hidden))

    def leave_out(self, suggestion: Suggestion) -> None:
        """Suggest that no more."""
        self._ideas.leave_out(suggestion)
        self.draw()

    def action_quiet(self, is_quiet: bool) -> None:
        """Take the answer; where it still plays, suggest what keeps the hands busy first."""
        self.is_quiet_asked = True
        self.post_message(self.Answered())
        if not is_quiet:
            self._ideas.hands_first()
        self.draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take an answer only where there is a question, and do something only with what is shown."""
        is_over = self._pause.state(self._clock()) is PauseState.OVERDUE
        if action == "quiet":
            return self._asks_whether_it_is_quiet and not is_over
        if action in ("mark", "do", "another"):
            return self._ideas.shown is not None and not is_over and not self._asks_whether_it_is_quiet
        return not is_over if action == "rhythm" else True

    def action_copy(self) -> None:
        """Copy the words to say."""
        if words := self._words:
            copy(self.app, words)

    def action_large(self) -> None:
        """Show the words large."""
        if self._words:
            self.app.push_screen(LargeMessage(lambda: self._words))
