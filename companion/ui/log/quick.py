"""The line on top of the log with its shorthand: what was understood stands under it while one types."""

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input
from textual.worker import Worker

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.record import new_id
from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import Draft, newest
from companion.ui.log.line import QuickLine
from companion.ui.log.quick_reading import LineReader
from companion.ui.log.quick_said import Understood
from companion.ui.messages import NoteMoment
from companion.ui.unkept import START_ANEW, WriteSoon, say_aside, say_taken_up

_FORM = "line:log"
"""The id of the line's draft."""
_LINE, _ID = "line", "id"
"""What the draft holds: the words, and the id that their entry will have."""
_PASTED = _("The lines you pasted are kept as they are: no sign in them is read.")
_EMPTY = _("Write a line first. esc goes to the entries")


class QuickEntry(Vertical):
    """A line becomes an entry; its words stay in it, and on the disk, until they are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(START_ANEW, "start_anew", "Start anew", id="log.line-anew", show=False, priority=True),
        Binding("tab", "take_near", "Take it", id="log.line-near"),
    ]

    class Written(Message):
        """A line is to be kept as that entry; whoever has kept it calls `kept`."""

        def __init__(self, quick: "QuickEntry", entry: Entry, line: str) -> None:
            super().__init__()
            self.quick = quick
            self.entry = entry
            self.line = line

    class Refused(Message):
        """A line makes no entry yet."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(id="quick")
        self._store = store
        self._clock = clock
        self._reader = LineReader(store, library, clock)
        self._writing = WriteSoon(self, self.keep_unkept)
        self._finding: Worker[None] | None = None
        self._about = self._aside = self._near = ""
        self._begin()

    def _begin(self, draft: Draft | None = None) -> None:
        """Begin a line, or go on with one that was typed before."""
        self._draft = draft or Draft(self._store, self._clock, _FORM)
        self._entry_id = new_id()  # never that of a draft: another window may be about to keep it
        self._typed_at = self._clock()
        self._reader.begin()

    def compose(self) -> ComposeResult:
        """The line, and what is understood of it."""
        yield QuickLine(placeholder=_("What happened? A line is enough."), id="line")
        yield Understood()

    @property
    def _line(self) -> QuickLine:
        return self.query_one(QuickLine)

    # -- while one types

    @on(Input.Changed)
    def follow(self) -> None:
        """Say what is understood, look up the time, and write the words down within a second."""
        self._about = self._aside = ""
        self._typed_at = self._clock()
        self._show()
        self._look_up()
        self._writing.start()

    def _show(self) -> None:
        reading = self._reader.read(self._line.value)
        said = "\n".join(filter(None, (self._about, self._reader.say(reading))))
        self.query_one(Understood).say(said)
        if (near := reading.near[1]) != self._near:
            self._near = near
            self.screen.refresh_bindings()

    def _look_up(self) -> None:
        """Find out what the time at the front means; while that goes on, it goes on with what is typed meanwhile."""
        is_known = self._reader.read(self._line.value).is_known
        if not is_known and (self._finding is None or self._finding.is_finished):
            self._finding = self.run_worker(self._find_what_stands(), group="moment")

    async def _find_what_stands(self) -> None:
        while not self._reader.read(line := self._line.value).is_known:
            await self._find_moment(line)
        self._show()

    async def _find_moment(self, line: str) -> None:
        await asyncio.to_thread(self._reader.find_moment, self._reader.read(line).front, self._typed_at)

    def action_take_near(self) -> None:
        """Put the tag that was meant in the place of the one that no list holds."""
        said, near = self._reader.read(self._line.value).near
        self._line.value = self._line.value.replace(said, near, 1)
        self._line.cursor_position = len(self._line.value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Start anew only where something stands or was put aside; take what is near only where something is."""
        if not self.is_mounted:
            return False
        match action:
            case "start_anew":
                return bool(self._line.has_focus and (self._line.value or self._aside))
            case "take_near":
                return bool(self._near)
        return True

    # -- keeping

    @on(Input.Submitted)
    async def submit(self, event: Input.Submitted) -> None:
        """Hand on the entry of the line, once it is known which moment its time means."""
        event.stop()
        if self._reader.read(event.value).is_known:
            self._hand_on(event.value)
        else:
            self.run_worker(self._find_and_hand_on(event.value), group="keep", exclusive=True)

    async def _find_and_hand_on(self, line: str) -> None:
        await self._find_moment(line)
        self._hand_on(line)

    def _hand_on(self, line: str) -> None:
        if not line.strip():
            self.post_message(self.Refused(_EMPTY))
            return
        try:
            entry = self._reader.read(line).entry(self._entry_id, self._typed_at)
        except ValueError as error:
            self.post_message(self.Refused(str(error)))
        else:
            self.post_message(self.Written(self, entry, line))

    def kept(self, line: str) -> None:
        """Let go of a line that is kept; what was typed behind it meanwhile stays."""
        self._drop()
        self._begin()
        rest = self._line.value
        with self.prevent(Input.Changed):
            self._line.value = rest.removeprefix(line) if rest.startswith(line) else rest
        self._about = ""
        self._show()

    @on(QuickLine.Pasted)
    def hand_on_pasted(self, event: QuickLine.Pasted) -> None:
        """Open the form with several lines; nothing is read out of them."""
        self._drop()
        self._begin()
        self._fill("", "")
        self.post_message(NoteMoment(note="\n".join(event.text.splitlines()), pasted=_PASTED))

    # -- what is typed and not kept

    def on_mount(self) -> None:
        """Take up what was typed before: once the first frame is out, and when it is unlocked."""
        self.watch(self.screen, "is_locked", self.take_up_later)

    def take_up_later(self) -> None:
        """Take it up once what is shown now is out."""
        self.call_after_refresh(self.take_up)

    def take_up(self) -> None:
        """Show what was typed before and not kept, unless something stands in the line."""
        begun = None if self._line.value or self._aside else newest(self._store, _FORM)
        if begun is None:
            return
        self._begin(Draft(self._store, self._clock, _FORM, begun))
        if self._store.entries.get(str(begun.fields.get(_ID, ""))):
            self._drop()  # it was kept, and Companion ended before this could go
            return
        self._typed_at = begun.written_at
        self._fill(str(begun.fields.get(_LINE, "")), say_taken_up(begun.written_at, self._clock(), "log.line-anew"))
        self.keep_unkept()

    def _fill(self, words: str, about: str) -> None:
        """Put words in the line that nobody types, and say why."""
        self._about = about
        with self.prevent(Input.Changed):
            self._line.value = words
        self._line.cursor_position = len(words)
        self._look_up()
        self._show()

    def action_start_anew(self) -> None:
        """Put aside what stands in the line; with nothing in it, bring that back."""
        words, aside = self._line.value, self._aside
        self._aside = words
        self._fill("" if words else aside, say_aside("log.line-anew") if words else "")
        self._writing.start()

    def keep_unkept(self) -> bool:
        """Write down what stands in the line; return whether nothing of it is left over."""
        words = self._line.value if self.is_mounted else ""
        try:
            if words.strip():
                self._draft.keep({_LINE: words, _ID: self._entry_id}, self._typed_at)
            else:
                self._draft.drop()
        except StoreError:
            return not words.strip()
        return True

    def _drop(self) -> None:
        try:
            self._draft.drop()
        except StoreError:
            return  # its entry is kept: the next time this is noticed

    def on_descendant_blur(self) -> None:
        """Write it down when one leaves the line."""
        self.keep_unkept()
