"""The names of keys: what people call them, what Textual calls them, and which of them a terminal can send."""

import unicodedata
from string import ascii_lowercase

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, REPLACED_KEYS, Keys, format_key, key_to_character

from companion.catalogue import _

_SAID_AS_IS = ("enter", "tab", "space")
_MODIFIERS = ("alt", "ctrl", "shift", "super")
"""In the order in which Textual names them."""
_CALLED = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown",
    "pgdown": "pagedown", "page_up": "pageup", "page_down": "pagedown", "bksp": "backspace", "control": "ctrl",
    "option": "alt", "cmd": "super", "↑": "up", "↓": "down", "←": "left", "→": "right", "⌫": "backspace",
}  # fmt: skip
"""What else people write for a key."""
_NAMED = {
    "escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", *(f"f{number}" for number in range(1, 25)),
}  # fmt: skip
"""Keys with a name of their own; the others are called by their sign."""
_SENT_AS = {"i": "tab", "m": "enter", "left_square_bracket": "esc", "h": "backspace"}
"""What terminals send for keys with ctrl that they can't tell from others."""
_LONGEST = 40
"""Signs that the name of a key has at most."""
_TEXTUALS = {key.value for key in Keys if "<" not in key.value}


def name_key(key: str) -> str:
    """Return a key's name as people say it: words for enter and tab, arrows for the arrows."""
    return key if key in _SAID_AS_IS else format_key(key)


def say_keys(keys: str) -> str:
    """Return all keys of a binding as people say them: `esc or b or enter`."""
    return _(" or ").join(name_key(key) for key in keys.split(","))


def say_key(binding: Binding) -> str:
    """Return the keys of a binding as people say them, or as it wants them shown."""
    return binding.key_display or say_keys(binding.key)


def write_key(key: str) -> str:
    """Return a key as it is written in a file: signs as they are, all else by its name."""
    return key if key == "space" else _sign(key) or key


def is_printable(key: str) -> bool:
    """Return whether a key writes a sign into a field."""
    return bool(_sign(key))


def read_key(written: str) -> str:
    """Return Textual's name of a key that a person wrote: `Esc`, `ctrl+K`, `?` or `shift+n`.

    Raises:
        ValueError: if there is no such key, or a terminal sends it as another one; it says what to do.
    """
    said = written.strip()
    if len(said) > _LONGEST:
        raise ValueError(_none_such(f"{said[:_LONGEST]}…"))
    before, plus, last = said[:-1].rpartition("+")
    modifiers = [_CALLED.get(each, each) for each in before.lower().split("+")] if plus else []
    key = _named(last + said[-1:])
    if len(key) == 1 and "shift" in modifiers and "ctrl" not in modifiers:
        key = key.upper()
        modifiers.remove("shift")
    if len(key) == 1 and modifiers:  # a terminal sends alt and a capital letter as Textual names it: alt+shift+n
        modifiers += ["shift"] * (key.isupper() and "ctrl" not in modifiers)
        key = key.lower()
    whole = "+".join([*(each for each in _MODIFIERS if each in modifiers), key])
    _check_sent(said, modifiers, key)
    if not said or not set(modifiers) <= set(_MODIFIERS) or not _is_known(whole, key, modifiers):
        raise ValueError(_none_such(said))
    return whole


def _named(key: str) -> str:
    """Return Textual's name of a key without its modifiers; letters and digits are their own names."""
    key = key.strip() or key
    if key in _CALLED or len(key) != 1:
        lowered = key.lower().replace(" ", "_")
        key = _CALLED.get(lowered, lowered)
        sign = "" if key in _NAMED else _sign(key)
        return sign if sign.isalnum() else key
    if key.isalnum():
        return key
    name = unicodedata.name(key, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def _sign(key: str) -> str:
    """Return the sign that a key writes; nothing if it writes none."""
    sign = key_to_character(REPLACED_KEYS.get(key, key)) or ""
    return sign if sign.isprintable() else ""


def _is_known(whole: str, key: str, modifiers: list[str]) -> bool:
    if key in _NAMED or whole in _TEXTUALS:
        return True
    return key.isascii() and key.isalpha() and len(key) == 1 if modifiers else is_printable(key)


def _check_sent(said: str, modifiers: list[str], key: str) -> None:
    """Refuse what a terminal sends as another key.

    Raises:
        ValueError: naming that other key.
    """
    if modifiers == ["ctrl"] and (sent := _SENT_AS.get(key)):
        raise ValueError(
            _(
                "terminals send “{said}” as {sent}, so the two can’t be told apart; choose another key",
                said=said,
                sent=sent,
            )
        )
    if len(key) == 1 and {"ctrl", "shift"} <= set(modifiers):
        raise ValueError(
            _(
                "most terminals send “{said}” as they do without shift; leave shift out, or choose another key",
                said=said,
            )
        )


def _none_such(said: str) -> str:
    """Say that there is no such key, and which one may be meant, if one is near."""
    from difflib import get_close_matches  # only who mistyped a key pays for it

    letters = (f"{modifier}+{letter}" for modifier in ("ctrl", "alt") for letter in ascii_lowercase)
    if near := get_close_matches(said.lower(), [*sorted(_NAMED), *letters], n=1):
        return _("there is no key “{said}”; did you mean “{near}”?", said=said, near=near[0])
    return _("there is no key “{said}”; write one such as ctrl+g, f5, insert or n", said=said)
