"""One setting as the shell knows it: what it takes, and the value that was typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import UnionType
from typing import get_args, get_type_hints

import msgspec

from companion.catalogue import _
from companion.commands.typed import clean
from companion.domain.setting_words import MOTIONS, SETTING_WORDS, SettingWords
from companion.domain.settings import BY_THE_TERMINAL, Motion, Settings
from companion.domain.theme_names import OURS, TEXTUALS
from companion.text.plain import one_line

_ON, _OFF = "on", "off"
_THEME = "theme"
_TYPED = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False, "never": False}
_LONGEST = 6
"""Digits of a number."""


@dataclass(frozen=True)
class Setting:
    """One setting."""

    name: str
    """As it is typed: words of its label, with hyphens."""
    key: str
    """As machines get it: its field, with hyphens. It may be typed too."""
    field: str
    kinds: tuple[object, ...]
    """The types of its values."""
    default: object
    words: SettingWords
    choices: Mapping[str, object]
    """The values it takes, by what is typed, the words of the screen; nothing where it takes a number."""

    @property
    def takes(self) -> tuple[str, ...]:
        """What it takes, in words."""
        if self.choices:
            return (*self.choices,)
        return (_("a number"), _OFF) if self._may_be_off else (_("a number"),)

    @property
    def _may_be_off(self) -> bool:
        return type(None) in self.kinds

    def read(self, typed: str) -> object:
        """Return the value that was typed.

        Raises:
            ValueError: with a sentence, if it takes none like it.
        """
        word = clean(typed).lower()
        if bool in self.kinds and word in _TYPED:
            return _TYPED[word]
        if self._may_be_off and _TYPED.get(word) is False:
            return None
        if not self.choices and word.isdecimal() and len(word) <= _LONGEST:
            return int(word)
        for choice, value in self.choices.items():
            if word in (choice.lower(), value):
                return value
        raise ValueError(self._refuse(word))

    def _say_taken(self) -> str:
        if self.choices:
            return _("{name} takes {choices}.", name=self.name, choices=", ".join(self.choices))
        if self._may_be_off:
            return _("{name} takes a number, or off.", name=self.name)
        return _("{name} takes a number.", name=self.name)

    def _refuse(self, word: str) -> str:
        if self.field != _THEME:
            return self._say_taken()
        from difflib import get_close_matches

        near = get_close_matches(word, self.choices) or self.takes[:4]
        unknown = _("There is no theme “{name}”.", name=word[:40])
        return " ".join((unknown, _("Try {names}.", names=", ".join(near))))


def all_settings(own_themes: Iterable[str] = ()) -> list[Setting]:
    """Return what a person may choose, in the order of its fields."""
    hints = get_type_hints(Settings)
    return [
        Setting(
            words.typed,
            each.name.replace("_", "-"),
            each.name,
            kinds,
            each.default,
            words,
            _choices(each.name, kinds, own_themes),
        )
        for each in msgspec.structs.fields(Settings)
        if (words := SETTING_WORDS.get(each.name)) and (kinds := _kinds(hints[each.name]))
    ]


def say_value(value: object) -> str:
    """Return a value as it is typed, safe to print."""
    match value:
        case None | False:
            return _OFF
        case True:
            return _ON
        case Motion():
            return MOTIONS[value]
        case Enum():
            return str(value.value)
    return one_line(str(value))


def _kinds(hint: object) -> tuple[object, ...]:
    return get_args(hint) if isinstance(hint, UnionType) else (hint,)


def _choices(name: str, kinds: tuple[object, ...], own_themes: Iterable[str]) -> Mapping[str, object]:
    match kinds:
        case (kind,) if kind is bool:
            return {_ON: True, _OFF: False}
        case (type() as kind,) if issubclass(kind, Enum):
            return {say_value(each): each for each in kind}
    themes = (BY_THE_TERMINAL, *OURS, *own_themes, *TEXTUALS) if name == _THEME else ()
    return {each: each for each in themes}
