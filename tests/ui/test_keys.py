"""Every key of the app has an id and says what it does, and the list of keys misses none."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import companion.ui
from companion.ui.bindings import VIM, VIM_KEYS, bindings_of
from companion.ui.key_names import read_key, write_key
from companion.ui.keymap import known_bindings
from companion.ui.keys import all_keys, parts


def _nodes() -> list[type[DOMNode]]:
    """Return every screen and widget of ours that declares keys."""
    modules = [import_module(each.name) for each in pkgutil.walk_packages(companion.ui.__path__, "companion.ui.")]
    found = {
        each: None
        for module in modules
        for each in vars(module).values()
        if inspect.isclass(each) and issubclass(each, DOMNode) and each.__module__ == module.__name__
    }
    return [each for each in found if vars(each).get("BINDINGS")]


def _textuals(node: type[DOMNode]) -> list[object]:
    """Return what a class takes over from Textual's own."""
    foreign = (each for each in node.__mro__ if each.__module__.startswith("textual."))
    return [binding for each in foreign for binding in vars(each).get("BINDINGS", ())]


def _declared() -> Iterator[tuple[type[DOMNode], Binding]]:
    for node in _nodes():
        for binding in vars(node)["BINDINGS"]:
            if binding not in _textuals(node):
                assert isinstance(binding, Binding), node
                yield node, binding


@pytest.mark.parametrize("node", _nodes(), ids=lambda node: node.__qualname__)
def test_every_binding_has_an_id_and_says_what_it_does(node: type[DOMNode]) -> None:
    for where, binding in _declared():
        if where is node:
            assert binding.id and binding.description, binding
            assert binding.id == binding.id.strip().lower(), binding
            assert binding.description[0].isupper() and not binding.description.endswith("."), binding


def test_an_id_means_one_thing() -> None:
    meant: dict[str, str] = {}
    for node, binding in _declared():
        assert meant.setdefault(str(binding.id), binding.description) == binding.description, (node, binding)


def test_the_list_of_keys_misses_no_binding() -> None:
    listed = {node for part in parts() for node in part.nodes}
    kept = set(known_bindings())
    for node in _nodes():
        assert node in listed or {each.id for each in bindings_of(node)} <= kept, node
    for node, binding in _declared():
        assert binding.id in kept, (node, binding)
    said = {key.id for _, key in all_keys()} | {each.id for each in known_bindings().values() if each.group}
    assert said == kept


def test_every_key_can_be_written_and_read_again() -> None:
    for binding in known_bindings().values():
        assert [read_key(write_key(key)) for key in binding.key.split(",")] == binding.key.split(","), binding


def test_no_key_is_listed_twice_for_one_place() -> None:
    rows = [(where, key.id) for where, key in all_keys()]
    assert len(rows) == len(set(rows))


def test_a_run_of_digits_is_one_line() -> None:
    (strength,) = [key for _, key in all_keys() if key.id.startswith("strength.") and key.id != "strength.none"]
    assert (strength.said, strength.what) == ("0 to 9", "Strength by its number")


def test_a_moved_digit_stands_alone() -> None:
    said = [(key.said, key.is_own) for _, key in all_keys({"strength.0": "o"}) if key.id.startswith("strength.")][:2]
    assert said == [("o", True), ("1 to 9", False)]


def test_the_vim_keys_come_last_and_say_what_they_do() -> None:
    rows = list(all_keys())[-len(VIM_KEYS) :]
    assert all(key.id.startswith(VIM) for _, key in rows)
    assert [key.said for _, key in rows] == ["j", "k", "h", "l", "g", "G", "ctrl+d", "ctrl+u"]
