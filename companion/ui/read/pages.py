"""Texts that are no part of the library's articles: pages of help, and a file that was named in the shell."""

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType

from companion.domain.content import SAFETY_FIRST, Link
from companion.text.support import SUPPORT
from companion.ui.messages import Follow
from companion.ui.read.article import ArticleScreen


class FileScreen(ArticleScreen):
    """The file that was named in the shell; back from it leads there."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Quit: nothing lies below."""
        self.call_later(self.app.action_quit)
        return AwaitComplete()


class PageScreen(ArticleScreen):
    """A page of help; it belongs to no place."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "support", "Find support", id="page.find-support")]

    first_keys: ClassVar[tuple[str, ...]] = ("page.find-support", *ArticleScreen.first_keys)

    place = None
    is_help = True
    """Help is open already: `f1` puts no second one on top."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way to support on the page of safety, as help does."""
        is_offered = action != "support" or self._whole.link == SAFETY_FIRST
        return is_offered and super().check_action(action, parameters)

    def action_support(self) -> None:
        """Open the page of support."""
        self.post_message(Follow(Link("pages", SUPPORT)))
