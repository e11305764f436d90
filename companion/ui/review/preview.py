"""The sheet as it will be, to read through before it is written."""

from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.review.sheet import AS_WRITTEN, Sheet
from companion.domain.times import Clock, local
from companion.resources import STYLES
from companion.storage.content_file import read_style
from companion.text.plain import drawable
from companion.text.sheet_markdown import sheet_markdown
from companion.ui.dialogs import Choose
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.rows import Row
from companion.ui.writing_out import WHERE, write_out


class Format(StrEnum):
    """How it is written; the value is the ending of the file's name."""

    HTML = "html"
    MARKDOWN = "md"


_FORMATS = (
    Row(_("A page to print"), Format.HTML, help=_("HTML, with pictures. Any browser opens it; it fetches nothing.")),
    Row(_("Text"), Format.MARKDOWN, help=_("Markdown, as you see it here.")),
)


class PreviewScreen(PlaceScreen):
    """The words of the sheet; `w` writes it."""

    CSS_PATH = [STYLES / "preview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,enter", "write", "Write it", key_display="w", id="preview.write"),
        Binding("escape", "back", "Back", id="preview.back"),
    ]

    place = Place.REVIEW

    def __init__(self, sheet: Sheet, folder: Path | None, clock: Clock) -> None:
        """Make the screen.

        Args:
            sheet: What is shown and written.
            folder: The data folder, whose own files are never written over.
            clock: Tells the day, for the name of the file.
        """
        super().__init__(clock)
        self._sheet = sheet
        self._folder = folder
        self._format = Format.HTML

    def compose_place(self) -> ComposeResult:
        """The words."""
        with VerticalScroll(id="sheet"):
            yield Static(drawable(sheet_markdown(self._sheet)), id="words", markup=False)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the words."""
        self.query_one("#sheet").focus()

    def action_write(self) -> None:
        """Ask how it is to be written."""
        self.app.push_screen(Choose(_("As what?"), _FORMATS), self._ask_where)

    def _ask_where(self, answer: str | None) -> None:
        if answer is not None:
            self._format = Format(answer)
            name = f"~/notes-for-a-talk-{local(self.clock()).date()}.{self._format}"
            where = f"{WHERE} {AS_WRITTEN}" if self._sheet.quotes else WHERE
            write_out(self, self._folder, name, self._text, where)

    def _text(self) -> str:
        if self._format is Format.MARKDOWN:
            return sheet_markdown(self._sheet)
        from companion.text.sheet_html import sheet_html  # the library for HTML: only where a page is made

        return sheet_html(self._sheet, read_style("sheet_page.css"))

    def action_back(self) -> None:
        """Go back to what goes on it."""
        self.dismiss()
