"""Which files of a data folder are ours, and what their names say.

    companion.json, companion.journal                the file and its journal; `.age` follows where they are sealed
    companion-20261122-201000-123456.json            a backup of the file; its journal ends with .journal
    identity.age, settings.json, …                   the others
    companion.json.damaged-20261122-201000-123456    any of them, set aside; `.age` follows where it was sealed later
    .companion-x1                                    half-written

And copies that a sync program left when two machines had changed a file. The marker stands before the last extension:

    Syncthing  companion.sync-conflict-20261122-201000-ABCDEFG.json, companion.json.sync-conflict-….age
    Dropbox    companion (Kim's conflicted copy 2026-11-22).json, in the words of the person's language
    Nextcloud  companion (conflicted copy 2026-11-22 201000).json, with a name before the day where it was shared;
               ownCloud once wrote companion_conflict-20161122-201000.json
"""

import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from companion.storage.files import STAMP
from companion.storage.paths import (
    BACKUPS,
    IDENTITY,
    JOURNAL,
    KEYS,
    LOCK,
    PAUSE,
    RECIPIENT,
    SEALED,
    SETTINGS,
    STORE,
    TEMPORARY,
    TRIES,
)

DAMAGED, MERGED, PLAIN, CONFLICT = "damaged", "merged", "plain", "conflict"
"""Why a copy was made: it can't be read, it was merged, it was written plain where others had set a passphrase, or a
sync program found two. There are other reasons."""

_WORDLESS = (IDENTITY, RECIPIENT, PAUSE, TRIES, SETTINGS, KEYS, LOCK)
"""Files that hold nothing of what was written."""

_DIGITS = r"\d{8}-\d{6}-\d{6}"
_BACKUP = rf"companion-({_DIGITS})\.(?:json|journal)"
_MARK = (
    r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?"
    r"|_conflict-\d{8}-\d{6}"
    r"| \([^/]*(?:(?i:conflict)|\d{4}-\d\d-\d\d)[^/]*\)(?: \(\d+\))?"
    rf"|\.(?P<why>[a-z-]+)-(?P<stamp>{_DIGITS})"
)


class OwnName(NamedTuple):
    """What the name of a file of ours says."""

    of: str
    """The file that it is, or of which it is a copy, by its plain name; empty for a half-written one."""
    why: str = ""
    """Why the copy was made; empty for the file itself."""
    stamp: str = ""
    """When the copy was made, or the backup."""
    is_sealed: bool = False

    @property
    def holds_words(self) -> bool:
        """Whether it holds what was written."""
        return self.of not in ("", *_WORDLESS)

    @property
    def is_backup(self) -> bool:
        """Whether it belongs to a backup."""
        return self.holds_words and self.of not in (STORE, JOURNAL)

    @property
    def is_journal(self) -> bool:
        """Whether it holds changes, and no whole state."""
        return self.of.endswith(".journal")

    @property
    def is_conflict_copy(self) -> bool:
        """Whether it is a copy of the file or its journal that nobody has merged yet."""
        return self.of in (STORE, JOURNAL) and self.why in (CONFLICT, PLAIN)

    @property
    def moment(self) -> datetime | None:
        """When it was made, in local time; None if the name does not say it, or says what can't be."""
        try:
            return datetime.strptime(self.stamp, STAMP).astimezone()
        except (ValueError, OverflowError):
            return None


def backup_name(made: datetime) -> str:
    """Return the name of the file of a backup, plain."""
    return f"companion-{made:{STAMP}}.json"


def own_name(name: str) -> OwnName | None:
    """Return what a name says; None if nobody gives it to a file of ours."""
    if name.startswith(TEMPORARY):
        return OwnName("")
    bare = re.sub(_MARK, "", name)
    of = bare if bare in _WORDLESS else bare.removesuffix(SEALED)
    backup = re.fullmatch(_BACKUP, of)
    if not backup and of not in (STORE, JOURNAL, *_WORDLESS):
        return None
    marks = list(re.finditer(_MARK, name))
    asides = [mark for mark in marks if mark["why"]]
    if asides:
        return OwnName(of, asides[-1]["why"], asides[-1]["stamp"], of != bare)
    return OwnName(of, CONFLICT if marks else "", backup[1] if backup else "", of != bare)


def named_files(folder: Path) -> list[tuple[Path, OwnName]]:
    """Return what is ours in the folder and its backups, sorted, with what the names say; links are not followed.

    Raises:
        OSError: if the folder can't be read.
    """
    return sorted((path, name) for path in _inside(folder) if is_own(path) and (name := own_name(path.name)))


def own_files(folder: Path) -> list[Path]:
    """Return what is ours in the folder and its backups, sorted.

    Raises:
        OSError: if the folder can't be read.
    """
    return [path for path, _ in named_files(folder)]


def other_things(folder: Path) -> list[Path]:
    """Return what lies in the folder and is not ours, sorted.

    Raises:
        OSError: if the folder can't be read.
    """
    return sorted(path for path in _inside(folder) if not is_own(path) and path != folder / BACKUPS)


def is_own(path: Path) -> bool:
    """Return whether a file of the data folder has a name that is ours."""
    return own_name(path.name) is not None and (path.is_symlink() or not path.is_dir())


def _inside(folder: Path) -> list[Path]:
    return [path for place in (folder, folder / BACKUPS) if place.is_dir() for path in place.iterdir()]
