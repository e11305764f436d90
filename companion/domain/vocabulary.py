"""The closed lists that an entry chooses its words from."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from companion.domain.content import Content
from companion.domain.entry import Entry


class Mood(StrEnum):
    """What sort of moment a kind is; gives the glyph in the calendar."""

    HARD = "hard"
    PLAIN = "plain"
    GOOD = "good"


class Word(Content, frozen=True, kw_only=True):
    """A choice with an id and a label."""

    id: str
    label: str
    help: str = ""


class Kind(Word, frozen=True, kw_only=True):
    """What sort of moment an entry notes."""

    mood: Mood


class WordGroup(Content, frozen=True, kw_only=True):
    """Plain words under a heading; a word is its own id."""

    id: str
    label: str
    words: tuple[str, ...]


class Vocabulary(Content, frozen=True, kw_only=True):
    """All closed lists; each field is the file of that name in `library/vocabulary/`."""

    kinds: tuple[Kind, ...]
    feelings: tuple[WordGroup, ...]
    body: tuple[str, ...]
    needs: tuple[WordGroup, ...]
    misses: tuple[Word, ...]
    repairs: tuple[Word, ...]
    results: tuple[Word, ...]
    contexts: tuple[str, ...]
    topics: tuple[Word, ...]
    sides: tuple[Word, ...]

    def kind(self, kind_id: str | None) -> Kind | None:
        """Return the kind with that id; None if there is none (an older or newer list)."""
        return next((kind for kind in self.kinds if kind.id == kind_id), None)

    def mood(self, kind_id: str | None) -> Mood:
        """Return what sort of moment that kind is; plain if it is not known."""
        kind = self.kind(kind_id)
        return kind.mood if kind else Mood.PLAIN

    def label(self, words: Iterable[Word], word_id: str | None) -> str:
        """Return the label of that id, or the id itself if the list does not hold it."""
        return next((word.label for word in words if word.id == word_id), word_id or "")

    def check(self, entry: Entry) -> None:
        """Raise ValueError, naming near words, if the entry uses a word that no list holds."""
        for name, used, known in (
            ("kind", [entry.kind], [kind.id for kind in self.kinds]),
            ("feeling", entry.feelings, words_of(self.feelings)),
            ("need", [entry.need], words_of(self.needs)),
            ("body sign", [entry.body], list(self.body)),
            ("miss", [entry.miss], [word.id for word in self.misses]),
            ("repair", entry.repairs, [word.id for word in self.repairs]),
            ("result", [entry.result], [word.id for word in self.results]),
            ("context", entry.context, list(self.contexts)),
        ):
            for word in used:
                if word is not None and word not in known:
                    raise ValueError(_unknown(name, word, known))


def words_of(groups: Iterable[WordGroup]) -> list[str]:
    """Return the words of all groups, in order."""
    return [word for group in groups for word in group.words]


def _unknown(name: str, word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=3, cutoff=0.5) or known[:6]
    return f"“{word}” is not a {name} in the list. Try {', '.join(near)}."
