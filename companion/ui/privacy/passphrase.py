"""Giving a passphrase to set, to change or to remove, and the slow work behind it."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import ClassVar, Protocol, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.short_passphrase import SHORT, is_short
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.ui.dialogs import Dialog
from companion.ui.privacy.field import PassphraseField
from companion.ui.said import Said

WORKING = _("Working …")

_HINT = _("Four plain words are easy to keep in mind and hard to guess.")


@dataclass(frozen=True)
class Given:
    """What was typed."""

    old: str
    new: str


@dataclass(frozen=True)
class Wanted:
    """What is to be done with a passphrase."""

    title: str
    about: str
    asks_old: bool
    asks_new: bool
    work: Callable[[Given], object]
    """Does it; slow, so a thread calls it."""


class Workplace(Protocol):
    """An app in which a thread may have the store to itself."""

    def busy(self) -> AbstractContextManager[None]:
        """Open a stretch in which nobody else touches the store."""


class GivePassphrase(Dialog[bool]):
    """Asks for the old passphrase, a new one twice, or both; the answer is whether it was done."""

    CSS_PATH = [STYLES / "passphrase.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close", id="passphrase.close")]
    AUTO_FOCUS = "Input"

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._is_working = False
        self._is_done = False

    def compose_question(self) -> ComposeResult:
        """What it is about, the fields, what is wrong or going on."""
        yield Static(self._wanted.title, classes="dialog-title", markup=False)
        yield Static(self._wanted.about, id="about", markup=False)
        if self._wanted.asks_old:
            yield from _row(_("Now"), _("your passphrase now"), "old")
        if self._wanted.asks_new:
            yield from _row(_("New"), _("a new passphrase"), "new")
            yield from _row(_("Again"), _("the same once more"), "again")
            yield Static(_HINT, id="hint", classes="quiet", markup=False)
        yield Said(classes="problem")

    def _typed(self, name: str) -> str:
        return "".join(field.value for field in self.query(f"#{name}").results(PassphraseField))

    def _say(self, sentence: str) -> None:
        self.query_one(".problem", Said).say(sentence)

    @on(Input.Changed, "#new")
    def weigh(self) -> None:
        """Say that a new passphrase is short; nobody is kept from it."""
        self.query_one("#hint", Static).update(SHORT if is_short(self._typed("new")) else _HINT)

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next field; from the last one, do it."""
        if event.input is not self.query(PassphraseField).last():
            self.focus_next()
        elif not self._is_working:
            self._begin()

    def _begin(self) -> None:
        if problem := self._problem():
            self._say(problem)
            self._ask_again()
            return
        given = Given(self._typed("old"), self._typed("new"))
        self._is_working = True
        self._say(WORKING)
        self.run_worker(self._do(given), description="working")  # by default that would hold what was typed

    def _problem(self) -> str:
        """Say what is missing or differs; nothing if all is well."""
        if self._wanted.asks_old and not self._typed("old"):
            return _("Type your passphrase of now first.")
        if self._wanted.asks_new and not self._typed("new").strip():
            return _("An empty passphrase keeps nobody out. Type a few words.")
        if self._typed("new") != self._typed("again"):
            return _("The two are not the same. Type them once more.")
        return ""

    async def _do(self, given: Given) -> None:
        """Do it beside the screen's own work; nothing else touches the store meanwhile."""
        try:
            with cast(Workplace, self.app).busy():
                await asyncio.shield(asyncio.to_thread(self._wanted.work, given))
        except (StoreError, ValueError) as error:
            self._is_working = False
            self._say(str(error))
            self._ask_again()
        else:
            self._is_done = True
            self._leave_if_done()

    def _ask_again(self) -> None:
        """Empty the fields and begin with the first: nobody sees what stands in them."""
        for field in self.query(PassphraseField):
            field.value = ""
        self.query(PassphraseField).first().focus()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave what was done while the cover lay over it."""
        self._leave_if_done()

    def _leave_if_done(self) -> None:
        if self._is_done and self.is_current:
            self.dismiss(True)

    def action_close(self) -> None:
        """Close; what has begun is done to its end first."""
        if not self._is_working:
            self.dismiss(False)


def _row(label: str, placeholder: str, name: str) -> ComposeResult:
    with Horizontal(classes="line"):
        yield Static(label, classes="label")
        yield PassphraseField(placeholder, id=name)
