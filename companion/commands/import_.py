"""The verb import: our own export, or what another journal exported."""

import sys
from pathlib import Path

import click
import msgspec

from companion.catalogue import _
from companion.commands.asking import is_agreed
from companion.commands.completing import files
from companion.commands.context import Context
from companion.commands.import_preview import preview, say_bad
from companion.commands.library import shipped_library
from companion.domain.foreign import FORMS, WordMap, to_entry
from companion.domain.times import utc
from companion.storage.documents import Document
from companion.storage.exchange.incoming import Incoming, is_encrypted, read_bytes, recognise
from companion.storage.exchange.rows import Bad
from companion.storage.journal import Change
from companion.storage.machine import MACHINE, machine_id
from companion.storage.merging import changes_from, count
from companion.storage.records import ENTRIES
from companion.storage.tables import FORGOTTEN, Tables, mark_of

_NOTHING = _("Nothing was imported.")


@click.command("import")
@click.argument("file", metavar="FILE|-", shell_complete=files)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--map", "told", metavar="FROM=TO", multiple=True, help=f"Where a tag or mood goes: {', '.join(FORMS)}.")
@click.option("--skip-bad", is_flag=True, help="Leave out what can't be read, and let the rest in.")
@click.pass_obj
def import_(context: Context, file: str, yes: bool, told: tuple[str, ...], skip_bad: bool) -> None:
    """Let in an export of Companion, jrnl's JSON or Daylio's CSV; shows first what would come.

    Done twice, nothing comes twice. Of a record that is here already, the one changed last stays.
    """
    words = WordMap(shipped_library().vocabulary, told)
    found = recognise(_read(file))
    if found.rows is None and told:
        raise ValueError(_("--map is for the tags and moods of other journals. Leave it out."))
    coming = _entries(context, found, words) if found.rows else found.tables
    store = context.unlocked_store()
    changes = _changes(found, store.tables(), coming)
    click.echo(preview(found, store.tables(), coming, changes, words, store))
    if found.bad and not skip_bad and (yes or not sys.stdin.isatty()):
        raise ValueError(
            _(
                "{bad} can't be read. {nothing} Mend the file, or leave them out: --skip-bad",
                bad=say_bad(found.bad),
                nothing=_NOTHING,
            )
        )
    if not changes:
        return
    question = _("Let the others in, without what can't be read") if found.bad and not skip_bad else _("Let this in")
    if is_agreed(question, yes, _NOTHING):
        with store.alone():
            here = store.tables()
            changes = _changes(found, here, coming)  # another Companion may have written meanwhile
            said = count(here, changes)
            store.take(changes)
        click.echo(_("Imported: {said}.", said=said))


def _read(file: str) -> bytes:
    """Return what the file holds, decrypted."""
    if file == "-" and sys.stdin is None:
        raise ValueError(_("Standard input is closed. Name the file instead."))
    data = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file).expanduser())
    if not is_encrypted(data):
        return data
    from companion.commands.passphrases import with_known
    from companion.storage.sealing.wrapping import unwrap_bytes

    click.echo(_("The file is encrypted; its passphrase opens it."), err=True)
    return with_known(lambda typed: unwrap_bytes(data, typed))


def _entries(context: Context, found: Incoming, words: WordMap) -> Tables:
    """Return the rows as entries; one of which nothing is left counts as one that can't be read."""
    if found.rows is None:
        return {}
    words.check(found.rows.rows)
    stamp = {"changed": msgspec.to_builtins(utc(context.clock())), MACHINE: machine_id()}
    entries: dict[str, Document] = {}
    for row in found.rows.rows:
        try:
            entry = to_entry(row, words)
        except ValueError as error:
            found.bad.append(Bad(row.line, str(error)))
        else:
            entries[entry.id] = {**msgspec.to_builtins(entry), **stamp}
    found.bad.sort(key=lambda bad: bad.line)
    return {ENTRIES: entries}


def _changes(found: Incoming, here: Tables, coming: Tables) -> list[Change]:
    """Return what is to change here; an entry of another journal comes once, and not again if it was deleted since."""
    if found.rows is None:
        return changes_from(here, coming)
    marks, entries = here.get(FORGOTTEN, {}), here.get(ENTRIES, {})
    return [
        (ENTRIES, document_id, document)
        for document_id, document in coming[ENTRIES].items()
        if document_id not in entries and mark_of(ENTRIES, document_id) not in marks
    ]
