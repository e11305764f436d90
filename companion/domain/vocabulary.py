"""The closed lists that an entry chooses its words from."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from companion.catalogue import _
from companion.domain.content import Content
from companion.domain.entry import FIELDS, Entry, EntryField
from companion.domain.signpost import Signpost

_ALIKE = 0.75
"""How alike two words are when one may be the other, mistyped; “sad” and “steady” are less."""


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
    said: str = ""
    """How a line says it of somebody, who stands for `{who}`: `{who} offered good news`."""


class Kind(Word, frozen=True, kw_only=True):
    """What sort of moment an entry notes."""

    mood: Mood


class WordGroup(Content, frozen=True, kw_only=True):
    """Plain words under a heading; a word is its own id."""

    id: str
    label: str
    words: tuple[str, ...]
    meanings: dict[str, str] = {}
    """What a word means here, in a line; a word that needs no saying has none."""
    mood: Mood = Mood.PLAIN
    """Good for words that never weigh on anybody."""

    def __post_init__(self) -> None:
        if unknown := sorted(self.meanings.keys() - set(self.words)):
            raise ValueError(_("meanings: “{unknown}” is not one of the words", unknown=unknown[0]))


class Vocabulary(Content, frozen=True, kw_only=True):
    """All closed lists; each field is the file of that name in `library/vocabulary/`."""

    kinds: tuple[Kind, ...]
    feelings: tuple[WordGroup, ...]
    body: tuple[str, ...]
    needs: tuple[WordGroup, ...]
    misses: tuple[Word, ...]
    repairs: tuple[Word, ...]
    results: tuple[Word, ...]
    mendings: tuple[Word, ...]
    offers: tuple[Word, ...]
    replies: tuple[Word, ...]
    contexts: tuple[str, ...]
    groups: tuple[str, ...]
    topics: tuple[Word, ...]
    sides: tuple[Word, ...]
    signposts: tuple[Signpost, ...]

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

    def kind_label(self, kind_id: str | None) -> str:
        """Return the label of a kind, or that there is none."""
        return self.label(self.kinds, kind_id) or _("No kind chosen")

    def say(self, field: EntryField, word_id: str) -> str:
        """Say a chosen word with its label, if it has one: `Made it smaller (shrink)`."""
        label = self.label([each for each in self.listed(field) if isinstance(each, Word)], word_id)
        return word_id if label == word_id else f"{label} ({word_id})"

    def check(self, entry: Entry) -> None:
        """Raise ValueError, naming near words, if the entry uses a word that no list holds."""
        for field in FIELDS:
            known = words_of(self.listed(field))
            for word in field.values(entry):
                if field.words_from and word not in known:
                    raise ValueError(_unknown(field.noun or field.option, word, self.listed(field)))

    def listed(self, field: EntryField) -> Sequence[WordGroup | Word | str]:
        """Return the list that a field chooses from; nothing for one that does not."""
        chosen_from: Sequence[WordGroup | Word | str] = getattr(self, field.words_from) if field.words_from else ()
        return chosen_from


def words_of(listed: Iterable[WordGroup | Word | str]) -> list[str]:
    """Return what can be chosen in a list, in order: words as they are, the ids of labels, the words of groups."""
    words: list[str] = []
    for each in listed:
        match each:
            case WordGroup():
                words += each.words
            case Word():
                words.append(each.id)
            case _:
                words.append(each)
    return words


def _unknown(name: str, word: str, listed: Sequence[WordGroup | Word | str]) -> str:
    """Say that a list does not hold a word, and what to try: by meaning where a heading names it, else by letters."""
    near = _meant(word, listed) or _spelt_alike(word, words_of(listed))
    if near:
        return _("“{word}” is not a {name} in the list. Try {near}.", word=word, name=name, near=", ".join(near))
    groups = [each.label.lower() for each in listed if isinstance(each, WordGroup)]
    names = " · ".join(groups or words_of(listed))
    return _("“{word}” is not a {name} in the list. There are: {names}.", word=word, name=name, names=names)


def _meant(word: str, listed: Sequence[WordGroup | Word | str]) -> list[str]:
    """Return the words of the group whose heading names that word: of “sad” those of “Hurt or sad”."""
    typed = word.casefold()
    groups = (each for each in listed if isinstance(each, WordGroup))
    return next((list(each.words) for each in groups if typed in (each.id, *each.label.casefold().split())), [])


def _spelt_alike(word: str, known: list[str]) -> list[str]:
    """Return the words that may be mistyped; not one that the typed word says the opposite of."""
    from difflib import get_close_matches  # 2 ms that words of the list need not pay

    near = get_close_matches(word, known, n=3, cutoff=_ALIKE)
    return [each for each in near if not word.endswith(each) and not each.endswith(word)]
