"""Bookmarks and highlights: those of one text, or all of them text by text."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.bookmark import Bookmark
from companion.domain.day_names import month, short_month
from companion.domain.highlight import Highlight
from companion.domain.marks import Mark, by_text, text_link
from companion.domain.times import Clock, local, say_day
from companion.resources import STYLES
from companion.storage.errors import ContentError
from companion.storage.library import Library
from companion.storage.marks import all_marks, find_mark, forget_mark, keep_mark
from companion.storage.store import Store
from companion.text.marks import GONE, TITLE, Placed, marks_markdown, placed_in, text_title
from companion.text.wholes import whole_of
from companion.ui.bindings import key_of
from companion.ui.list_screen import ListScreen
from companion.ui.locked import MARKS, say_locked
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.read.noting import ask_note
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.writing_out import write_out

_HIGHLIGHT, _BOOKMARK = "▁", "▎"
"""What stands before each, as in the text."""
MARKS_ROW = "marks"
"""The id of the row of Read that leads here; no link looks like it."""
_LONGEST = 160
"""Characters of a highlight that a row shows."""
_NARROWEST = 30
"""Columns below which there is no room for a day."""


def _empty() -> str:
    return _(
        "Nothing is marked yet.\n\n"
        "In a text, {select} selects a sentence and {highlight} highlights it; {note} adds a note. "
        "{bookmark} sets a bookmark at the paragraph on top.",
        select=key_of("reading.select", "v"),
        highlight=key_of("select.highlight", "h"),
        note=key_of("select.note", "e"),
        bookmark=key_of("article.bookmark", "m"),
    )


class MarksScreen(ListScreen):
    """What was marked; enter goes there."""

    CSS_PATH = [STYLES / "marks.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Note", id="marks.edit"),
        Binding("e", "say_no_note", "Note", id="marks.edit", show=False, system=True),
        Binding("d,delete", "delete", "Take away", key_display="d", id="marks.delete"),
        Binding("u", "undo", "Undo", id="marks.undo"),
        Binding("o", "write", "To a file", id="marks.write"),
        Binding("escape", "back", "Back", id="marks.back"),
    ]

    place = Place.READ

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Clock,
        text: str = "",
        go_to: Callable[[str], object] | None = None,
    ) -> None:
        """Make the screen.

        Args:
            store: What was marked.
            library: The texts.
            clock: Tells the day, for the name of the file.
            text: The link of the one text; all of them without it.
            go_to: Goes to a mark of that text; else its text is opened there.
        """
        super().__init__(store, library, clock)
        self._text = text
        self._go_to = go_to
        self._forgotten: list[Mark] = []

    def compose_place(self) -> ComposeResult:
        """The title, what is said of an empty list, the marks."""
        yield Static(TITLE, id="title", markup=False)
        yield Static("", id="empty", classes="quiet", markup=False)
        yield RowList(wrapped=True)

    def reload(self) -> None:
        """Show what is marked now."""
        self._show()

    @property
    def _texts(self) -> dict[str, list[Mark]]:
        return by_text(mark for mark in all_marks(self._store) if self._text in ("", mark.link))

    def _show(self, at: str | None = None) -> None:
        texts = self._texts
        empty = self.query_one("#empty", Static)
        empty.update(say_locked(MARKS) if self._store.is_locked else _empty())
        empty.display = not texts
        rows = [row for marks in texts.values() for row in self._text_rows(marks)]
        self._rows.show(rows[1:], at)
        self.refresh_bindings()

    def _text_rows(self, marks: list[Mark]) -> list[Row]:
        """Return the rows of one text, as they stand in it."""
        return [Row(""), Row(text_title(marks[0], self._library)), *map(self._row_of, placed_in(marks, self._library))]

    def _row_of(self, found: Placed) -> Row:
        mark, today = found.mark, local(self.clock()).date()
        is_highlight = isinstance(mark, Highlight)
        words = mark.words if len(mark.words) <= _LONGEST else f"{mark.words[:_LONGEST].rstrip()}…"
        said = (mark.note if isinstance(mark, Highlight) else "", "" if found.span else f"({GONE})")
        return Row(
            f"“{words}”" if is_highlight else f"{words} …",
            mark.id,
            lead=_HIGHLIGHT if is_highlight else _BOOKMARK,
            tail=self._said(local(mark.made_at).date(), today),
            help=" ".join(filter(None, said)),
        )

    def _said(self, day: date, today: date) -> str:
        """Return when it was marked: in short on a narrow screen, on the narrowest not at all."""
        if self.size.width < _NARROWEST:
            return ""
        said = say_day(day, today)
        return said.replace(month(day), short_month(day)) if self.has_class("-narrow") else said

    @property
    def _chosen(self) -> Mark | None:
        return find_mark(self._store, self._row_id) if self._row_id else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with."""
        match action:
            case "undo":
                return bool(self._forgotten) and not self._store.is_locked
            case "edit":
                return isinstance(self._chosen, Highlight)
            case "say_no_note":
                return isinstance(self._chosen, Bookmark)
            case "delete" | "write":
                return self._chosen is not None
        return True

    # -- what the keys do

    @on(RowList.Moved)
    def offer(self) -> None:
        """Offer what can be done with the row stood on."""
        self.refresh_bindings()

    @on(RowList.Chosen)
    def go(self) -> None:
        """Go to where it stands; a text that is gone is said to be."""
        mark = self._chosen
        if mark is None:
            return
        if self._go_to:
            self._go_to(mark.id)
            self.dismiss()
        else:
            open_mark(self, self._store, self._library, mark)

    def action_edit(self) -> None:
        """Change the note."""
        if isinstance(mark := self._chosen, Highlight):
            ask_note(self, self._store, mark)

    def action_say_no_note(self) -> None:
        """Say that a bookmark holds no note, and what does."""
        said = _(
            "A bookmark holds no note. In the text, {select} selects words and {note} writes a note on them.",
            select=key_of("reading.select", "v"),
            note=key_of("select.note", "e"),
        )
        self.notify(said, markup=False)

    def action_delete(self) -> None:
        """Take the mark away; it can be brought back until one leaves."""
        mark = self._chosen
        if mark and self.did(lambda: forget_mark(self._store, mark)):
            self._forgotten.append(mark)
            self.notify(_("Taken away. {undo} brings it back.", undo=key_of("marks.undo", "u")), markup=False)
            self._show()

    def action_undo(self) -> None:
        """Bring back what was taken away last."""
        mark = self._forgotten[-1]
        if self.did(lambda: keep_mark(self._store, mark)):
            self._forgotten.pop()
            self._show(mark.id)

    def action_write(self) -> None:
        """Write what is listed as Markdown."""
        day = local(self.clock()).date()
        write_out(self, self._store.folder, f"~/marks-{day}.md", lambda: marks_markdown(self._texts, self._library))


def open_mark(screen: PlaceScreen, store: Store, library: Library, mark: Mark) -> None:
    """Open the text of a mark there; one that is gone is said to be."""
    from companion.ui.read.article import ArticleScreen  # which opens the list of its marks

    try:
        whole = whole_of(text_link(mark), library)
    except ContentError as error:
        screen.notify(str(error), severity="warning", markup=False)
    else:
        screen.app.push_screen(ArticleScreen(whole, store, library, screen.clock, mark=mark.id))


def marks_rows(store: Store) -> list[Row]:
    """Return the row of Read that leads here, with how many there are; nothing if there are none."""
    count = len(all_marks(store))
    return [Row(""), Row(TITLE, MARKS_ROW, tail=f"{count:,}")] if count else []
