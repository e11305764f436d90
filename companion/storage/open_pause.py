"""The clock times of the open pause, in a plain file beside sealed words: the pause works while they are locked.

It holds no word of the person's: not the place, the topic, the messages or the thoughts.
"""

from pathlib import Path
from typing import Any

import msgspec

from companion.domain.pause import Pause
from companion.storage.files import beside, move, read_file, replace_file
from companion.storage.paths import PAUSE

_SHOWN = (
    "id", "changed", "kind", "started_at", "due", "planned", "told_at", "is_asked", "moves", "check_in", "signs",
    "is_stated", "end_point",
)  # fmt: skip

_GAINED = ("thoughts", "urges")
"""What only ever gains, and is not shown."""


def read_open_pause(folder: Path) -> Pause | None:
    """Return the open pause as far as it may be seen while it is locked."""
    try:
        return msgspec.json.decode(read_file(folder / PAUSE), type=Pause)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write_open_pause(folder: Path, pause: Pause | None) -> None:
    """Show that pause, or none. Only while the folder is held."""
    path = folder / PAUSE
    if pause is None or not pause.is_open:
        path.unlink(missing_ok=True)
        return
    fields: dict[str, Any] = {name: getattr(pause, name) for name in _SHOWN}
    data = msgspec.json.encode(Pause(**fields))
    if path.exists() and read_open_pause(folder) is None:
        move(path, beside(path, "damaged"))
    if not path.exists() or read_file(path) != data:
        replace_file(path, data)


def fields_over(before: Pause, after: Pause) -> dict[str, Any]:
    """Return what a change made to a pause of which only the clock times were known; see `tables.lay_over`."""
    names = [name for name in after.__struct_fields__ if getattr(after, name) != getattr(before, name)]
    changed = {name: msgspec.to_builtins(getattr(after, name)) for name in names}
    gained = {name: changed.pop(name) for name in _GAINED if name in changed}  # those of before were not known
    return {"set": changed, "add": gained}
