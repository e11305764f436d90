"""A glance at the open pause, for what a prompt asks each second: its cost hardly knows the size of the store.

Of the file only the table of the pauses is read, the others are passed over as bytes. Whatever is not as it should be
is left to the store, which mends it and says so.
"""

from pathlib import Path

import msgspec

from companion.domain.pause import Pause, open_pause
from companion.storage.documents import Documents
from companion.storage.files import NONE, read_file, stamp
from companion.storage.journal import Journal
from companion.storage.migrations import META, SCHEMA, schema_of
from companion.storage.open_pause import read_open_pause
from companion.storage.paths import IDENTITY, JOURNAL, SEALED, STORE
from companion.storage.replaying import replay
from companion.storage.tables import FORGOTTEN, OVER, Tables

_PAUSES = "pauses"
_READ = (_PAUSES, FORGOTTEN, META)
"""The tables that say which pauses there are."""


class Unclear(Exception):
    """Only the store itself can say."""


def glance(folder: Path) -> Pause | None:
    """Return the open pause; in a sealed folder no more of it than its clock times.

    Raises:
        Unclear: if the files are damaged, gone, of a newer Companion, or being written just now.
    """
    try:
        if (folder / IDENTITY).exists():
            return read_open_pause(folder)
        documents = _tables(folder).get(_PAUSES, {})
        return open_pause([msgspec.convert({**documents[each], "id": each}, Pause) for each in documents])
    except (OSError, ValueError, TypeError, msgspec.MsgspecError) as error:
        raise Unclear from error


def _tables(folder: Path) -> Tables:
    """Return the tables that are read, as they are on the disk now."""
    file, journal = folder / STORE, folder / JOURNAL
    seen = stamp(file)
    if seen == NONE and (journal.exists() or (folder / (STORE + SEALED)).exists()):
        raise Unclear
    whole = {} if seen == NONE else msgspec.json.decode(read_file(file), type=dict[str, msgspec.Raw])
    tables: Tables = {name: Documents(whole[name]) for name in _READ if name in whole}
    said = Journal(journal).replay()
    if said.damaged or stamp(file) != seen or (folder / IDENTITY).exists():
        raise Unclear
    replay((change for change in said.changes if change[0].removesuffix(OVER) in _READ), tables)
    if schema_of(tables) > SCHEMA:
        raise Unclear
    return tables
