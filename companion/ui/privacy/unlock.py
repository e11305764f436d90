"""Unlocking: the passphrase is asked for, and checked beside the screen's own work."""

import asyncio
from contextlib import suppress
from math import ceil
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.catalogue import _, ngettext
from companion.storage.errors import StoreError
from companion.storage.sealing.wrapping import stoppable
from companion.storage.store import Store
from companion.ui.dialogs import Dialog
from companion.ui.privacy.field import PassphraseField
from companion.ui.said import Said

CHECKING = _("Checking …")
_WITHOUT = _("esc goes on without it. You can pause, read and write all the same.")


class Unlock(Dialog[bool]):
    """Asks for the passphrase until it is right; the answer is whether it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Stay locked", id="unlock.close")]
    AUTO_FOCUS = "Input"

    is_unlock = True
    """It is asked for already: `f2` puts no second question on top."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._is_checking = False
        self._state = ""

    def compose_question(self) -> ComposeResult:
        """The field, what was wrong, and what is going on."""
        yield Static(_("Unlock"), classes="dialog-title")
        yield PassphraseField(_("your passphrase"))
        yield Said(classes="problem")
        yield Said(id="state", classes="quiet")
        yield Static(_WITHOUT, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Say how long one has to wait, while one has to."""
        self._say_wait()
        self.set_interval(0.5, self._say_wait)

    def _say_wait(self) -> None:
        """Count down; nothing else waits meanwhile."""
        if self._is_checking:
            return
        seconds = ceil(self._store.unlock_delay())
        self._say(
            ngettext("Wait {n} second, then type it again.", "Wait {n} seconds, then type it again.", seconds)
            if seconds > 0
            else ""
        )

    def _say(self, state: str, problem: str | None = None) -> None:
        if state != self._state:  # each update lays the dialog out anew
            self._state = state
            self.query_one("#state", Said).say(state)
        if problem is not None:
            self.query_one(".problem", Said).say(problem)

    @on(Input.Submitted)
    def check(self) -> None:
        """Check what was typed; while one has to wait first, it stays no longer than that is said."""
        if self._is_checking:
            return
        typed = self.query_one(PassphraseField).take()
        if self._store.unlock_delay() > 0:
            self._say_wait()
        elif typed:
            self._is_checking = True
            self._say(CHECKING, "")
            self.run_worker(self._open(typed), description="checking")  # by default that would hold what was typed
        else:
            self._say("", _("Type your passphrase first."))

    async def _open(self, typed: str) -> None:
        """Open with the passphrase; what is wrong is said under the field."""
        try:
            with stoppable():  # who leaves meanwhile does not want to know any more
                key = await asyncio.to_thread(self._store.open_key, typed)
            if self.is_current:  # else it was covered meanwhile
                self._store.unlock(key)
                self.dismiss(True)
                if self._store.is_weak:
                    self.app.run_worker(self._wrap_again(typed), description="wrapping", exit_on_error=False)
        except StoreError as error:
            self._say("", str(error))
        finally:
            self._is_checking = False
        self._say_wait()

    async def _wrap_again(self, passphrase: str) -> None:
        """Wrap a key that was wrapped cheaply once more, beside whatever is done meanwhile."""
        with suppress(StoreError):  # the key is good as it is, and there is a next time
            key = await asyncio.to_thread(self._store.rewrap, passphrase)
            self._store.strengthen(key)

    def action_close(self) -> None:
        """Stay locked."""
        self.dismiss(False)
