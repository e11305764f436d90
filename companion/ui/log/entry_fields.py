"""The fields of the entry form: what is written and chosen in them, and what is said beside them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.widget import Widget
from textual.widgets import Static

from companion.domain.entry import FIELDS, Entry, EntryField, Fill, Who, is_afraid
from companion.domain.vocabulary import Vocabulary
from companion.ui.choice import StrengthChoice
from companion.ui.line import Line
from companion.ui.log.fields import offers
from companion.ui.log.pick import PickField
from companion.ui.messages import NoteMoment

_DEEPER = "feelings", "quote"
"""Fields that begin a group, with some air above."""


class EntryFields(Grid):
    """All fields of an entry, the most used first: a label and its field on each row."""

    def __init__(self, start: Entry | NoteMoment, when: str, vocabulary: Vocabulary) -> None:
        """Make the fields.

        Args:
            start: What is known already.
            when: What stands in the field of the time.
            vocabulary: What can be chosen.
        """
        super().__init__(id="fields")
        self.offers = offers(vocabulary)
        self.chosen = {name: offer.field.values(start) for name, offer in self.offers.items()}
        self._start = start
        self._when = when

    def compose(self) -> ComposeResult:
        """The rows."""
        for field in FIELDS:
            yield from _row(field, self._widget(field))

    def _widget(self, field: EntryField) -> Widget:
        """Return what one fills a field with."""
        match field.fill:
            case Fill.LINE:
                return Line(" ".join(field.values(self._start)), field.ask, id=field.name)
            case Fill.MOMENT:
                return Line(self._when, field.ask, id=field.name)
            case Fill.STRENGTH:
                return StrengthChoice(next(iter(field.values(self._start)), None), id=field.name)
        pick = PickField(field.name)
        pick.show(self.offers[field.name].say(self.chosen[field.name]))
        return pick

    def on_mount(self) -> None:
        """Say what belongs to the feelings that are chosen already."""
        self._say_safety()

    def choose(self, name: str, values: tuple[str, ...], said: str | None = None) -> None:
        """Take values for a field and show them, as said or by their labels."""
        self.chosen[name] = values
        shown = self.offers[name].say(values) if said is None else said
        self.query_one(f"#{name}", PickField).show(shown)
        self._say_safety()

    def _say_safety(self) -> None:
        afraid = is_afraid(self.chosen["feelings"])
        self.say("feelings", "If you are afraid of them: f1 is help and safety." if afraid else "")

    def say(self, name: str, sentence: str, *, is_problem: bool = False) -> None:
        """Say something under a field; nothing takes it away."""
        said = self.query_one(f"#{name}-said", Static)
        said.update(sentence)
        said.display = bool(sentence)
        said.set_class(is_problem, "problem")

    def words(self, name: str) -> str:
        """Return what is written in a field."""
        return self.query_one(f"#{name}", Line).words

    def state(self) -> tuple[object, ...]:
        """Return all that can be written or chosen, to know whether anything was."""
        lines = [line.value for line in self.query(Line)]
        return (*lines, self.query_one(StrengthChoice).value, *self.chosen.values())

    def entry(self, entry_id: str, at: datetime, note: str | None = None) -> Entry:
        """Return the entry that the fields make; a note that is given stands for the one that is written.

        Raises:
            ValueError: with a sentence, if something is missing or too much.
        """
        values: dict[str, Any] = {field.name: self._value(field) for field in FIELDS} | {"at": at}
        if note is not None:
            values["note"] = note
        if isinstance(self._start, Entry):
            return msgspec.structs.replace(self._start, **values)
        return Entry(id=entry_id, pause=self._start.pause, **values)

    def _value(self, field: EntryField) -> object:
        """Return what a field holds, in the shape that it has in an entry."""
        if field.fill in (Fill.LINE, Fill.MOMENT):
            return self.words(field.name)
        if field.fill is Fill.STRENGTH:
            strength = self.query_one(StrengthChoice).value
            return None if strength is None else int(strength)
        chosen = self.chosen[field.name]
        if field.several:
            return chosen
        one = next(iter(chosen), None)
        return Who(one) if one and field.fill is Fill.WHO else one


def _row(field: EntryField, widget: Widget) -> Iterator[Widget]:
    """Yield a label and its field, with room under it for a sentence."""
    deeper = " -deeper" if field.name in _DEEPER else ""
    yield Static(field.label, classes=f"label{deeper}", markup=False)
    said = Static("", id=f"{field.name}-said", classes="said quiet", markup=False)
    said.display = False
    yield Vertical(widget, said, classes=f"field{deeper}")
