"""What programs do that keep a folder the same on several machines: they put other files there, unasked."""

import shutil
from collections.abc import Callable
from pathlib import Path

from companion.storage.paths import JOURNAL, STORE

OURS = (STORE, JOURNAL)
Put = Callable[[Path, Path], None]


def renamed_in(source: Path, target: Path) -> None:
    """Put a file there as Syncthing and Nextcloud do: beside, then renamed."""
    beside = target.with_name(f".syncthing.{target.name}.tmp")
    shutil.copy2(source, beside)
    beside.replace(target)


def written_over(source: Path, target: Path) -> None:
    """Put a file there as simpler ones do: the same file, other bytes."""
    target.write_bytes(source.read_bytes())


def replace(folder: Path, copy: Path, names: tuple[str, ...], put: Put) -> None:
    """Make those files of the folder as they are in the copy; what is not there is removed."""
    for name in names:
        if (copy / name).exists():
            put(copy / name, folder / name)
        else:
            (folder / name).unlink(missing_ok=True)
