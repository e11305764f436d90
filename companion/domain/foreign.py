"""What another journal noted, and how its tags and moods become words of an entry."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from uuid import UUID, uuid5

import msgspec
from msgspec.structs import replace

from companion.domain.entry import FIELDS, Entry, EntryField
from companion.domain.vocabulary import Vocabulary, words_of

NOTE, NOTHING = "note", "nothing"
"""Where a word may go besides a field: into the note's last line, or nowhere."""

_SPACE = UUID("6f2d1c1e-9a55-5d8e-8f0b-2f6f3f0c7a41")
"""Ids of foreign rows are made in it, so that the same row has the same id on every machine."""

_SYMBOLS = "@#"
"""What tags may begin with."""

_LISTS = ("kinds", "contexts", "feelings", "needs", "body")
_TAKES = {field.option: field for field in FIELDS if field.words_from in _LISTS}
_PERSON = next(field for field in FIELDS if field.name == "person")
_SEVERAL = frozenset(field.name for field in (*_TAKES.values(), _PERSON) if field.several)
FORMS = (*(f"{option}:WORD" for option in _TAKES), "person:NAME", NOTE, NOTHING)
"""What may stand behind FROM= in a mapping."""

_BY_ITSELF = ("context", "feeling")
"""Fields that a tag of the very same word goes to without being told."""

_GOOD, _LOW = ("kind", "good"), ("context", "low mood")
_MOODS = {"rad": _GOOD, "good": _GOOD, "bad": _LOW, "awful": _LOW}
"""What Daylio's own moods say clearly enough. A mood is not how strong something was, so none becomes a strength."""


class ForeignRow(msgspec.Struct, frozen=True, kw_only=True):
    """One moment as another journal noted it."""

    source: str
    """The name of that journal."""
    line: int
    """Where it begins in the file, from 1."""
    at: datetime
    """When it was (UTC)."""
    text: str = ""
    """In the person's own words."""
    mood: str = ""
    tags: tuple[str, ...] = ()
    tags_label: str = "Tags"
    """What the note calls the tags that it has to say."""
    extra: tuple[str, ...] = ()
    """Lines that the note ends with, whatever the mapping."""
    content: tuple[str, ...]
    """What makes it this row and no other."""

    @property
    def id(self) -> str:
        """The id of its entry, the same each time it is read."""
        return uuid5(_SPACE, json.dumps([self.source, *self.content])).hex


class Aim(msgspec.Struct, frozen=True):
    """Where a word goes."""

    field: EntryField | None
    """None for a word that stays in the note, or goes nowhere."""
    word: str = ""
    is_dropped: bool = False

    def __str__(self) -> str:
        if self.field:
            return f"{self.field.option}: {self.word}"
        return "left out" if self.is_dropped else "stays in the note"


_STAYS = Aim(None)
_ANY = Entry(at=datetime(2000, 1, 1, tzinfo=UTC), note=NOTE)


class WordMap:
    """Which tag or mood becomes what."""

    def __init__(self, vocabulary: Vocabulary, told: Iterable[str] = ()) -> None:
        """Take what the person said, `FROM=TO` each, over what goes by itself.

        Raises:
            ValueError: with a sentence that says how to write it.
        """
        self._vocabulary = vocabulary
        self._told = dict(self._read(text) for text in told)
        self._own = {
            word: Aim(_TAKES[option], word)
            for option in reversed(_BY_ITSELF)
            for word in words_of(vocabulary.listed(_TAKES[option]))
        }
        self._moods = {mood: Aim(_TAKES[option], word) for mood, (option, word) in _MOODS.items()}

    def of_tag(self, tag: str) -> Aim:
        """Return where a tag goes."""
        return self._told.get(_plain(tag)) or self._own.get(_plain(tag), _STAYS)

    def of_mood(self, mood: str) -> Aim:
        """Return where a mood goes."""
        return self._told.get(_plain(mood)) or self._moods.get(_plain(mood), _STAYS)

    def check(self, rows: Sequence[ForeignRow]) -> None:
        """Raise ValueError if the person named a word that no row has."""
        there = {_plain(word) for row in rows for word in (row.mood, *row.tags) if word}
        for word in self._told:
            if word not in there:
                near = get_close_matches(word, sorted(there), n=3, cutoff=0.5) or sorted(there)[:6]
                raise ValueError(f"No tag or mood there is “{word}”. There are: {', '.join(near) or 'none'}.")

    def _read(self, text: str) -> tuple[str, Aim]:
        word, _, to = text.rpartition("=")
        option, colon, value = (part.strip() for part in to.partition(":"))
        if not _plain(word) or not option:
            raise ValueError(f"“{text}” is not FROM=TO. Say it like work=context:work or kim=person:K.")
        if not colon and option in (NOTE, NOTHING):
            return _plain(word), Aim(None, is_dropped=option == NOTHING)
        if option == _PERSON.option and value:
            return _plain(word), Aim(_PERSON, value)
        if option not in _TAKES or not value:
            raise ValueError(f"“{to}” is no place for a word. Choose one of: {', '.join(FORMS)}.")
        field = _TAKES[option]
        filled = (value,) if field.name in _SEVERAL else value
        self._vocabulary.check(replace(_ANY, **{field.name: filled}))
        return _plain(word), Aim(field, value)


def to_entry(row: ForeignRow, words: WordMap) -> Entry:
    """Return the entry that a row becomes; what finds no place in a field stands in its note.

    Raises:
        ValueError: if nothing of it is left.
    """
    fields: dict[str, tuple[str, ...]] = {}
    lines = [row.text] if row.text else []
    mood = words.of_mood(row.mood) if row.mood else Aim(None, is_dropped=True)
    if mood.field:
        _fill(fields, mood)
    if not mood.is_dropped:
        lines.append(f"Mood: {row.mood}")
    said = row.text.casefold()
    left = []
    for tag in row.tags:
        aim = words.of_tag(tag)
        is_placed = aim.is_dropped or (aim.field is not None and _fill(fields, aim))
        if not is_placed and not (tag[:1] in _SYMBOLS and tag.casefold() in said):
            left.append(tag)
    lines += [f"{row.tags_label}: {', '.join(left)}"] if left else []
    note = "\n".join([*lines, *row.extra])
    chosen = {name: values if name in _SEVERAL else values[0] for name, values in fields.items()}
    return replace(Entry(id=row.id, at=row.at, note=note or NOTE), note=note, **chosen)


def tally(rows: Iterable[ForeignRow], words: WordMap) -> Mapping[tuple[str, str], int]:
    """Return each mood and tag with where it goes, and in how many rows it stands, the most frequent first."""
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.mood:
            counted[row.mood, str(words.of_mood(row.mood))] += 1
        counted.update((tag, str(words.of_tag(tag))) for tag in row.tags)
    return dict(counted.most_common())


def _fill(fields: dict[str, tuple[str, ...]], aim: Aim) -> bool:
    """Put a word into its field; False if there is no room for it."""
    assert aim.field is not None  # noqa: S101 (asked before)
    there = fields.get(aim.field.name, ())
    if aim.word in there:
        return True
    room = (aim.field.most or len(there) + 1) if aim.field.name in _SEVERAL else 1
    if len(there) >= room:
        return False
    fields[aim.field.name] = (*there, aim.word)
    return True


def _plain(word: str) -> str:
    return " ".join(word.strip().lstrip(_SYMBOLS).split()).casefold()
