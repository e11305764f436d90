"""The sheet of a sentence: one thing to do, to say and to read, and the log."""

from functools import cached_property
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import Link, parse_link
from companion.domain.drafting import PauseDefaults
from companion.domain.script import fill
from companion.domain.situation import Situation
from companion.domain.slots import pause_slots, say_running
from companion.domain.times import Clock
from companion.domain.trail import say_size, trail_pieces
from companion.resources import STYLES
from companion.storage.library import Library
from companion.ui.bindings import key_of
from companion.ui.clipboard import copy
from companion.ui.messages import Follow, NoteMoment
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row


class SituationSheet(PlaceScreen):
    """What helps in one situation."""

    CSS_PATH = [STYLES / "sheet.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy the words", id="situation.copy"),
        Binding("r", "read", "Read", id="situation.read"),
        Binding("escape", "back", "Back", id="situation.back"),
    ]

    place = Place.NOW

    def __init__(self, situation: Situation, library: Library, clock: Clock, usual: PauseDefaults) -> None:
        super().__init__(clock)
        self._situation = situation
        self._usual = usual
        self._library = library

    def compose_place(self) -> ComposeResult:
        """The sentence and what it leads to."""
        yield Static(self._situation.sentence, id="question", markup=False)
        yield RowList(*self._rows(), wrapped=True)

    def on_mount(self) -> None:
        """Start at the thing to do."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the rows."""
        self.query_one(RowList).focus()

    def _words(self) -> str:
        script = self._library.scripts[self._situation.say]
        return fill(script.text, pause_slots(self.pause, self.clock(), self._usual))

    def _deed(self) -> str:
        """Say the thing to do; where that is a pause and one runs already, until when."""
        if self._situation.action != Link("pause") or self.pause is None:
            return self._situation.do.text
        return say_running(self.pause, self.clock()) or self._situation.do.text

    def _reading(self) -> Row:
        link = self._situation.reading
        if link.folder == "articles":
            article = self._library.article(link.slug)
            return Row(article.title, "read", tail=_("{minutes} min", minutes=article.minutes), help=article.summary)
        return Row(self._library.pages[link.slug].title, "read", help=self._library.pages[link.slug].summary)

    @cached_property
    def _trail(self) -> list[Row]:
        """The row that leads to the trail of the sentence; none where it has none."""
        trail = self._library.trail_for(self._situation.id)
        if trail is None:
            return []
        size = say_size(trail_pieces(trail, self._library.to_read))
        return [Row(_("Or the whole trail: {title} · {size}", title=trail.title, size=size), f"trails/{trail.id}")]

    def _rows(self) -> list[Row]:
        return [
            Row(_("One thing to do")),
            Row(self._deed(), "do"),
            Row(""),
            Row(_("One thing to say")),
            Row(self._words(), "say", help=_("enter or {copy} copies it", copy=key_of("situation.copy", "y"))),
            Row(""),
            Row(_("One thing to read")),
            self._reading(),
            *self._trail,
            Row(""),
            Row(_("Log it")),
            Row(_("A line is enough."), "log"),
        ]

    def tick(self) -> None:
        """Keep the clock time in the words true."""
        super().tick()
        if self.is_shown:
            self.query_one(RowList).show(self._rows())

    @on(RowList.Chosen)
    def follow(self, event: RowList.Chosen) -> None:
        """Do what the row says."""
        match event.row.id:
            case "say":
                self.action_copy()
            case "read":
                self.action_read()
            case "log":
                self.post_message(NoteMoment(kind=self._situation.kind))
            case str(link) if link.startswith("trails/"):
                self.post_message(Follow(parse_link(link)))
            case _ if self._situation.action == Link("log"):
                self.post_message(NoteMoment(kind=self._situation.kind))
            case _:
                self.post_message(Follow(self._situation.action))

    def action_copy(self) -> None:
        """Copy the words to say."""
        copy(self.app, self._words())

    def action_read(self) -> None:
        """Open the one thing to read."""
        self.post_message(Follow(self._situation.reading))

    def action_back(self) -> None:
        """Go back to the sentences."""
        self.dismiss()
