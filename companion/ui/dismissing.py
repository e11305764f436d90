"""Screens that come and go: each is left once, however often a hasty key asks for it."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.screen import Screen

from companion.ui.messages import Arrived

AnswerT = TypeVar("AnswerT")


class LeftOnce(Screen[AnswerT]):
    """A screen whose second dismissal does nothing: enter twice must not end what lies below."""

    has_arrived = False
    """Whether it is shown, with the focus where it belongs: keys that were typed ahead are for it."""

    _was_shown = False
    _is_arriving = False
    _is_left = False

    # -- arriving

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Show what is true now; Textual says it twice on a first visit, once is enough."""
        event.refresh_styles &= self._was_shown  # on a first visit everything has just been styled
        if not self._is_arriving:
            self._is_arriving = True
            self.call_later(self._show_present)

    def on_screen_suspend(self) -> None:
        """Take no keys until it is shown again."""
        self.has_arrived = False

    def _show_present(self) -> None:
        self._was_shown, self._is_arriving = True, False
        self.show_present()
        self.call_after_refresh(self.arrive)

    def show_present(self) -> None:
        """Show what is true now."""

    def arrive(self) -> None:
        """Take keys from now on."""
        self.has_arrived = self.is_current
        self.post_message(Arrived())

    # -- leaving

    def keep_unkept(self) -> bool:
        """Keep what is typed but not kept yet, before the screen goes for good; return whether nothing is left over."""
        return True

    def dismiss(self, result: AnswerT | None = None) -> AwaitComplete:
        """Leave with an answer; once it is left, do nothing."""
        if self._is_left:
            return AwaitComplete()
        self._is_left = True
        return super().dismiss(result)
