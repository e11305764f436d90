"""The whole of a look-over, group by group."""

from collections.abc import Callable, Container, Iterator
from datetime import datetime
from pathlib import Path

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.care.doctor.backups import look_at_backups
from companion.storage.care.doctor.content import look_at_library
from companion.storage.care.doctor.history import look_at_histories
from companion.storage.care.doctor.leftovers import look_at_leftovers
from companion.storage.care.doctor.own_articles import look_at_own_articles
from companion.storage.care.doctor.own_themes import look_at_own_themes
from companion.storage.care.doctor.passphrase import look_at_passphrase
from companion.storage.care.doctor.permissions import look_at_permissions
from companion.storage.care.doctor.place import look_at_place
from companion.storage.care.doctor.process import look_at_process
from companion.storage.care.doctor.records import look_at_records
from companion.storage.files import NotAFile
from companion.storage.library import Library
from companion.storage.own_themes import read_own_themes
from companion.storage.paths import IDENTITY, themes_of
from companion.storage.tables import Tables


def examine(
    folder: Path, library: Library, now: datetime, unlocked: Callable[[], Tables] | None = None
) -> Iterator[Looked]:
    """Yield what came of each check; nothing is changed, but that `unlocked` is asked for sealed words, if it is given.

    Raises:
        StoreError: if the passphrase does not open them.
    """
    yield look_at_place(folder)
    if folder.is_dir():
        yield from _in_the_folder(folder, library.worksheet_files.slugs, now, unlocked)
        yield look_at_own_articles(library.own_articles, (folder / IDENTITY).exists())
        yield look_at_own_themes(read_own_themes(themes_of(folder)))
    yield from look_at_histories()
    yield look_at_process()
    yield look_at_library(library, folder)


def _in_the_folder(
    folder: Path, worksheets: Container[str], now: datetime, unlocked: Callable[[], Tables] | None
) -> Iterator[Looked]:
    looks: tuple[Callable[[], Looked], ...] = (
        lambda: look_at_permissions(folder),
        lambda: look_at_leftovers(folder),
        lambda: look_at_passphrase(folder, now),
        lambda: look_at_records(folder, worksheets, unlocked),
        lambda: look_at_backups(folder, now),
    )
    said = set()
    for look in looks:
        try:
            yield look()
        except OSError as error:
            path = str(error.filename or folder)
            if path not in said:
                said.add(path)
                what = _("{path} can't be looked into ({reason}).", path=path, reason=error.strerror)
                is_odd = isinstance(error, NotAFile)
                advice = _("Take it away.") if is_odd else _("Make it yours to read, with chmod or chown.")
                yield Looked("folder", "", (Finding(what, advice, path),))
