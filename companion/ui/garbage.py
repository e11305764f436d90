"""Python's search for garbage, kept out of the way of keys: a whole one takes several frames.

Most of what Textual lets go of hangs together in rings, so it has to be looked for; while nobody types is early enough.
"""

import gc

_QUIET = 3.0
"""Seconds without a key after which there is time for a whole search."""
_NEVER = 1_000_000
"""How many searches among what is young come before a whole one by itself."""


class Garbage:
    """What is left over from screens that are gone."""

    def __init__(self) -> None:
        self._is_due = False

    def begin(self) -> None:
        """Search from now on; nothing made while the app was starting is garbage. A test's process is left alone."""
        if not gc.isenabled():
            gc.enable()
            gc.freeze()
            gc.set_threshold(*gc.get_threshold()[:2], _NEVER)

    def expect(self) -> None:
        """Expect some: somebody does something."""
        self._is_due = True

    def sweep_if_quiet(self, quiet: float) -> None:
        """Search all of it, once, after so many seconds without a key."""
        if self._is_due and quiet >= _QUIET:
            self._is_due = False
            gc.collect()

    def sweep_all(self) -> None:
        """Search everything, what was made while the app was starting too."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
