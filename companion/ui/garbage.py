"""Python's search for garbage, kept out of the way of keys: a whole one takes several frames.

Most of what Textual lets go of hangs together in rings, so it has to be looked for; while nobody types is early enough.
"""

import gc
from functools import _lru_cache_wrapper
from typing import Any

from textual.app import App
from textual.screen import Screen

_QUIET = 3.0
"""Seconds without a key after which there is time for a whole search."""
_NEVER = 1_000_000
"""How many searches among what is young come before a whole one by itself."""


class Garbage:
    """What is left over from screens that are gone."""

    def __init__(self) -> None:
        self._is_due = False
        self._is_frozen = False
        """Whether what was made while the app was starting is spared each search."""

    def begin(self) -> None:
        """Search from now on; nothing made while the app was starting is garbage. A test's process is left alone."""
        if not gc.isenabled():
            gc.enable()
            gc.freeze()
            self._is_frozen = True
            gc.set_threshold(*gc.get_threshold()[:2], _NEVER)

    def expect(self) -> None:
        """Expect some: somebody does something."""
        self._is_due = True

    def sweep_if_quiet(self, app: App[Any], quiet: float) -> None:
        """Search all of it, once, after so many seconds without a key."""
        if self._is_due and quiet >= _QUIET:
            self._is_due = False
            _drop_watchers(app)
            gc.collect()

    def sweep_all(self, app: App[Any]) -> None:
        """Search everything, what was made while the app was starting too; nothing of screens that are gone is left."""
        _empty_first(app)
        _drop_watchers(app)
        if self._is_frozen:
            gc.unfreeze()
        _clear_caches()
        gc.collect()
        if self._is_frozen:
            gc.freeze()


def _empty_first(app: App[Any]) -> None:
    """Make a blank screen of the one that was shown first: Textual refers to it as long as the app runs."""
    first, app._compose_screen = app._compose_screen, None
    if first is not None:
        vars(first).clear()
        Screen.__init__(first)


def _drop_watchers(app: App[Any]) -> None:
    """Drop what watched the app and is gone; Textual does so only when what it watched changes."""
    for watchers in getattr(app, "__watchers", {}).values():
        watchers[:] = [(each, said) for each, said in watchers if not each._closing]


def _clear_caches() -> None:
    """Empty what functions remember of earlier calls: some of Textual's and Rich's were called with what was drawn."""
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper):
            each.cache_clear()
