"""A trail: its pieces in their order, the cursor on the one to go on with."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import Link, parse_link
from companion.domain.times import Clock
from companion.domain.trail import Trail, TrailPiece, next_unfinished, say_progress, trail_pieces
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.list_screen import ListScreen
from companion.ui.messages import Follow
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_TALL = 18
"""Lines from which each piece says what it is about."""


class TrailScreen(ListScreen):
    """One trail. Coming back from a piece that is finished now, one stands on the next."""

    CSS_PATH = [STYLES / "trail.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="trail.back")]

    place = Place.READ

    def __init__(self, trail: Trail, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._trail = trail
        self._opened: Link | None = None

    def compose_place(self) -> ComposeResult:
        """What it is and what it leads through, how far one is, the pieces."""
        yield Static(self._trail.title, id="title", markup=False)
        yield Static(self._trail.why, id="why", markup=False)
        yield Static("", id="progress", markup=False)
        yield RowList(wrapped=True, id="pieces")

    def on_mount(self) -> None:
        """Start on the piece to go on with."""
        self._show(next_unfinished(self._pieces))

    def reload(self) -> None:
        """Mark what has been finished since; where that is the piece one opened, stand on the next."""
        pieces = self._pieces
        opened = next((piece for piece in pieces if piece.link == self._opened), None)
        self._show(next_unfinished(pieces, opened.link) if opened and opened.is_finished else None)
        self._opened = None

    def on_resize(self) -> None:
        """Say more or less of each piece."""
        self._show(None)

    def after(self, link: Link | None) -> Link | None:
        """Return the piece of the trail that follows one."""
        return self._trail.after(link)

    @property
    def _pieces(self) -> list[TrailPiece]:
        return trail_pieces(self._trail, self._library.to_read, self._store.reading)

    def _show(self, at: TrailPiece | None) -> None:
        """Show how far one is, the cursor on that piece, else where it stands."""
        pieces = self._pieces
        self.query_one("#progress", Static).update(say_progress(pieces))
        self._rows.show(self._rows_of(pieces), at=str(at.link) if at else None)

    def _rows_of(self, pieces: list[TrailPiece]) -> list[Row]:
        """Return a row for each piece, numbered."""
        is_tall = self.app.size.height >= _TALL
        return [
            Row(
                f"{piece.title} ✓" if piece.is_finished else piece.title,
                str(piece.link),
                lead=str(number),
                tail=_("{minutes} min", minutes=piece.minutes),
                help=piece.summary if is_tall else "",
            )
            for number, piece in enumerate(pieces, 1)
        ]

    @on(RowList.Chosen)
    def open_piece(self, event: RowList.Chosen) -> None:
        """Open the piece that was chosen."""
        self._opened = parse_link(event.row.id or "")
        self.post_message(Follow(self._opened))
