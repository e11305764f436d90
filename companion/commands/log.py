"""The verbs log and day: note what happened, look it up, change it, take it away."""

import sys
from typing import Any

import click
import msgspec

from companion.commands.context import Context
from companion.commands.entry_options import entry_options, read_fields
from companion.domain.entry import FIELDS, Entry, is_afraid, newest_first
from companion.domain.log import ORDINARY_ALREADY, Filter, by_day, find_entry, ordinary_day, say_entry
from companion.domain.times import local, say_clock, say_weekday
from companion.domain.vocabulary import Vocabulary
from companion.text.plain import one_line

_SHORT = 8
"""How many characters of an id the list shows."""

_NOT_SAID = "changed"
"""The one field that `--json` leaves out: it is the store's."""

_UNSEEN = "It is locked, so whether today was kept already can't be seen."

_IN_BACKUPS = "The folder backups holds it for up to two weeks more."
_ADD = "TEXT"
_EMPTY = "Say what happened: companion log He went quiet at dinner. “-” reads it from standard input."


class LogVerbs(click.Group):
    """Verbs over the log; any other words are what happened. `log -- list` notes the word “list”."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take anything but a verb or a call for help as a new entry."""
        known = [*self.list_commands(ctx), *ctx.help_option_names]
        return super().parse_args(ctx, args if args and args[0] in known else [_ADD, *args])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs that have a name to type."""
        return ["list", "show", "edit", "delete"]

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

    `-` reads the text from standard input, so that it stays out of the shell's history.
    """


@log.command(_ADD)
@click.argument("text", nargs=-1)
@entry_options
@click.pass_obj
def add(context: Context, /, text: tuple[str, ...], **options: Any) -> None:
    """Note what happened. Prints the id of the entry."""
    fields = read_fields(context, text, options)
    if not fields.get("note") and not fields.get("kind"):
        raise ValueError(_EMPTY)
    entry = Entry(**{"at": context.clock(), **fields})
    _keep(context, entry, fields)


@log.command("edit")
@click.argument("beginning", metavar="ID")
@click.argument("text", nargs=-1)
@entry_options
@click.pass_obj
def edit(context: Context, /, beginning: str, text: tuple[str, ...], **options: Any) -> None:
    """Change an entry. What is not given stays; an empty value ("") takes the old one away."""
    fields = read_fields(context, text, options)
    if not fields:
        raise ValueError("Say what to change, like: companion log edit ID --strength 4")
    entry = find_entry(context.unlocked_store().entries, beginning)
    _keep(context, msgspec.structs.replace(entry, **fields), fields)


@log.command("list")
@click.option("--since", metavar="DAY", help="The first day, like “last monday” or 2026-11-01.")
@click.option("--until", metavar="DAY", help="The last day.")
@click.option("--kind", metavar="KIND", help="Only entries of this kind.")
@click.option("--search", "words", metavar="WORDS", default="", help="Only entries with all these words.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def list_entries(
    context: Context, since: str | None, until: str | None, kind: str | None, words: str, as_json: bool
) -> None:
    """List entries, newest first."""
    from companion.natural_time import parse_day

    now = context.clock()
    if kind:
        _vocabulary().check(Entry(at=now, kind=kind))
    first, last = parse_day(since, now) if since else None, parse_day(until, now) if until else None
    if first and last and first > last:
        raise ValueError("The first day is after the last one. Change --since or --until.")
    wanted = Filter(kind, words, first, last)
    entries = newest_first(wanted.select(context.unlocked_store().entries))
    if as_json:
        click.echo(_json([_shape(entry) for entry in entries]))
    elif not entries:
        click.echo("No entry fits." if wanted else "Nothing is noted yet. Begin with: companion log TEXT")
    else:
        _print_days(context, entries)


def _print_days(context: Context, entries: list[Entry]) -> None:
    vocabulary, today = _vocabulary(), local(context.clock()).date()
    for number, (day, noted) in enumerate(by_day(entries)):
        click.echo(("\n" if number else "") + say_weekday(day, today))
        for entry in noted:
            said = one_line(say_entry(entry, vocabulary))
            click.echo(f"  {local(entry.at):%H:%M}  {entry.id[:_SHORT]}  {said}")


@log.command()
@click.argument("beginning", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def show(context: Context, beginning: str, as_json: bool) -> None:
    """Show one entry whole."""
    entry = find_entry(context.unlocked_store().entries, beginning)
    shape = _shape(entry)
    if as_json:
        click.echo(_json(shape))
        return
    shape["at"] = say_clock(entry.at, context.clock())
    for name, value in shape.items():
        if value is None or value == []:
            continue
        said = ", ".join(value) if isinstance(value, list) else str(value)
        lines = [one_line(line) for line in said.splitlines()]
        click.echo(f"{name.replace('_', ' '):<9} " + f"\n{'':10}".join(lines))


@log.command()
@click.argument("beginning", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete(context: Context, beginning: str, yes: bool) -> None:
    """Delete an entry. The backups hold it for up to two weeks; `erase` takes those away too."""
    entry = find_entry(context.unlocked_store().entries, beginning)
    said_at = say_clock(entry.at, context.clock())
    said = f"{said_at} · {say_entry(entry, _vocabulary())}"
    if not yes and sys.stdin.isatty():
        question = f"{one_line(said)}\nDelete it?"
        if not click.confirm(question, err=True):
            click.echo("Nothing was deleted.", err=True)
            return
    if context.store.entries.forget(entry.id) is None:
        raise ValueError("It can't be deleted here: it is gone already, or can't be read any more.")
    click.echo(f"Deleted: {said_at}. {_IN_BACKUPS}")


@click.command()
@click.pass_obj
def day(context: Context) -> None:
    """Keep today as an ordinary day, once. Prints its id."""
    entry, is_kept = ordinary_day(context.store.entries, context.clock())
    if is_kept:
        click.echo(ORDINARY_ALREADY, err=True)
    else:
        context.store.entries.keep(entry)
        if context.store.is_locked:
            click.echo(_UNSEEN, err=True)
    click.echo(entry.id)


def _keep(context: Context, entry: Entry, fields: dict[str, Any]) -> None:
    """Check the words that were chosen, keep the entry and print its id; without them no list need be read."""
    if any(field.words_from and field.name in fields for field in FIELDS):
        _vocabulary().check(entry)
    click.echo(context.store.entries.keep(entry).id)
    if is_afraid(entry.feelings):
        click.echo("If you are afraid of them: companion help-lines", err=True)


def _vocabulary() -> Vocabulary:
    """Return the words to choose from."""
    from companion.commands.library import shipped_library  # 5 ms that a line without them need not pay

    return shipped_library().vocabulary


def _shape(entry: Entry) -> dict[str, Any]:
    """Return the entry as `--json` prints it: local time, null or [] where nothing was said."""
    shape = {name: getattr(entry, name) for name in entry.__struct_fields__ if name != _NOT_SAID}
    shape["at"] = local(entry.at).isoformat(timespec="seconds")
    return {
        name: None if value == "" else list(value) if isinstance(value, tuple) else value
        for name, value in shape.items()
    }


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode("utf-8")
