"""Screens that come and go: each is left once, however often a hasty key asks for it."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

AnswerT = TypeVar("AnswerT")


class LeftOnce(Screen[AnswerT]):
    """A screen whose second dismissal does nothing: enter twice must not end what lies below."""

    _is_left = False

    def keep_unkept(self) -> bool:
        """Keep what is typed but not kept yet, before the screen goes for good; return whether nothing is left over."""
        return True

    def dismiss(self, result: AnswerT | None = None) -> AwaitComplete:
        """Leave with an answer; once it is left, do nothing."""
        if self._is_left:
            return AwaitComplete()
        self._is_left = True
        return super().dismiss(result)
