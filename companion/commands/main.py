"""The command itself: global arguments, the app when there is no verb, and the list of verbs."""

import gc
import sys
from pathlib import Path
from typing import Any

import click

from companion import __version__
from companion.catalogue import _
from companion.commands.errors import FAILED, MISUSED, end, spoken
from companion.commands.verbs import VERBS, verb
from companion.storage.traces import hide_memory
from companion.ui.places import Place

_SHOWN = 60
"""Letters of a mistyped verb that are said again."""

_GLANCES = "status"
"""What a prompt calls each second: it is handed the folder alone, as the store takes 20 ms to import."""


class Verbs(click.Group):
    """The verbs, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in their order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one verb."""
        return verb(cmd_name) if cmd_name in VERBS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; of one that is mistyped, say which may be meant."""
        if args[0] not in VERBS and not args[0].startswith("-"):
            from companion.commands.nameless import near

            found = near(args[0], VERBS)
            hint = (
                _(" Did you mean: {command_path} {found}?", command_path=ctx.command_path, found=found) if found else ""
            )
            raise click.UsageError(_("No such command “{args}”.{hint}", args=args[0][:_SHOWN], hint=hint), ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run; every expected error is one line on stderr."""
        extra["standalone_mode"] = False
        with spoken():
            try:
                code = super().main(*args, **extra)
            except click.UsageError as error:
                where = error.ctx.command_path if error.ctx else "companion"
                end(_("{message} See {where} --help.", message=error.format_message(), where=where), MISUSED)
            except click.Abort:
                end(_("Stopped."), FAILED)
            except click.ClickException as error:
                end(error.format_message(), FAILED)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data-dir", metavar="FOLDER", help="Where your words are kept.")
@click.option(
    "--at",
    "place",
    type=click.Choice([place.value for place in Place]),
    default=Place.NOW.value,
    help="The place to open the app at.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def companion(ctx: click.Context, data_dir: str | None, place: str) -> None:
    """Room for two people who matter to each other. Without a verb, opens the app."""
    if not gc.isenabled():  # all is imported: from now on it looks through what the verb makes
        gc.freeze()
        gc.enable()
    if data_dir == "":
        raise ValueError(_("Name a folder behind --data-dir."))
    asked = None if data_dir is None else Path(data_dir)
    if ctx.invoked_subcommand == _GLANCES:
        ctx.obj = asked
        return
    from companion.commands.context import Context

    ctx.obj = Context(asked)
    ctx.call_on_close(ctx.obj.close)
    if ctx.invoked_subcommand is None:  # the app hides its memory itself
        from companion.commands.app import open_app

        ctx.exit(open_app(ctx.obj, Place(place)))
    hide_memory()
