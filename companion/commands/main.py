"""The command itself: global arguments, the app when there is no verb, and the list of verbs."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from companion.commands.context import Context
from companion.commands.errors import spoken

_VERBS = {
    "pause": "pause",
    "status": "status",
    "log": "log",
    "day": "log",
    "read": "read",
    "words": "words",
    "review": "review",
    "help-lines": "help_lines",
    "paths": "paths",
    "keys": "keys",
}
"""Verb to the module of `companion.commands` that holds it, imported when it is called."""

_PLACES = ("now", "pause", "read", "words", "log", "review", "plan")


class Verbs(click.Group):
    """The verbs, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order in which a person meets them."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one verb."""
        if cmd_name not in _VERBS:
            return None
        module = import_module(f"companion.commands.{_VERBS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run; every expected error is one line on stderr."""
        extra["standalone_mode"] = False
        with spoken():
            code = super().main(*args, **extra)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data-dir", type=click.Path(path_type=Path), help="Where your words are kept.")
@click.option("--at", "place", type=click.Choice(_PLACES), default="now", help="The place to open the app at.")
@click.version_option(package_name="companion", message="%(prog)s %(version)s")
@click.pass_context
def companion(ctx: click.Context, data_dir: Path | None, place: str) -> None:
    """Room for two people who matter to each other. Without a verb, opens the app."""
    ctx.obj = Context(data_dir)
    ctx.call_on_close(ctx.obj.close)
    if ctx.invoked_subcommand is None:
        from companion.commands.app import open_app

        ctx.exit(open_app(ctx.obj, place))
