"""The verb log kinds: every word that the options of an entry take."""

import textwrap

import click

from companion.catalogue import _
from companion.commands.library import shipped_library
from companion.commands.log_printed import room
from companion.domain.entry import FIELDS, Entry
from companion.domain.vocabulary import words_of

_ALL = _("See all with: companion log kinds")
_INDENT = 12


@click.command("kinds")
def list_kinds() -> None:
    """List every word that --kind, --feeling, --need and their like take; a tag such as #tears takes the same."""
    vocabulary = shipped_library().vocabulary
    for field in FIELDS:
        if field.words_from:
            words = ", ".join(words_of(vocabulary.listed(field)))
            head = f"--{field.option}".ljust(_INDENT)
            click.echo(textwrap.fill(words, room(), initial_indent=head, subsequent_indent=" " * _INDENT))


def check_words(entry: Entry) -> None:
    """Raise ValueError, naming near words and the way to all, if the entry uses a word that no list holds."""
    try:
        shipped_library().vocabulary.check(entry)
    except ValueError as error:
        raise ValueError(f"{error} {_ALL}") from None
