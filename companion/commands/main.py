"""The command itself: global arguments, the app when there is no verb, and the list of verbs."""

import gc
import os
import sys
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from companion import __version__
from companion.catalogue import _
from companion.commands.errors import FAILED, MISUSED, end, spoken
from companion.commands.plain import print_plainly
from companion.commands.verbs import VERBS, verb
from companion.storage.traces import hide_memory
from companion.ui.places import Place

COMPLETE = "_COMPANION_COMPLETE"
"""What a shell's script sets when it asks what there is to complete."""

_HELP = "help"
_HELPS = _(
    "“help” is no command. Somebody to call: companion help-lines. "
    "Afraid of them, or is there talk of suicide? companion read safety-first."
)

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
            from companion.commands.misuse import say_no_command
            from companion.commands.nameless import near

            if args[0] == _HELP:
                raise click.UsageError(_HELPS, ctx)
            found = near(args[0], VERBS)
            meant = [f"{ctx.command_path} {found}"] if found else []
            raise click.UsageError(say_no_command(args[0], meant), ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the verbs and the options; what a verb is for is not said, as all would have to be imported for it."""
        verbs = [CompletionItem(name) for name in VERBS if name.startswith(incomplete)]
        return [*verbs, *click.Command.shell_complete(self, ctx, incomplete)]

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run; every expected error is one line on stderr."""
        extra["standalone_mode"] = False
        if asked := os.environ.get(COMPLETE):
            from companion.commands.completing import complete

            sys.exit(complete(self, asked))
        with spoken():
            try:
                code = super().main(*args, **extra)
            except click.UsageError as error:
                from companion.commands.misuse import say_misuse

                where = error.ctx.command_path if error.ctx else "companion"
                end(_("{message} See {where} --help.", message=say_misuse(error), where=where), MISUSED)
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
@click.option("--plain", is_flag=True, help="Print nothing but words, also on a terminal: for a screen reader.")
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def companion(ctx: click.Context, data_dir: str | None, place: str, plain: bool) -> None:
    """Room for two people who matter to each other. Without a verb, opens the app."""
    print_plainly(ctx, plain)
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
    if ctx.invoked_subcommand is None and plain:
        from companion.commands.now import now

        ctx.invoke(now)
    elif ctx.invoked_subcommand is None:  # the app hides its memory itself
        from companion.commands.app import open_app

        ctx.exit(open_app(ctx.obj, Place(place)))
    hide_memory()
