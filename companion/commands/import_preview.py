"""What the verb import shows before anything comes in."""

from collections.abc import Iterator, Sequence

from companion.catalogue import _, ngettext
from companion.commands.library import shipped_library
from companion.domain.entry import Entry
from companion.domain.foreign import FORMS, WordMap, tally
from companion.domain.log import say_entry
from companion.domain.person import Names
from companion.domain.times import local
from companion.storage.exchange.export_file import read_record
from companion.storage.exchange.incoming import Incoming
from companion.storage.exchange.rows import Bad
from companion.storage.journal import Change
from companion.storage.merging import count
from companion.storage.records import ENTRIES, RECORDS, say_count
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN, Tables, mark_of
from companion.text.plain import one_line

_SAMPLES, _MOST_BAD, _MOST_WORDS = 3, 20, 20
_WIDE = 72
"""Characters of a sample that are shown."""


def preview(
    found: Incoming, here: Tables, coming: Tables, changes: Sequence[Change], words: WordMap, store: Store
) -> str:
    """Return what would come into a store, as lines."""
    return "\n".join(
        [
            *_counts(found, here, coming, changes),
            *_samples(changes, store),
            *_words(found, words),
            *_bad(found.bad),
        ]
    )


def say_bad(bad: Sequence[Bad]) -> str:
    """Say how many there are: `1 row`, `12 rows`."""
    return ngettext("{n:,} row", "{n:,} rows", len(bad))


def _counts(found: Incoming, here: Tables, coming: Tables, changes: Sequence[Change]) -> Iterator[str]:
    held = [name for name in coming if name != FORGOTTEN]
    others = sum(len(coming[name]) for name in held if name not in RECORDS)
    counted = [*((name, len(coming.get(name, {}))) for name in RECORDS), ("", others)]
    said = ", ".join(say_count(name, number) for name, number in counted if number) or _("nothing")
    yield _("This is {source}, with {said}.", source=found.source, said=said)
    merged = count(here, changes)
    touched = {(name, document_id) for name, document_id, _ in changes}
    left = [(name, each) for name in held for each in coming[name] if (name, each) not in touched]
    deleted = sum(mark_of(*each) in here.get(FORGOTTEN, {}) for each in left)
    yield _("It would bring: {merged}.", merged=merged) if changes else _("It would bring nothing new.")
    if known := len(left) - deleted:
        yield _("Here already, or newer here: {known:,}.", known=known)
    if deleted:
        yield _("Deleted here since, and staying so: {deleted:,}.", deleted=deleted)


def _samples(changes: Sequence[Change], store: Store) -> Iterator[str]:
    documents = [
        (str(document.get("at")), each, document) for name, each, document in changes if name == ENTRIES and document
    ]
    newest = sorted(documents, key=lambda found: found[:2], reverse=True)[:_SAMPLES]
    if newest:
        yield from ("", _("The newest ones:"))
    read = (read_record(ENTRIES, document_id, document) for _, document_id, document in newest)
    entries = [entry for entry in read if isinstance(entry, Entry)]
    names = Names.among([*store.entries, *entries], whole=store.settings.show_names)
    for entry in entries:
        said = one_line(say_entry(entry, shipped_library().vocabulary, names))
        yield f"  {local(entry.at):%Y-%m-%d %H:%M}  {said if len(said) <= _WIDE else said[: _WIDE - 1] + '…'}"


def _words(found: Incoming, words: WordMap) -> Iterator[str]:
    counted = list(tally(found.rows.rows, words).items()) if found.rows else []
    if not counted:
        return
    yield from ("", _("Tags and moods, how often, and what becomes of them:"))
    for (word, aim), number in counted[:_MOST_WORDS]:
        yield f"  {one_line(word):<20} {number:>6,}  {aim}"
    if len(counted) > _MOST_WORDS:
        yield _("  … and {number:,} more", number=len(counted) - _MOST_WORDS)
    yield _("To change that: --map FROM=TO, with TO one of {aims}.", aims=", ".join(FORMS))


def _bad(bad: Sequence[Bad]) -> Iterator[str]:
    if bad:
        yield from ("", _("{bad} can't be read:", bad=say_bad(bad)))
        yield from (f"  {one_line(str(each))}" for each in bad[:_MOST_BAD])
    if len(bad) > _MOST_BAD:
        yield _("  … and {number:,} more", number=len(bad) - _MOST_BAD)
