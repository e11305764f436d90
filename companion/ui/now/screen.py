"""Now: what is happening, and one thing to do, to say and to read."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.drafting import PauseDefaults
from companion.domain.log import ORDINARY_ALREADY, ORDINARY_KEPT
from companion.domain.pause import Pause, PauseState
from companion.domain.reading import continue_with, minutes_left
from companion.domain.returning import coming_back, is_coming_back, say_step
from companion.domain.times import Clock, say_clock, say_length
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.locked import kept
from companion.ui.messages import Follow, GoTo
from companion.ui.now.plan_lines import PlanLines
from companion.ui.ordinary import OrdinaryDays
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row


class NowScreen(PlaceScreen):
    """Eight sentences; each leads to a sheet. Below, the three things one comes for most."""

    CSS_PATH = [STYLES / "now.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", f"app.go('{Place.PAUSE}')", "Pause", id="now.pause"),
        Binding("r", "read", "Read", id="now.read"),
        Binding("l", f"app.go('{Place.LOG}')", "Log", id="now.log"),
        Binding("o", "ordinary", "Ordinary day", id="now.ordinary"),
    ]

    place = Place.NOW
    is_first = True

    def __init__(self, store: Store, library: Library, clock: Clock, *, ordinary: OrdinaryDays) -> None:
        super().__init__(clock)
        self._store = store
        self._ordinary = ordinary
        self._library = library
        self._unread: str | None = None
        self._returned: Pause | None = None
        self._usual = PauseDefaults()
        self._plan: PlanLines | None = None
        self._dated: list[str] = []
        self._reading = _say_read()

    def compose_place(self) -> ComposeResult:
        """The question, the sentences, what belongs to today, the three lines."""
        yield Static(_("What is happening?"), id="question")
        sentences = (Row(sentence, id=slug) for slug, sentence in self._library.sentences.items())
        with Vertical():  # the sentences first: where there is little room, the lines below them go
            yield RowList(*sentences, wrapped=True, id="sentences")
            yield Static("", id="dated", markup=False)
            yield Static(self._ways(), id="ways", markup=False)

    def on_mount(self) -> None:
        """Start in the sentences."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the sentences."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Look what the plan says of today, for steps and an article to go on with, once the first frame is out."""
        self.call_after_refresh(self._look_around)

    def _look_around(self) -> None:
        self._plan = PlanLines(self._store, self._library)
        self._usual = self._plan.pause_defaults
        self._returned = coming_back(self._store.pauses, self.clock())
        reading = continue_with(list(self._store.reading))
        self._unread = None
        self._reading = _say_read()
        if reading:
            try:
                article = self._library.article(reading.id)
            except KeyError:
                pass  # an article that is no longer shipped
            else:
                self._unread = article.slug
                left = minutes_left(article.minutes, reading)
                self._reading = _(
                    "{key:<2} Read on   {title} · {left} min left", key=_read_key(), title=article.title, left=left
                )
        self.tick()

    def tick(self) -> None:
        """Keep the pause's line true, and what belongs to today."""
        super().tick()
        if self.is_shown:
            self._show_dated()
            self._show_ways()

    def _ways(self) -> str:
        """Return the three lines: what one comes for most."""
        return "\n".join((self._pause_line(), self._reading, _say_log()))

    def _show_ways(self) -> None:
        """Show the three lines; what says the same already is left alone, as it would be laid out anew."""
        static, ways = self.query_one("#ways", Static), self._ways()
        if static.content != ways:
            static.update(ways)

    def _show_dated(self) -> None:
        """Say what of the plan belongs to today; nothing while the words are locked."""
        lines = self._plan.lines(self.clock()) if self._plan and not self._store.is_locked else []
        if lines != self._dated:
            self._dated = lines
            self.query_one("#dated", Static).update("\n".join(lines))
            self.set_class(bool(lines), "-dated")

    def _pause_line(self) -> str:
        now, key = self.clock(), key_of("now.pause", "p")
        match self.pause.state(now) if self.pause else PauseState.NONE:
            case PauseState.RUNNING if self.pause:
                return _("{key:<2} Pause     running, back at {clock}", key=key, clock=say_clock(self.pause.due, now))
            case PauseState.OVERDUE if self.pause:
                return _(
                    "{key:<2} Pause     you said {due}; it is {clock}",
                    key=key,
                    due=say_clock(self.pause.due, now),
                    clock=say_clock(now, now),
                )
            case _ if self._returned and is_coming_back(self._returned, now):
                return _("{key:<2} Pause     the return waits: {step}", key=key, step=say_step(self._returned))
            case _:
                back, length = say_clock(now + self._usual.length, now), say_length(self._usual.length)
                return _("{key:<2} Pause     {length}, back at {back}", key=key, length=length, back=back)

    @on(RowList.Chosen, "#sentences")
    def open_sheet(self, event: RowList.Chosen) -> None:
        """Open the sheet of the sentence."""
        self.reveal(event.row.id or "")

    def reveal(self, slug: str) -> None:
        """Open the sheet of the sentence with that id."""
        from companion.ui.now.sheet import SituationSheet  # the first frame does not wait for it

        situation = self._library.situations[slug]
        self.app.push_screen(SituationSheet(situation, self._library, self.clock, self._usual))

    def action_read(self) -> None:
        """Read on where it was left, or go to the library."""
        if self._unread:
            self.post_message(Follow(Link("articles", self._unread)))
        else:
            self.post_message(GoTo(Place.READ))

    def action_ordinary(self) -> None:
        """Keep an ordinary day; the review needs them to compare with."""
        try:
            _, is_kept = self._ordinary.keep()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            said = ORDINARY_ALREADY if is_kept else ORDINARY_KEPT
            self.notify(kept(self._store.is_locked, said), markup=False)


def _read_key() -> str:
    return key_of("now.read", "r")


def _say_read() -> str:
    return _("{key:<2} Read      the library", key=_read_key())


def _say_log() -> str:
    log, ordinary = key_of("now.log", "l"), key_of("now.ordinary", "o")
    return _("{log:<2} Log       a line is enough · {ordinary:<2} an ordinary day", log=log, ordinary=ordinary)
