"""Doing to the open pause what was asked, on the disk; the screens around it only show it."""

from collections.abc import Callable
from datetime import datetime

import msgspec
from textual import on

from companion.catalogue import _
from companion.domain.content import SAFETY_FIRST, Link
from companion.domain.length import parse_due
from companion.domain.pause import Pause, PauseState
from companion.domain.promise import new_mirror
from companion.domain.returning import gather
from companion.domain.slots import due_script, leave_script
from companion.domain.times import Clock
from companion.domain.urges import take_back
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Ask, Choose
from companion.ui.messages import Follow, PauseKept
from companion.ui.pause.ending import (
    ASK_END,
    ASK_END_THEIRS,
    ASK_SAID,
    ASK_SAID_TITLE,
    ASK_TOLD,
    ASK_TOLD_TITLE,
    BARELY_BEGUN,
    TOLD,
    UNTOLD,
    Ending,
)
from companion.ui.pause.more import MoreTime
from companion.ui.pause.running import RunningPause
from companion.ui.pause.wish import Wish
from companion.ui.place_screen import PlaceScreen
from companion.ui.rows import Row

WRONG_TOOL = Link("pages", "when-not-to-pause")
"""The page that says when a pause is the wrong tool."""


_ENDED = _("This pause has ended elsewhere.")

_PARKED = _("Parked. It waits here until you are back.")
_PARKED_SEALED = _("Parked, sealed. It waits until you are back, and you see it after unlocking.")
_COUNTED_SEALED = _("Counted. You see how many after unlocking.")

_READ, _NOT_NOW = "read", _("not now")


