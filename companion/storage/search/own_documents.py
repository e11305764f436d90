"""What the person wrote, as pieces to be found; nothing of it while it is locked."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from companion.domain.content import Link
from companion.domain.entry import FIELDS, Entry, EntryField, Fill
from companion.domain.field import FieldKind
from companion.domain.held import Decision
from companion.domain.person import Names
from companion.domain.script import fill
from companion.domain.times import local, say_day
from companion.domain.vocabulary import Vocabulary, Word
from companion.domain.worksheet import filled_fields
from companion.domain.worksheet_names import named
from companion.domain.worksheet_seal import readable
from companion.storage.library import Library
from companion.storage.marks import mark_documents
from companion.storage.search.document import Document, Kind
from companion.storage.store import Store

_OWN = "My own words"
_NOT_WORDS = (FieldKind.ENTRIES, FieldKind.LOG)
"""Kinds whose answers are ids or figures, not words."""


def own_documents(store: Store, library: Library, now: datetime) -> Iterator[Document]:
    """Yield what the person wrote and may read now, a piece at a time, so that somebody else can have a turn between.

    Persons are called as on all screens; they are found by their whole names.
    """
    names = Names(whole=store.settings.show_names)
    return chain(
        mark_documents(store, library),
        _scripts(store),
        _answers(store, library, names, now),
        _held(store, now),
        _entries(store, library.vocabulary, names),
    )


def _scripts(store: Store) -> Iterator[Document]:
    for own in store.scripts:
        yield Document(kind=Kind.OWN_SCRIPT, link=Link("scripts", own.id), title=_OWN, text=fill(own.text, {}))


def _held(store: Store, now: datetime) -> Iterator[Document]:
    """Yield the messages whose hour has come; what waits shows nothing before, and what was let go nothing more."""
    for held in store.held:
        if held.is_open(now) and held.decision is not Decision.LET_GO:
            title = f"Held · {_day(held.written_at)}"
            yield Document(kind=Kind.HELD, link=Link("held", held.id), title=title, text=held.text)


def _answers(store: Store, library: Library, names: Names, now: datetime) -> Iterator[Document]:
    """Yield the fillings, without what is sealed; of a worksheet that may put somebody in danger, none."""
    worksheets = library.worksheets
    for answers in store.worksheets:
        worksheet = worksheets.get(answers.of)
        if worksheet is None or worksheet.unsafe_if or not answers.is_filled:
            continue
        kinds = {field.label: field.kind for field in worksheet.fields}
        shown = named(worksheet, readable(worksheet, answers, local(now).date()), names)
        said = filled_fields(worksheet, shown)
        people = (
            line for field in worksheet.fields if field.kind is FieldKind.PEOPLE for line in answers.lines(field.id)
        )
        yield Document(
            kind=Kind.ANSWERS,
            link=Link("worksheets", worksheet.slug),
            id=answers.id,
            title=f"{worksheet.title} · {say_day(answers.day)}",
            tags=" ".join(people),
            text=" · ".join(f"{label}: {', '.join(lines)}" for label, lines in said if kinds[label] not in _NOT_WORDS),
        )


def _entries(store: Store, vocabulary: Vocabulary, names: Names) -> Iterator[Document]:
    """Yield the entries, without those that stay out of ordinary views."""
    for entry in store.entries:
        if not entry.hidden:
            yield _entry(entry, vocabulary, names)


def _entry(entry: Entry, vocabulary: Vocabulary, names: Names) -> Document:
    kind = vocabulary.kind_label(entry.kind) if entry.kind else ""
    title = " · ".join(filter(None, (_day(entry.at), kind, names.say(entry.person))))
    chosen = ((field, value) for field in FIELDS if field.words_from for value in field.values(entry))
    words = (value if field.fill is Fill.WORD else _label(vocabulary, field, value) for field, value in chosen)
    return Document(
        kind=Kind.ENTRY,
        link=Link("log", entry.id),
        title=title,
        tags=" ".join((entry.person, *words)),
        text="\n".join(filter(None, (entry.note, entry.quote and f"“{entry.quote}”"))),
    )


def _label(vocabulary: Vocabulary, field: EntryField, value: str) -> str:
    return next((word.label for word in vocabulary.listed(field) if isinstance(word, Word) and word.id == value), value)


def _day(moment: datetime) -> str:
    return say_day(local(moment).date())
