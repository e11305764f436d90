"""The person's themes as Textual's; read only where one was chosen or one is to be chosen."""

from pathlib import Path
from typing import Any, NamedTuple

from textual.theme import Theme

from companion.domain.own_theme import OwnTheme
from companion.storage.errors import ContentError
from companion.storage.own_themes import read_own_themes
from companion.storage.paths import themes_of


class OwnThemes(NamedTuple):
    """What lies in the folder of themes."""

    sound: dict[str, Theme]
    """Those that are as they should be, by name."""
    broken: list[ContentError]
    """What is wrong with the others."""


def own_themes(folder: Path | None) -> OwnThemes:
    """Return the themes of a data folder; none of a store that lies nowhere."""
    sound, broken = read_own_themes(themes_of(folder))
    return OwnThemes({name: _theme(made) for name, made in sound.items()}, broken)


def _theme(made: OwnTheme) -> Theme:
    colours: dict[str, Any] = made.colours()
    return Theme(name=made.name, dark=made.dark, variables=made.variables, **colours)
