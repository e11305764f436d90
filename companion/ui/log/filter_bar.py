"""The line that narrows the log: what it means, or what in it means nothing, stands under it while one types."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.ui.bindings import key_of
from companion.ui.line import Line

HINT = _("words · #tag · @S person · !7+ strength · since:monday · has:miss")
"""Under the line while it is empty."""

_PAUSE_IN_TYPING = 0.12
"""Seconds without a key after which the log is looked through."""


class FilterLine(Line):
    """The line itself; enter goes on to what it found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "To what is found", id="log.filter-found"),
        Binding("escape,down", "screen.leave_field", "To what is found", id="log.filter-leave", show=False),
    ]


class FilterBar(Vertical):
    """The line and what is said of it; it is there while it is filled or being filled."""

    class Typed(Message):
        """The line says something else now."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    def __init__(self) -> None:
        super().__init__(id="filter")
        self._timer: Timer | None = None
        self._said = "", False
        self.display = False

    def compose(self) -> ComposeResult:
        """The line, and what is said of it."""
        yield FilterLine(placeholder=_("Show only …"), id="filter-line")
        yield Static(HINT, id="filter-said", classes="quiet", markup=False)

    @property
    def _line(self) -> FilterLine:
        return self.query_one(FilterLine)

    @property
    def words(self) -> str:
        """What stands in the line."""
        return self._line.value

    def open(self) -> None:
        """Show the line, to write in it."""
        self.display = True
        self._line.focus()

    def fill(self, query: str) -> None:
        """Put a filter in the line that nobody types."""
        self._stop()
        with self.prevent(Input.Changed):
            self._line.value = query
        self._line.cursor_position = len(query)
        self._show_or_hide()

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Say what the line means, or what in it means nothing."""
        if (sentence, is_problem) == self._said:
            return  # to say it again would lay out all of the screen
        self._said = sentence, is_problem
        said = self.query_one("#filter-said", Static)
        said.update(sentence or HINT)
        said.set_class(is_problem, "problem")
        said.set_class(not is_problem, "quiet")

    def say_found(self, shown: int, every: int, means: str, problem: str) -> None:
        """Say how many entries the line leaves, and what it means; or what is wrong with it."""
        clear = key_of("log.clear", "c")
        counted = _(
            "{shown:,} of {all:,}: {filter} · {clear} shows all", shown=shown, all=every, filter=means, clear=clear
        )
        self.say(problem or counted, is_problem=bool(problem))

    def _show_or_hide(self) -> None:
        self.display = bool(self._line.value) or self._line.has_focus

    # -- while one types

    @on(Input.Changed)
    def follow(self, event: Input.Changed) -> None:
        """Look a while after the last key."""
        event.stop()
        self._stop()
        self._timer = self.set_timer(_PAUSE_IN_TYPING, self._hand_on)

    @on(Input.Submitted)
    async def submit(self, event: Input.Submitted) -> None:
        """Look at once, and go to what is found."""
        event.stop()
        self._hand_on()
        await self.run_action("screen.leave_field")

    def _hand_on(self) -> None:
        self._stop()
        self.post_message(self.Typed(self._line.value))

    def _stop(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None

    def on_descendant_blur(self) -> None:
        """Look at once at what was typed; an empty line goes."""
        if self._timer:
            self._hand_on()
        self._show_or_hide()
