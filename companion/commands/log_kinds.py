"""The verb log kinds: every word that the options of an entry take."""

import textwrap
from collections.abc import Iterator, Sequence

import click

from companion.catalogue import _
from companion.commands.library import shipped_library
from companion.commands.log_printed import print_json, room
from companion.domain.entry import FIELDS, Entry
from companion.domain.vocabulary import Word, WordGroup, words_of

_ALL = _("See all with: companion log kinds")
_INDENT = 12
_LEAST = 2 * _INDENT
"""Cells of a line that leave room for words."""


@click.command("kinds")
@click.option("--json", "as_json", is_flag=True, help="Print them for machines.")
def list_kinds(as_json: bool) -> None:
    """List every word that --kind, --feeling, --need and their like take; a tag such as #tears takes the same.

    \b
    --json prints:
      {OPTION: [{"id", "label"}]}
    """
    vocabulary = shipped_library().vocabulary
    listed = {field.option: vocabulary.listed(field) for field in FIELDS if field.words_from}
    if as_json:
        print_json({option: list(_shapes(words)) for option, words in listed.items()})
        return
    for option, words in listed.items():
        head = f"--{option}".ljust(_INDENT)
        said = ", ".join(f"{each['id']} ({each['label']})" if each["label"] else each["id"] for each in _shapes(words))
        click.echo(textwrap.fill(said, max(_LEAST, room()), initial_indent=head, subsequent_indent=" " * _INDENT))


def _shapes(listed: Sequence[WordGroup | Word | str]) -> Iterator[dict[str, str]]:
    """Return what an option takes, with its label where the word does not say it by itself."""
    labels = {each.id: each.label for each in listed if isinstance(each, Word)}
    return ({"id": each, "label": labels.get(each, "")} for each in words_of(listed))


def check_words(entry: Entry) -> None:
    """Raise ValueError, naming near words and the way to all, if the entry uses a word that no list holds."""
    try:
        shipped_library().vocabulary.check(entry)
    except ValueError as error:
        raise ValueError(f"{error} {_ALL}") from None
