"""The fields of the entry form: what is written and chosen in them, and what is said beside them."""

from collections.abc import Iterator
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.widget import Widget
from textual.widgets import Static

from companion.domain.entry import Entry, MissBy
from companion.domain.strength import STRENGTHS
from companion.domain.vocabulary import Vocabulary
from companion.ui.log.fields import ANSWERS, Field, fields_of
from companion.ui.log.line import Line
from companion.ui.log.pick import PickField, StrengthChoice
from companion.ui.messages import NoteMoment

_AFRAID = "afraid"
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
        answers = Field(ANSWERS, "Answers", "Which entry does this one answer?")
        self.fields = {field.name: field for field in (*fields_of(vocabulary), answers)}
        self.chosen = {name: _values(start, name) for name in self.fields}
        self._start = start
        self._when = when

    def compose(self) -> ComposeResult:
        """The rows."""
        start, given = self._start, self._start.strength
        person, quote = (start.person, start.quote) if isinstance(start, Entry) else ("", "")
        strengths = [(str(number), str(number)) for number in STRENGTHS]
        yield from _row("note", "What happened", Line(start.note, "A line, or a kind, is enough.", id="note"))
        yield from self._picks("kind")
        strength = StrengthChoice(strengths, None if given is None else str(given), id="strength")
        yield from _row("strength", "How strong", strength)
        yield from _row("when", "When", Line(self._when, "yesterday 21:00", id="when"))
        yield from _row("person", "Person", Line(person, "initials or a name", id="person"))
        yield from self._picks("feelings", "need", "body")
        yield from _row("quote", "Their words", Line(quote, "as you remember them", id="quote"))
        yield from self._picks("miss", "miss_by", "repairs", "result", "context", ANSWERS)

    def _picks(self, *names: str) -> Iterator[Widget]:
        for name in names:
            pick = PickField(name)
            pick.show(self.fields[name].say(self.chosen[name]))
            yield from _row(name, self.fields[name].label, pick)

    def on_mount(self) -> None:
        """Say what belongs to the feelings that are chosen already."""
        self._say_safety()

    def choose(self, name: str, values: tuple[str, ...], said: str | None = None) -> None:
        """Take values for a field and show them, as said or by their labels."""
        self.chosen[name] = values
        shown = self.fields[name].say(values) if said is None else said
        self.query_one(f"#{name}", PickField).show(shown)
        self._say_safety()

    def _say_safety(self) -> None:
        is_afraid = _AFRAID in self.chosen["feelings"]
        self.say("feelings", "If you are afraid of them: f1 is help and safety." if is_afraid else "")

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

    def entry(self, entry_id: str, at: datetime) -> Entry:
        """Return the entry that the fields make.

        Raises:
            ValueError: with a sentence, if something is missing or too much.
        """
        one = {name: values[0] if values else None for name, values in self.chosen.items()}
        strength = self.query_one(StrengthChoice).value
        return Entry(
            id=entry_id,
            at=at,
            kind=one["kind"],
            strength=None if strength is None else int(strength),
            note=self.words("note"),
            feelings=self.chosen["feelings"],
            need=one["need"],
            body=one["body"],
            miss=one["miss"],
            miss_by=MissBy(one["miss_by"]) if one["miss_by"] else None,
            repairs=self.chosen["repairs"],
            result=one["result"],
            context=self.chosen["context"],
            person=self.words("person"),
            answers=one[ANSWERS],
            pause=self._start.pause,
            quote=self.words("quote"),
        )


def _row(name: str, label: str, field: Widget) -> Iterator[Widget]:
    """Yield a label and its field, with room under it for a sentence."""
    deeper = " -deeper" if name in _DEEPER else ""
    yield Static(label, classes=f"label{deeper}", markup=False)
    said = Static("", id=f"{name}-said", classes="said quiet", markup=False)
    said.display = False
    yield Vertical(field, said, classes=f"field{deeper}")


def _values(start: Entry | NoteMoment, name: str) -> tuple[str, ...]:
    """Return what is known of a field as a tuple, whatever its shape in the entry."""
    value = getattr(start, name, None)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)
