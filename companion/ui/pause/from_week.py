"""A planned pause that begins from a time of the week: its form is there until one leaves the place."""

from companion.domain.drafting import PauseDefaults, prefilled
from companion.domain.week import pause_from
from companion.ui.pause.changing import ChangingScreen
from companion.ui.places import Place


class FromWeekScreen(ChangingScreen):
    """A place whose form may begin from a time of the week."""

    revealed = ""
    """What the form begins from: the id of that time, or what a link says of the pause; empty for the usual form."""

    def reveal(self, slug: str) -> None:
        """Begin the form from that time of the week, or from what a link says."""
        self.revealed = slug

    def watch_pause(self) -> None:
        """Let go of it once a pause has begun."""
        if self.pause is not None:
            self.revealed = ""
        super().watch_pause()

    def on_screen_suspend(self) -> None:
        """Let go of it on leaving for another place: whoever comes back needs the usual form."""
        if self.app.current_mode != Place.PAUSE:
            self.revealed = ""

    def from_week(self, usual: PauseDefaults) -> PauseDefaults:
        """Return what the form begins with, where the week has something planned."""
        return pause_from(prefilled(usual, self.revealed), list(self._store.week_times), self.clock(), self.revealed)
