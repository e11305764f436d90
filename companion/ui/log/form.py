"""The full form of an entry; nothing of it is required but a line or a kind."""

from contextlib import suppress
from datetime import datetime
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.person import known_persons
from companion.domain.times import Clock, say_clock
from companion.natural_time import parse_when
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.ui.choice import Choice
from companion.ui.line import Line
from companion.ui.locked import kept
from companion.ui.log.answered import Answered
from companion.ui.log.entry_fields import EntryFields
from companion.ui.log.fields import MOMENT, NOTE
from companion.ui.log.meanwhile import ChangedMeanwhileError, differing, keep_entry
from companion.ui.log.quick_nudge import say_nudge
from companion.ui.log.quick_reading import LineReader
from companion.ui.log.unkept_form import NOW, EntryDraft, as_start, say_moment
from companion.ui.messages import NoteMoment
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.unkept import START_ANEW, WriteSoon, say_aside, say_left


class EntryForm(PlaceScreen):
    """An entry being written or changed; its words stay here, and on the disk, until they are kept."""

    CSS_PATH = [STYLES / "entry_form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="entry.keep"),
        Binding("escape", "back", "Back", id="entry.back"),
        Binding(START_ANEW, "start_anew", "Start anew", id="entry.anew", show=False, priority=True),
        Binding("up", "app.focus_previous", "Field above", id="entry.above", show=False),
        Binding("down", "app.focus_next", "Field below", id="entry.below", show=False),
    ]

    place = Place.LOG
    first_keys = ("entry.choose", "entry.keep")

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Clock,
        moment: NoteMoment | Entry,
        entry: Entry | None = None,
        like: Entry | None = None,
    ) -> None:
        """Make the form.

        Args:
            store: Where the entry goes.
            library: Where its words come from.
            clock: Tells what “now” means.
            moment: What is known already of a new entry; an entry, if it answers another.
            entry: The entry to change; a new one is written without it.
            like: The entry that a new one begins as a copy of.
        """
        super().__init__(clock)
        self._store = store
        self._library = library
        self._old = self._seen = entry
        self._start = entry or (msgspec.structs.replace(like, pause=None) if like else moment)
        self._when = say_moment(entry.at) if entry else ""
        self._draft = EntryDraft(store, clock, moment, entry, is_copy=like is not None)
        self._answered = Answered(store, library.vocabulary, clock, self._draft.entry_id)
        self._before: object = None
        """What the fields show while nothing is typed; None while something else was taken up."""
        self._aside: Words | None = None
        self._writing = WriteSoon(self, self.keep_unkept)

    @property
    def entry_id(self) -> str:
        """The id that the entry has, or will have once it is kept."""
        return self._draft.entry_id

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """What it is, what is said of it, and the fields."""
        old = self._old
        heading = _("The entry of {clock}", clock=say_clock(old.at, self.clock())) if old else _("A new entry")
        yield Static(heading, id="heading", markup=False)
        yield Static("", id="about", classes="quiet", markup=False)
        yield self._made(self._draft.words())

    def _made(self, words: Words) -> EntryFields:
        """Return fields with those words, or with what they begin with where there are none."""
        start, when = as_start(words) if words else self._start, str(words.get(MOMENT, self._when))
        known = known_persons(self._store.entries)
        points, vocabulary = self._store.settings.nudge_afraid, self._library.vocabulary
        reader = None if self._old else LineReader(self._store, self._library, self.clock)
        return EntryFields(start, when, vocabulary, self._answered, known, points_to_safety=points, reader=reader)

    @property
    def _fields(self) -> EntryFields:
        return self.query_one(EntryFields)

    def on_mount(self) -> None:
        """Start at the line."""
        said = self._draft.say_taken_up(self.clock()) or getattr(self._start, "pasted", "")
        self._begin(said, is_new=not said)
        self._draft.claim()
        if self._old and self._draft.is_behind:
            self._say_theirs(self._old)

    def _say_theirs(self, old: Entry) -> None:
        """Say what another window made of an entry since the words were typed that are taken up."""
        with suppress(ValueError):
            self._fields.say_theirs(old, differing(old, self._fields.entry(self.entry_id, self._at(), old)))

    def _begin(self, about: str, *, is_new: bool) -> None:
        """Say what the fields show, and start at the line."""
        self._before = self._fields.state() if is_new else None
        self._say_about(about)
        self.focus_first()

    def _say_about(self, sentence: str) -> None:
        about = self.query_one("#about", Static)
        about.update(sentence)
        about.display = bool(sentence)

    def focus_first(self) -> None:
        """Focus the line."""
        self.query_one(f"#{NOTE}", Line).focus()

    # -- writing

    @on(Input.Changed)
    @on(Choice.Changed)
    @on(EntryFields.Chosen)
    def write_later(self) -> None:
        """Write the words down within a second."""
        self._writing.start()

    @on(Input.Changed, f"#{NOTE}")
    def clear_problem(self) -> None:
        """Take the sentence away once something else is typed."""
        self._fields.say_signs()

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    @on(Input.Blurred, f"#{MOMENT}")
    def read_when(self) -> None:
        """Say which moment the words mean."""
        try:
            at = self._at()
        except ValueError as error:
            self._fields.say(MOMENT, str(error), is_problem=True)
        else:
            is_plain = self._fields.words(MOMENT) in ("", self._when)
            self._fields.say(MOMENT, "" if is_plain else say_clock(at, self.clock()))

    def _at(self) -> datetime:
        typed = self._fields.words(MOMENT)
        if self._old and typed in ("", self._when):
            return self._old.at
        return parse_when(typed or NOW, self.clock())

    # -- keeping

    def action_keep(self) -> None:
        """Keep the entry and close; if that fails, everything stays as it is."""
        about = MOMENT
        try:
            at = self._at()
            about = NOTE
            entry = self._fields.entry(self.entry_id, at, self._old)
            self._library.vocabulary.check(entry)
            keep_entry(self._store, self._seen, entry)
        except ChangedMeanwhileError as error:
            self._seen = error.seen
            self._say_about(str(error))
            self._fields.say_theirs(error.theirs, error.fields)
            self.query_one(f"#{error.fields[0]}").focus()
        except ValueError as error:
            self._fields.say(about, str(error), is_problem=True)
            self.query_one(f"#{about}").focus()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self._leave()
            self._say_kept(entry)

    def _say_kept(self, entry: Entry) -> None:
        nudged = "" if self._old else say_nudge(self._store, entry, self._library.vocabulary)
        timeout = 10 if nudged else 4 if self._store.is_locked else 2
        self.notify(nudged or kept(self._store.is_locked, _("Kept.")), timeout=timeout, markup=False)

    # -- leaving, and coming back

    def _leave(self) -> None:
        """Close; nothing here is unkept any more."""
        self._draft.drop()
        self._before = self._fields.state()
        self.dismiss()

    def action_back(self) -> None:
        """Close; what is typed waits on the disk until one comes back."""
        if not self._is_changed():
            self._leave()
            return
        try:
            self._draft.keep(self._fields.typed())
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.notify(say_left(self._draft.way_back, is_locked=self._store.is_locked), markup=False)
        self.dismiss()

    async def action_start_anew(self) -> None:
        """Put aside what is typed; at once after that, bring it back."""
        words, aside = self._fields.typed(), self._aside
        is_changed = self._is_changed()
        if not is_changed and aside is None:
            return
        await self._fields.remove()
        await self.mount(self._made({} if is_changed else aside or {}), after=self.query_one("#about"))
        self._aside = words if is_changed else None
        self._seen = self._old
        self._begin(say_aside("entry.anew") if is_changed else "", is_new=is_changed)

    def keep_unkept(self) -> bool:
        """Write down what is typed; return whether nothing of it is left over."""
        if not self.is_shown or not self.query(EntryFields):
            return True
        with suppress(StoreError):
            self._draft.keep(self._fields.typed()) if self._is_changed() else self._draft.drop()
            return True
        return not self._is_changed()

    def _is_changed(self) -> bool:
        return self._fields.state() != self._before
