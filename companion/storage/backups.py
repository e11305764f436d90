"""Rolling backups: before each fold, the file and the journal that is folded into it.

A pair gives the same state as the file that was written from it, so a damaged file loses nothing.
"""

import os
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from companion.storage.errors import OtherKey
from companion.storage.files import replace_file
from companion.storage.journal import Journal
from companion.storage.paths import SEALED, make_private
from companion.storage.replaying import replay
from companion.storage.sealing.seal import Plain, Seal
from companion.storage.tables import Tables, decode

NEWEST = 5
"""Backups that are kept whatever their age."""
DAYS = 14
"""Days of which the last backup is kept."""

_STAMP = "%Y%m%d-%H%M%S-%f"
_STEM, _FILE, _JOURNAL = "companion-", ".json", ".journal"


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
        kept = self.folder / f"{self._next_stem()}{_FILE}{self._seal.ending}"
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
        return sorted(self.folder.glob(f"{_STEM}*{_FILE}{self._seal.ending}"))

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
        tables = decode(self._seal.open(path.read_bytes()))
        replay(Journal(journal_of(path), self._seal).replay().changes, tables)
        return tables

    def _next_stem(self) -> str:
        """Return a name that sorts behind all others, also when the clock was set back."""
        now = datetime.now().astimezone()
        last = max((path.name.split(".")[0] for path in self.folder.glob(f"{_STEM}*{_FILE}*")), default="")
        stem = f"{_STEM}{now:{_STAMP}}"
        if stem > last:
            return stem
        with suppress(ValueError, OverflowError):
            return f"{_STEM}{_moment(last) + timedelta(microseconds=1):{_STAMP}}"
        return stem

    def _let_go(self) -> None:
        """Keep the newest ones and the last of each day."""
        pairs = self.all()
        for journal in self.folder.glob(f"{_STEM}*{_JOURNAL}{self._seal.ending}"):  # a kill left it without its file
            if not file_of(journal).exists():
                journal.unlink(missing_ok=True)
        last_of_day = {_day(path): path for path in pairs}
        since = datetime.now().astimezone().date() - timedelta(days=DAYS)
        kept = {*pairs[-NEWEST:], *(path for day, path in last_of_day.items() if day >= since)}
        for path in pairs:
            if path not in kept:
                path.unlink(missing_ok=True)
                journal_of(path).unlink(missing_ok=True)


def journal_of(file: Path) -> Path:
    """Return the journal of a pair by its file."""
    ending = SEALED if file.suffix == SEALED else ""
    return file.with_name(file.name.removesuffix(ending).removesuffix(_FILE) + _JOURNAL + ending)


def file_of(journal: Path) -> Path:
    """Return the file of a pair by its journal."""
    return journal.with_name(journal.name.replace(_JOURNAL, _FILE))


def _moment(stem: str) -> datetime:
    return datetime.strptime(stem.removeprefix(_STEM), _STAMP).astimezone()


def _day(path: Path) -> date:
    """Return the day of a pair; one that somebody named otherwise belongs to no day that is kept."""
    try:
        return _moment(path.name.split(".")[0]).date()
    except ValueError:
        return date.min


def _copy(source: Path, target: Path, link: bool) -> None:
    """Copy privately; a file that is only ever replaced may be linked instead."""
    if link:
        with suppress(OSError):
            os.link(source, target)
            return
    target.touch(mode=0o600)
    target.write_bytes(source.read_bytes())
