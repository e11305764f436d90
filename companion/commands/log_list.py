"""The verbs log list and log show: looking up what was noted."""

from datetime import datetime
from functools import partial
from typing import Any

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.completing import vocabulary
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.log_kinds import check_words
from companion.commands.log_printed import print_days, print_json, shape
from companion.domain.entry import FIELDS, Entry, newest_first
from companion.domain.entry_filter import EntryFilter, Tagged
from companion.domain.filter_line import read_filter
from companion.domain.filter_words import HIDDEN
from companion.domain.log import find_entry
from companion.domain.shorthand import Tags
from companion.domain.thread_words import say_thread
from companion.domain.threads import threads
from companion.domain.times import local, say_clock, say_weekday
from companion.natural_time import parse_day
from companion.text.plain import one_line

_KIND = "kind"


@click.command("list")
@click.argument("parts", nargs=-1, metavar="[FILTER]")
@click.option("--since", metavar="DAY", help="The first day, like “last monday” or 2026-11-01.")
@click.option("--until", metavar="DAY", help="The last day.")
@click.option("--kind", metavar="KIND", shell_complete=vocabulary("kinds"), help="Only entries of this kind.")
@click.option("--search", "words", metavar="WORDS", default="", help="Only entries with all these words.")
@click.option("--saved", "name", metavar="NAME", help="With a filter that you keep; see log filters.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def list_entries(
    context: Context,
    parts: tuple[str, ...],
    since: str | None,
    until: str | None,
    kind: str | None,
    words: str,
    name: str | None,
    as_json: bool,
) -> None:
    """List entries, newest first; all of them, or those that a filter lets through.

    FILTER is written as in the log: words, #tag, @S for a person, !7 or !5-8 or !7+ for the strength, since:DAY,
    until:DAY, has:miss, by:them, no:kind, is:hidden. In a shell it stands in single quotation marks: '#work !7+'.

    \b
    --json prints, with null or [] for what is not there:
      [{"id", "at", "kind", "strength", "note", "feelings", "need", "body",
        "miss", "miss_by", "repairs", "result", "mended", "reached_by", "offer",
        "reply", "context", "person", "answers", "pause", "quote", "hidden",
        "faded_at"}]
    """
    wanted = _between(_filter(context, " ".join([*parts, _saved(context, name)])), since, until, context.clock())
    if kind:
        check_words(Entry(at=context.clock(), kind=kind))
        wanted = replace(wanted, tags=(*wanted.tags, Tagged(_KIND, kind)))
    wanted = replace(wanted, words=(*wanted.words, *words.split()))
    every = list(context.unlocked_store().entries)
    entries = newest_first(wanted.select(every))
    if as_json:
        print_json([shape(entry) for entry in entries])
    elif not entries:
        click.echo(
            _("No entry fits.") if wanted or every else _("Nothing is noted yet. Begin with: companion log TEXT")
        )
    else:
        print_days(context, entries)
    hidden = 0 if wanted.hidden or as_json else sum(entry.hidden for entry in every)
    if hidden:
        click.echo(_("{number:,} hidden: companion log list {filter}", number=hidden, filter=HIDDEN), err=True)


def _between(wanted: EntryFilter, since: str | None, until: str | None, now: datetime) -> EntryFilter:
    """Return the filter with the days that were typed instead of its own.

    Raises:
        ValueError: if one is no day, or they stand the wrong way round.
    """
    first = parse_day(since, now) if since else wanted.since
    last = parse_day(until, now, is_last=True) if until else wanted.until
    if first and last and first > last:
        raise ValueError(_("The first day is after the last one. Change --since or --until."))
    return replace(wanted, since=first, until=last)


def _saved(context: Context, name: str | None) -> str:
    """Return the words of a filter that is kept; nothing if none was asked for."""
    if name is None:
        return ""
    from companion.commands.log_filters import find_filter

    return find_filter(context, name).query


def _filter(context: Context, query: str) -> EntryFilter:
    """Return the filter of a line; without one no list need be read."""
    if not query.strip():
        return EntryFilter()
    return read_filter(query, Tags(shipped_library().vocabulary), partial(parse_day, now=context.clock()))


@click.command()
@click.argument("beginning", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def show(context: Context, beginning: str, as_json: bool) -> None:
    """Show one entry whole."""
    entries = context.unlocked_store().entries
    entry = find_entry(entries, beginning)
    found: dict[str, Any] = shape(entry)
    if as_json:
        print_json(found)
        return
    there, today = local(entry.at), local(context.clock()).date()
    at = _("{day}, {clock:%H:%M}", day=say_weekday(there.date(), today), clock=there)
    for field in FIELDS:
        if field.words_from:
            found[field.name] = [shipped_library().vocabulary.say(field, word) for word in field.values(entry)]
    found |= {"at": at, "hidden": "yes" if entry.hidden else None}
    if entry.faded_at:
        found["faded_at"] = say_clock(entry.faded_at, context.clock())
    thread = next(
        (each for each in threads(entries, shipped_library().vocabulary) if each.rupture.id == entry.id), None
    )
    found["stands"] = say_thread(thread, context.clock()) if thread else None
    for name, value in found.items():
        if value is None or value == []:
            continue
        words = ", ".join(value) if isinstance(value, list) else str(value)
        lines = [one_line(line) for line in words.splitlines()]
        click.echo(f"{name.replace('_', ' '):<9} " + f"\n{'':10}".join(lines))
