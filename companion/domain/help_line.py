"""A help line: whom to call or write to, in which country."""

from companion.domain.content import Content


class HelpLine(Content, frozen=True, kw_only=True):
    """One line of support."""

    country: str
    name: str
    kind: str
    """emergency, crisis, abuse, own behaviour, talk or directory."""
    number: str
    """The number or address, to type on a safe device."""
    hours: str = ""
    """When it answers; empty if not known."""
    note: str = ""
    checked: str
    """The date of the page that it was read from."""


def in_country(lines: tuple[HelpLine, ...], country: str) -> list[HelpLine]:
    """Return the lines whose country begins with or holds those words, whatever the case."""
    wanted = country.strip().lower()
    return [line for line in lines if wanted in line.country.lower()]
