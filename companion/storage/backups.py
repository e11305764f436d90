"""Rolling backups: before each fold, the file and the journal that is folded into it.

A pair gives the same state as the file that was written from it, so a damaged file loses nothing.
"""

import json
import os
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copyfile

from companion.storage.journal import Journal
from companion.storage.paths import make_private
from companion.storage.tables import Tables, apply

NEWEST = 5
"""Backups that are kept whatever their age."""
DAYS = 14
"""Days of which the last backup is kept."""

_STAMP = "%Y%m%d-%H%M%S-%f"
_FILE, _JOURNAL = ".json", ".journal"


class Backups:
    """A folder of pairs, the newest last by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, file: Path, journal: Path) -> None:
        """Keep the pair as it is now, and let go of pairs that are too old."""
        make_private(self._folder)
        name = f"companion-{datetime.now().astimezone():{_STAMP}}"
        for source, ending in ((journal, _JOURNAL), (file, _FILE)):  # a pair counts once its file is there
            target = self._folder / (name + ending)
            if source.exists():
                _copy(source, target, link=ending == _FILE)
            elif ending == _FILE:
                target.touch(mode=0o600)
                target.write_text("{}", encoding="utf-8")
        self._let_go()

    def all(self) -> list[Path]:
        """Return the files of all pairs, oldest first."""
        return sorted(self._folder.glob(f"companion-*{_FILE}"))

    def newest(self) -> Tables:
        """Return the state of the newest pair that can be read; no tables if there is none."""
        for path in reversed(self.all()):
            with suppress(ValueError, OSError):
                return read(path)
        return {}

    def _let_go(self) -> None:
        """Keep the newest ones and the last of each day."""
        pairs = self.all()
        last_of_day = {_day(path): path for path in pairs}
        since = datetime.now().astimezone().date() - timedelta(days=DAYS)
        kept = {*pairs[-NEWEST:], *(path for day, path in last_of_day.items() if day >= since)}
        for path in pairs:
            if path not in kept:
                path.unlink(missing_ok=True)
                path.with_suffix(_JOURNAL).unlink(missing_ok=True)


def read(path: Path) -> Tables:
    """Return the state of a pair.

    Raises:
        ValueError: if the file is not TinyDB's JSON.
    """
    tables = json.loads(path.read_bytes())
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("not a TinyDB file")
    apply(Journal(path.with_suffix(_JOURNAL)).replay().changes, tables)
    return tables


def _day(path: Path) -> date:
    return datetime.strptime(path.stem.removeprefix("companion-"), _STAMP).astimezone().date()


def _copy(source: Path, target: Path, link: bool) -> None:
    """Copy privately; a file that is only ever replaced may be linked instead."""
    if link:
        with suppress(OSError):
            os.link(source, target)
            return
    target.touch(mode=0o600)
    copyfile(source, target)
