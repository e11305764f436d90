"""Before a pause: whose it is, how long, where, how strong, and what to say."""

from collections.abc import Mapping
from time import monotonic
from typing import ClassVar

import msgspec
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.drafting import Draft, PauseDefaults
from companion.domain.pause import Pause, PauseKind
from companion.domain.script import PauseScript, Script, fill, unfill
from companion.domain.slots import draft_slots, due_script, leave_script, leave_words
from companion.domain.times import Clock, say_length
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.clipboard import copy
from companion.ui.dialogs import Ask
from companion.ui.line import Line
from companion.ui.pause.advice import SAY, advice, say_back, say_care, say_keys
from companion.ui.pause.field_rows import FieldRows
from companion.ui.pause.large import LargeMessage
from companion.ui.pause.length_row import LengthRow
from companion.ui.pause.lines import fold
from companion.ui.pause.sign_row import SignRow
from companion.ui.said import Said

_GIVING, _PLANNED = PauseKind.GIVING, PauseKind.PLANNED
_KINDS = ((PauseKind.TAKING.value, _("I take space")), (_GIVING.value, _("they asked")), (_PLANNED.value, _("planned")))
_A_MOMENT = 2.0
"""Seconds."""
_MARKS = _("A digit marks it; 1, then 0, is 10.   ← → too")
"""What has the focus takes the digits; at first nothing has it, and they go to the places."""


