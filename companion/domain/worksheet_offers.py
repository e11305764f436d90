"""What fields offer from elsewhere: words of the vocabulary, and entries of the log."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from companion.domain.entry import Entry, newest_first
from companion.domain.field import WORDS, Field, FieldKind
from companion.domain.log import say_entry
from companion.domain.person import Names
from companion.domain.times import local, say_day
from companion.domain.vocabulary import Vocabulary, WordGroup, words_of

_RECENT = 30
"""How many entries one may pick from."""


class Offers:
    """The words and the entries that one can choose from."""

    def __init__(self, vocabulary: Vocabulary, entries: Iterable[Entry], *, whole_names: bool = False) -> None:
        """Make the offers.

        Args:
            vocabulary: The words.
            entries: All of the log.
            whole_names: The setting `show_names`.
        """
        self._vocabulary = vocabulary
        self._log = entries
        self._whole_names = whole_names

    @cached_property
    def names(self) -> Names:
        """What persons are called; looked for when the first is said."""
        return Names.among(self._log, whole=self._whole_names)

    @cached_property
    def _entries(self) -> list[Entry]:
        """The entries, newest first; sorted when the first field asks for them."""
        return newest_first([entry for entry in self._log if not entry.hidden])

    def _listed(self, field: Field) -> Sequence[WordGroup | str]:
        if field.kind is FieldKind.ENTRIES:
            return [entry.id for entry in self._entries]
        listed: Sequence[WordGroup | str] = (
            getattr(self._vocabulary, field.kind) if field.kind in WORDS else field.choices
        )
        return listed

    def with_names(self, *, whole: bool) -> "Offers":
        """Return the same, persons with their whole names or by their initials."""
        return Offers(self._vocabulary, self._log, whole_names=whole)

    def of(self, field: Field) -> list[str]:
        """Return what a field takes: its choices, words of the vocabulary, ids of entries."""
        return words_of(self._listed(field))

    def grouped(self, field: Field, picked: Sequence[str] = ()) -> Sequence[WordGroup | str]:
        """Return what is shown to choose from, with what is picked already; of the entries only the newest."""
        listed = self._listed(field)
        shown = listed[:_RECENT] if field.kind is FieldKind.ENTRIES else listed
        return [*(word for word in picked if word not in words_of(shown)), *shown]

    def entries(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return the lines that entries are said by; one that is gone has none."""
        wanted = set(ids)
        if not wanted:
            return {}
        return {entry.id: self._say(entry) for entry in self._entries if entry.id in wanted}

    def _say(self, entry: Entry) -> str:
        return f"{say_day(local(entry.at).date())} · {say_entry(entry, self._vocabulary, self.names)}"
