"""An article at a readable measure, with one thing to do and what to read next."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.article import Article
from companion.domain.content import parse_link
from companion.domain.reading import Reading, minutes_left
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.whole import Whole, article_whole, title_of
from companion.ui.dialogs import Choose
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.reader.view import Reader
from companion.ui.rows import Row


class ArticleScreen(PlaceScreen):
    """One article. Where it was left is kept when the screen is."""

    CSS_PATH = [STYLES / "article.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "do_now", "Do now", id="article.do"),
        Binding("n", "next", "Read next", id="article.next"),
        Binding("escape", "back", "Back", id="article.back"),
    ]

    place = Place.READ

    def __init__(self, article: Article, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._article = article
        self._store = store
        self._library = library
        self._reader = Reader(id="text")
        self._whole: Whole | None = None
        self._reading = Reading(id=article.slug, read_at=clock())
        self._kept: Reading | None = None

    def compose_place(self) -> ComposeResult:
        """The text, and quietly how far one is."""
        yield self._reader
        yield Static("", id="progress", markup=False)

    def on_mount(self) -> None:
        """Open it where it was left; one that was read to its end begins anew."""
        self._whole = article_whole(self._article, self._library)
        kept = self._store.reading.get(self._article.slug) or self._reading
        place, share = (kept.place, kept.share) if kept.share < 1 else (0, 0.0)
        self._reading = msgspec.structs.replace(self._reading, place=place, share=share, finished=kept.finished)
        self._reader.show(
            self._whole.text,
            f"articles/{self._article.topic}",
            place=place + self._whole.before if place else 0,
            end=self._whole.end,
        )
        self._reader.focus()

    def focus_first(self) -> None:
        """Focus the text."""
        self._reader.focus()

    @on(Reader.Moved)
    def show_progress(self) -> None:
        """Note and say how far down the screen stands."""
        if self._whole is None:
            return
        share = round(self._reader.share, 3)
        self._reading = msgspec.structs.replace(
            self._reading, place=max(0, self._reader.place - self._whole.before), share=share
        )
        left = minutes_left(self._article.minutes, self._reading)
        line = "100%" if share >= 1 else f"{share:.0%} · {left} min left"
        self.query_one("#progress", Static).update(line)

    @on(Reader.EndSeen)
    def finish(self) -> None:
        """Note that the end has been on the screen."""
        self._reading = msgspec.structs.replace(self._reading, finished=True)
        self.show_progress()

    def on_screen_suspend(self) -> None:
        """Keep the place when another screen is shown."""
        self._keep_place()

    def on_unmount(self) -> None:
        """Keep the place when the app is left."""
        self._keep_place()

    def reload(self) -> None:
        """Unlocked now, know what was finished before."""
        kept = self._store.reading.get(self._article.slug)
        if kept and kept.finished:
            self._reading = msgspec.structs.replace(self._reading, finished=True)

    def keep_unkept(self) -> bool:
        """Keep the place."""
        self._keep_place()
        return True

    def _keep_place(self) -> None:
        """Keep where the reading stands, if that has changed; while it is locked, nothing of reading is kept."""
        if self._reading == self._kept or self._store.is_locked:
            return
        try:
            self._store.reading.keep(self._reading)
            self._kept = self._reading
        except StoreError as error:
            self.app.notify(str(error), severity="warning", markup=False)

    def action_do_now(self) -> None:
        """Go to the one thing to do."""
        self.post_message(Follow(self._article.action))

    def action_next(self) -> None:
        """Read on; asks which, if there are several."""
        ways = self._article.ways_on
        if len(ways) == 1:
            self.post_message(Follow(ways[0]))
        elif ways:
            rows = [Row(title_of(link, self._library), str(link)) for link in ways]
            self.app.push_screen(Choose("Read next", rows), self._follow)

    def _follow(self, link: str | None) -> None:
        if link:
            self.post_message(Follow(parse_link(link)))

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self._keep_place()
        self.dismiss()
