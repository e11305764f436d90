"""The themes of one's own: small YAML files in a folder, each read on its own; a broken one is named."""

import os
from pathlib import Path
from typing import NamedTuple

from companion.catalogue import _
from companion.domain.own_theme import OwnTheme
from companion.storage.content_check import convert
from companion.storage.content_file import parse_yaml
from companion.storage.errors import ContentError
from companion.storage.text_file import read_text

_ENDINGS = (".yaml", ".yml")
_LONGEST = 16_000
"""Bytes that the file of a theme may have."""
_MOST = 100
"""Files that are looked at."""


class Themes(NamedTuple):
    """What a folder of themes holds."""

    sound: dict[str, OwnTheme]
    """Those that are as they should be, by name."""
    broken: list[ContentError]
    """What is wrong with the others."""


def read_own_themes(folder: Path | None) -> Themes:
    """Read the themes of a folder, in the order of their files' names; none where there is no folder."""
    found = Themes({}, [])
    for path in _files(folder, found.broken) if folder else ():
        try:
            theme = _read(path)
            if theme.name in found.sound:
                raise ContentError(
                    path, _("name: “{name}” is there twice; expected a name of its own", name=theme.name)
                )
            found.sound[theme.name] = theme
        except FileNotFoundError:
            continue
        except ContentError as error:
            found.broken.append(error)
    return found


def _files(folder: Path, broken: list[ContentError]) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(each.name for each in entries if _is_one(each.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        broken.append(ContentError(folder, _("it can't be looked into ({reason})", reason=error.strerror or error)))
        return []
    if len(names) > _MOST:
        broken.append(
            ContentError(folder, _("more than {most} themes are there; the later ones are left out", most=_MOST))
        )
    return [folder / name for name in names[:_MOST]]


def _is_one(name: str) -> bool:
    return name.lower().endswith(_ENDINGS) and not name.startswith(".")


def _read(path: Path) -> OwnTheme:
    text = read_text(path, _LONGEST)
    if text.share < 1:
        raise ContentError(path, _("it has more than {most} KB; expected a name and colours", most=_LONGEST // 1000))
    try:
        raw = parse_yaml(path, text.words, words_only=True)
    except RecursionError as error:
        raise ContentError(path, _("it is nested too deeply; expected a name and colours")) from error
    return convert(path, OwnTheme, raw, strict=False)
