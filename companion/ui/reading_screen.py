"""What every screen with a text shares: find, contents, the width of its lines, and nothing but the text."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.settings import NARROWEST, WIDEST
from companion.domain.times import Clock
from companion.storage.store import Store
from companion.text.spans import Spot
from companion.ui.bindings import key_of
from companion.ui.dialogs import Choose
from companion.ui.place_screen import PlaceScreen
from companion.ui.reader.contents import TITLE, ContentsPane, contents_rows
from companion.ui.reader.finding import NEXT_HIT, FindBar
from companion.ui.reader.foot import Foot
from companion.ui.reader.manner import Manner
from companion.ui.reader.marked import MarkedReader
from companion.ui.reader.said import SaidLine
from companion.ui.reader.selecting import SelectBar
from companion.ui.reader.view import Reader
from companion.ui.row_list import RowList

_BARE, _WITH_CONTENTS, _ROOMY = "-bare", "-with-contents", "-roomy"
_NO_ROOM = _("The screen is narrower than that.")


class ReadingScreen(PlaceScreen):
    """A text and what one can do with it while reading."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", id="reading.find", key_display="/"),
        Binding("c", "contents", "Contents", id="reading.contents"),
        Binding("v", "select", "Select", id="reading.select"),
        NEXT_HIT,
        Binding("N", "hit(-1)", "Hit before", id="reading.hit-before", show=False),
        Binding("escape", "back", "Back", id="reading.back"),
        Binding("z", "bare", "Only the text", id="reading.bare"),
        Binding("less_than_sign", "measure(-4)", "Shorter lines", id="reading.shorter", show=False),
        Binding("greater_than_sign", "measure(4)", "Longer lines", id="reading.longer", show=False),
    ]

    first_keys: ClassVar[tuple[str, ...]] = (
        "reader.follow", "reader.next-link", "article.do", "article.next", "find.rest", "find.next",
        "reading.next-hit", "reading.find", "reading.contents", "reading.back",
    )  # fmt: skip
    """Ids of the keys that are shown before all others, the most useful first."""

    def __init__(self, store: Store, clock: Clock, manner: Manner | None = None) -> None:
        super().__init__(clock)
        self._store = store
        self._manner = manner or Manner()
        self.reader = MarkedReader(measure=store.settings.measure, id="text")
        self.pane = ContentsPane()
        self.finding = FindBar(self.reader)
        self.selecting = SelectBar(self.reader)
        self.said = SaidLine()

    def compose_place(self) -> ComposeResult:
        """The contents and the text, and below it what is said of it and the line to find words in."""
        with Horizontal(id="body"):
            yield self.pane
            yield self.reader
        promise = Static("", id="promise", markup=False)
        yield Foot(self.reader, *self.compose_foot(), self.said, self.finding, self.selecting, promise)

    def compose_foot(self) -> Iterator[Widget]:
        """Yield what is said below the text."""
        yield from ()

    def focus_first(self) -> None:
        """Focus the text."""
        self.reader.focus()

    def show_present(self) -> None:
        """Show the text in the manner that was chosen meanwhile over another one."""
        super().show_present()
        self.reader.set_measure(self._store.settings.measure)
        self._surround()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go through hits only while there are some, and the contents only of what has parts.

        While something is selected, only what can be done with that.
        """
        if self.selecting.is_open and self.selecting.has_focus:
            return action == "back"
        match action:
            case "hit":
                return self.finding.has_hits
            case "find":
                return not self.finding.has_focus_within
            case "contents":
                return not self.reader.flow.is_whole or bool(self.reader.contents)
            case _:
                return True

    def notify(self, message: str, **how: Any) -> None:
        """Say it below the text; what went wrong is said as everywhere, and stays longer."""
        if "severity" in how:
            super().notify(message, **how)
        else:
            self.said.say(message, how.get("timeout"))

    def on_key(self, event: events.Key) -> None:
        """Take what was said away with the next key, before it is known what that does; nothing waits any more."""
        self.reader.wait_no_more()
        self.said.hush()

    @on(MarkedReader.Waiting)
    def say_it_takes_a_moment(self, message: MarkedReader.Waiting) -> None:
        """Say so while a key waits for all of a long text."""
        self.said.wait(message.is_over)

    # -- find

    def action_find(self) -> None:
        """Find words in the text."""
        self.finding.open()

    def action_hit(self, step: int) -> None:
        """Go to the next hit, or to the one before."""
        self.finding.step(step)

    # -- selecting

    def action_select(self) -> None:
        """Select a sentence: that of the hit or the link that is stood on, else the first on the screen."""
        self.reader.when_whole(lambda: self.selecting.begin(self.finding.here or self.reader.stood_on))

    @on(MarkedReader.Dragged)
    def select_dragged(self, message: MarkedReader.Dragged) -> None:
        """Select what the mouse was dragged over."""
        self.selecting.take(message.span)

    @on(MarkedReader.Touched)
    def touch(self, message: MarkedReader.Touched) -> None:
        """Leave what was selected; stand on what there is at that spot."""
        if self.selecting.is_open:
            self.selecting.close()
        self.stand_on(message.spot)

    def stand_on(self, spot: Spot) -> None:
        """Stand on what there is at a spot, if there is anything."""

    # -- contents

    @property
    def has_contents(self) -> bool:
        """Whether the contents stand beside the text."""
        return self._manner.has_contents and self.has_class(_ROOMY) and not self._manner.is_bare

    def action_contents(self) -> None:
        """Choose a heading: beside the text where there is room, else over it; the second time, close it."""
        self.reader.when_whole(self._choose_heading)

    def _choose_heading(self) -> None:
        if not self.has_class(_ROOMY) or self._manner.is_bare:
            here = str(self.reader.section)
            rows = contents_rows(self.reader.contents, here)
            self.app.push_screen(Choose(TITLE, rows, here), self._go_to)
        elif self.pane.has_focus:
            self._close_contents()
        else:
            self._manner.has_contents = True
            self._surround()
            self.pane.focus()

    @on(RowList.Chosen, "#contents")
    def choose_heading(self, event: RowList.Chosen) -> None:
        """Go there, and read on."""
        self._go_to(event.row.id)
        self.focus_first()

    def _go_to(self, block: str | None) -> None:
        if block is not None:
            self.reader.go_to_block(int(block))

    def _close_contents(self) -> None:
        self._manner.has_contents = False
        self._surround()
        self.focus_first()

    @on(Reader.Moved)
    def follow_contents(self) -> None:
        """Let the contents go along with the text, and what stands below it keep to its column."""
        self.query_one(Foot).line_up()
        if self.has_contents and self.reader.flow.is_whole:
            self.pane.go_along(self.reader.contents, self.reader.section)

    # -- the text alone

    def action_bare(self) -> None:
        """Show nothing but the text, or everything again."""
        self._manner.is_bare = not self._manner.is_bare
        self._surround()
        self.focus_first()
        if self._manner.is_bare:
            self.notify(_("{bare} or esc brings the keys back.", bare=key_of("reading.bare", "z")), markup=False)

    def _surround(self) -> None:
        """Show around the text what is wanted there."""
        self.set_class(self._manner.is_bare, _BARE)
        self.set_class(self._manner.has_contents, _WITH_CONTENTS)
        self.follow_contents()
        self.tick()

    def tick(self) -> None:
        """Show a running pause in a corner too, where the bar is hidden."""
        super().tick()
        if self.is_shown and self._manner.is_bare:
            promise = self.query_one("#promise", Static)
            promise.update(self.chip(), layout=False)
            promise.display = bool(self.chip())

    def action_measure(self, step: int) -> None:
        """Let lines be longer or shorter, from now on."""
        before = self._store.settings.measure
        measure = min(WIDEST, max(NARROWEST, before + step))
        if measure == before or self.did(lambda: self._store.change_settings(measure=measure)):
            self.reader.set_measure(measure)
            self.notify(_("Lines of {measure} columns", measure=measure) if self.reader.has_room else _NO_ROOM)

    def action_back(self) -> None:
        """Close what is open over or beside the text; then go back to where it was opened."""
        if self.selecting.is_open:
            self.selecting.close()
        elif self.finding.is_open:
            self.finding.close()
        elif self.pane.has_focus:
            self._close_contents()
        elif self._manner.is_bare:
            self.action_bare()
        else:
            self.leave()

    action_leave_field = action_back  # leaving the line in which words are typed closes it

    def leave(self) -> None:
        """Go back to where the text was opened."""
        self.dismiss()
