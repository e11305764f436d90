"""Failed tries with the passphrase since it last opened the folder: when they were, and how long to wait after them."""

from datetime import datetime
from pathlib import Path

import msgspec

from companion.storage.files import read_file, replace_file
from companion.storage.paths import TRIES

_FREE = 3
"""Tries without a wait: people mistype."""
_LONGEST = 300.0
"""Seconds of the longest wait."""
_MOST = 100
"""Tries that are remembered."""


def failed_tries(folder: Path) -> list[datetime]:
    """Return when each failed try was (UTC), oldest first; none if the file can't be read."""
    try:
        tries = msgspec.json.decode(read_file(folder / TRIES), type=list[datetime])
        return [each for each in tries if each.tzinfo]
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return []


def note_failed(folder: Path, at: datetime) -> None:
    """Note one more. Only while the folder is held."""
    replace_file(folder / TRIES, msgspec.json.encode([*failed_tries(folder), at][-_MOST:]))


def forget_failed(folder: Path) -> None:
    """Let go of them: they are listed inside now."""
    (folder / TRIES).unlink(missing_ok=True)


def wait_left(folder: Path, now: datetime) -> float:
    """Return the seconds until the next try: 2, 4, 8 … up to 300 from the third failed one on.

    A clock that was set back makes nobody wait longer than the whole wait.
    """
    tries = failed_tries(folder)
    if len(tries) < _FREE:
        return 0.0
    wait = min(_LONGEST, 2.0 ** (len(tries) - _FREE + 1))
    return min(wait, max(0.0, wait - (now - tries[-1]).total_seconds()))