class ChangingScreen(PlaceScreen):
    """A place that changes the open pause."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._returned: Pause | None = None
        """The pause that has just been come back from."""

    @on(RunningPause.Asked)
    def change(self, event: RunningPause.Asked) -> None:
        """Do to the running pause what was asked."""
        pause, now = self.pause, self.clock()
        if pause is None:
            return
        match event.wish:
            case Wish.BACK if now - pause.started_at < BARELY_BEGUN:
                self._ask_end(_("You have only just begun. What now?"))
            case Wish.BACK:
                self._end(Ending.BACK)
            case Wish.TOLD if self._store.is_locked:  # it may be a letter of the passphrase, typed unasked
                choose = Choose(ASK_SAID_TITLE, ASK_SAID)
                self.app.push_screen(choose, lambda answer: self._note_told() if answer == TOLD else None)
            case Wish.TOLD:
                self._note_told()
            case Wish.RIDE:
                self._ride(now)
            case Wish.UNRIDE:
                self._change(take_back)
            case Wish.WAIT:
                ask = Ask(
                    _("Until when will you wait?"), placeholder=_("until 22:00 · overnight"), check=self._wait_until
                )
                self.app.push_screen(ask)
            case Wish.HOLD:
                self.post_message(Follow(Link("held")))
            case Wish.UNSAFE:
                self.post_message(Follow(SAFETY_FIRST))
            case Wish.PARK:
                self.app.push_screen(Ask(_("What shall wait until you are back?"), check=self._park))
            case Wish.MORE:
                self.app.push_screen(MoreTime(pause, self._library.scripts, self.clock), self._move)
            case Wish.END:
                self._ask_end(_("End this pause?"))

    def _note_told(self) -> None:
        """Note that it was said, or that the sign was given that is due."""
        pause, now = self.pause, self.clock()
        if pause is not None and pause.is_own and pause.is_sign_due(now):
            self._change(lambda open_one: open_one.sign(now))
        else:
            self._change(lambda open_one: open_one.tell(now))

    def _take_told(self, answer: str | None) -> None:
        """Note whether it was said before going; it is asked once."""
        if (ended := self._returned) is None:
            return
        if answer in (TOLD, UNTOLD):
            asked = ended.tell(ended.started_at) if answer == TOLD else ended.ask_told()
            try:
                self._returned = ended = self._store.pauses.edit(ended, asked) or asked
            except StoreError as error:
                self._say(error)
        self._hold_the_mirror(ended)

    def _hold_the_mirror(self, ended: Pause) -> None:
        """Say, the one time it becomes true, that one's own pauses drift."""
        seen = new_mirror(self._store.pauses, ended, self.clock())
        if seen is not None and not self._store.is_locked:
            article = Link("articles", seen.article)
            rows = (Row(_("Read about it"), _READ), Row(_("Not now"), _NOT_NOW))

            def follow(answer: str | None) -> None:
                if answer == _READ:
                    self.post_message(Follow(article))

            self.app.push_screen(Choose(seen.words, rows), follow)

    def _whole(self, pause: Pause | None) -> Pause | None:
        """Return a pause with what was parked in those before it, as far as that is known."""
        return pause and gather(pause, self._store.pauses)

    def _with_words(self, pause: Pause) -> Pause:
        """Return the pause with the shipped words to say, while its own are locked."""
        if not self._store.is_locked:
            return pause
        scripts = (leave_script(pause.kind, pause.is_stated), due_script(pause.kind, pause.is_stated))
        leave, back = (self._library.scripts[each].text for each in scripts)
        return msgspec.structs.replace(pause, leave_message=leave, return_message=back)

    def _wait_until(self, words: str) -> None:
        """Keep until when one waits; what is wrong is said under the field.

        Raises:
            ValueError: if it is no later time.
            StoreError: if it did not reach the disk.
        """
        now = self.clock()
        until = parse_due(words, now)
        self._change_or_refuse(lambda open_one: open_one.wait_until(until, now))

    def _change_or_refuse(self, change: Callable[[Pause], Pause]) -> None:
        """Change the pause that is shown; a dialog that asked for it keeps its words where that can't be done.

        Raises:
            ValueError: if it has ended, or the change can't be made.
            StoreError: if it did not reach the disk.
        """
        if self.pause is None or self._store.pauses.change_open(change, self.pause.id) is None:
            raise ValueError(_("{ended} Copy these words if they matter, then esc.", ended=_ENDED))
        self.post_message(PauseKept())

    def _change(self, change: Callable[[Pause], Pause]) -> Pause | None:
        """Change the pause that is shown, as it is on the disk now; say so if that can't be done."""
        if self.pause is None:
            return None
        try:
            changed = self._store.pauses.change_open(change, self.pause.id)
        except (StoreError, ValueError) as error:
            self._say(error)
            return None
        if changed is None:
            self.notify(_ENDED, markup=False)
        self.post_message(PauseKept())
        return changed

    def _park(self, thought: str) -> None:
        """Keep a thought; what goes wrong is said under the field, which keeps it.

        Raises:
            StoreError: if it did not reach the disk.
        """
        if thought.strip():
            self._change_or_refuse(lambda open_one: open_one.park(thought.strip()))
            if self._store.is_locked:
                self.notify(_PARKED_SEALED, markup=False)
            else:
                self.notify(_PARKED, markup=False, timeout=3)

    def _ride(self, now: datetime) -> None:
        """Count a pull that was ridden out; locked, nothing else says that it was."""
        if self._change(lambda open_one: open_one.ride(now)) and self._store.is_locked:
            self.notify(_COUNTED_SEALED, markup=False)

    def _move(self, moved: Pause | None) -> None:
        if moved is not None:
            due, sign = moved.due, moved.check_in
            self._change(lambda open_one: open_one.move(due, self.clock(), sign))

    def _ask_end(self, question: str) -> None:
        pause = self.pause
        is_late = pause is not None and pause.state(self.clock()) is PauseState.OVERDUE
        rows = [
            row
            for row in (ASK_END if pause is None or pause.is_own else ASK_END_THEIRS)
            if not (is_late and row.id == Ending.OFF)  # what is late was not called off
        ]
        self.app.push_screen(Choose(question, rows), lambda choice: self._end(Ending(choice or Ending.GO_ON)))

    def _end(self, ending: Ending) -> None:
        now = self.clock()
        match ending:
            case Ending.BACK:
                self._returned = ended = self._whole(self._change(lambda open_one: open_one.come_back(now)))
                if ended and ended.is_untold and not ended.is_asked and not self._store.is_locked:
                    self.app.push_screen(Choose(ASK_TOLD_TITLE, ASK_TOLD), self._take_told)
                elif ended:
                    self._hold_the_mirror(ended)
            case Ending.OFF:
                self._change(lambda open_one: open_one.cancel(now))
            case Ending.UNRETURNED:
                if ended := self._change(lambda open_one: open_one.give_up(now)):
                    self._hold_the_mirror(ended)

    def _say(self, error: Exception) -> None:
        self.notify(str(error), severity="warning", timeout=10, markup=False)
