"""A theme of one's own: a name and colours, as Textual's themes have them."""

import re

import msgspec

from companion.catalogue import _
from companion.domain.settings import BY_THE_TERMINAL

_NAME = re.compile(r"\w[\w-]{0,39}")
_VARIABLE = re.compile(r"[a-z][a-z0-9-]{0,39}")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_MOST = 200
"""Variables that a theme may set; Textual knows about that many."""


class OwnTheme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a file of a theme holds. A colour that is left out is made from the others."""

    name: str
    primary: str
    dark: bool = True
    """Whether it is light writing on a dark ground."""
    secondary: str | None = None
    accent: str | None = None
    foreground: str | None = None
    background: str | None = None
    surface: str | None = None
    panel: str | None = None
    warning: str | None = None
    error: str | None = None
    success: str | None = None
    variables: dict[str, str] = {}
    """Textual's variables by name, colours too."""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name) or self.name == BY_THE_TERMINAL:
            raise ValueError(_("name: expected up to 40 letters, digits, - and _, and not “auto”"))
        for key, colour in self.colours().items():
            if not _COLOUR.fullmatch(colour):
                raise ValueError(_("{key}: expected a colour in quotes, like “'#9dbfcf'”", key=key))
        if len(self.variables) > _MOST:
            raise ValueError(_("variables: expected {most} at most", most=_MOST))
        for name, colour in self.variables.items():
            if not _VARIABLE.fullmatch(name):
                raise ValueError(_("variables: expected names of small letters, digits and -"))
            if not _COLOUR.fullmatch(colour):
                raise ValueError(_("variables, {name}: expected a colour in quotes, like “'#9dbfcf'”", name=name))

    def colours(self) -> dict[str, str]:
        """Return the colours that it names, by their keys."""
        found = {key: getattr(self, key) for key in self.__struct_fields__ if key not in ("name", "dark", "variables")}
        return {key: colour for key, colour in found.items() if colour is not None}
