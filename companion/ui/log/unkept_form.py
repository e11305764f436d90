"""The draft of an entry form: what was typed in it before and not kept."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from types import SimpleNamespace

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.record import new_id
from companion.domain.times import Clock, local, say_clock
from companion.domain.unkept import Unkept
from companion.natural_time import parse_when
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.storage.unkept import Draft, Words, newest
from companion.ui.bindings import key_of
from companion.ui.log.fields import HIDDEN, MOMENT
from companion.ui.messages import NoteMoment
from companion.ui.unkept import say_taken_up

NOW = "now"
"""What an empty field of the time means."""

_ALL, _NEW, _OLD = "entry", "entry:new", "entry:{}"
"""The ids of drafts: of any form, of one for a new entry, of one for an entry that is kept."""

_ID, _PAUSE, _ANSWERS, _SINCE = "id", "pause", "answers", "since"


def say_moment(moment: datetime) -> str:
    """Return a moment as the field of the time shows it."""
    return f"{local(moment):%Y-%m-%d %H:%M}"


def as_start(words: Words) -> SimpleNamespace:
    """Return words of a draft as the fields read them; see `EntryFields.typed`."""
    values = {name: tuple(said) if isinstance(said, list) else said for name, said in words.items()}
    return SimpleNamespace(**values | {HIDDEN: bool(words.get(HIDDEN))})


class EntryDraft:
    """Where the words of an entry form lie until they are kept, and what lay there when it was opened."""

    def __init__(
        self, store: Store, clock: Clock, moment: NoteMoment | Entry, old: Entry | None = None, *, is_copy: bool = False
    ) -> None:
        """Look for what was typed before.

        Args:
            store: Where it lies.
            clock: Tells the time.
            moment: What is known of a new entry; an entry, if it answers another.
            old: The entry that is changed, if one is.
            is_copy: Whether a new one begins as a copy of another.
        """
        form = _OLD.format(old.id) if old else _NEW
        self.begun = None if is_copy else newest(store, form, _fits(store, moment, old))
        """What is taken up."""
        self.way_back = _way_back(moment, old)
        """Which keys lead back to what is left there."""
        self._pause = moment.pause
        self._old_at = str(old.changed) if old else ""
        self._since = str(self.begun.fields.get(_SINCE, self._old_at)) if self.begun else self._old_at
        self.entry_id = old.id if old else new_id()
        """The id that the entry has, or will have once it is kept; never that of a draft, for another window may be
        about to keep it."""
        self._draft = Draft(store, clock, form if old else f"{_NEW}:{self.entry_id}", self.begun)

    def say_taken_up(self, now: datetime) -> str:
        """Say that what stands in the form was typed before; nothing if it was not."""
        return say_taken_up(self.begun.written_at, now, "entry.anew") if self.begun else ""

    @property
    def is_behind(self) -> bool:
        """Whether the entry was kept anew, elsewhere, since it was begun to be changed here."""
        return self._since != self._old_at

    def words(self) -> Words:
        """Return what was typed before; a time in it means what it meant then."""
        if self.begun is None:
            return {}
        if self._old_at and MOMENT not in self.begun.fields:
            return self.begun.fields
        typed = str(self.begun.fields.get(MOMENT, NOW))
        with suppress(ValueError):
            return {**self.begun.fields, MOMENT: say_moment(parse_when(typed, self.begun.written_at))}
        return self.begun.fields

    def claim(self) -> None:
        """Write down that what is taken up belongs to this form's entry from now on."""
        if self.begun is not None:
            with suppress(StoreError):
                self._draft.keep({**self.begun.fields, _ID: self.entry_id}, self.begun.written_at)

    def keep(self, words: Words) -> None:
        """Write down what is typed.

        Raises:
            StoreError: if it did not reach the disk.
        """
        own: Words = {_ID: self.entry_id}
        if self._pause:
            own[_PAUSE] = self._pause
        if self._since:
            own[_SINCE] = self._since
        self._draft.keep(words | own)

    def drop(self) -> None:
        """Take it off the disk; what can't be is noticed another time."""
        with suppress(StoreError):
            self._draft.drop()


def say_waiting(store: Store, now: datetime) -> str:
    """Say that words of a form wait that were typed last, and which keys lead to them; nothing if none do."""

    def is_waiting(unkept: Unkept) -> bool:
        is_new = unkept.id.startswith(f"{_NEW}:")
        return is_new != bool(store.entries.get(str(unkept.fields.get(_ID, ""))))

    found = newest(store, _ALL, is_waiting)
    if found is None:
        return ""
    old = store.entries.get(str(found.fields.get(_ID, "")))
    edit, new = key_of("log.edit", "e"), key_of("log.new", "n")
    way = _("{edit} on the entry of {clock}", edit=edit, clock=say_clock(old.at, now)) if old else new
    return _(
        "Not kept yet: what you typed at {clock}. {way} takes it up", clock=say_clock(found.written_at, now), way=way
    )


def _way_back(moment: NoteMoment | Entry, old: Entry | None) -> str:
    if old is not None:
        return _("{edit} on the entry", edit=key_of("log.edit", "e"))
    if isinstance(moment, Entry):
        return _("{answer} on what it answers", answer=key_of("log.answer", "a"))
    return _("{new} in the log", new=key_of("log.new", "n"))


def _fits(store: Store, moment: NoteMoment | Entry, old: Entry | None) -> Callable[[Unkept], bool]:
    """Return what tells whether a draft is taken up: in a new form one of the same pause or answer, if it is of any."""
    if old is not None:
        return bool

    def fits(unkept: Unkept) -> bool:
        if store.entries.get(str(unkept.fields.get(_ID, ""))):
            return False  # it was kept, and Companion ended before the draft could go
        if isinstance(moment, Entry):
            return unkept.fields.get(_ANSWERS) == [moment.answers]
        if moment.pause or moment.kind or moment.note:
            return bool(moment.pause) and unkept.fields.get(_PAUSE) == moment.pause
        return True

    return fits
