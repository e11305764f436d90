"""Whether this Companion can read what was written; looked at without taking anything in or setting it right."""

from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path

import msgspec

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.domain.record import Record
from companion.storage.care.doctor.worksheets import without_worksheet
from companion.storage.errors import NewerStore, Unreadable
from companion.storage.files import read_file
from companion.storage.journal import Journal
from companion.storage.migrations import SCHEMA, check_writable
from companion.storage.paths import IDENTITY, JOURNAL, SEALED, STORE
from companion.storage.records import RECORDS
from companion.storage.replaying import replay
from companion.storage.tables import Tables, decode

_RESTORE = _("“companion restore” lists what there is.")


def look_at_records(folder: Path, worksheets: Container[str], unlocked: Callable[[], Tables] | None = None) -> Looked:
    """Check the file, the journal and every record in them.

    Args:
        folder: Where they lie.
        worksheets: The slugs of the worksheets that are there.
        unlocked: Opens what is sealed, and returns it; without it sealed words are not looked into.
    """
    if not (folder / IDENTITY).exists():
        return _looked(_plain(folder), folder / STORE, worksheets)
    if unlocked is None:
        return Looked("records", _("Sealed: not looked into. “companion doctor --unlock” does."))
    file = folder / (STORE + SEALED)
    try:
        return _looked((unlocked(), []), file, worksheets)
    except Unreadable as error:
        return Looked("records", "", (Finding(str(error), _RESTORE, str(file)),))


def _looked(found: tuple[Tables, list[Finding]], file: Path, worksheets: Container[str]) -> Looked:
    """Say what came of it, with what is wrong in the records themselves."""
    tables, findings = found
    findings += [*_newer(tables, file), *_unreadable(tables, file), *without_worksheet(tables, worksheets, file)]
    return Looked("records", _("Every record can be read (schema {schema}).", schema=SCHEMA), tuple(findings))


def _plain(folder: Path) -> tuple[Tables, list[Finding]]:
    """Return what is kept, as far as it can be read, and what can't."""
    file, journal = folder / STORE, folder / JOURNAL
    tables: Tables = {}
    findings: list[Finding] = []
    try:
        tables = decode(read_file(file)) if file.exists() else {}
    except ValueError:
        what = _(
            "{store} can't be read. Opening Companion keeps it aside and takes the newest backup that can.", store=STORE
        )
        findings.append(Finding(what, _RESTORE, str(file)))
    found = Journal(journal).replay()
    replay(found.changes, tables)
    if found.damaged:
        what = _(
            "Some lines of {journal} can't be read. Opening Companion keeps a copy aside and takes in the others.",
            journal=JOURNAL,
        )
        findings.append(Finding(what, _("Open Companion once. {restore}", restore=_RESTORE), str(journal)))
    return tables, findings


def _newer(tables: Tables, file: Path) -> Iterator[Finding]:
    try:
        check_writable(tables)
    except NewerStore as error:
        yield Finding(str(error), _("Update Companion on this machine."), str(file))


def _unreadable(tables: Tables, file: Path) -> Iterator[Finding]:
    for name, kept in RECORDS.items():
        bad = sum(not _is_readable(document, key, kept.type) for key, document in tables.get(name, {}).items())
        if bad:
            what = _(
                "{bad:,} of {n:,} {name} can't be read by this Companion. They stay as they are.",
                bad=bad,
                n=len(tables[name]),
                name=name,
            )
            yield Finding(what, _("Update Companion, or go back to a backup. {restore}", restore=_RESTORE), str(file))


def _is_readable(document: object, record_id: str, type_: type[Record]) -> bool:
    if not isinstance(document, Mapping):
        return False
    try:
        msgspec.convert({**document, "id": record_id}, type_)
    except msgspec.ValidationError:
        return False
    return True
