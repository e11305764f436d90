"""A screen of Words whose fields wait on the disk until what is typed in them is kept."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.domain.times import Clock
from companion.storage.store import Store
from companion.storage.unkept import Draft, newest
from companion.ui.place_screen import PlaceScreen
from companion.ui.unkept import START_ANEW
from companion.ui.unkept_screen import UnkeptScreen


class DraftScreen(UnkeptScreen[None], PlaceScreen):
    """Takes up what was typed before also when it is unlocked; `typed` is nothing if all is empty or kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(START_ANEW, "start_anew", "Start anew", id="words.anew", show=False, priority=True),
    ]

    anew = "words.anew"

    def __init__(self, store: Store, clock: Clock, form: str, way_back: str) -> None:
        """Look for what was typed before.

        Args:
            store: Where it lies.
            clock: Tells when something was typed.
            form: The id of what is typed and not kept.
            way_back: What leads here again, as in `a in Words`; empty if nothing is said on leaving.
        """
        super().__init__(clock)
        self.hold_draft(store, clock, form, way_back)

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
