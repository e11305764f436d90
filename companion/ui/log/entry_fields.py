"""The fields of the entry form: what is written and chosen in them, and what is said beside them."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.entry import FIELDS, Entry, EntryField, Fill, Who, is_afraid
from companion.domain.vocabulary import Vocabulary
from companion.storage.unkept import Words
from companion.text.plain import one_line
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.dialogs import Choose
from companion.ui.line import Line
from companion.ui.locked import EARLIER, say_locked
from companion.ui.log.answered import Answered
from companion.ui.log.field_grid import FieldGrid, field_row
from companion.ui.log.fields import GROUPS, HIDDEN, MOMENT, NONE_OF_THESE, NOTE, PERSON, offers
from companion.ui.log.note_line import NoteLine
from companion.ui.log.person_line import PersonLine
from companion.ui.log.pick import PickField, PickSeveral
from companion.ui.log.quick_nudge import say_afraid
from companion.ui.log.quick_reading import LineReader
from companion.ui.log.unkept_form import NOW, say_moment

_YES, _NO = "yes", ""
_HIDES = {_NO: _("no"), _YES: _("yes, from lists and reviews")}
_BY_NAME = {field.name: field for field in FIELDS}


class EntryFields(FieldGrid):
    """All fields of an entry in their groups, the most used first: a label and its field on each row."""

    class Chosen(Message):
        """Something was chosen, or taken back."""

    def __init__(
        self,
        start: object,
        when: str,
        vocabulary: Vocabulary,
        answered: Answered,
        known: Sequence[str],
        *,
        points_to_safety: bool = True,
        reader: LineReader | None = None,
    ) -> None:
        """Make the fields.

        Args:
            start: What stands in them at first: an entry, or anything with some of its attributes.
            when: What stands in the field of the time; nothing, if now is meant.
            vocabulary: What can be chosen.
            answered: The entries that this one may answer.
            known: The persons of the log.
            points_to_safety: Whether “afraid” says how to get help; the setting `nudge_afraid`.
            reader: Reads the signs in the line of a new entry.
        """
        super().__init__(id="fields")
        self._points_to_safety = points_to_safety
        self._answered = answered
        self._reader = reader
        self.offers = offers(vocabulary)
        self.chosen = {name: offer.field.values(start) for name, offer in self.offers.items()}
        self._start = start
        self._when = when
        self._known = known
        self._theirs: dict[str, str] = {}
        """What is said of fields that another window changed meanwhile."""

    def compose(self) -> ComposeResult:
        """The groups, each under its heading."""
        for heading, names in GROUPS:
            if heading:
                yield Static(heading, classes="group heading", markup=False)
            for name in names:
                label = _("Hide it") if name == HIDDEN else _BY_NAME[name].label
                yield from field_row(name, label, self._hide() if name == HIDDEN else self._widget(_BY_NAME[name]))

    def _hide(self) -> Widget:
        is_hidden = bool(getattr(self._start, HIDDEN, False))
        return Choice([*_HIDES.items()], _YES if is_hidden else _NO, id=HIDDEN)

    def _widget(self, field: EntryField) -> Widget:
        """Return what one fills a field with."""
        values = field.values(self._start)
        if field.name == PERSON:
            return PersonLine(" ".join(values), self._known, field.ask, id=PERSON)
        if field.name == NOTE and self._reader:
            return NoteLine(" ".join(values), field.ask, self._reader, id=NOTE)
        match field.fill:
            case Fill.LINE:
                return Line(" ".join(values), field.ask, id=field.name)
            case Fill.MOMENT:
                return Line(
                    self._when, field.ask if self._when else _("{now}, or {ask}", now=NOW, ask=field.ask), id=field.name
                )
            case Fill.STRENGTH:
                return StrengthChoice(next(iter(values), None), id=field.name)
        pick = PickField(field.name)
        pick.show(self._say_values(field.name, values))
        return pick

    def on_mount(self) -> None:
        """Say what belongs to the feelings that are chosen already."""
        self._say_feelings()

    # -- choosing

    def _say_values(self, name: str, values: Sequence[str]) -> str:
        offer = self.offers[name]
        return self._answered.say(values) if offer.field.fill is Fill.ENTRY else offer.say(values)

    @on(PickField.Opened)
    def open_field(self, event: PickField.Opened) -> None:
        """Open the dialog of a field."""
        offer, values = self.offers[event.field], self.chosen[event.field]
        field, answer = offer.field, partial(self._take, event.field)
        is_another = field.fill is Fill.ENTRY
        if is_another and self._answered.is_locked:
            self.notify(say_locked(EARLIER), markup=False)
            return
        if field.several:
            self.app.push_screen(PickSeveral(field.ask, offer.rows, values, field.most), answer)
        else:
            rows = self._answered.rows() if is_another else offer.offered(self.screen.has_class("-tall"))
            self.app.push_screen(Choose(field.ask, [*rows, NONE_OF_THESE], next(iter(values), None)), answer)

    @on(PickField.Emptied)
    def empty_field(self, event: PickField.Emptied) -> None:
        """Take a field's value away."""
        self._take(event.field, ())

    def _take(self, name: str, answer: str | tuple[str, ...] | None) -> None:
        """Take what a dialog answered; None is no answer, an empty word no value."""
        if answer is None:
            return
        self.chosen[name] = tuple(dict.fromkeys(answer)) if isinstance(answer, tuple) else tuple(filter(None, [answer]))
        self.query_one(f"#{name}", PickField).show(self._say_values(name, self.chosen[name]))
        self._say_feelings()
        self.post_message(self.Chosen())

    @on(NoteLine.TakenIn)
    def take_in(self, event: NoteLine.TakenIn) -> None:
        """Put what the line's signs mean into the fields; what several words are chosen for keeps those it has."""
        if event.reading.front:
            self.query_one(f"#{MOMENT}", Line).value = event.reading.front
        for name, value in event.reading.said.values.items():
            if name in self.offers:
                self._take(name, (*self.chosen[name], *value) if isinstance(value, tuple) else str(value))
            elif name == PERSON:
                self.query_one(f"#{PERSON}", Line).value = str(value)
            else:
                self.query_one(StrengthChoice).value = str(value)

    # -- what is said

    def say_signs(self) -> None:
        """Say under the line what its signs mean, and nothing else any more."""
        self.say(NOTE, next((line.said for line in self.query(NoteLine)), ""))

    def _say_feelings(self) -> None:
        is_pointing = self._points_to_safety and is_afraid(self.chosen["feelings"])
        self.say("feelings", say_afraid() if is_pointing else "")

    def say(self, name: str, sentence: str, *, is_problem: bool = False) -> None:
        """Say something under a field; nothing takes it away, but not what another window made of it."""
        said = self.query_one(f"#{name}-said", Static)
        sentences = "\n".join(filter(None, (self._theirs.get(name), sentence)))
        said.update(sentences)
        said.display = bool(sentences)
        said.set_class(is_problem, "problem")

    def say_theirs(self, theirs: Entry, names: Sequence[str]) -> None:
        """Say under some fields what another window made of them; it stays there."""
        for name in names:
            self._theirs[name] = _(
                "In the other window: {answer}", answer=one_line(self._say_value(name, theirs)) or "nothing"
            )
            self.say(name, "")
        self._say_feelings()

    def _say_value(self, name: str, entry: Entry) -> str:
        if name == HIDDEN:
            return _HIDES[_YES if entry.hidden else _NO]
        if name == MOMENT:
            return say_moment(entry.at)
        values = _BY_NAME[name].values(entry)
        return self._say_values(name, values) if name in self.offers else " ".join(values)

    def words(self, name: str) -> str:
        """Return what is written in a field."""
        return self.query_one(f"#{name}", Line).words

    def state(self) -> tuple[object, ...]:
        """Return all that can be written or chosen, to know whether anything was."""
        lines = [line.value for line in self.query(Line)]
        choices = [choice.value for choice in self.query(Choice)]
        return (*lines, *choices, *self.chosen.values())

    def typed(self) -> Words:
        """Return what stands in the fields, for a draft; `begun` reads it again."""
        words: Words = {line.id or "": line.words for line in self.query(Line)}
        words |= {choice.id or "": choice.value or "" for choice in self.query(Choice)}
        words |= {name: list(values) for name, values in self.chosen.items()}
        return {name: said for name, said in words.items() if said}

    def entry(self, entry_id: str, at: datetime, base: Entry | None = None) -> Entry:
        """Return the entry that the fields make.

        Args:
            entry_id: Its id, if it is new.
            at: When it happened.
            base: The entry that is changed, if one is.

        Raises:
            ValueError: with a sentence, if something is missing or too much.
        """
        values: dict[str, Any] = {field.name: self._value(field) for field in FIELDS} | {"at": at}
        values[HIDDEN] = self.query_one(f"#{HIDDEN}", Choice).value == _YES
        if base is not None:
            return msgspec.structs.replace(base, **values)
        return Entry(id=entry_id, pause=getattr(self._start, "pause", None) or None, **values)

    def _value(self, field: EntryField) -> object:
        """Return what a field holds, in the shape that it has in an entry."""
        if field.name == PERSON:
            return self.query_one(PersonLine).person
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
