"""A page of help, read like an article; nothing about it is remembered."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from companion.domain.content import Page
from companion.domain.help_line import countries
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.text.support import SUPPORT, heading, page_text
from companion.ui.dialogs import Choose
from companion.ui.place_screen import PlaceScreen
from companion.ui.reader.view import Reader
from companion.ui.rows import Row


class PageScreen(PlaceScreen):
    """One page. On the page about support, `c` goes to a country."""

    CSS_PATH = [STYLES / "page.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "country", "Country", id="page.country"),
        Binding("escape", "back", "Back", id="page.back"),
    ]

    place = None
    is_help = True
    """Help is open already: `f1` puts no second one on top."""

    def __init__(self, page: Page, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._page = page
        self._library = library
        self._text = ""

    def compose_place(self) -> ComposeResult:
        """The text."""
        yield Reader(id="text")

    def on_mount(self) -> None:
        """Show the page, the help lines under it where they belong."""
        self._text = page_text(self._page, self._library)
        reader = self.query_one(Reader)
        reader.show(self._text, "pages")
        reader.focus()

    def focus_first(self) -> None:
        """Focus the text."""
        self.query_one(Reader).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer countries only where there are some."""
        return action != "country" or self._page.slug == SUPPORT

    def action_country(self) -> None:
        """Choose a country."""
        rows = [Row(country, country) for country in countries(self._library.help_lines)]
        self.app.push_screen(Choose("Where are you?", rows), self._show_country)

    def _show_country(self, country: str | None) -> None:
        if country:
            self.query_one(Reader).scroll_to_source(self._text.split("\n").index(heading(country)))

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss()
