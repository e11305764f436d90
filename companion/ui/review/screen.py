"""Review: the log and its pauses over a period, a part at a time, to look at without a verdict."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from companion.domain.content import Link
from companion.domain.entry import Entry
from companion.domain.review.section import Part
from companion.domain.review.sentences import NOTE
from companion.domain.times import Clock, local
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.ui import locked
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.review.bond import ask_person, say_bond
from companion.ui.review.drawing import Drawing, Target
from companion.ui.review.entries import EntriesScreen
from companion.ui.review.looking import Looking, Seen
from companion.ui.review.page import ReviewPage
from companion.ui.review.sheet import SheetScreen
from companion.ui.review.stretch import Stretch, ask_stretch
from companion.ui.review.titles import title_of
from companion.ui.review.views import VIEWS, Besides, View, ask_view, draw, say_when
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.safety_first import SafetyFirst

_LOOKS = ("turn", "hard_days", "parts", "week", "sheet", "person", "period", "move", "today")
"""What can't be done while it is locked."""


class ReviewScreen(PlaceScreen):
    """A part at a time; `n` and `p` go on and back, the arrow keys walk over what it shows."""

    CSS_PATH = [STYLES / "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,tab", "turn(1)", "Next", id="review.next", key_display="n"),
        Binding("p,shift+tab", "turn(-1)", "Before", id="review.back", key_display="p"),
        Binding("h", "hard_days", "Hard days", id="review.hard"),
        Binding("l", "parts", "Parts", id="review.parts"),
        Binding("w", "week", "Week", id="review.week"),
        Binding("s", "sheet", "Sheet", id="review.sheet"),
        Binding("at", "person", "Person", key_display="@", id="review.person"),
        Binding("f", "period", "From … to", id="review.period"),
        Binding("left_square_bracket", "move(-1)", "Earlier", key_display="[", id="review.earlier"),
        Binding("right_square_bracket", "move(1)", "Later", key_display="]", id="review.later"),
        Binding("t", "today", "To today", id="review.today"),
    ]

    place = Place.REVIEW

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._view: View = Part.DAYS
        self._stretch = Stretch()
        self._weeks_back = 0
        self._person: str | None = None
        self._hard = self._has_read = False
        self._looking: Looking | None = None
        self._seen: Seen | None = None

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """The period, the parts beside the page, what the cursor stands on, and what a log leaves out."""
        yield SafetyFirst(self._store, self.clock)
        yield Static(id="period", markup=False)
        yield Static(locked.say_locked(locked.REVIEW), id="locked", classes="quiet", markup=False)
        with Horizontal(id="open"):
            yield RowList(*(Row(view.label, view.value) for view in VIEWS), id="parts")
            yield ReviewPage()
        yield Static("", id="here", markup=False)
        yield Static(NOTE, id="note", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys walk."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the page; the list of parts is for the mouse, and for n and p."""
        self.query_one(ReviewPage).focus()

    def reload(self) -> None:
        """Look back again; the first time only once the frame is out."""
        if self._has_read:
            self._read()
        else:
            self._has_read = True
            self.call_after_refresh(self._read)

    def _read(self) -> None:
        """Read what is kept; what is locked is not looked at."""
        self.query_one(SafetyFirst).look()
        self.set_class(self._store.is_locked, "-shut")
        if self._store.is_locked:
            self._seen = self._looking = self._person = None
            self._show(anew=True)
            return
        seen = list(self._store.entries), list(self._store.pauses), self._store.settings
        is_today = self._looking is not None and self._looking.today == local(self.clock()).date()
        if seen != self._seen or not is_today or self._view is Besides.WEEK:  # what was filled in is shown, too
            self._seen = seen
            self._look(anew=False)

    def _look(self, *, anew: bool) -> None:
        """Look at the period; nothing is counted until it is shown."""
        if self._seen is None:
            return
        now = self.clock()
        period = self._stretch.period(local(now).date())
        self._looking = Looking(self._store, self._library, now, period, self._person, self._seen[0], self._weeks_back)
        self._show(anew=anew)

    def _show(self, *, anew: bool) -> None:
        about = (say_when(self._view, self._looking), say_bond(self._looking)) if self._looking else ()
        said = " · ".join(filter(None, about))
        self.query_one("#period", Static).update(said)
        self.query_one(ReviewPage).show(self._drawn, anew=anew)
        self.refresh_bindings()

    def _drawn(self, width: int) -> Drawing:
        """Return the page; where there is little room, what a log leaves out stands at its end."""
        if self._looking is None:
            return Drawing(width)
        return draw(self._view, self._looking, width, hard=self._hard, ends_with=NOTE if self.has_class("-low") else "")

    @on(ReviewPage.Stood)
    def say_here(self, event: ReviewPage.Stood) -> None:
        """Say in words what the cursor stands on."""
        self.query_one("#here", Static).update(one_line(event.spot.said) if event.spot else "")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is; nothing while it is locked."""
        looking = self._looking
        if looking is None:
            return action not in _LOOKS
        is_week = self._view is Besides.WEEK
        match action, parameters:
            case "hard_days", _:
                return self._view is Besides.AGAIN
            case "move", (-1,):
                days = looking.week.this.week if is_week else looking.period
                return looking.first is not None and looking.first < days.since
            case "move", _:
                return self._weeks_back > 0 if is_week else looking.period.until < looking.today
            case "today", _:
                return self._weeks_back > 0 if is_week else self._stretch != Stretch()
            case "person", _:
                return bool(looking.persons)
        return super().check_action(action, parameters)

    # -- going through it

    def _go(self, view: View) -> None:
        self._view, self._hard = view, self._store.settings.hard_days_again
        self.query_one("#parts", RowList).cursor = VIEWS.index(view)
        self._show(anew=True)

    def action_turn(self, step: int) -> None:
        """Show the next part, or the one before; behind the last comes the first."""
        self._go(VIEWS[(VIEWS.index(self._view) + step) % len(VIEWS)])

    def action_parts(self) -> None:
        """Choose a part."""
        ask_view(self.app, self._view, self._go)

    @on(RowList.Chosen, "#parts")
    def go_to_part(self) -> None:
        """Show the part that was clicked."""
        self._go(VIEWS[self.query_one("#parts", RowList).cursor or 0])
        self.focus_first()

    def action_week(self) -> None:
        """Show the week."""
        self._go(Besides.WEEK)

    def action_hard_days(self) -> None:
        """Let hard days come back too, or leave them out again; only until one leaves."""
        self._hard = not self._hard
        self._show(anew=True)

    @on(ReviewPage.Opened)
    def open(self, event: ReviewPage.Opened) -> None:
        """Show the entries behind a spot, or go where it leads."""
        target, looking = event.spot.target, self._looking
        if isinstance(target, Link):
            self.post_message(Follow(target))
        elif looking is not None and looking.behind(target, self._view):
            title, find = title_of(target, looking), partial(self._behind, target)
            self.app.push_screen(EntriesScreen(title, find, self._store, self._library, self.clock))

    def _behind(self, target: Target) -> list[Entry]:
        """Return the entries behind a spot, as they are kept now."""
        self._read()
        return self._looking.behind(target, self._view) if self._looking else []

    # -- choosing what is looked at

    def _choose(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self._look(anew=True)

    def action_move(self, steps: int) -> None:
        """Go to the stretch before or after, as long as this one; in the week, to the week."""
        if self._view is Besides.WEEK:
            self._weeks_back = max(0, self._weeks_back - steps)
        else:
            self._stretch = self._stretch.moved(steps, local(self.clock()).date())
        self._look(anew=True)

    def action_today(self) -> None:
        """Show the twelve months to today, or this week."""
        if self._view is Besides.WEEK:
            self._weeks_back = 0
        else:
            self._stretch = Stretch()
        self._look(anew=True)

    def action_period(self) -> None:
        """Choose the days."""
        if self._looking is not None:
            ask_stretch(self.app, self._looking.first, self.clock, self._choose)

    def action_person(self) -> None:
        """Choose one bond, or all of them."""
        if self._looking is not None:
            ask_person(self.app, self._looking, self._take_person)

    def _take_person(self, person: str | None) -> None:
        self._person = person
        self._look(anew=True)

    def action_sheet(self) -> None:
        """Make a sheet of it to take along."""
        if self._looking is not None:
            self.app.push_screen(SheetScreen(self._looking, self.clock))
