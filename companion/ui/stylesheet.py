"""A style sheet that parses each source once.

Textual parses everything anew whenever a screen brings a sheet of its own and when the theme is first
applied. The rules of a source depend only on its text and the variables, so they can be kept.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_SOURCES = 512
"""More than the default styles of all widgets and all our sheets together."""


class QuickStylesheet(Stylesheet):
    """Textual's style sheet with its parse cache kept from one parse to the next."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables; what was parsed with the same ones stays."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what has not been parsed with these variables."""
        self.parse()

    def take(self, sheets: Iterable[Path]) -> Iterator[Path]:
        """Read and parse sheets that no screen has brought yet, one after the other."""
        for sheet in sheets:
            if not self.has_source(str(sheet)):
                self.read(sheet)
                self.reparse()
                yield sheet
