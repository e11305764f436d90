"""The full form of an entry; nothing of it is required but a line or a kind."""

from datetime import datetime
from functools import partial
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.domain.entry import Entry, Fill, newest_first
from companion.domain.log import say_entry
from companion.domain.record import new_id
from companion.domain.times import Clock, local, say_clock
from companion.natural_time import parse_when
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Choose
from companion.ui.line import Line
from companion.ui.locked import EARLIER, kept
from companion.ui.log.entry_fields import EntryFields
from companion.ui.log.fields import NONE_OF_THESE
from companion.ui.log.pick import PickField, PickSeveral
from companion.ui.messages import NoteMoment
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.rows import Row

_NOW = "now"
_MOMENT, _NOTE = "at", "note"
_UNFINISHED = "Not finished."
"""The line of an entry that had none yet when Companion was left."""
_RECENT = 30
"""How many entries one may choose from as the one that is answered."""

_KEEP, _DROP, _STAY = Row("Keep it", "keep"), Row("Throw it away", "drop"), Row("Go on writing", "stay")


class EntryForm(PlaceScreen):
    """An entry being written or changed; its words stay here until they are on the disk."""

    CSS_PATH = [STYLES / "entry_form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="entry.keep"),
        Binding("escape", "back", "Back", id="entry.back"),
        Binding("up", "app.focus_previous", "Field above", id="entry.above", show=False),
        Binding("down", "app.focus_next", "Field below", id="entry.below", show=False),
    ]

    place = Place.LOG

    def __init__(
        self, store: Store, library: Library, clock: Clock, moment: NoteMoment, entry: Entry | None = None
    ) -> None:
        """Make the form.

        Args:
            store: Where the entry goes.
            library: Where its words come from.
            clock: Tells what “now” means.
            moment: What is known already of a new entry.
            entry: The entry to change; a new one is written without it.
        """
        super().__init__(clock)
        self._store = store
        self._library = library
        self._moment = moment
        self._old = entry
        self._when = f"{local(entry.at):%Y-%m-%d %H:%M}" if entry else _NOW
        self._before: object = None
        self.entry_id = entry.id if entry else new_id()
        """The id that the entry has, or will have once it is kept."""

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """What it is, and the fields."""
        old = self._old
        heading = f"The entry of {say_clock(old.at, self.clock())}" if old else "A new entry"
        yield Static(heading, id="heading", markup=False)
        yield EntryFields(old or self._moment, self._when, self._library.vocabulary)

    @property
    def _fields(self) -> EntryFields:
        return self.query_one(EntryFields)

    def on_mount(self) -> None:
        """Start at the line."""
        for name, values in self._fields.chosen.items():
            if self._is_another(name):
                self._choose(name, values)
        self._before = self._fields.state()
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the line."""
        self.query_one(f"#{_NOTE}", Line).focus()

    def _is_another(self, name: str) -> bool:
        """Return whether a field chooses another entry, which only the store knows."""
        return self._fields.offers[name].field.fill is Fill.ENTRY

    def _say_answered(self, values: tuple[str, ...]) -> str:
        answered = self._store.entries.get(values[0]) if values else None
        if answered is None:
            return "an entry that is gone" if values else ""
        return f"{say_clock(answered.at, self.clock())} · {say_entry(answered, self._library.vocabulary)}"

    # -- choosing

    @on(PickField.Opened)
    def open_field(self, event: PickField.Opened) -> None:
        """Open the dialog of a field."""
        name = event.field
        offer, values = self._fields.offers[name], self._fields.chosen[name]
        field, answer = offer.field, partial(self._choose, name)
        if self._is_another(name) and self._store.is_locked:
            self.notify(EARLIER, markup=False)
            return
        rows = self._recent() if self._is_another(name) else offer.offered(self.has_class("-tall"))
        if field.several:
            self.app.push_screen(PickSeveral(field.ask, rows, values, field.most), answer)
        else:
            at = values[0] if values else None
            self.app.push_screen(Choose(field.ask, [*rows, NONE_OF_THESE], at), answer)

    @on(PickField.Emptied)
    def empty_field(self, event: PickField.Emptied) -> None:
        """Take a field's value away."""
        self._choose(event.field, ())

    def _choose(self, name: str, answer: str | tuple[str, ...] | None) -> None:
        """Take what a dialog answered; None is no answer, an empty word no value."""
        if answer is None:
            return
        values = answer if isinstance(answer, tuple) else tuple(filter(None, [answer]))
        self._fields.choose(name, values, self._say_answered(values) if self._is_another(name) else None)

    def _recent(self) -> list[Row]:
        now, vocabulary = self.clock(), self._library.vocabulary
        entries = [entry for entry in newest_first(list(self._store.entries)) if entry.id != self.entry_id]
        return [
            Row(say_entry(entry, vocabulary), entry.id, lead=say_clock(entry.at, now)) for entry in entries[:_RECENT]
        ]

    # -- writing

    @on(Input.Changed, f"#{_NOTE}")
    def clear_problem(self) -> None:
        """Take the sentence away once something else is typed."""
        self._fields.say(_NOTE, "")

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    @on(Input.Blurred, f"#{_MOMENT}")
    def read_when(self) -> None:
        """Say which moment the words mean."""
        try:
            at = self._at()
        except ValueError as error:
            self._fields.say(_MOMENT, str(error), is_problem=True)
        else:
            is_plain = self._fields.words(_MOMENT) in ("", self._when)
            self._fields.say(_MOMENT, "" if is_plain else say_clock(at, self.clock()))

    def _at(self) -> datetime:
        typed = self._fields.words(_MOMENT)
        if self._old and typed in ("", self._when):
            return self._old.at
        return parse_when(typed or _NOW, self.clock())

    # -- keeping and leaving

    def action_keep(self) -> None:
        """Keep the entry and close; if that fails, everything stays as it is."""
        about = _MOMENT
        try:
            at = self._at()
            about = _NOTE
            entry = self._fields.entry(self.entry_id, at)
            self._library.vocabulary.check(entry)
            self._keep(entry)
        except ValueError as error:
            self._fields.say(about, str(error), is_problem=True)
            self.query_one(f"#{about}").focus()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.notify(kept(self._store.is_locked, "Kept."), timeout=4 if self._store.is_locked else 2, markup=False)
            self.dismiss()

    def _keep(self, entry: Entry) -> None:
        """Keep a new entry, or what was changed in an old one; one that was deleted meanwhile is kept again."""
        if self._store.is_locked:  # sealed as a new one; it takes the old one's place when it is unlocked
            self._store.entries.keep(msgspec.structs.replace(entry, changed=None))
        elif self._old is None or self._store.entries.edit(self._old, entry) is None:
            self._store.entries.keep(entry)

    def action_back(self) -> None:
        """Close if nothing was typed, else ask what to do with the words."""
        if self._is_changed():
            self.app.push_screen(Choose("This is not kept yet.", [_KEEP, _DROP, _STAY]), self._leave)
        else:
            self.dismiss()

    def _leave(self, answer: str | None) -> None:
        if answer == _KEEP.id:
            self.action_keep()
        elif answer == _DROP.id:
            self.dismiss()

    def keep_unkept(self) -> bool:
        """Keep what was written, as far as it makes an entry."""
        if self._is_changed():
            try:
                self._keep(self._draft())
            except StoreError:
                return False
            self._before = self._fields.state()
        return True

    def _is_changed(self) -> bool:
        return self._before is not None and self._fields.state() != self._before

    def _draft(self) -> Entry:
        """Return the entry as it stands; a time that can't be read is left out, a missing line made up for."""
        old = self._old
        try:
            at = self._at()
        except ValueError:
            at = old.at if old else self.clock()
        try:
            return self._fields.entry(self.entry_id, at)
        except ValueError:
            return self._fields.entry(self.entry_id, at, (old and old.note) or _UNFINISHED)
