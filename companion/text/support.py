"""The help lines as Markdown, by country."""

from collections.abc import Iterable

from companion.domain.content import Page
from companion.domain.help_line import HelpLine, countries
from companion.storage.library import Library
from companion.text.plain import escaped

SUPPORT = "find-support"
"""The page that lists the help lines."""


def page_text(page: Page, library: Library) -> str:
    """Return a page with its title; on the page about support the help lines come before all further reading."""
    text = f"# {page.title}\n\n{page.text}"
    if page.slug != SUPPORT:
        return text
    first, heading_mark, rest = text.partition("\n## ")
    return f"{first}\n{support_text(library.help_lines)}{heading_mark}{rest}"


def support_text(lines: Iterable[HelpLine]) -> str:
    """Return the lines as Markdown, a heading for each country."""
    known = list(lines)
    parts = []
    for country in countries(known):
        parts.append(heading(country))
        parts += [_line_text(line) for line in known if line.country == country]
    return "\n\n".join(parts) + "\n"


def heading(country: str) -> str:
    """Return the heading over a country's lines."""
    return f"## {country}"


def _line_text(line: HelpLine) -> str:
    """Return one line: its name, then how to reach it, then what else is known."""
    rows = [f"**{escaped(line.name)}** · {line.kind}", escaped(line.reach)]
    if line.note:
        rows.append(escaped(line.note))
    rows.append(f"*{escaped(line.dated)}*")
    return "  \n".join(rows)
