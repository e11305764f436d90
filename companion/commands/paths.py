"""The verb paths: where things lie."""

import click
import msgspec

from companion.commands.context import Context
from companion.resources import LIBRARY, STYLES
from companion.storage.paths import ARTICLES, KEYS, STORE, THEMES


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def paths(context: Context, as_json: bool) -> None:
    """Print where your words and the library lie."""
    found = {
        "data": str(context.folder),
        "store": str(context.folder / STORE),
        "articles": str(context.folder / ARTICLES),
        "themes": str(context.folder / THEMES),
        "keys": str(context.folder / KEYS),
        "library": str(LIBRARY),
        "styles": str(STYLES),
    }
    if as_json:
        click.echo(msgspec.json.encode(found).decode())
    else:
        for name, path in found.items():
            click.echo(f"{name:8} {path}")
