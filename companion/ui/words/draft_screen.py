"""A screen of Words whose fields wait on the disk until what is typed in them is kept."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.place_screen import PlaceScreen
from companion.ui.unkept import ASIDE, START_ANEW, Draft, Words, WriteSoon, newest, say_left, say_taken_up

_ONCE_MORE = "What you typed did not reach the disk. Press esc once more to leave without it."
_SEALED = "once it is unlocked, {}"


class DraftScreen(PlaceScreen):
    """Writes down what is typed, and takes it up again; what fields there are is said by who derives from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(START_ANEW, "start_anew", "Start anew", id="words.anew", show=False, priority=True),
    ]

    def __init__(self, store: Store, clock: Clock, form: str, way_back: str) -> None:
        """Look for what was typed before.

        Args:
            store: Where it lies.
            clock: Tells when something was typed.
            form: The id of what is typed and not kept.
            way_back: What leads here again, as in `a in Words`; empty if nothing is said on leaving.
        """
        super().__init__(clock)
        self._store = store
        self._form = form
        self._way_back = way_back
        self._begun = newest(store, form)
        self._unkept = Draft(store, clock, form, self._begun)
        self._aside: Words = {}
        self._writing = WriteSoon(self, self.keep_unkept)
        self._is_warned = False

    @property
    def typed(self) -> Words:
        """What would be lost; nothing if all of it is empty or kept."""
        raise NotImplementedError

    def put(self, words: Words) -> None:
        """Let the fields show those words, or nothing."""
        raise NotImplementedError

    @property
    def taken_up(self) -> str:
        """What is said of what was typed before; nothing without it."""
        return say_taken_up(self._begun.written_at, self.clock()) if self._begun else ""

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

    def watch_is_locked(self) -> None:
        """Take up what was typed before, once it can be read."""
        super().watch_is_locked()
        if self.is_shown and not self.is_locked:
            self.call_after_refresh(self._take_up)

    def _take_up(self) -> None:
        if self.typed or not (begun := newest(self._store, self._form)):
            return
        self._begun = begun
        self._unkept = Draft(self._store, self.clock, self._form, begun)
        self.put(begun.fields)
        self.say_about(self.taken_up)

    def action_start_anew(self) -> None:
        """Put aside what is typed; with nothing typed, bring it back."""
        typed = self.typed
        words, self._aside = ({}, typed) if typed else (self._aside, {})
        self._begun = None
        self.put(words)
        self.say_about(ASIDE if self._aside else "")
        self.write_later()

    def write_later(self) -> None:
        """Put what is typed on the disk within a second; what was put aside before gives way to it."""
        if self._aside and self.typed:
            self._aside = {}
            self.say_about("")
        self._writing.start()

    def keep_unkept(self) -> bool:
        """Write down what is typed; return whether nothing of it is left over."""
        if not self.is_shown or self._is_left:
            return True
        typed = self.typed
        try:
            self._unkept.keep(typed) if typed else self._unkept.drop()
        except StoreError:
            return not typed
        return True

    def action_back(self) -> None:
        """Leave; what is typed waits. Where the disk does not take it, stay once and say so."""
        if not self.keep_unkept() and not self._is_warned:
            self._is_warned = True
            self.notify(_ONCE_MORE, severity="warning", markup=False)
            return
        if self.typed and self._way_back:
            way = _SEALED.format(self._way_back) if self._store.is_locked else self._way_back
            self.notify(say_left(way), markup=False)
        self.dismiss()
