"""The settings: a small plain file, readable while everything else is locked."""

from pathlib import Path

import msgspec

from companion.domain.settings import Settings
from companion.storage.files import beside, move, read_file, replace_file
from companion.storage.paths import SETTINGS


def read_settings(folder: Path) -> Settings:
    """Return the settings of a folder; those that come with Companion where there are none, or they can't be read."""
    try:
        return msgspec.json.decode(read_file(folder / SETTINGS), type=Settings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings; a file that could not be read is set aside first. Only while the folder is held."""
    path = folder / SETTINGS
    try:
        msgspec.json.decode(read_file(path), type=Settings)
    except FileNotFoundError:
        pass
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        move(path, beside(path, "damaged"))
    replace_file(path, msgspec.json.encode(settings))
