"""Taking names and all free text out of what is exported; times, kinds and strengths stay.

Only what is known to be neither stays: a field or a table that this Companion does not know is left out, and so is a
word that is not in the closed lists, such as a tag that came from another journal.
"""

from collections.abc import Collection, Mapping

import msgspec
from msgspec.structs import replace

from companion.catalogue import _
from companion.domain.binned import Binned
from companion.domain.bookmark import Bookmark
from companion.domain.context_note import ContextNote
from companion.domain.entry import FIELDS, Entry
from companion.domain.filling import Answers
from companion.domain.held import HeldMessage
from companion.domain.highlight import Highlight
from companion.domain.own_article import FOLDER as OWN
from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.reading import Reading
from companion.domain.record import Record
from companion.domain.saved_filter import SavedFilter
from companion.domain.script import Favourite, OwnScript
from companion.domain.unkept import Unkept
from companion.domain.vocabulary import Vocabulary, words_of
from companion.domain.week_time import WeekTime
from companion.storage.documents import Document
from companion.storage.exchange.export_file import read_record
from companion.storage.records import ENTRIES, PAUSES, SCRIPTS, WEEK_TIMES
from companion.storage.tables import FORGOTTEN, Tables

TAKEN = "…"
"""Stands where there was free text."""

_CHOSEN = tuple(field for field in FIELDS if field.words_from)


_READING = f"reading/{OWN}/"


def _names_own(table: str, document_id: str) -> bool:
    """Return whether an id is the name of a text of one's own, which may be words too."""
    return f"{table}/{document_id}".removeprefix(f"{FORGOTTEN}/").startswith(_READING)


class Redaction:
    """What is known to be no words of the person's own, in one store."""

    def __init__(self, everything: Tables, vocabulary: Vocabulary, shipped: Collection[str]) -> None:
        """Number the persons and note what may stay.

        Args:
            everything: The whole store, so that a person has one number in every export of a part of it.
            vocabulary: The closed lists; their words stay.
            shipped: The names of what is shipped; they stay, another name may be words of the person's own.
        """
        self._shipped = {*shipped, *everything.get(SCRIPTS, {})}
        self._persons = _numbered(everything.get(ENTRIES, {}))
        self._words = {field.name: frozenset(words_of(vocabulary.listed(field))) for field in _CHOSEN}
        self._entries = everything.get(ENTRIES, {}).keys()
        self._pauses = everything.get(PAUSES, {}).keys()
        self._week_times = everything.get(WEEK_TIMES, {}).keys()

    def of(self, tables: Tables) -> Tables:
        """Return the tables without names and free text."""
        redacted: Tables = {}
        for name, table in tables.items():
            for document_id, document in table.items():
                if (
                    not _names_own(name, document_id)
                    and (kept := self._document(name, document_id, document)) is not None
                ):
                    redacted.setdefault(name, {})[document_id] = kept
        return redacted

    def _document(self, name: str, document_id: str, document: Document) -> Document | None:
        if name == FORGOTTEN:
            return {"changed": str(document.get("changed", ""))} if isinstance(document, Mapping) else None
        try:
            record = read_record(name, document_id, document)
        except ValueError:
            return None
        kept: Document | None = None if record is None else msgspec.to_builtins(self._record(record))
        return kept

    def _record(self, record: Record) -> Record:
        match record:
            case Entry():
                return self._entry(record)
            case Pause():
                return self._pause(record)
            case Answers():
                answers = {field: _taken(said) for field, said in record.answers.items()}
                return replace(record, worksheet=self._name(record.worksheet), answers=answers)
            case OwnScript() | HeldMessage():
                return replace(record, text=TAKEN)
            case Practice():
                return replace(record, slug=self._name(record.slug), lines=tuple(map(_taken, record.lines)))
            case Favourite():
                return replace(record, script=self._name(record.script))
            case Binned():
                return replace(record, entry=self._entry(record.entry))
            case Bookmark():
                return replace(record, link=_way(record.link), words=TAKEN)
            case Highlight():
                taken = {name: _taken(getattr(record, name)) for name in ("words", "before", "after", "note")}
                return replace(record, link=_way(record.link), **taken)
            case ContextNote():
                return replace(record, what=record.what if record.what in self._words["context"] else TAKEN)
            case SavedFilter():
                return replace(record, name=TAKEN, query=TAKEN)
            case WeekTime():
                return replace(record, note=_taken(record.note))
            case Unkept():
                return replace(record, fields={})
            case Reading():
                return record
        raise AssertionError(
            _("{name} has no rule", name=type(record).__name__)
        )  # a new collection says here what of it may leave

    def _name(self, name: str) -> str:
        """Return the name of something shipped as it is; another may be words of the person's own."""
        return name if not name or name in self._shipped else TAKEN

    def _entry(self, entry: Entry) -> Entry:
        known: dict[str, object] = {}
        for field in _CHOSEN:
            value = getattr(entry, field.name)
            words = self._words[field.name]
            if isinstance(value, tuple):
                known[field.name] = tuple(filter(words.__contains__, value))
            else:
                known[field.name] = value if value in words else None
        note = _taken(entry.note)
        return replace(
            entry,
            **known,
            note=note if note or known["kind"] else TAKEN,
            quote=_taken(entry.quote),
            person=self._persons.get(_same(entry.person), ""),
            answers=entry.answers if entry.answers in self._entries else None,
            pause=entry.pause if entry.pause in self._pauses else None,
        )

    def _pause(self, pause: Pause) -> Pause:
        return replace(
            pause,
            place=_taken(pause.place),
            topic=_taken(pause.topic),
            leave_message=_taken(pause.leave_message),
            return_message=_taken(pause.return_message),
            thoughts=tuple(TAKEN for _ in pause.thoughts),
            next_step=_taken(pause.next_step),
            week_time=pause.week_time if pause.week_time in self._week_times else None,
        )


def _numbered(entries: Mapping[str, Document]) -> dict[str, str]:
    """Return P1, P2 and so on for each person, in the order in which they first appear in the log.

    Later entries so change nobody's number; the case and blanks of a name make nobody another person.
    """
    met = []
    for document_id, document in entries.items():
        try:
            entry = read_record(ENTRIES, document_id, document)
        except ValueError:
            continue
        if isinstance(entry, Entry) and _same(entry.person):
            met.append((entry.at, entry.id, _same(entry.person)))
    names = dict.fromkeys(name for _, _, name in sorted(met))
    return {name: f"P{number}" for number, name in enumerate(names, 1)}


def _way(link: str) -> str:
    """Return the way to something shipped as it is; the name of an article of one's own is one's own words."""
    return f"{OWN}/{TAKEN}" if link.startswith(f"{OWN}/") else link


def _taken(text: str) -> str:
    return TAKEN if text.strip() else ""


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()
