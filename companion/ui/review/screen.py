"""Review: a year of the log and its pauses, to look at without a verdict."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.review.look_back import first_day, look_back
from companion.domain.review.period import Period, year_to
from companion.domain.review.sentences import say_period
from companion.domain.times import Clock, local
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui import locked
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.review.page import ReviewPage


class ReviewScreen(PlaceScreen):
    """Twelve months at a time: the days, the kinds, the strength, the promises."""

    CSS_PATH = [STYLES / "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket,left", "earlier", "Earlier", key_display="[", id="review.earlier"),
        Binding("right_square_bracket,right", "later", "Later", key_display="]", id="review.later"),
        Binding("t", "this_year", "This year", id="review.this-year"),
    ]

    place = Place.REVIEW

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._back = 0
        """How many years before this one."""
        self._first: date | None = None
        """The first day that something is kept from."""
        self._seen: tuple[list[Entry], list[Pause], Period] | None = None
        """What the page was made from; the same again need not be."""

    @property
    def period(self) -> Period:
        """The twelve months that are shown."""
        return year_to(local(self.clock()).date(), self._back)

    def compose_place(self) -> ComposeResult:
        """The period, and the page."""
        yield Static(id="period", markup=False)
        yield Static(locked.REVIEW, id="locked", classes="quiet", markup=False)
        yield ReviewPage()

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the page."""
        self.query_one(ReviewPage).focus()

    def reload(self) -> None:
        """Look back again over the period; what is locked is not looked at."""
        self.query_one("#locked").display = self._store.is_locked
        self.query_one(ReviewPage).display = not self._store.is_locked
        if self._store.is_locked:
            self._seen = self._first = None
            self.query_one("#period", Static).update("")
            self.refresh_bindings()
            return
        entries, pauses, period = list(self._store.entries), list(self._store.pauses), self.period
        if (entries, pauses, period) == self._seen:
            return
        self._seen = (entries, pauses, period)
        self._first = first_day(entries, pauses)
        review = look_back(entries, pauses, self._library.vocabulary, period)
        self.query_one("#period", Static).update(say_period(period))
        self.query_one(ReviewPage).show(review)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the years that there are."""
        match action:
            case "earlier":
                return self._first is not None and self._first < self.period.since
            case "later" | "this_year":
                return self._back > 0 and self._first is not None
            case _:
                return True

    def action_earlier(self) -> None:
        """Show the year before."""
        self._go_back(self._back + 1)

    def action_later(self) -> None:
        """Show the year after, up to this one."""
        self._go_back(self._back - 1)

    def action_this_year(self) -> None:
        """Show the twelve months up to today."""
        self._go_back(0)

    def _go_back(self, years: int) -> None:
        self._back = years
        self.reload()
