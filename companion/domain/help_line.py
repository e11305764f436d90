"""A help line: whom to call or write to, in which country."""

import re
from collections.abc import Iterable
from enum import StrEnum

from companion.catalogue import _
from companion.domain.content import Content

WORLDWIDE = _("Worldwide")
"""The country of lines that answer everywhere; it comes first."""

_LEAST = 3
"""Letters from which the beginning of a name is enough."""

_CHECKED = r"((Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec) )?20\d\d"


class HelpKind(StrEnum):
    """What a line is for."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    ABUSE = "abuse"
    OWN_BEHAVIOUR = "own behaviour"
    TALK = "talk"
    DIRECTORY = "directory"


class HelpLine(Content, frozen=True, kw_only=True):
    """One line of support."""

    country: str
    name: str
    kind: HelpKind
    number: str
    """The number or address, to type on a safe device."""
    hours: str = ""
    """When it answers; empty if not known."""
    note: str = ""
    checked: str = ""
    """The year or month of the page that it was read from: `2023`, `Nov 2023`; empty if the page gave none."""

    def __post_init__(self) -> None:
        if self.checked and not re.fullmatch(_CHECKED, self.checked):
            raise ValueError(
                _("checked: expected a year or a month, as “2023” or “Nov 2023”, got “{checked}”", checked=self.checked)
            )

    @property
    def reach(self) -> str:
        """How to reach it: the number, and when it answers if that is known."""
        return f"{self.number} · {self.hours}" if self.hours else self.number

    @property
    def dated(self) -> str:
        """How old what is known of it is, or what to do as nobody can say."""
        return (
            _("checked: {checked}", checked=self.checked)
            if self.checked
            else _("not dated: try a directory if it does not answer")
        )


class Country(Content, frozen=True, kw_only=True):
    """A country with help lines, and what else people call it."""

    name: str
    also: tuple[str, ...]
    """Codes and other names."""


def in_country(lines: Iterable[HelpLine], asked: str, known: Iterable[Country]) -> list[HelpLine]:
    """Return the lines of the country that is asked for, by name, code or the beginning of a name.

    A code means one country and no other: a wrong emergency number is worse than none.
    """
    wanted = " ".join(asked.casefold().split())
    named = {each.name for each in known if wanted in (name.casefold() for name in (each.name, *each.also))}
    return [line for line in lines if line.country in named or _begins(line.country, wanted, named)]


def _begins(country: str, wanted: str, named: set[str]) -> bool:
    """Return whether the words begin a country's name, where no country has them for a name or code."""
    return not named and len(wanted) >= _LEAST and country.casefold().startswith(wanted)


def countries(lines: Iterable[HelpLine]) -> list[str]:
    """Return the countries, the whole world first, then by name."""
    return sorted({line.country for line in lines}, key=lambda name: (name != WORLDWIDE, name))
