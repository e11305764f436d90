"""The fields of an entry that are chosen, each with what it offers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from companion.domain.entry import MOST_FEELINGS, MissBy
from companion.domain.vocabulary import Vocabulary, Word, WordGroup
from companion.ui.rows import Row

ANSWERS = "answers"
"""The field that chooses from the entries, not from the vocabulary."""

NONE_OF_THESE = Row("None of these", "")
"""The row that empties a field; it stands last."""

_BY = {
    MissBy.ME: "Me",
    MissBy.THEM: "Them",
    MissBy.BOTH: "Both of us",
    MissBy.NONE: "Nobody; it landed",
}


@dataclass(frozen=True)
class Field:
    """One field to choose words for."""

    name: str
    """The field of Entry."""
    label: str
    """In front of it, on the form."""
    question: str
    """Over the dialog."""
    rows: tuple[Row, ...] = ()
    """What it offers; a row's id is what is kept."""
    several: bool = False
    """Whether more than one may be chosen."""
    most: int | None = None
    """How many, if there is a limit."""

    def say(self, values: Sequence[str]) -> str:
        """Say the values by their labels; one that is not on the list any more is said as it is."""
        labels = {row.id: row.text for row in self.rows}
        return " · ".join(labels.get(value, value) for value in values)

    def offered(self, roomy: bool) -> list[Row]:
        """Return the rows for a dialog; their explanations only where there is room for them."""
        return [row if roomy else replace(row, help="") for row in self.rows]


def fields_of(vocabulary: Vocabulary) -> tuple[Field, ...]:
    """Return the fields that choose from the vocabulary, the most used first."""
    feelings = _grouped(vocabulary.feelings)
    by = tuple(Row(label, value.value) for value, label in _BY.items())
    return (
        Field("kind", "Kind", "What sort of moment was it?", _rows(vocabulary.kinds)),
        Field("feelings", "Feelings", "What did you feel?", feelings, True, MOST_FEELINGS),
        Field("need", "Need", "What did you need?", _grouped(vocabulary.needs)),
        Field("body", "Body", "Where was it in the body?", _plain(vocabulary.body)),
        Field("miss", "Miss", "How did the reply miss?", _rows(vocabulary.misses)),
        Field("miss_by", "Missed by", "Whose reply missed?", by),
        Field("repairs", "Repair", "What was tried to mend it?", _rows(vocabulary.repairs), True),
        Field("result", "Result", "Did that help?", _rows(vocabulary.results)),
        Field("context", "Context", "What else was going on?", _plain(vocabulary.contexts), True),
    )


def _rows(words: Iterable[Word]) -> tuple[Row, ...]:
    return tuple(Row(word.label, word.id, help=word.help) for word in words)


def _plain(words: Iterable[str]) -> tuple[Row, ...]:
    return tuple(Row(word, word) for word in words)


def _grouped(groups: Iterable[WordGroup]) -> tuple[Row, ...]:
    """Return the words of groups under their headings."""
    rows: list[Row] = []
    for group in groups:
        rows += [Row(""), Row(group.label)] if rows else [Row(group.label)]
        rows += _plain(group.words)
    return tuple(rows)
