"""An app with keys of a person's own: those that `keys.yaml` moved, and the vim keys, if they are wanted."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, ClassVar

from textual.binding import BindingType

from companion.ui.bindings import VIM_KEYS
from companion.ui.lifecycle import PrivateApp

_LASTS = 1.0
"""Seconds for which a look at the setting lasts: it lies on the disk, and each draw of the keys asks eight times."""


class OwnKeysApp(PrivateApp):
    """An app whose keys can be moved."""

    BINDINGS: ClassVar[list[BindingType]] = VIM_KEYS

    keymap: Mapping[str, str] = {}
    """The keys that were moved, by the id of their binding, by Textual's names with commas between."""
    keys_problem = ""
    """What is wrong with the person's keys; empty if nothing is."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.wants_vim_keys: Callable[[], bool] = lambda: False
        self._looked_for_vim, self._has_vim = -_LASTS, False

    def move_keys(self, keymap: Mapping[str, str], whole: Mapping[str, str], problem: str = "") -> None:
        """Take other keys than those declared.

        Args:
            keymap: The keys by the id of their binding.
            whole: The same, and beside them those of bindings that would lose theirs together with the old ones.
            problem: What was wrong with the others; it is said once.
        """
        self.keymap, self.keys_problem = keymap, problem
        self.set_keymap(dict(whole))

    def is_key_of(self, id: str, key: str) -> bool:
        """Return whether a key belongs to a binding of the app, as it is now."""
        if id in self.keymap:
            return key in self.keymap[id].split(",")
        return any(binding.id == id for binding in self._bindings.key_to_bindings.get(key, ()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Know the vim keys only where they are wanted."""
        if action != "press":
            return super().check_action(action, parameters)
        if monotonic() - self._looked_for_vim >= _LASTS:
            self._looked_for_vim, self._has_vim = monotonic(), self.wants_vim_keys()
        return self._has_vim

    async def action_press(self, key: str) -> None:
        """Do what a key does here."""
        if active := self.screen.active_bindings.get(key):
            await self.run_action(active.binding.action, active.node)
