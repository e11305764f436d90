"""The line for the persons of an entry: several behind commas; those of the log are offered while one types."""

from collections.abc import Sequence

from textual.suggester import Suggester

from companion.domain.person import as_known
from companion.ui.line import Line

_COMMA = ","


class PersonLine(Line):
    """A line that offers who was named before; right takes what is offered."""

    def __init__(self, value: str, known: Sequence[str], placeholder: str = "", *, id: str | None = None) -> None:
        """Make the line.

        Args:
            value: What stands in it at first.
            known: The persons of the log.
            placeholder: An example, shown while it is empty.
            id: Textual's id.
        """
        super().__init__(value, placeholder, id=id)
        self._known = known
        self.suggester = _Known(known)

    @property
    def person(self) -> str:
        """The persons; what was only looked at is returned as it was."""
        return self.words if self.words == self._given else as_known(self.words, self._known)


class _Known(Suggester):
    """Offers the end of the name that is being typed."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last name written out."""
        before, comma, last = value.rpartition(_COMMA)
        begun = last.strip().casefold()
        found = next((name for name in self._known if begun and name.casefold().startswith(begun)), None)
        if found is None:
            return None
        blank = last[: len(last) - len(last.lstrip())]
        return f"{before}{comma}{blank}{last.strip()}{found[len(begun) :]}"
