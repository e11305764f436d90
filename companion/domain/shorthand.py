"""The shorthand of the quick line: `#tag`, `!7` and `@S` anywhere in it; all else is the note.

A sign that means nothing stays in the note, and is said; a backslash keeps a sign that would mean something.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from companion.catalogue import _
from companion.domain.entry import FIELDS, Entry, EntryField, Fill
from companion.domain.person import SEPARATOR, as_known
from companion.domain.strength import STRENGTHS
from companion.domain.vocabulary import Vocabulary, Word, words_of

_SIGN = re.compile(
    r"(?<!\s)(?P<before>\s*)(?<!\S)(?P<kept>\\?)(?P<sign>[#!@])(?P<word>\S+?)(?P<after>[.,;:!?)]*)(?=\s|$)"
)
_TAGGED = "context", "feelings", "kind", "need", "miss", "repairs", "result", "mended", "offer", "reply", "body"
"""The fields that a tag fills; a word that is on several lists goes to the first of these."""

_LEAD_ON = frozenset({
    "about", "after", "am", "at", "before", "by", "feel", "feeling", "felt", "for", "from", "in", "is", "my", "of",
    "on", "our", "so", "the", "their", "to", "too", "very", "was", "were", "with", "without",
})  # fmt: skip
"""After these a sign is part of the sentence: “with @S” leaves “with S” in the note."""

NO_TAG = _("# goes in front of a tag, like #work. Write a line first, or choose a kind like #heated.")
"""Said of a line of nothing but that sign."""

_LONGEST = 40
"""Characters; a longer word is no tag of ours."""
_NEAR = 0.7


class Unknown(NamedTuple):
    """A sign that stays in the note."""

    said: str
    """As it is written: `#wok`."""
    why: str
    """In a sentence."""
    near: str = ""
    """What may have been meant: `#work`."""


class Shorthand(msgspec.Struct, frozen=True):
    """What a line says."""

    note: str
    """What is left of the line for the note."""
    values: dict[str, object] = {}
    """The fields of an entry that its signs fill."""
    unknown: tuple[Unknown, ...] = ()
    """The signs that mean nothing, or one thing too many."""

    def entry(self, entry_id: str, at: datetime) -> Entry:
        """Return the entry that the line makes.

        Raises:
            ValueError: with a sentence, if it lacks a line or a kind.
        """
        values: dict[str, Any] = self.values
        if self.note and not self.note.strip("# "):
            raise ValueError(NO_TAG)
        return Entry(id=entry_id, at=at, note=self.note, **values)


class Tags:
    """Every tag of the vocabulary; made once for all lines."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        fields = {field.name: field for field in FIELDS}
        self._vocabulary = vocabulary
        self._tags: dict[str, tuple[EntryField, str]] = {}
        for name in _TAGGED:
            for word, tags in _named(fields[name], vocabulary):
                for tag in tags:
                    self._tags.setdefault(tag, (fields[name], word))
                    self._tags[f"{fields[name].option}:{tag}"] = (fields[name], word)

    def find(self, tag: str) -> tuple[EntryField, str] | None:
        """Return the field and the word that a tag stands for, whatever its case; None if there is none."""
        return self._tags.get(_plain(tag))

    def near(self, tag: str) -> str:
        """Return the tag that may have been meant, as it is typed; an empty word if none is near."""
        from difflib import get_close_matches  # 2 ms that words of the lists need not pay

        plain = _plain(tag)
        if not plain or len(plain) > _LONGEST:
            return ""
        begun = (known for known in self._tags if len(plain) > 1 and known.startswith(plain))
        found = next(begun, None) or next(iter(get_close_matches(plain, self._tags, n=1, cutoff=_NEAR)), "")
        return found and f"#{found.replace(' ', '-')}"

    def say(self, field: EntryField, word: str) -> str:
        """Return what a word is called on screen."""
        labels = [each for each in self._vocabulary.listed(field) if isinstance(each, Word)]
        return self._vocabulary.label(labels, word)


