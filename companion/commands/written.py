"""Where a verb writes what it was asked for, when that is a file."""

from pathlib import Path

from companion.catalogue import _
from companion.storage.outside import AlreadyThere, check_outside


def free_path(named: str, folder: Path, force: bool) -> Path:
    """Return the path that was named, if it may be written to.

    Args:
        named: As it was typed.
        folder: The data folder.
        force: Whether a file that is there may be overwritten: the option `--force`.

    Raises:
        ValueError: with a sentence, if it may not.
    """
    try:
        return check_outside(named, folder, overwrite=force)
    except AlreadyThere as error:
        raise ValueError(_("{problem}, or overwrite it with --force.", problem=str(error).removesuffix("."))) from None
