"""What screens and dialogs share whose fields wait on the disk until what is typed in them is kept."""

from typing import ClassVar

from textual.widgets import Static

from companion.catalogue import _
from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.storage.unkept import Draft, Words, newest
from companion.ui.dismissing import AnswerT, LeftOnce
from companion.ui.unkept import WriteSoon, say_aside, say_left, say_taken_up

_ONCE_MORE = _("What you typed did not reach the disk. Press esc once more to leave without it.")


class UnkeptScreen(LeftOnce[AnswerT]):
    """Writes down what is typed, and takes it up again; what fields there are is said by who derives from it."""

    anew: ClassVar[str]
    """The id of the binding that starts anew."""

    def hold_draft(self, store: Store, clock: Clock, form: str, way_back: str, before: Words | None = None) -> None:
        """Look for what was typed before; call it while the screen is made.

        Args:
            store: Where it lies.
            clock: Tells when something was typed.
            form: The id of what is typed and not kept.
            way_back: What leads here again, as in `e on it`; empty if nothing is said on leaving.
            before: What stands in the fields when nothing was typed.
        """
        self._store = store
        self._now = clock
        self._form = form
        self._way_back = way_back
        self._before = before or {}
        self._begun = newest(store, form)
        self._unkept = Draft(store, clock, form, self._begun)
        self._aside: Words = {}
        self._writing = WriteSoon(self, self.keep_unkept)
        self._is_warned = False

    @property
    def typed(self) -> Words:
        """What stands in the fields; what stood there before if nothing is typed."""
        raise NotImplementedError

    def put(self, words: Words) -> None:
        """Let the fields show those words."""
        raise NotImplementedError

    @property
    def _is_typed(self) -> bool:
        return self.typed != self._before

    # -- where the words come from

    @property
    def taken_up(self) -> str:
        """What is said of what was typed before; nothing without it."""
        return say_taken_up(self._begun.written_at, self._now(), self.anew) if self._begun else ""

    def about(self) -> Static:
        """Return the line that says where the words come from."""
        line = Static(self.taken_up, id="about", classes="quiet", markup=False)
        line.display = bool(self.taken_up)
        return line

    def say_about(self, words: str) -> None:
        """Say where the words come from, or went."""
        line = self.query_one("#about", Static)
        line.update(words)
        line.display = bool(words)

    def action_start_anew(self) -> None:
        """Put aside what is typed; with nothing typed, bring it back."""
        words, self._aside = (self._before, self.typed) if self._is_typed else (self._aside or self._before, {})
        self._begun = None
        self.put(words)
        self.say_about(say_aside(self.anew) if self._aside else "")
        self.write_later()

    # -- until it is kept

    def write_later(self) -> None:
        """Put what is typed on the disk within a second; what was put aside before gives way to it."""
        if self._aside and self._is_typed:
            self._aside = {}
            self.say_about("")
        self._writing.start()

    def keep_unkept(self) -> bool:
        """Write down what is typed; return whether nothing of it is left over."""
        if not self.is_mounted or self._pruning or self._is_left:
            return True
        try:
            self._unkept.keep(self.typed) if self._is_typed else self._unkept.drop()
        except StoreError:
            return not self._is_typed
        return True

    def action_back(self) -> None:
        """Leave; what is typed waits. Where the disk does not take it, stay once and say so."""
        if not self.keep_unkept() and not self._is_warned:
            self._is_warned = True
            self.notify(_ONCE_MORE, severity="warning", markup=False)
            return
        if self._is_typed and self._way_back:
            self.notify(say_left(self._way_back, is_locked=self._store.is_locked), markup=False)
        self.dismiss()
