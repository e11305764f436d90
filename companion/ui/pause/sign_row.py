"""The row that asks, in a long pause, when to give a sign that all is well."""

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.drafting import Draft
from companion.domain.length import parse_due
from companion.domain.pause import A_DAY
from companion.domain.times import Clock, say_clock
from companion.ui.choice import Choice
from companion.ui.dialogs import Ask
from companion.ui.said import Said

_NONE, _HALF_WAY, _OTHER = "none", "half", "other"
_WAYS = ((_HALF_WAY, _("half-way")), (_OTHER, _("at…")))


class SignRow(Horizontal):
    """None, half-way, or a time of one's own."""

    class Chosen(Message):
        """When to give a sign; None for not at all, or half-way."""

        def __init__(self, at: datetime | None = None, *, is_half_way: bool = False) -> None:
            super().__init__()
            self.at = at
            self.is_half_way = is_half_way

    def __init__(self, due: Callable[[], datetime], clock: Clock) -> None:
        super().__init__(classes="line", id="sign-line")
        self._due = due
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The choice, and the time."""
        yield Static(_("A sign"), classes="label")
        yield Choice([(_NONE, "none"), *_WAYS], _NONE, id="sign")
        yield Said(id="sign-at")

    def show(self, draft: Draft, now: datetime) -> None:
        """Show, in a long pause, when the sign will be given; each day in one of days, if no other time is chosen."""
        self.display = draft.is_long(now)
        at, is_needed = draft.check_in(now), draft.due(now) - now > A_DAY
        choice = self.query_one(Choice)
        choice.offer([(_NONE, _("each day") if is_needed else "none"), *_WAYS], choice.value)
        self.query_one("#sign-at", Said).say(_("at {clock}", clock=say_clock(at, now)) if at else "")

    @on(Choice.Changed)
    def choose(self, event: Choice.Changed) -> None:
        """Take when to give a sign."""
        event.stop()
        match event.value:
            case "half":
                self.post_message(self.Chosen(is_half_way=True))
            case "other":
                ask = Ask(_("When will you give a sign?"), placeholder=_("until 22:00 · 3h"), check=self._check)
                self.app.push_screen(ask, self._take)
            case _:
                self.post_message(self.Chosen())

    def _check(self, words: str) -> None:
        if parse_due(words, self._clock()) >= self._due():
            raise ValueError(_("That is after you are back. Say an earlier time."))

    def _take(self, words: str | None) -> None:
        if words is None:
            self.query_one(Choice).value = _NONE
        else:
            self.post_message(self.Chosen(parse_due(words, self._clock())))
