"""What `keys.yaml` asks for, checked: the keys that can be had, and what is wrong with the others."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from companion.catalogue import _
from companion.storage.keys_file import KeyFlaw, KeyLine, read_keys
from companion.text.plain import one_line
from companion.ui.bindings import VIM, bindings_of
from companion.ui.key_names import is_printable, name_key, read_key
from companion.ui.keys import EVERYWHERE, parts

_LONGEST = 60
"""Characters of an id that are said back."""


class Keymap(NamedTuple):
    """The keys that a person moved."""

    keys: dict[str, str]
    """Keys by the id of their binding, by Textual's names with commas between."""
    flaws: tuple[KeyFlaw, ...] = ()
    """What is wrong with the file, line by line."""

    @property
    def whole(self) -> dict[str, str]:
        """The keys, and beside them those that Textual would take away together with the old ones."""
        return {**dict(_beside(self.keys)), **self.keys}

    @property
    def problem(self) -> str:
        """What is wrong, in a sentence that leads on; empty if nothing is."""
        if not self.flaws:
            return ""
        more = (
            _("“companion keys --check” says what else.")
            if self.flaws[1:]
            else _("“companion keys --check” looks again.")
        )
        return f"{self.flaws[0]} {more}"


class _Place(NamedTuple):
    """Bindings that can be used together."""

    where: str
    bindings: dict[str, Binding]


@cache
def _places() -> tuple[_Place, ...]:
    """Return the bindings of each place; those of the app that come before all others are part of every one."""
    found = [_Place(part.where, _by_id((*part.nodes, *part.beside))) for part in parts()]
    first = {id: binding for id, binding in found[0].bindings.items() if binding.priority}
    without_vim = {id: binding for id, binding in found[0].bindings.items() if not id.startswith(VIM)}
    return _Place(EVERYWHERE, without_vim), *(_Place(each.where, {**each.bindings, **first}) for each in found[1:])


def _by_id(nodes: Iterable[type[DOMNode]]) -> dict[str, Binding]:
    """Return the bindings of these classes; where one has taken a key from a binding of another, it has none there."""
    found: dict[str, Binding] = {}
    for binding in (each for node in nodes for each in bindings_of(node)):
        id = str(binding.id)
        if id not in found or len(binding.key) < len(found[id].key):
            found[id] = binding
    return found


@cache
def known_bindings() -> dict[str, Binding]:
    """Return every binding that can be moved, by its id, as it is declared first."""
    found: dict[str, Binding] = {}
    for binding in (each for part in parts() for node in part.nodes for each in bindings_of(node)):
        found.setdefault(str(binding.id), binding)
    return found


@cache
def _field_keys() -> set[str]:
    """Return the keys that move, delete or copy in every field."""
    return set.intersection(*({key for key, _binding in field._merged_bindings or ()} for field in (Input, TextArea)))


def read_keymap(folder: Path) -> Keymap:
    """Return the keys of a data folder's file that can be had."""
    file = read_keys(folder)
    flaws = list(file.flaws)
    lines: dict[str, int] = {}
    moved: dict[str, list[str]] = {}
    for line in file.lines:
        try:
            if line.id in lines:
                raise ValueError(_("{id} stands here again; keep one of the two lines", id=line.id))
            keys = list(dict.fromkeys(_read(line)))
            lines[line.id] = line.line
            if set(keys) != set(known_bindings()[line.id].key.split(",")):
                moved[line.id] = keys
        except ValueError as error:
            flaws.append(KeyFlaw(line.line, one_line(str(error))))
    while clash := _first_clash(moved):
        del moved[clash.id]
        flaws.append(KeyFlaw(lines[clash.id], clash.said))
    return Keymap({id: ",".join(keys) for id, keys in moved.items()}, tuple(sorted(flaws)))


def _read(line: KeyLine) -> Iterator[str]:
    """Yield Textual's names of the keys of a line.

    Raises:
        ValueError: with what is wrong with the line by itself.
    """
    binding = known_bindings().get(line.id)
    if binding is None:
        near = get_close_matches(line.id[:_LONGEST], known_bindings(), n=1)
        if near:
            raise ValueError(_("there is no “{id}”; did you mean {near}?", id=line.id[:_LONGEST], near=near[0]))
        raise ValueError(_("there is no “{id}”; “companion keys --example” lists them all", id=line.id[:_LONGEST]))
    if not line.keys:
        raise ValueError(_("{id} would be left without a key; write one behind it, or take the line away", id=line.id))
    for written in line.keys:
        key = read_key(written)
        if binding.priority and is_printable(key):
            raise ValueError(
                _(
                    "{id} comes before the fields, so “{key}” could not be typed any more; "
                    "choose a key with ctrl or a function key",
                    id=line.id,
                    key=name_key(key),
                )
            )
        if binding.priority and key in _field_keys() and key not in binding.key.split(","):
            raise ValueError(
                _(
                    "{id} comes before the fields, and they use “{key}” themselves; choose another key",
                    id=line.id,
                    key=name_key(key),
                )
            )
        yield key


class _Clash(NamedTuple):
    """Two bindings that would share a key."""

    id: str
    """The one that keeps its old key."""
    said: str


def _first_clash(moved: Mapping[str, list[str]]) -> _Clash | None:
    """Return the first clash that a moved key makes; of two moved ones, the later one yields."""
    order = list(moved)
    for place in _places():
        keys: dict[str, list[str]] = {}
        for id, binding in place.bindings.items():
            for key in moved.get(id) or binding.key.split(","):
                keys.setdefault(key, []).append(id)
        for key, ids in keys.items():
            yielding = sorted((id for id in ids if id in moved), key=order.index, reverse=True)
            for id in yielding:
                others = [each for each in ids if each != id and not _share(place.bindings[id], place.bindings[each])]
                if others:
                    other = place.bindings[others[0]]
                    return _Clash(
                        id,
                        _(
                            "{id} would share “{key}” with {other} ({what}, {where}); give one of them another key",
                            id=id,
                            key=name_key(key),
                            other=other.id,
                            what=_(other.description),
                            where=place.where,
                        ),
                    )
    return None


def _share(one: Binding, other: Binding) -> bool:
    """Return whether two bindings share a key as they are declared: only one of them does something at a time."""
    return not set(one.key.split(",")).isdisjoint(other.key.split(","))


def _beside(moved: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the keys of bindings that share one with a moved one, as they are: Textual would take theirs too."""
    for node in {node for part in parts() for node in part.nodes}:
        bindings = bindings_of(node)
        gone = [binding for binding in bindings if binding.id in moved]
        yield from ((str(b.id), b.key) for b in bindings if b not in gone and any(_share(b, each) for each in gone))
