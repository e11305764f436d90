"""Catalogues for translators: `python -m tests.catalogue de` makes or renews German's, and compiles it.

Needs Babel. It collects what stands in `_(…)` and `ngettext(…)`, what keys do (`Binding`), and what verbs and options
say of themselves, into `companion/languages/de/LC_MESSAGES/companion.po`; translate there, and run it again.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import companion
from companion.catalogue import DOMAIN, LANGUAGES
from companion.commands.main import companion as program

_KEYWORDS = {"_": None, "ngettext": (1, 2), "Binding": (3,)}
"""Functions whose arguments are sentences, and which of them."""


def sentences() -> Catalog:
    """Return every sentence of the code, untranslated."""
    found = Catalog(project=companion.__name__, version=companion.__version__, charset="utf-8")
    where = Path(companion.__file__).parent
    for file, line, words, _comments, _context in extract_from_dir(where, [("**.py", "python")], {}, _KEYWORDS):
        found.add(words, locations=[(file, line)])
    for words in _said_by(program):
        found.add(words)
    return found


def _said_by(command: click.Command) -> Iterator[str]:
    """Yield what a verb, its options and its verbs say of themselves."""
    if command.help:
        yield command.help
    yield from (option.help for option in command.params if isinstance(option, click.Option) and option.help)
    if isinstance(command, click.Group):
        with click.Context(command) as context:
            for name in command.list_commands(context):
                if found := command.get_command(context, name):
                    yield from _said_by(found)


def renew(language: str, languages: Path = LANGUAGES) -> Path:
    """Bring a language's catalogue up to date with the code, compile it, and return its path."""
    path = languages / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = Catalog(language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, language)
    catalog.update(sentences())
    with path.open("wb") as file:
        write_po(file, catalog, omit_header=False, no_location=False, include_lineno=False, sort_by_file=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", help="as gettext names it: de, pt_BR")
    print(renew(parser.parse_args().language))
