"""Style sheets that are parsed once for all apps of a test run, not once for each.

A source's rules depend on nothing but its text and the variables, and nobody changes them once they are parsed. What
an app draws with is compared to what Textual makes of the same sources in `tests/ui/test_stylesheet.py`.
"""

from typing import Any

from textual.cache import LRUCache

from companion.ui.stylesheet import _SOURCES, QuickStylesheet

_THEMES = 6
"""More sets of variables than the tests of a module go to and fro between."""

_parsed: LRUCache[frozenset[tuple[str, str]], Any] = LRUCache(_THEMES)


class SharedStylesheet(QuickStylesheet):
    """The app's style sheet, its parse cache kept from one app to the next."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._share()

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables, and take what has been parsed with them."""
        if variables != self._variables:
            self._parse_cache = LRUCache(1)  # Textual empties the one that it finds
            super().set_variables(variables)
            self._parse_cache = LRUCache(_SOURCES)
            self._share()

    def _share(self) -> None:
        of_these = frozenset(self._variables.items())
        found = _parsed.get(of_these)
        if found is None:
            _parsed.set(of_these, found := self._parse_cache)
        self._parse_cache = found
