"""Writing a file that the person named, outside the store: nothing that is there already is lost unasked."""

from pathlib import Path

from companion.catalogue import _
from companion.storage.errors import StoreError
from companion.storage.files import replace_file
from companion.storage.own_files import is_own
from companion.storage.paths import BACKUPS

_NEVER = "\0"
"""No file's name holds it."""


class AlreadyThere(ValueError):
    """A file of that name is there; whoever can ask may write over it."""


def check_outside(named: str, folder: Path | None, *, overwrite: bool = False) -> Path:
    """Return the path that was named, if it may be written to.

    Args:
        named: As it was typed.
        folder: The data folder, if there is one; Companion's own files in it are never written over.
        overwrite: Whether a file that is there may be replaced.

    Raises:
        ValueError: with a sentence, if it may not.
    """
    if not named.strip():
        raise ValueError(_("Name a file."))
    try:
        path = Path(named.strip()).expanduser()
        if _NEVER in named:
            raise OSError
        if path.is_dir():
            raise ValueError(_("{path} is a folder. Name a file in it.", path=path))
        owned = [] if folder is None else [folder.resolve(), (folder / BACKUPS).resolve()]
        if is_own(path) and path.parent.resolve() in owned:
            raise ValueError(_("{path} is Companion's own. Name another file.", path=path))
        if not overwrite and is_there(path):
            raise AlreadyThere(_("{path} is there already. Name another file.", path=path))
    except (OSError, RuntimeError) as error:  # a name too long, a loop of links, a home that nobody has
        raise ValueError(_("{words} is no name for a file. Name another.", words=named.strip())) from error
    return path


def is_there(path: Path) -> bool:
    """Return whether a file would be written over, be it a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def write_outside(path: Path, data: bytes) -> None:
    """Write a file, readable by its owner alone.

    Raises:
        StoreError: if it did not reach the disk; what was there is as it was.
    """
    try:
        replace_file(path, data)
    except OSError as error:
        raise StoreError(
            _("{path} can't be written ({reason}). Name another place.", path=path, reason=error.strerror)
        ) from error


def write_new(named: str, text: str, folder: Path | None = None) -> Path:
    """Write a text to the file that was named, readable by its owner alone, and return where.

    Raises:
        ValueError: with a sentence, if it can't go there, as something is there already.
        StoreError: if it did not reach the disk.
    """
    path = check_outside(named, folder)
    write_outside(path, text.encode("utf-8", "replace"))
    return path
