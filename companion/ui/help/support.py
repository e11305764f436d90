"""The help lines as Markdown, by country."""

from collections.abc import Iterable

from companion.domain.content import Page
from companion.domain.help_line import HelpLine
from companion.storage.library import Library

SUPPORT = "find-support"
"""The page that lists the help lines."""

WORLDWIDE = "Worldwide"
"""The country of lines that answer everywhere; it comes first."""


def page_text(page: Page, library: Library) -> str:
    """Return a page with its title, and on the page about support the help lines."""
    text = f"# {page.title}\n\n{page.text}"
    return f"{text}\n{support_text(library.help_lines)}" if page.slug == SUPPORT else text


def countries(lines: Iterable[HelpLine]) -> list[str]:
    """Return the countries, the whole world first, then by name."""
    return sorted({line.country for line in lines}, key=lambda name: (name != WORLDWIDE, name))


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
    rows = [f"**{line.name}** · {line.kind}", f"{line.number}{f' · {line.hours}' if line.hours else ''}"]
    if line.note:
        rows.append(line.note)
    rows.append(f"*checked: {line.checked}*")
    return "  \n".join(_escaped(row) for row in rows)


def _escaped(row: str) -> str:
    """Return the row so that what a number or a name holds is no markup."""
    return row.replace("_", r"\_").replace("<", r"\<").replace("#", r"\#")
