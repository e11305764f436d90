"""Going through the steps after a return, on the disk; the place around them shows what fits."""

from textual import on

from companion.catalogue import _
from companion.domain.pause import Pause
from companion.domain.returning import RETURN, coming_back, is_time_for_steps, log_note, return_entry
from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.locked import kept
from companion.ui.messages import NoteMoment, PauseKept
from companion.ui.pause.from_week import FromWeekScreen
from companion.ui.pause.returned import ReturnedPause
from companion.ui.pause.returning.last import EntryWish
from companion.ui.places import Place

_KEPT = _("Kept in the log, with this pause.")


class ReturningScreen(FromWeekScreen):
    """A place that goes on with the steps where they were left."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._is_anew = False
        """Whether a new pause is wanted while the steps wait."""

    def _show_part(self, *, arriving: bool = False) -> None:
        """Show what fits."""

    @property
    def _steps(self) -> Pause | None:
        """The pause whose steps are shown."""
        return None if self._is_anew else self._returned

    def _still_returning(self) -> Pause | None:
        """Return the pause whose steps are shown, or go on, as it is on the disk now; none once their time is over."""
        returned, now, pauses = self._returned, self.clock(), self._store.pauses
        if returned is None:
            return None if self.pause else coming_back(pauses, now)
        if not is_time_for_steps(returned, now):
            return None
        return returned if self._store.is_locked else self._whole(pauses.get(returned.id))

    def on_screen_suspend(self) -> None:
        """Come back to the steps, once one leaves for another place."""
        if self.app.current_mode != Place.PAUSE:
            self._is_anew = False

    def _begin(self, pause: Pause) -> None:
        try:
            begun = self._store.pauses.begin(pause)
        except StoreError as error:
            self._say(error)
            return
        if begun.id != pause.id:
            self.notify(_("A pause is running already; here it is."), markup=False)
        self._is_anew = False
        self.post_message(PauseKept())

    @on(ReturnedPause.Anew)
    def ask_anew(self) -> None:
        """Show the form; the steps wait until a pause begins from it."""
        self._is_anew = True
        self._show_part(arriving=True)

    @on(ReturnedPause.Changed)
    def keep_returned(self, event: ReturnedPause.Changed) -> None:
        """Keep what the steps after the return leave."""
        if (before := self._returned) is None:
            return
        self._returned = event.over(before)
        try:
            self._returned = self._whole(self._store.pauses.change(before, self._returned))
        except StoreError as error:
            self._say(error)
        if self._returned is None:  # it was deleted elsewhere
            self._show_part()

    @on(ReturnedPause.Rebook)
    def begin_again(self, event: ReturnedPause.Rebook) -> None:
        """Begin the pause that gives more time."""
        self._returned = None
        self._begin(event.pause)

    @on(ReturnedPause.TurnOver)
    def ring(self) -> None:
        """Ring once for the end of a turn, if the bell is on."""
        if self._store.settings.bell:
            self.app.bell()

    @on(ReturnedPause.Done)
    def finish(self, event: ReturnedPause.Done) -> None:
        """Go back to the form, once the entry about the pause is kept or opened, if one is wanted."""
        if (returned := self._returned) is None:
            return
        if event.entry is EntryWish.KEEP and not self._keep_entry(returned):
            return
        self._returned = None
        self._show_part()
        if event.entry is EntryWish.OPEN:
            self.post_message(NoteMoment(RETURN, returned.strength_after, returned.id, log_note(returned)))

    def _keep_entry(self, returned: Pause) -> bool:
        """Keep the entry about the return; return whether that was possible."""
        try:
            self._store.entries.keep(return_entry(returned, self.clock()))
        except StoreError as error:
            self._say(error)
            return False
        self.notify(kept(self._store.is_locked, _KEPT), markup=False)
        return True
