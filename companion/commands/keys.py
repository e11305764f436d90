"""The verb keys: every key of the app."""

from itertools import groupby

import click
import msgspec


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print them for machines.")
def keys(as_json: bool) -> None:
    """Print every key of the app."""
    from companion.ui.keys import all_keys  # the bindings live in the screens, so this verb loads Textual

    found = list(all_keys())
    if as_json:
        rows = [{"where": key.where, "key": key.key, "what": key.what} for key in found]
        click.echo(msgspec.json.encode(rows).decode())
        return
    for where, group in groupby(found, key=lambda key: key.where):
        click.echo(f"\n{where}")
        for key in group:
            click.echo(f"  {key.key:<16} {key.what}")
