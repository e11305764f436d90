"""The bindings of screens and widgets by their ids, with the keys that a person gave them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from textual._context import active_app
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from companion.catalogue import _
from companion.ui.key_names import is_printable, name_key, say_keys
from companion.ui.places import Place

_MOVES = (
    ("j", "down", _("Down")),
    ("k", "up", _("Up")),
    ("h", "left", _("Left")),
    ("l", "right", _("Right")),
    ("g", "home", _("To the top")),
    ("G", "end", _("To the end")),
    ("ctrl+d", "pagedown", _("Page down")),
    ("ctrl+u", "pageup", _("Page up")),
)
"""The vim keys: each does what the second one does, wherever one is."""

VIM = "vim."
"""What their ids begin with."""

VIM_KEYS: list[BindingType] = [
    Binding(key, f"app.press('{meant}')", what, id=f"{VIM}{meant}", show=False, system=True)
    for key, meant, what in _MOVES
]
"""Bindings for the app and for dialogs, which shut it out. They come last: a field eats a letter before, and a place
that has a use for it of its own keeps that."""


_IN_PROSE = {"f1": "app.help", "ctrl+l": "app.cover"}
"""The keys that the library names, as they are declared, and their bindings."""


class Key(NamedTuple):
    """A binding as it is listed: its keys, and what they do."""

    id: str
    """The id in `keys.yaml`; of a group, that of its first key."""
    keys: str
    """Its keys by Textual's names, with commas between."""
    said: str
    """The same as people say them."""
    what: str
    is_own: bool = False
    """Whether the person chose the keys."""


def bindings_of(node: type[DOMNode]) -> list[Binding]:
    """Return the bindings of a class that have an id, in the order in which they stand there, then those it inherits.

    Each has the keys that no nearer binding took from it.
    """
    left: dict[str, dict[str, None]] = {}
    for key, binding in node._merged_bindings or ():
        if binding.id:
            left.setdefault(binding.id, {})[key] = None
    found: dict[str, Binding] = {}
    for each in node.__mro__:
        for declared in vars(each).get("BINDINGS", ()):
            if isinstance(declared, Binding) and declared.id in left and declared.id not in found:
                found[declared.id] = replace(declared, key=",".join(_in_order(declared, left[declared.id])))
    return list(found.values())


def _in_order(declared: Binding, left: Iterable[str]) -> list[str]:
    """Return the keys that are left in the order in which they were declared."""
    order = [key.strip() for key in declared.key.split(",")]
    return sorted(left, key=lambda key: order.index(key) if key in order else len(order))


def list_keys(nodes: Iterable[type[DOMNode]], keymap: Mapping[str, str]) -> Iterator[Key]:
    """Yield the keys of these classes, each binding once; a group whose keys nobody moved is one line."""
    known: set[str] = set()
    for node in nodes:
        for binding in bindings_of(node):
            group = binding.group if binding.id not in keymap else None
            name = group.description if group else binding.id or ""
            if name in known:
                continue
            known.add(name)
            if group:
                keys = [each.key for each in bindings_of(node) if each.group == group and each.id not in keymap]
                yield Key(
                    binding.id or "",
                    ",".join(keys),
                    _("{first} to {last}", first=keys[0], last=keys[-1]),
                    group.description,
                )
            else:
                keys_now = keymap.get(name, binding.key)
                yield Key(name, keys_now, say_keys(keys_now), _(binding.description), name in keymap)


def keys_here(screen: Screen[Any]) -> tuple[list[Key], list[Key]]:
    """Return the keys of a screen and of what is seen on it, and those that work everywhere."""
    keymap: Mapping[str, str] = getattr(screen.app, "keymap", {})
    shown = [type(screen), *(type(each) for each in screen.walk_children() if all(p.display for p in _above(each)))]
    everywhere = [key for key in list_keys([type(screen.app)], keymap) if not key.id.startswith(VIM)]
    known = {key.id for key in everywhere}
    own = [key for key in list_keys(dict.fromkeys(shown), keymap) if key.id not in known and not key.id.startswith(VIM)]
    return own, everywhere


def _above(node: DOMNode) -> list[Widget]:
    """Return a node and what it lies in."""
    return [each for each in node.ancestors_with_self if isinstance(each, Widget)]


def key_of(id: str, declared: str, *, is_typing: bool = False) -> str:
    """Return the key of a binding as people say it: the person's own in the app that runs, or else the declared one.

    Whatever names a key on a screen asks here, while it is said: `_("{key} locks", key=key_of("app.lock", "f2"))`.

    Args:
        id: The id of the binding.
        declared: Its keys as they are declared; of several, the first is said.
        is_typing: Whether a field may have the focus, which takes letters: then the first that is none is said.
    """
    keymap: Mapping[str, str] = getattr(active_app.get(None), "keymap", {})
    keys = keymap.get(id, declared).split(",")
    return name_key(next((key for key in keys if is_typing and not is_printable(key)), keys[0]))


def vim_keys() -> str:
    """Return the vim keys in a row."""
    return " ".join(key_of(f"{VIM}{meant}", key) for key, meant, _ in _MOVES)


def with_keys(prose: str) -> str:
    """Return words of the library with the keys that hold now, where they name one that works everywhere."""
    return re.sub(r"\bf1\b|\bctrl\+l\b", lambda found: key_of(_IN_PROSE[found[0]], found[0]), prose)


def key_to(place: Place) -> str:
    """Return the key that goes to a place."""
    return key_of(f"app.{place}", place.key)
