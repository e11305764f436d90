"""An article, a page or any other text at a readable measure, with one thing to do and what to read next."""

from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import Link, parse_link
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import ContentError, StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.text.whole import Whole, title_of
from companion.text.wholes import whole_of
from companion.ui.dialogs import Choose
from companion.ui.messages import Follow
from companion.ui.places import Place
from companion.ui.read.history import History, Visit
from companion.ui.read.marking import MarkingScreen
from companion.ui.read.remembered import Remembered
from companion.ui.read.trail import TrailScreen
from companion.ui.reader.finding import NEXT_HIT
from companion.ui.reader.manner import Manner
from companion.ui.reader.view import Reader
from companion.ui.rows import Row

_READ_HERE = ("articles", "pages", "own", "file")
"""Folders whose pieces are shown by this screen itself."""
REST = 1.5
"""Seconds without scrolling until the place is kept, whatever happens to the app after that."""
_ENDED = "-ended"
"""Its class once the end of a piece of a trail has been seen."""


class ArticleScreen(MarkingScreen):
    """One text after another. Where one stands is kept when scrolling stops, and when the screen is left."""

    CSS_PATH = [STYLES / "article.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "do_now", "Do now", id="article.do"),
        NEXT_HIT,
        Binding("n", "next", "Read next", id="article.next"),
        Binding("alt+left,backspace", "history(-1)", "The text before", id="article.history-back", show=False),
        Binding("alt+right", "history(1)", "Forward", id="article.history-on", show=False),
    ]

    place: ClassVar[Place | None] = Place.READ

    def __init__(
        self,
        whole: Whole,
        store: Store,
        library: Library,
        clock: Clock,
        place: int | None = None,
        manner: Manner | None = None,
        mark: str = "",
        found_by: tuple[str, ...] = (),
    ) -> None:
        """Take a text, the author's line or the mark to begin at, how to show it, and what it was found by."""
        super().__init__(store, library, clock, manner)
        self._begin = (None if place is None else whole.before + place), mark
        self._found_by = found_by
        self._whole = whole
        self._history = History()
        self._remembered = Remembered(whole, store, clock)
        self._resting: Timer | None = None

    def compose_foot(self) -> Iterator[Widget]:
        """Quietly, how far one is."""
        yield Static("", id="progress", markup=False)

    def on_mount(self) -> None:
        """Open it where it was left, or at the line asked for."""
        self._show(self._whole, *self._begin)
        self.focus_first()
        if self._found_by:
            self.call_after_refresh(self.reader.when_whole, self._show_found)

    def _show_found(self) -> None:
        """Show where the words stand that it was found by, from the line on at which it opens."""
        if self._begin[0]:
            self.reader.scroll_to_source(self._begin[0])
        self.finding.show_first_of(self._found_by)

    def _show(self, whole: Whole, place: int | None = None, mark: str = "") -> None:
        """Show a text, where it was left or where asked for."""
        self._whole = whole
        self._remembered = Remembered(whole, self._store, self.clock)
        self.remove_class(_ENDED)
        if self.finding.is_open:
            self.finding.close()
        begin = self._remembered.place if place is None else place
        self.reader.show(whole.text, whole.home, place=begin, end=whole.end)
        self.show_marks(whole, mark)
        self.refresh_bindings()

    # -- how far

    @on(Reader.Moved)
    def show_progress(self) -> None:
        """Note and say how far down the screen stands."""
        self._remembered.moved(self.reader.place, self.reader.share)
        self._say_how_far()
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._rest)

    def _say_how_far(self) -> None:
        """Say how far one is; once the end has been seen, what comes next in the trail."""
        piece = self._next_piece if self.has_class(_ENDED) else None
        following = _say_on(title_of(piece, self._library)) if piece else ""
        said = " · ".join(filter(None, (following, self._remembered.line)))
        self.query_one("#progress", Static).update(said, layout=False)

    def _rest(self) -> None:
        """Keep the place, now that scrolling has stopped; what the disk does not take is said on leaving."""
        if self.is_current:
            with suppress(StoreError):
                self._remembered.keep()

    @on(Reader.EndSeen)
    def finish(self) -> None:
        """Note that the end has been on the screen."""
        self._remembered.ended()
        self.set_class(self._next_piece is not None, _ENDED)
        self.show_progress()

    def on_screen_suspend(self) -> None:
        """Keep the place when another screen is shown."""
        self._keep_place()

    def on_unmount(self) -> None:
        """Keep the place when the app is left."""
        self._keep_place()

    @on(Reader.Jumped)
    def note_jump(self, message: Reader.Jumped) -> None:
        """Know the way back from a heading that a link led to."""
        self._history.went_on(Visit(self._whole, message.left))
        self.refresh_bindings()

    def reload(self) -> None:
        """Know what was finished before, or in another window."""
        super().reload()
        self._remembered.take_up()

    def keep_unkept(self) -> bool:
        """Keep the place."""
        self._keep_place()
        return True

    def _keep_place(self) -> None:
        self.did(self._remembered.keep)

    # -- where it leads

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this text has."""
        if not super().check_action(action, parameters):
            return False
        match action:
            case "do_now":
                return self._whole.action is not None
            case "next":
                return bool(self._ways_on) and not self.finding.is_open
            case "history":
                return self._history.can_go(-1 if parameters == (-1,) else 1)
            case _:
                return True

    @on(Follow)
    def read_on(self, message: Follow) -> None:
        """Show another text in place of this one, with a way back; anything else opens over it."""
        if message.link.folder not in _READ_HERE:
            return
        message.stop()
        try:
            whole = whole_of(message.link, self._library)
        except ContentError as error:
            self.notify(one_line(str(error)), severity="warning", markup=False)
            return
        self._keep_place()
        self._history.went_on(Visit(self._whole, self.reader.place))
        self._show(whole)
        if message.heading:
            self.reader.go_to_heading(message.heading)

    def action_history(self, step: int) -> None:
        """Go back to the text before, or forward again, each where it was left."""
        self._keep_place()
        whole, place = self._history.go(step, Visit(self._whole, self.reader.place))
        if whole is self._whole:
            self.reader.scroll_to_source(place)
            self.refresh_bindings()
        else:
            self._show(whole, place)

    def action_do_now(self) -> None:
        """Go to the one thing to do."""
        if self._whole.action:
            self.post_message(Follow(self._whole.action))

    @property
    def _next_piece(self) -> Link | None:
        """What follows in the trail from which it was opened."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack[1:] else None
        return below.after(self._whole.link) if isinstance(below, TrailScreen) else None

    @property
    def _ways_on(self) -> list[Row]:
        """What can be read next: the next piece of the trail, then what the text itself names."""
        piece = self._next_piece
        rows = [Row(title_of(link, self._library), str(link)) for link in self._whole.ways_on if link != piece]
        return [Row(_say_on(title_of(piece, self._library)), str(piece)), *rows] if piece else rows

    def action_next(self) -> None:
        """Read on; asks which, if there are several."""
        ways = self._ways_on
        if len(ways) == 1:
            self._follow(ways[0].id)
        else:
            self.app.push_screen(Choose(_("Read next"), ways), self._follow)

    def _follow(self, link: str | None) -> None:
        if link:
            self.post_message(Follow(parse_link(link)))

    def leave(self) -> None:
        """Go back to the text before; from the first, to where it was opened."""
        if self._history.can_go(-1):
            self.action_history(-1)
        else:
            self._keep_place()
            self.dismiss()


def _say_on(title: str) -> str:
    return _("Next in this trail: {title}", title=title)
