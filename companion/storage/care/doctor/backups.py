"""Whether there is something to go back to."""

from datetime import datetime
from pathlib import Path

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.domain.times import say_clock
from companion.storage.backups import Backups
from companion.storage.care.doctor.leftovers import is_sealed, remove
from companion.storage.care.restoring import made_at, pairs_in
from companion.storage.paths import SEALED


def look_at_backups(folder: Path, now: datetime) -> Looked:
    """Check that every backup can be read; sealed ones as far as their beginning."""
    pairs = pairs_in(folder)
    unreadable = tuple(_finding(path) for path in pairs if not _can_be_read(path))
    made = made_at(pairs[0]) if pairs else None
    if made is None:
        return Looked("backups", _("None yet. The first is made by itself when there is something to keep."))
    return Looked("backups", _("{n}, the newest from {clock}.", n=len(pairs), clock=say_clock(made, now)), unreadable)


def _can_be_read(path: Path) -> bool:
    try:
        if path.suffix == SEALED:
            return is_sealed(path)
        Backups(path.parent).read(path)
    except (OSError, ValueError):
        return False
    return True


def _finding(path: Path) -> Finding:
    what = _("The backup {name} can't be read.", name=path.name)
    return Finding(
        what, _("To have a fresh one, then to remove this one:"), str(path), f"companion backup; {remove(path)}"
    )
