"""The verb export: all that is kept as a file to take along, or a part of it to read or to show."""

import sys
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from companion.catalogue import _
from companion.commands.completing import files
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.written import free_path
from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.record import Record
from companion.domain.script import OwnScript
from companion.domain.times import local
from companion.storage.exchange.export_file import as_json, choose, movable, read_record
from companion.storage.migrations import SCHEMA, schema_of
from companion.storage.outside import write_outside
from companion.storage.records import ENTRIES, PAUSES, SCRIPTS, WORKSHEETS
from companion.storage.tables import Tables

RecordT = TypeVar("RecordT", bound=Record)

_OPEN_TO_READ = _("Anyone who can open it can read it. --passphrase encrypts it.")
_NO_PIPE = _("What is encrypted is no text. Say where it goes with -o FILE.")


@click.command()
@click.option("--format", "kind", type=click.Choice(["json", "csv", "markdown"]), default="json", show_default=True)
@click.option(
    "-o", "--output", "target", metavar="FILE", shell_complete=files, help="Where it goes; standard output if left out."
)
@click.option("--force", is_flag=True, help="Overwrite that file.")
@click.option("--since", metavar="DAY", help="The first day, like “last monday” or 2026-11-01.")
@click.option("--until", metavar="DAY", help="The last day.")
@click.option("--collection", "names", metavar="NAME", multiple=True, help="Only this one. May be given again.")
@click.option("--redact", is_flag=True, help="Take out names and all free text. It can't be imported then.")
@click.option("--passphrase", "is_sealed", is_flag=True, help="Encrypt it, for age. Asks for the passphrase.")
@click.pass_obj
def export(
    context: Context,
    kind: str,
    target: str | None,
    force: bool,
    since: str | None,
    until: str | None,
    names: tuple[str, ...],
    redact: bool,
    is_sealed: bool,
) -> None:
    """Write what is kept as JSON, which import reads back whole; or the log as CSV, or as Markdown to read.

    \b
    The JSON is UTF-8, a record a line, in order:
      {"format": "companion-export", "version": 1, "schema": 1, "tables":
        {"entries": {ID: {"id", "at", "note", …, "changed": TIME, "machine"}},
         "pauses": {…}, "worksheets": {…}, …,
         "forgotten": {"entries/ID": {"changed": TIME, "machine"}}}}
    Fields with their default are left out. "forgotten" is what was deleted. The
    same words are the same bytes. A redacted export can't be imported.
    """
    path = _free(context, target, force)
    if is_sealed and path is None and sys.stdout.isatty():
        raise ValueError(_NO_PIPE)
    first, last = _days(context, since, until)
    everything = context.unlocked_store().tables()
    chosen = choose(movable(everything), names, first, last)
    if redact:
        from companion.storage.exchange.redaction import Redaction

        chosen = Redaction(everything, shipped_library().vocabulary, shipped_library().names).of(chosen)
    if kind == "csv":
        data = _csv(chosen, names)
    elif kind == "markdown":
        data = _markdown(chosen, local(context.clock()).date())
    else:
        data = as_json(chosen, max(SCHEMA, schema_of(everything)), redacted=redact)
    _give(data, path, is_sealed)


def _give(data: bytes, path: Path | None, is_sealed: bool) -> None:
    """Print it, or write it to a file."""
    if is_sealed:
        from companion.commands.passphrases import new_passphrase
        from companion.storage.sealing.wrapping import wrap_bytes

        data = wrap_bytes(data, new_passphrase(by_command=True))
    if path is None:
        click.echo(data, nl=False)
        return
    write_outside(path, data)
    written = _("Written to {path}, readable by you alone.", path=path)
    click.echo(written if is_sealed else f"{written}\n{_OPEN_TO_READ}", err=True)


def _free(context: Context, target: str | None, force: bool) -> Path | None:
    """Return the path that was named, if it may be written to; None for standard output."""
    if target in (None, "-"):
        return None
    return free_path(str(target), context.folder, force)


def _days(context: Context, since: str | None, until: str | None) -> tuple[date | None, date | None]:
    from companion.natural_time import parse_day

    now = context.clock()
    first = parse_day(since, now) if since else None
    last = parse_day(until, now, is_last=True) if until else None
    if first and last and first > last:
        raise ValueError(_("The first day is after the last one. Change --since or --until."))
    return first, last


def _csv(tables: Tables, names: tuple[str, ...]) -> bytes:
    from companion.text.entries_csv import entries_csv

    if names and ENTRIES not in names:
        raise ValueError(
            _(
                "CSV holds entries alone. Leave --collection out, or export {collections} as JSON.",
                collections=", ".join(names),
            )
        )
    entries = sorted(_records(tables, ENTRIES, Entry), key=lambda entry: (entry.at, entry.id))
    return entries_csv(entries).encode("utf-8", "replace")


def _markdown(tables: Tables, today: date) -> bytes:
    from companion.text.day_book import day_book

    library = shipped_library()
    return day_book(
        _records(tables, ENTRIES, Entry),
        _records(tables, PAUSES, Pause),
        _records(tables, SCRIPTS, OwnScript),
        _records(tables, WORKSHEETS, Answers),
        library.vocabulary,
        library.worksheets,
        today,
    ).encode("utf-8", "replace")


def _records(tables: Tables, name: str, type_: type[RecordT]) -> list[RecordT]:
    """Return the records of a table that can be read here; the others are in the JSON export alone."""
    found, unreadable = [], 0
    for document_id, document in sorted(tables.get(name, {}).items()):
        try:
            record = read_record(name, document_id, document)
        except ValueError:
            unreadable += 1
            continue
        if isinstance(record, type_):
            found.append(record)
    if unreadable:
        click.echo(
            _(
                "{unreadable} of {name} can't be read by this Companion; --format json has them.",
                unreadable=unreadable,
                name=name,
            ),
            err=True,
        )
    return found
