"""Screens that come and go: each is left once, however often a hasty key asks for it."""

from typing import Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.screen import Screen

from companion.domain.pause import Pause
from companion.resources import STYLES
from companion.ui.messages import Arrived

AnswerT = TypeVar("AnswerT")

SHARED = STYLES / "shared.tcss"
"""The looks of what screens share; half of what there is to parse, so the first screen does without."""


class LeftOnce(Screen[AnswerT]):
    """A screen whose second dismissal does nothing: enter twice must not end what lies below."""

    has_arrived = False
    """Whether it is shown, with the focus where it belongs: keys that were typed ahead are for it."""

    is_first = False
    """Whether it may be the first thing that is shown: it has nothing in it that the shared sheet is for."""

    _was_shown = False
    _is_arriving = False
    _is_left = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not self.is_first:
            self.css_path.insert(0, SHARED)

    # -- arriving

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Show what is true now; Textual says it twice on a first visit, once is enough."""
        if not self._was_shown:  # all in it has just been styled; it itself may have been before its sheet was read
            event.refresh_styles = False
            self.app.stylesheet.apply(self)
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

    def know(self, pause: Pause | None) -> None:
        """Take what another process made of the open pause that lies below a question; None if it has ended."""

    def _compositor_refresh(self) -> None:
        """Draw nothing while no frame is shown: Textual would draw all of a new screen, and throw it away."""
        if not self.app._batch_count:
            super()._compositor_refresh()

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