class PauseForm(FieldRows):
    """Everything has a default that is right: `enter` starts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start", id="pause.start", priority=True),
        Binding("x", "wrong_tool", "Not safe", id="pause.not-safe"),
        Binding("k", "kind", "Kind", id="pause.kind"),
        Binding("y", "copy", "Copy", id="pause.copy"),
        Binding("s", "large", "Show large", id="pause.large", show=False),
        Binding("e", "edit('leave')", "Edit", id="pause.edit", show=False),
        Binding("r", "edit('return')", "Edit the return", id="pause.edit-return", show=False),
        Binding("u", "until", "Until…", id="pause.until"),
        Binding("left", "length(-1)", "Shorter", id="pause.shorter", show=False, system=True),
        Binding("right", "length(1)", "Longer", id="pause.longer", show=False, system=True),
    ]

    class Started(Message):
        """A pause is to begin."""

        def __init__(self, pause: Pause) -> None:
            super().__init__()
            self.pause = pause

    class WrongTool(Message):
        """The person wants to read when a pause is the wrong tool."""

    def __init__(self, scripts: Mapping[str, Script], clock: Clock, usual: PauseDefaults) -> None:
        """Make the form, from the shipped scripts by id and the usual length and place."""
        super().__init__(can_focus=True)
        self._clock = clock
        self._usual = usual
        self._scripts = scripts
        self._draft = Draft.usual(usual)
        self._edited: dict[PauseScript, str] = {}
        self._begins_from = 0.0

    def compose(self) -> ComposeResult:
        """Whose it is, length, place, topic, strength; then the words."""
        yield Choice(_KINDS, self._draft.kind.value, id="kind")
        yield LengthRow(self._draft, self._clock)
        yield SignRow(lambda: self._draft.due(self._clock()), self._clock)
        with Horizontal(classes="line", id="where-line"):
            yield Static(_("Where"), classes="label")
            yield Line(self._draft.place, _("a room, or nothing"), id="where", select_on_focus=True)
        with Horizontal(classes="line", id="topic-line"):
            yield Static(_("About"), classes="label")
            yield Line("", _("what has to wait"), id="topic", select_on_focus=True)
        with Horizontal(classes="line", id="strength-line"):
            yield Static(_("How strong"), classes="label")
            yield StrengthChoice(id="strength")
        yield Said(id="advice", classes="quiet")
        yield Static("", id="say", classes="heading", markup=False)
        yield Static("", id="leave-words", markup=False, classes="words")
        yield Static(say_back(), id="back", classes="heading", markup=False)
        yield Static("", id="return-words", markup=False, classes="words")
        yield Static(say_care(), classes="quiet care", markup=False)

    def on_mount(self) -> None:
        """Start with nothing chosen to type in."""
        self.draw()
        self.focus()

    # -- what is shown

    @on(events.Resize)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _draw_anew(self) -> None:
        """Draw for the new width, and for what takes the digits now."""
        self.draw()

    def _advice(self) -> str:
        """Say what there is to say of the choices, and where the digits go."""
        if self.query_one(StrengthChoice).has_focus:
            return _MARKS
        return f"{advice(self._draft, self._leave, self._clock())} {self.query_one(LengthRow).hint}".strip()

    @property
    def _slots(self) -> dict[str, str]:
        now = self._clock()
        due = self._draft.due(now)
        return draft_slots(due - now, due, self.query_one("#where", Input).value.strip(), now)

    def draw(self) -> None:
        """Show what the choices mean at this minute."""
        if len(self.query("#due, #sign-at, #where, #topic, #strength, #return-words")) < 6:
            return  # its fields are not there yet
        now, draft, kind = self._clock(), self._draft, self._draft.kind
        for name in ("#where-line", "#back", "#return-words"):
            self.query_one(name).display = kind is not _GIVING
        self.query_one("#topic-line").display = kind is not _PLANNED
        self.query_one(LengthRow).show(now)
        self.query_one(SignRow).show(draft, now)
        self.query_one("#say", Static).update(fold(f"{SAY[kind]}   {say_keys()}", self.scrollable_content_region.width))
        self.query_one("#leave-words", Static).update(self._words())
        self.query_one("#return-words", Static).update(fill(self._back, self._slots))
        self.query_one("#advice", Said).say(fold(self._advice(), self.scrollable_content_region.width))

    def _text(self, script: PauseScript) -> str:
        """Return a script's words, as they were edited or as they are shipped."""
        return self._edited.get(script) or self._scripts[script].text

    @property
    def _leave(self) -> str:
        return self._text(leave_script(self._draft.kind, self._draft.is_stated))

    def _words(self) -> str:
        """Return the words for now as they are said, with the sign if one is to come."""
        now = self._clock()
        draft = msgspec.structs.replace(self._draft, leave=self._leave)
        return leave_words(draft.pause(now), self._scripts, now)

    @property
    def _back(self) -> str:
        return self._text(due_script(self._draft.kind, self._draft.is_stated))

    # -- what is chosen

    @on(Choice.Changed, "#kind")
    def choose_kind(self, event: Choice.Changed) -> None:
        """Show what that kind of pause asks for."""
        self._draft.kind = PauseKind(event.value or PauseKind.TAKING.value)
        self._draft.until, self._draft.is_stated = None, True
        self._draft.length = self._usual.length_of(self._draft.kind)
        self.query_one(LengthRow).offer()
        self.draw()

    @on(LengthRow.Chosen)
    def choose_length(self, event: LengthRow.Chosen) -> None:
        """Take how long, or until when."""
        self._draft.length, self._draft.until = event.length or self._draft.length, event.until
        self._draft.is_stated = bool(event.length or event.until)
        self.draw()

    @on(SignRow.Chosen)
    def choose_sign(self, event: SignRow.Chosen) -> None:
        """Take when to give a sign."""
        self._draft.sign_at, self._draft.is_sign_half_way = event.at, event.is_half_way
        self.draw()

    @on(Input.Changed)
    def take_words(self) -> None:
        """Put the place into the words."""
        self._draft.place = self.query_one("#where", Input).value
        self._draft.topic = self.query_one("#topic", Input).value
        self.draw()

    # -- actions

    def action_kind(self) -> None:
        """Go to the next kind of pause."""
        kinds = [kind for kind, _ in _KINDS]
        chosen = self.query_one("#kind", Choice)
        chosen.value = kinds[(kinds.index(self._draft.kind) + 1) % len(kinds)]

    def action_wrong_tool(self) -> None:
        """Say when a pause is the wrong tool."""
        self.post_message(self.WrongTool())

    def action_until(self) -> None:
        """Ask how long, or until when."""
        self.query_one(LengthRow).ask()

    def action_length(self, step: int) -> None:
        """Choose a longer or shorter one, from anywhere but a field."""
        self.query_one(LengthRow).step(step)

    def action_edit(self, which: str) -> None:
        """Change the words to say before going, or on the return; the times in them stay true."""
        draft, slots = self._draft, self._slots
        script = (leave_script if which == "leave" else due_script)(draft.kind, draft.is_stated)
        text = self._text(script)

        def take(words: str | None) -> None:
            if words and words.strip():
                self._edited[script] = unfill(words.strip(), text, slots)
                self.draw()

        title = SAY[draft.kind] if which == "leave" else _("Say when you are back")
        self.app.push_screen(Ask(title, fill(text, slots)), take)

    def action_copy(self) -> None:
        """Copy the words to say now."""
        copy(self.app, self._words())

    def action_large(self) -> None:
        """Show the words large, to turn the screen to them."""
        self.app.push_screen(LargeMessage(self._words))

    def wait(self) -> None:
        """Begin nothing for a moment: a pause has just ended under somebody's fingers."""
        self._begins_from = monotonic() + _A_MOMENT

    def action_start(self) -> None:
        """Begin the pause."""
        now, strength = self._clock(), self.query_one("#strength", Choice).value
        if monotonic() < self._begins_from:
            self.notify(_("That pause is over. Enter begins a new one."), markup=False)
            return
        if self._draft.due(now) <= now:
            self._draft.until = None
            self.draw()
            again = _("That time has passed. It is {length} again.", length=say_length(self._draft.length))
            self.notify(again, markup=False)
            return
        self._draft.strength = None if strength is None else int(strength)
        self._draft.leave, self._draft.back = self._leave, self._back
        self.post_message(self.Started(self._draft.pause(now)))