def read_line(line: str, tags: Tags, known: Sequence[str] = ()) -> Shorthand:
    """Return what a line says.

    Args:
        line: As it was typed.
        tags: All tags.
        known: The persons of the log, as they are written there.
    """
    reading = _Reading(tags)
    note = _SIGN.sub(reading.take, line).strip()
    if reading.persons:
        reading.values["person"] = as_known(SEPARATOR.join(reading.persons), known)
    return Shorthand(note, reading.values, tuple(reading.unknown))


def say_shorthand(said: Shorthand, tags: Tags, person: str) -> str:
    """Say what a line means besides its note: `strength 7 · S · work`.

    Args:
        said: What it says.
        tags: All tags.
        person: How its persons are shown.
    """
    parts = []
    for field in sorted(FIELDS, key=lambda field: (field.name not in ("strength", "person"), field.name == "context")):
        match said.values.get(field.name):
            case None:
                continue
            case int(strength):
                parts.append(_("strength {strength}", strength=strength))
            case str(word):
                parts.append(person if field.fill is Fill.LINE else tags.say(field, word))
            case tuple(words):
                parts += (tags.say(field, word) for word in words)
    return " · ".join(parts)


class _Reading:
    """One line being read, sign by sign."""

    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self.values: dict[str, object] = {}
        self.persons: list[str] = []
        self.unknown: list[Unknown] = []

    def take(self, found: re.Match[str]) -> str:
        """Take a sign, and return what stands in its place: nothing but what follows it, or what was written."""
        if found["kept"]:
            return f"{found['before']}{found['sign']}{found['word']}{found['after']}"
        taken = {"#": self._tag, "!": self._strength, "@": self._person}[found["sign"]](found["word"])
        if not taken:
            return found[0]
        before = found.string[: found.start()].rsplit(maxsplit=1)[-1:]
        if found["sign"] != "!" and before and before[0].lower() in _LEAD_ON:
            return f"{found['before']}{found['word']}{found['after']}"
        return found["after"] if found.start() else ""

    def _tag(self, word: str) -> bool:
        found = self._tags.find(word)
        if found is None:
            return self._stays(f"#{word}", _("is not on the lists"), self._tags.near(word))
        field, value = found
        held = self.values.get(field.name, field.default)
        if not field.several:
            if held not in (None, value):
                return self._stays(f"#{word}", _("would be a second {field}", field=field.noun or field.option))
            self.values[field.name] = value
            return True
        values = held if isinstance(held, tuple) else ()
        if value not in values and field.most is not None and len(values) >= field.most:
            return self._stays(f"#{word}", _("would be more than {most} {name}", most=field.most, name=field.name))
        self.values[field.name] = tuple(dict.fromkeys((*values, value)))
        return True

    def _strength(self, word: str) -> bool:
        if not (word.isascii() and word.isdecimal()):
            return False  # “!!” is only loud
        if int(word[:4]) not in STRENGTHS:
            return self._stays(f"!{word}", _("is not 0 to 10"))
        self.values["strength"] = int(word)
        return True

    def _person(self, word: str) -> bool:
        if word[0].isalpha():
            self.persons.append(word)
        return word[0].isalpha()

    def _stays(self, said: str, why: str, near: str = "") -> bool:
        self.unknown.append(Unknown(said, why, near))
        return False


def _named(field: EntryField, vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each word of a field with the tags that stand for it: itself, and its label."""
    listed = vocabulary.listed(field)
    labels = {each.id: each.label for each in listed if isinstance(each, Word)}
    for word in words_of(listed):
        yield word, tuple(dict.fromkeys(filter(None, map(_plain, (word, labels.get(word, ""))))))


def _plain(tag: str) -> str:
    """Return a tag as it is compared: without case, hyphens and signs."""
    return " ".join(re.sub(r"[^\w:’']+|_", " ", tag.casefold().replace("’", "'")).split())
