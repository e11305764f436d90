"""Where a person's words lie."""

import os
import sys
from pathlib import Path
from stat import S_ISDIR

from companion.catalogue import _
from companion.storage.errors import StoreError

VARIABLE = "COMPANION_DATA_DIR"
"""Environment variable that names the data folder."""

PORTABLE = "companion-data"
"""A folder of this name beside the program holds the words instead (a USB stick)."""

STORE = "companion.json"
"""The file with all that was written, but for what the journal holds."""

JOURNAL = "companion.journal"
"""The changes since the file was written."""

SEALED = ".age"
"""What the names of age-encrypted files end with."""

IDENTITY = "identity.age"
"""The secret key, wrapped by the passphrase; where it is, the folder is sealed."""

RECIPIENT = "recipient.txt"
"""The public key, with which anybody may seal and nobody can read."""

PAUSE = "pause.json"
"""The clock times of the open pause in a sealed folder, so that the clock works while it is locked."""

TRIES = "tries.json"
"""When the passphrase was mistyped since it last opened the folder."""

SETTINGS = "settings.json"
"""What the person chose; not private."""

KEYS = "keys.yaml"
"""The keys that the person moved, written by hand; not private."""

LOCK = ".lock"
"""Held for the moment of each change."""

BACKUPS = "backups"
"""The folder of rolling backups."""

WORKSHEETS = "worksheets"
"""The folder of one's own worksheets, beside those that are shipped."""

ARTICLES = "articles"
"""The folder of one's own Markdown files to read; they stay as they are, sealed by no passphrase."""

THEMES = "themes"
"""The folder of one's own themes; nothing in it is private."""


_OURS = "companion"
"""What the names of our files begin with, those of backups too."""

TEMPORARY = ".companion-"
"""What the names of half-written files begin with; one that is left over may be deleted."""

_TELLING = (IDENTITY, SETTINGS, KEYS, WORKSHEETS, ARTICLES, THEMES)
"""Other names that tell a folder of ours."""

_LEFTOVERS = {LOCK, PAUSE, TRIES, RECIPIENT, BACKUPS}
"""Names that we give, and others too: they tell nothing."""


def themes_of(folder: Path | None) -> Path | None:
    """Return where the themes of one's own lie; None for a store that lies nowhere."""
    return folder and folder / THEMES


def data_folder(asked: Path | None = None) -> Path:
    """Return the data folder: as asked, from the environment, beside the program, or the platform's own.

    It need not exist yet.
    """
    named = os.environ.get(VARIABLE) if asked is None else asked
    if named:
        try:
            return Path(named).expanduser().absolute()
        except (RuntimeError, OSError) as error:
            raise ValueError(f"{named} does not lead to a folder. Name another one.") from error
    portable = Path(sys.argv[0]).resolve().parent / PORTABLE
    if portable.is_dir():
        return portable
    return _platforms_own()


def _platforms_own() -> Path:
    """Return the platform's own place for data."""
    if sys.platform == "linux" and not hasattr(sys, "getandroidapilevel"):  # as platformdirs says it, 7 ms sooner
        for base in Path(os.environ.get("XDG_DATA_HOME", "")), Path(os.environ.get("HOME", ""), ".local/share"):
            if base.is_absolute():
                return base / _OURS
    from platformdirs import user_data_path

    return user_data_path(_OURS, appauthor=False)


def _is_private(folder: Path) -> bool:
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    return S_ISDIR(mode) and not (os.name == "posix" and mode & 0o077)


def make_private(folder: Path) -> None:
    """Create the folder so that only its owner can look into it (mode 0700).

    Raises:
        StoreError: if others can look into it and it holds things that are not ours.
    """
    if _is_private(folder):
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(f"Not kept: {folder} is not a folder. Name a folder of your own.") from error
    if os.name != "posix" or not folder.stat().st_mode & 0o077:
        return
    if sentence := why_not_ours(folder):
        raise StoreError(sentence)
    folder.chmod(0o700)


def why_not_ours(folder: Path) -> str:
    """Say that others can look into a folder and it holds things that are not ours; nothing if that is not so."""
    if os.name != "posix" or not folder.is_dir() or _is_private(folder):
        return ""
    names = {path.name for path in folder.iterdir()} - _LEFTOVERS
    if not names or any(name in _TELLING or name.startswith((_OURS, TEMPORARY)) for name in names):
        return ""
    return _(
        "Not kept: others can look into {folder}, and it holds other things. "
        "Give Companion a folder of its own, such as {own}.",
        folder=folder,
        own=folder / _OURS,
    )
