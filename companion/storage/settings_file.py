"""The settings: a small plain file, readable while everything else is locked."""

from pathlib import Path

import msgspec

from companion.domain.settings import Settings
from companion.storage.files import beside, replace_file
from companion.storage.paths import SETTINGS


def read_settings(folder: Path) -> Settings:
    """Return the settings of a folder; those that come with Companion where there are none, or they can't be read."""
    try:
        return msgspec.json.decode((folder / SETTINGS).read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings; a file that could not be read is set aside first. Only while the folder is held."""
    path = folder / SETTINGS
    try:
        msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        pass
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        path.replace(beside(path, "damaged"))
    replace_file(path, msgspec.json.encode(settings))
