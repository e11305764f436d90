"""What the fields of a worksheet offer from elsewhere: feeling words, and entries of the log."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from companion.domain.entry import Entry, newest_first
from companion.domain.log import say_entry
from companion.domain.times import local, say_day
from companion.domain.vocabulary import Vocabulary, WordGroup, words_of
from companion.domain.worksheet_field import Field, FieldKind

_RECENT = 30
"""How many entries one may pick from."""


class Offers:
    """The words and the entries that one can choose from."""

    def __init__(self, vocabulary: Vocabulary, entries: Iterable[Entry]) -> None:
        self._vocabulary = vocabulary
        self._log = entries

    @cached_property
    def _entries(self) -> list[Entry]:
        """The entries, newest first; sorted when the first field asks for them."""
        return newest_first([entry for entry in self._log if not entry.hidden])

    def of(self, field: Field) -> list[str]:
        """Return what a field takes: its choices, feeling words, ids of entries."""
        match field.kind:
            case FieldKind.FEELINGS:
                return words_of(self._vocabulary.feelings)
            case FieldKind.ENTRIES:
                return [entry.id for entry in self._entries]
        return list(field.choices)

    def grouped(self, field: Field, picked: Sequence[str]) -> Sequence[WordGroup | str]:
        """Return what is shown to choose from, with what is picked already."""
        match field.kind:
            case FieldKind.FEELINGS:
                known = words_of(self._vocabulary.feelings)
                return [*(word for word in picked if word not in known), *self._vocabulary.feelings]
            case FieldKind.ENTRIES:
                recent = [entry.id for entry in self._entries[:_RECENT]]
                return [*(each for each in picked if each not in recent), *recent]
        return [*(each for each in picked if each not in field.choices), *field.choices]

    def entries(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return the lines that entries are said by; one that is gone has none."""
        wanted = set(ids)
        if not wanted:
            return {}
        return {entry.id: self._say(entry) for entry in self._entries if entry.id in wanted}

    def _say(self, entry: Entry) -> str:
        return f"{say_day(local(entry.at).date())} · {say_entry(entry, self._vocabulary)}"
