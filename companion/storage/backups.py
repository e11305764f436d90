"""Rolling backups: before each fold, the file and the journal that is folded into it.

A pair gives the same state as the file that was written from it, so a damaged file loses nothing. Copies that were
merged lie among them, and are let go of by the same rule, for themselves.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from companion.storage.errors import OtherKey
from companion.storage.files import STAMP, read_file, replace_file
from companion.storage.journal import Journal
from companion.storage.own_files import MERGED, OwnName, backup_name, own_name
from companion.storage.paths import JOURNAL, SEALED, STORE, make_private
from companion.storage.replaying import replay
from companion.storage.sealing.seal import Plain, Seal
from companion.storage.tables import Tables, decode

NEWEST = 5
"""Backups that are kept whatever their age."""
DAYS = 14
"""Days of which the last backup is kept."""

_FILE, _JOURNAL = ".json", ".journal"


class Backups:
    """A folder of pairs, the newest last by name."""

    def __init__(self, folder: Path, seal: Seal | None = None) -> None:
        self.folder = folder
        self._seal = seal or Plain()

    def add(self, file: Path, journal: Path, *, link: bool = True) -> Path:
        """Keep the pair as it is now, and let go of pairs that are too old; return the pair's file.

        Args:
            file: The file.
            journal: Its journal.
            link: Whether a second name will do, as the file is about to be replaced.
        """
        make_private(self.folder)
        kept = self.folder / (backup_name(self._next_moment()) + self._seal.ending)
        try:
            if journal.exists():
                _copy(journal, journal_of(kept), link=False)
            if file.exists():  # a pair counts once its file is there
                _copy(file, kept, link=link)
            else:
                replace_file(kept, self._seal.close(b"{}"))
        except OSError:
            journal_of(kept).unlink(missing_ok=True)
            raise
        self._let_go()
        return kept

    def all(self) -> list[Path]:
        """Return the files of all pairs, oldest first."""
        return [path for path, name in self._pairs() if not name.is_journal]

    def newest(self) -> Tables:
        """Return the state of the newest pair that can be read; no tables if there is none."""
        for path in reversed(self.all()):
            with suppress(ValueError, OSError, OtherKey):
                return self.read(path)
        return {}

    def read(self, path: Path) -> Tables:
        """Return the state of a pair.

        Raises:
            ValueError: if the file is not TinyDB's JSON.
        """
        tables = decode(self._seal.open(read_file(path)))
        replay(Journal(journal_of(path), self._seal).replay().changes, tables)
        return tables

    def _next_moment(self) -> datetime:
        """Return the present moment, or the one behind the last pair's if the clock was set back."""
        now = datetime.now().astimezone()
        last = max((name for _, name in self._named() if name.is_backup), key=lambda name: name.stamp, default=None)
        if last and last.stamp >= f"{now:{STAMP}}" and last.moment:
            with suppress(OverflowError):
                return last.moment + timedelta(microseconds=1)
        return now

    def _let_go(self) -> None:
        """Let go of what is too old: of pairs, and of merged files and journals."""
        for path, name in self._pairs():
            if name.is_journal and not file_of(path).exists():  # a kill left it without its file
                path.unlink(missing_ok=True)
        for path in _outlived(self.all()):
            path.unlink(missing_ok=True)
            journal_of(path).unlink(missing_ok=True)
        for of in (STORE, JOURNAL):
            merged = [(name.stamp, path) for path, name in self._named() if (name.of, name.why) == (of, MERGED)]
            for path in _outlived([path for _, path in sorted(merged)]):
                path.unlink(missing_ok=True)

    def _pairs(self) -> list[tuple[Path, OwnName]]:
        """Return the files and journals of the pairs with this seal, by name."""
        is_sealed = bool(self._seal.ending)
        found = [each for each in self._named() if each[1].is_backup and not each[1].why]
        return sorted(each for each in found if each[1].is_sealed == is_sealed)

    def _named(self) -> Iterator[tuple[Path, OwnName]]:
        for path in self.folder.glob("*"):
            if name := own_name(path.name):
                yield path, name


def journal_of(file: Path) -> Path:
    """Return the journal of a pair by its file."""
    ending = SEALED if file.suffix == SEALED else ""
    return file.with_name(file.name.removesuffix(ending).removesuffix(_FILE) + _JOURNAL + ending)


def file_of(journal: Path) -> Path:
    """Return the file of a pair by its journal."""
    return journal.with_name(journal.name.replace(_JOURNAL, _FILE))


def _outlived(paths: Sequence[Path]) -> list[Path]:
    """Return all but the newest ones and the last of each day, of which the newest is last."""
    last_of_day = {_day(path): path for path in paths}
    since = datetime.now().astimezone().date() - timedelta(days=DAYS)
    kept = {*paths[-NEWEST:], *(path for day, path in last_of_day.items() if day >= since)}
    return [path for path in paths if path not in kept]


def _day(path: Path) -> date:
    """Return the day on which it was made; a name that says no day there is belongs to none that is kept."""
    name = own_name(path.name)
    return name.moment.date() if name and name.moment else date.min


def _copy(source: Path, target: Path, link: bool) -> None:
    """Copy privately; a file that is only ever replaced may be linked instead."""
    if link:
        with suppress(OSError):
            os.link(source, target)
            return
    target.touch(mode=0o600)
    target.write_bytes(read_file(source))
