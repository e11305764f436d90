"""Building a sentence: a few short fields, and the sentence below, which grows as one types."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.builder import Builder, Part
from companion.domain.builder_draft import Draft
from companion.domain.times import Clock
from companion.domain.vocabulary import words_of
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.text.plain import drawable, one_line
from companion.ui.area import Area
from companion.ui.bindings import key_of
from companion.ui.clipboard import copy
from companion.ui.line import Line
from companion.ui.places import Place
from companion.ui.words.draft_screen import DraftScreen
from companion.ui.words.hold import HoldMessage

FORM = "sentence"
"""The id of a sentence that is not kept yet, before its builder's."""

_FOLLOWS = _("It follows the fields. Change it as you like. → takes a grey word.")
_KEPT = _("Kept with your own words. Its times fill themselves in.")


def _say_own() -> str:
    return _("In your own words now. {again} makes it from the fields again.", again=key_of("builder.again", "ctrl+r"))


class SentenceBuilder(DraftScreen):
    """The parts of a builder and what they say together."""

    CSS_PATH = [STYLES / "words_builder.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="builder.back"),
        Binding("ctrl+y", "copy", "Copy", id="builder.copy", priority=True),
        Binding("ctrl+s", "keep", "Keep", id="builder.keep"),
        Binding("ctrl+o", "hold", "Hold", id="builder.hold"),
        Binding("ctrl+r", "again", "From the fields", id="builder.again"),
        Binding("up", "app.focus_previous", "Field above", id="builder.above", show=False),
        Binding("down", "app.focus_next", "Field below", id="builder.below", show=False),
    ]

    place = Place.WORDS

    def __init__(self, builder: Builder, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, clock, f"{FORM}:{builder.id}", _("“{title}” in Words", title=builder.title))
        self._builder = builder
        self._library = library
        self._draft = Draft(builder)
        if self._begun:
            self._draft.put(self._begun.fields, store.scripts.get)
        self._drawn_at = clock()

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """Why, a line for each part, the sentence."""
        with VerticalScroll(id="fields", can_focus=False):
            yield Static(f"{self._builder.title} · {self._builder.why}", id="why", classes="quiet", markup=False)
            yield self.about()
            for part in self._builder.parts:
                with Vertical(classes="part"):
                    yield Static(part.label, classes="label", markup=False)
                    yield self._line(part)
                if part.is_time:
                    yield Static("", id="problem", classes="problem -empty", markup=False)
            yield Area(self._said(), id="sentence")
            yield Static("", id="foot", classes="quiet", markup=False)

    def _line(self, part: Part) -> Line:
        line = Line(self._draft.said.get(part.name, ""), part.example, id=part.name)
        if part.source:
            listed = getattr(self._library.vocabulary, part.source)
            line.suggester = SuggestFromList(words_of(listed), case_sensitive=False)
        return line

    def on_mount(self) -> None:
        """Start at the first part."""
        self._draw()
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the first part."""
        self.query(Line).first().focus()

    def _said(self) -> str:
        """Return the sentence as it was true when it was drawn last."""
        return drawable(self._draft.words(self._drawn_at))

    @property
    def _area(self) -> Area:
        return self.query_one("#sentence", Area)

    def tick(self) -> None:
        """Keep the times in the sentence true."""
        super().tick()
        if self.is_shown:
            self._draw()

    def _draw(self) -> None:
        """Show the sentence, what is wrong with the time, whose words they are."""
        self._drawn_at = self.clock()
        said = self._said()
        if self._area.text != said:
            self._area.show(said)
        self._say("problem", self._problem())
        self._say("foot", _say_own() if self._draft.own else _FOLLOWS)
        self.refresh_bindings()

    def _problem(self) -> str:
        try:
            self._draft.due(self.clock())
        except ValueError as error:
            return one_line(str(error))
        return ""

    def _say(self, name: str, words: str) -> None:
        for line in self.query(f"#{name}").results(Static):
            line.set_class(not words, "-empty")
            line.update(words)

    # -- writing

    @property
    def typed(self) -> Words:
        """The fields and the changed sentence; nothing once they are kept."""
        return dict(self._draft.fields) if self._draft.is_unkept else {}

    def put(self, words: Words) -> None:
        """Let the fields show a sentence, or none."""
        self._draft.put(words, self._store.scripts.get)
        with self.prevent(Input.Changed):
            for part in self._builder.parts:
                self.query_one(f"#{part.name}", Line).value = one_line(self._draft.said[part.name])
        self._draw()

    @on(Input.Changed)
    def follow(self, event: Input.Changed) -> None:
        """Let the sentence grow."""
        self._draft.said[event.input.id or ""] = event.value
        self._draw()
        self.write_later()

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next part; behind the last, to the sentence."""
        self.focus_next()

    @on(Area.Changed)
    def change(self) -> None:
        """Take the sentence as the person changes it."""
        if self._area.text != self._said():
            self._draft.edit(self._area.text, self._drawn_at)
            self._say("foot", _say_own())
            self.refresh_bindings()
            self.write_later()

    def action_again(self) -> None:
        """Let the sentence follow the fields again."""
        self._draft.own = ""
        self._draw()
        self.write_later()

    # -- what becomes of it

    def action_copy(self) -> None:
        """Copy the sentence as it is true now."""
        copy(self.app, self._draft.words(self.clock()))

    def action_keep(self) -> None:
        """Keep the sentence as own words."""
        if self._draft.is_empty:
            self.notify(_("Nothing is written yet."), markup=False)
            return
        try:
            self._draft.kept = self._store.scripts.keep(self._draft.script())
        except (ValueError, StoreError) as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.keep_unkept()
            self.notify(_KEPT, markup=False)

    def action_hold(self) -> None:
        """Hold the sentence until an hour; what is being held already stays before it."""
        words = "" if self._draft.is_empty else self._draft.words(self.clock())
        self.app.push_screen(HoldMessage(self._store, self.clock, words))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to keep while that can be done, and to begin again where it differs."""
        if action == "keep":
            return not self._store.is_locked
        return bool(self._draft.own) if action == "again" else True
