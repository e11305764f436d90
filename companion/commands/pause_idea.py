"""The verb that suggests one calming thing, as the running pause does on the screen."""

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.open_pause import open_pause
from companion.domain.script import Favourite
from companion.text.plain import one_line

_HELPS, _HIDE = "helps", "hide"
_MARKED = {_HELPS: _("It stands first from now on"), _HIDE: _("It is left out from now on")}
_NONE = _("Every idea is left out. What there is to do: companion exercise")


@click.command()
@click.argument("number", type=click.IntRange(1), default=1)
@click.option("--hands", is_flag=True, help="First what keeps the hands busy: for when the argument still plays.")
@click.option("--helps", "mark", flag_value=_HELPS, help="It helps: it stands first from now on.")
@click.option("--hide", "mark", flag_value=_HIDE, help="Not for you: it is left out from now on.")
@click.pass_obj
def idea(context: Context, number: int, hands: bool, mark: str | None) -> None:
    """Suggest one thing that calms; a NUMBER suggests another. Yours stand first, unless they are locked."""
    from companion.commands.library import shipped_library  # 5 ms that the other verbs of a pause need not pay
    from companion.commands.now import way
    from companion.storage.suggestions import suggestions

    store = context.unlocked_store() if mark else context.store
    offered = suggestions(store, shipped_library(), open_pause(context))
    if hands:
        offered.sort(key=lambda each: not each.is_for_the_hands)
    if not offered:
        click.echo(_NONE)
        return
    if number > len(offered):
        raise ValueError(_("The last idea is number {n}: companion pause idea {n}.", n=len(offered)))
    shown = offered[number - 1]
    if mark:
        known = next((each for each in store.favourites if each.script == shown.name), Favourite(script=shown.name))
        store.favourites.keep(replace(known, is_hidden=mark == _HIDE))
        click.echo(f"{_MARKED[mark]}: {one_line(shown.text)}")
        return
    click.echo(one_line(shown.text))
    if shown.link:
        click.echo(way(shown.link))
    following = f"{number % len(offered) + 1}{' --hands' if hands else ''}"
    click.echo(_("Another one: companion pause idea {following}", following=following), err=True)
