"""The verbs words write, edit, delete and favourite: words of one's own, and which stand first."""

import sys

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.by_id import one_by_id
from companion.commands.context import Context
from companion.commands.errors import say
from companion.commands.scripts import shipped_scripts
from companion.commands.typed import given_words
from companion.domain.script import Favourite, OwnScript, say_unfilled
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_SHOWN = 40
"""Letters of an id that are said again."""
_ID = click.argument("beginning", metavar="ID")


@click.command()
@click.argument("text", nargs=-1)
@click.pass_obj
def write(context: Context, text: tuple[str, ...]) -> None:
    """Keep words of your own. Prints their id.

    `-` reads them from standard input. {minutes}, {back_at}, {place} and the like stand for what a pause knows; what
    stands in square brackets is left out where that is not known.
    """
    words = given_words(" ".join(text))
    kept = context.store.scripts.keep(OwnScript(text=words))
    if slip := say_unfilled(words):
        say(slip)
    click.echo(kept.id)


@click.command()
@_ID
@click.argument("text", nargs=-1)
@click.pass_obj
def edit(context: Context, beginning: str, text: tuple[str, ...]) -> None:
    """Change words of your own. `-` reads the new ones from standard input."""
    old, words = _find(context, beginning), given_words(" ".join(text))
    if context.store.scripts.edit(old, replace(old, text=words)) is None:
        raise StoreError(_("These words are gone."))
    if slip := say_unfilled(words):
        say(slip)
    click.echo(old.id)


@click.command()
@_ID
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete(context: Context, beginning: str, yes: bool) -> None:
    """Delete words of your own. The backups hold them for up to two weeks more."""
    found = _find(context, beginning)
    if (
        not yes
        and sys.stdin.isatty()
        and not click.confirm(_("{text}\nDelete it?", text=one_line(found.text)), err=True)
    ):
        click.echo(_("Nothing was deleted."), err=True)
        return
    if context.store.scripts.forget(found.id) is None:
        raise StoreError(_("These words are gone."))
    click.echo(_("Deleted. The folder backups holds it for up to two weeks more."))


@click.command()
@_ID
@click.option("--off", is_flag=True, help="Let it stand in its place again.")
@click.pass_obj
def favourite(context: Context, beginning: str, off: bool) -> None:
    """Let words stand first: yours, or those of a script. `words --favourites` prints them."""
    store, scripts = context.unlocked_store(), shipped_scripts()
    script_id = beginning if beginning in scripts else _find(context, beginning).id
    marks = [each for each in store.favourites if each.script == script_id and not each.is_hidden]
    if off:
        for mark in marks:  # two machines may have made one each
            store.favourites.forget(mark.id)
    elif not marks:
        store.favourites.keep(Favourite(script=script_id))
    click.echo(_("It stands in its place.") if off else _("It stands first."))


def _find(context: Context, beginning: str) -> OwnScript:
    return one_by_id(context.unlocked_store().scripts, beginning, "words own")
