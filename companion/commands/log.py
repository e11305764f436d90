"""The verbs log and day: note what happened, and change it; the verbs that look at it lie beside this file."""

import sys
from typing import Any

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.entry_options import entry_options, read_fields
from companion.commands.log_line import read_line, say_moment
from companion.commands.nameless import VERY_NEAR, NamelessVerb, near
from companion.commands.verbs import imported
from companion.domain.entry import FIELDS, Entry, is_afraid
from companion.domain.log import ORDINARY_ALREADY, find_entry, ordinary_day
from companion.domain.record import new_id

_UNSEEN = _("It is locked, so whether today was kept already can't be seen.")
_ADD = "TEXT"
_EMPTY = _("Say what happened: companion log He went quiet at dinner. “-” reads it from standard input.")
_EDIT, _DUPLICATE = "edit", "duplicate"

_BESIDE = {
    "list": "log_list:list_entries",
    "show": "log_list:show",
    "kinds": "log_kinds:list_kinds",
    "threads": "log_threads:list_threads",
    "bridge": "log_threads:bridge",
    "hide": "log_bin:hide",
    "unhide": "log_bin:unhide",
    "delete": "log_bin:delete",
    "bin": "log_bin:list_bin",
    "restore": "log_bin:restore",
    "filters": "log_filters:filters",
    "context": "log_context:context_notes",
}
"""Verb to the module beside this one and the command in it: a line from the shell pays for none of them."""

VERBS = ["list", "show", _EDIT, _DUPLICATE, *(verb for verb in _BESIDE if verb not in ("list", "show"))]


_SEEKS = ("find", "search", "grep")
"""Verbs that the list is elsewhere."""
_MOST_SOUGHT = 4
"""Words of what looks like a search; a longer line that begins so is a sentence."""


class LogVerbs(NamelessVerb):
    """Verbs over the log; any other words are what happened. `log -- list` notes the word “list”."""

    takes_any_words = True

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Take anything but a verb or a call for help as a new entry."""
        return None if args and args[0] in (*VERBS, *ctx.help_option_names) else _ADD

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs that have a name to type."""
        return VERBS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb; one that lies beside this file is imported."""
        if cmd_name not in _BESIDE:
            return super().get_command(ctx, cmd_name)
        return imported(_BESIDE[cmd_name])

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say both ways to use it."""
        formatter.write_usage(ctx.command_path, "TEXT|- [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of a new entry, then the verbs."""
        self.commands[_ADD].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(cls=LogVerbs)
def log() -> None:
    """Note what happened; a line is enough. Prints the id of the entry.

    A line may say more, in single quotation marks: 'yesterday 21:00 fight #work !8 @S' holds a time, a tag, a
    strength and a person. A backslash in front of a sign keeps it. What the tags and options take: companion log kinds.

    `-` reads the text from standard input, so that it stays out of the shell's history.
    """


@log.command(_ADD)
@click.argument("text", nargs=-1)
@entry_options
@click.pass_obj
def add(context: Context, /, text: tuple[str, ...], **options: Any) -> None:
    """Note what happened. Prints the id of the entry."""
    fields, said = read_line(context, read_fields(context, text, options))
    if not fields.get("note") and not fields.get("kind"):
        raise ValueError(_EMPTY)
    if fields.get("note") and not fields["note"].strip("# "):
        from companion.domain.shorthand import NO_TAG  # 5 ms that other lines need not pay

        raise ValueError(NO_TAG)
    entry = Entry(**{"at": context.clock(), **fields})
    _keep(context, entry, fields)
    for line in said:
        click.echo(line, err=True)
    if verb := _verb_meant(text):
        click.echo(_("Noted as words. If you meant the verb: companion log {verb}", verb=verb), err=True)


def _verb_meant(text: tuple[str, ...]) -> str:
    """Return the verb that the words of an entry may have been meant for; nothing if they are surely words."""
    if 1 < len(text) <= _MOST_SOUGHT and text[0].lower() in _SEEKS:
        from shlex import quote

        from companion.text.plain import one_line

        return f"list {quote(one_line(' '.join(text[1:])))}"
    alike = [verb for verb in VERBS if len(text) == 1 and text[0][:1] == verb[0] and text[0].isalpha()]
    return near(text[0], alike, VERY_NEAR) if alike else ""


@log.command(_EDIT)
@click.argument("beginning", metavar="ID")
@click.argument("text", nargs=-1)
@entry_options
@click.pass_obj
def edit(context: Context, /, beginning: str, text: tuple[str, ...], **options: Any) -> None:
    """Change an entry. What is not given stays; an empty value ("") takes the old one away."""
    fields = read_fields(context, text, options)
    if not fields:
        raise ValueError(_("Say what to change, like: companion log edit ID --strength 4"))
    entries = context.unlocked_store().entries
    with entries.alone():  # what another window changes meanwhile is neither missed nor undone
        _keep(context, msgspec.structs.replace(find_entry(entries, beginning), **fields), fields)
    if "at" in fields:
        click.echo(_("Understood: {moment}", moment=say_moment(context, fields)), err=True)


@log.command(_DUPLICATE)
@click.argument("beginning", metavar="ID")
@click.argument("text", nargs=-1)
@entry_options
@click.pass_obj
def duplicate(context: Context, /, beginning: str, text: tuple[str, ...], **options: Any) -> None:
    """Keep a new entry that is like another, with now as its time, and with what you give. Prints its id."""
    fields = {"at": context.clock(), **read_fields(context, text, options)}
    like = find_entry(context.unlocked_store().entries, beginning)
    fresh = {"id": new_id(), "changed": None, "pause": None, "faded_at": None, "hidden": False}
    _keep(context, msgspec.structs.replace(like, **fresh, **fields), fields)


@click.command(context_settings={"allow_extra_args": True})
@click.pass_context
def day(ctx: click.Context) -> None:
    """Keep today as an ordinary day, once. Prints its id."""
    if ctx.args:
        raise ValueError(_("An ordinary day takes no words. To note what happened: companion log TEXT"))
    context: Context = ctx.obj
    entry, is_kept = ordinary_day(context.store.entries, context.clock())
    if is_kept:
        click.echo(ORDINARY_ALREADY, err=True)
        click.echo(entry.id)
    else:
        context.store.entries.keep(entry)
        _empty_bin(context)
        if context.store.is_locked:
            click.echo(_UNSEEN, err=True)
        _say_kept(entry)


def _keep(context: Context, entry: Entry, fields: dict[str, Any]) -> None:
    """Check the words that were chosen, keep the entry and print its id; without them no list need be read."""
    if any(field.words_from and field.name in fields for field in FIELDS):
        from companion.commands.log_kinds import check_words  # 5 ms that a line without them need not pay

        check_words(entry)
    _say_kept(context.store.entries.keep(entry))
    _empty_bin(context)
    if is_afraid(entry.feelings):
        click.echo(_("If you are afraid of them: companion help-lines"), err=True)


def _say_kept(entry: Entry) -> None:
    """Print the id; on a terminal also that the entry is kept, which a script has no use for."""
    click.echo(entry.id)
    if sys.stdout.isatty():
        click.echo(_("Kept."), err=True)


def _empty_bin(context: Context) -> None:
    """Take out of the bin what has lain there long enough."""
    if not context.store.is_locked and len(context.store.bin):
        from companion.storage.binning import empty_bin  # 1 ms that an empty bin need not pay

        empty_bin(context.store, context.clock())
