"""Words: what to say, ready to copy, and the ways to words of one's own."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.markup import escape
from textual.screen import Screen
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.builder import ASK, FEEL, Builder
from companion.domain.script import fill, open_slots
from companion.domain.slots import pause_slots
from companion.resources import STYLES
from companion.storage.unkept import newest
from companion.ui.bindings import key_of
from companion.ui.clipboard import copy
from companion.ui.dialogs import Ask
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.words import builder, check, drill, hold, own_words
from companion.ui.words.builder import SentenceBuilder
from companion.ui.words.check import CheckScreen
from companion.ui.words.drill import DrillScreen
from companion.ui.words.held import HeldScreen
from companion.ui.words.hold import HoldMessage
from companion.ui.words.own_words import OwnWords
from companion.ui.words.promised import PromisedScreen

_QUESTIONS = {
    "place": (_("Where will you be?"), _("the bedroom")),
    "name": (_("Who is it for?"), _("their name, or what you call them")),
    "feeling": (_("What do you feel?"), "tired"),
    "need": (_("What do you need?"), _("an evening to myself")),
    "topic": (_("What is it about?"), _("the weekend")),
}
"""Slot to the question that fills it and an example; clock times fill themselves."""

_BEGUN = {
    hold.FORM: (_("a message, {key}"), "words.hold", "ctrl+o"),
    f"{builder.FORM}:{ASK.id}": (_("a sentence, {key}"), "words.ask", "a"),
    f"{builder.FORM}:{FEEL.id}": (_("a sentence, {key}"), "words.feel", "i"),
    drill.FORM: (_("a line, {key}"), "words.drill", "t"),
    own_words.NEW: (_("own words, {key}"), "words.write", "n"),
    check.FORM: (_("a message to check, {key}"), "words.check", "m"),
}
"""What may wait to be kept: its form's id to how it is said, and the binding that leads to it with its key."""

_DOORS = (
    Binding("a", "build('ask')", "Ask for room", id="words.ask", show=False),
    Binding("i", "build('feel')", "I feel", id="words.feel", show=False),
    Binding("t", "drill", "Practise", id="words.drill", show=False),
    Binding("h", "held", "Held", id="words.held", show=False),
    Binding("p", "promised", "Promised", id="words.promised", show=False),
    Binding("m", "check", "Check a message", id="words.check", show=False),
)
"""What lies one key behind the list; they stand in a line of their own."""


class WordsScreen(OwnWords):
    """A list of scripts, the one under the cursor whole, and a line of ways on."""

    CSS_PATH = [STYLES / "words.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="words.copy"),
        Binding("slash", "filter", "Find", key_display="/", id="words.filter"),
        Binding("s", "whose", "Side", id="words.whose"),
        Binding("o", "instead", "Instead of", id="words.instead"),
        Binding("asterisk", "star", "Favourite", key_display="*", id="words.star"),
        Binding("n", "write", "New", id="words.write"),
        Binding("e", "edit", "Edit", id="words.edit"),
        Binding("d", "delete", "Delete", id="words.delete"),
        Binding("u", "undo", "Undo", id="words.undo"),
        Binding("f", "fill", "Fill in", id="words.fill", show=False),
        *_DOORS,
        Binding("ctrl+o", "hold", "Hold a message", id="words.hold", show=False),
        Binding("down", "to_the_list", "To the list", id="words.list", show=False),
        Binding("escape", "leave_field", "Show all", id="words.show-all"),
    ]

    place = Place.WORDS

    def compose_place(self) -> ComposeResult:
        """The ways on, then the list."""
        ways = [
            f"[@click=screen.{way.action}]{escape(key_of(way.id or '', way.key))} {_(way.description)}[/]"
            for way in _DOORS
        ]
        yield Static("  ".join(ways), id="doors", classes="quiet")
        yield Static("", id="begun", classes="quiet -empty", markup=False)
        yield from super().compose_place()

    def _read(self) -> None:
        """Read the scripts, and say what was begun here and waits to be kept."""
        super()._read()
        begun = [_BEGUN[form] for form in _BEGUN if newest(self._store, form)]
        waiting = [_(words, key=key_of(id, key)) for words, id, key in begun]
        line = self.query_one("#begun", Static)
        line.set_class(not waiting, "-empty")
        line.update(_("Not kept yet: {words}", words=" · ".join(waiting)))

    # -- saying

    @on(RowList.Chosen)
    def action_copy(self) -> None:
        """Copy the script as it is shown."""
        if here := self._here():
            self._draw()
            copy(self.app, fill(here.script.text, self._slots))

    def action_fill(self) -> None:
        """Ask for what the script leaves open."""
        self.run_worker(self._fill(), exclusive=True)

    async def _fill(self) -> None:
        here = self._here()
        known = pause_slots(self.pause, self.clock(), self._usual)
        names = open_slots(here.script.text) if here else []
        asked = [name for name in names if name in _QUESTIONS and not known.get(name)]
        if not asked:
            self.notify(_("These words leave nothing open."), markup=False)
        for name in asked:
            question, example = _QUESTIONS[name]
            dialog = Ask(question, self._typed.get(name, ""), placeholder=example)
            said = await self.app.push_screen_wait(dialog)
            if said is None:
                return
            self._typed[name] = said.strip()
            self._draw()

    # -- the ways on

    def _open(self, screen: Screen[None]) -> None:
        self.app.push_screen(screen)

    def action_build(self, which: str) -> None:
        """Build a sentence."""
        wanted: Builder = next(each for each in (ASK, FEEL) if each.id == which)
        self._open(SentenceBuilder(wanted, self._store, self._library, self.clock))

    def action_drill(self) -> None:
        """Try out other ways to say it."""
        self._open(DrillScreen(self._store, self._library, self.clock))

    def action_held(self) -> None:
        """Show the messages that are held."""
        self._open(HeldScreen(self._store, self.clock))

    def action_hold(self) -> None:
        """Write a message to hold."""
        self._open(HoldMessage(self._store, self.clock))

    def action_promised(self) -> None:
        """Show what was promised."""
        self._open(PromisedScreen(self._store, self._library, self.clock))

    def action_check(self) -> None:
        """Check a message before it is sent."""
        self._open(CheckScreen(self._store, self._library, self.clock))
