"""The verb plan: the worksheets, what is filled in, and filling them in by question and answer."""

from difflib import get_close_matches

import click
import msgspec
from click.shell_completion import CompletionItem

from companion.catalogue import _
from companion.commands.completing import files, worksheets
from companion.commands.context import Context
from companion.commands.errors import say
from companion.commands.library import shipped_library
from companion.commands.plan_printed import SHORT, filling_lines, linked_entries, list_lines, shape, summary
from companion.commands.plan_week import week
from companion.domain.filling import Answers
from companion.domain.times import local, say_day
from companion.domain.worksheet import STANDS_IN, Worksheet, fillings
from companion.domain.worksheet_card import card
from companion.domain.worksheet_gone import gone_worksheets, with_gone_fields
from companion.domain.worksheet_names import SHORT_NAMES, is_naming, named
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_seal import is_closed, readable, say_sealed
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import drawable

_SHOW = "WORKSHEET"


class PlanVerbs(click.Group):
    """Verbs over the worksheets; any other word is a worksheet to show."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take anything but a verb or a call for help as a worksheet."""
        known = [*self.list_commands(ctx), *ctx.help_option_names]
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)
        return super().parse_args(ctx, args if args and args[0] in known else [_SHOW, *args])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the verbs and the worksheets."""
        from companion.commands.completing import complete_nameless

        return [*super().shell_complete(ctx, incomplete), *complete_nameless(self, _SHOW, ctx, incomplete)]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs that have a name to type."""
        return ["fill", "card", "delete", "week"]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say both ways to use it."""
        formatter.write_usage(ctx.command_path, "[WORKSHEET] [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND WORKSHEET [OPTIONS]")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the list, then the verbs."""
        self.commands[_SHOW].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(cls=PlanVerbs)
def plan() -> None:
    """List the worksheets, or show the newest filling of a WORKSHEET beside the one before."""


plan.add_command(week)


@plan.command(_SHOW)
@click.argument("slug", required=False, metavar="WORKSHEET", shell_complete=worksheets)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def show(context: Context, slug: str | None, as_json: bool) -> None:
    """List the worksheets, or show what is filled in."""
    library, today = shipped_library(), local(context.clock()).date()
    if slug is None:
        _list(context, library, as_json)
        return
    worksheet = find_written(library, slug, context)
    store = context.unlocked_store()
    kept = [each for each in fillings(worksheet, store.worksheets) if each.is_filled]
    if as_json:
        click.echo(msgspec.json.encode([shape(worksheet, each, today) for each in kept]).decode())
        return
    offers = _offers(library, store)
    click.echo(worksheet.title)
    from companion.commands.plan_fill import is_begun  # what --json need not pay

    if is_begun(worksheet, store, context.clock):
        click.echo(_("\nA beginning waits. Take it up: companion plan fill {slug}", slug=worksheet.slug))
    elif not kept:
        click.echo(_("\nNothing is kept here yet. Fill it in: companion plan fill {slug}", slug=worksheet.slug))
    for filling in kept if worksheet.several else kept[:1]:
        older = () if worksheet.several else kept[1:]
        before = next((each for each in older if not is_closed(worksheet, each, today)), None)
        click.echo("\n" + "\n".join(filling_lines(worksheet, filling, before, offers, today)))


@plan.command("card")
@click.argument("slug", metavar="WORKSHEET", shell_complete=worksheets)
@click.option("--id", "beginning", metavar="ID", help="One of several; the newest if left out.")
@click.option(
    "-o", "--output", "target", metavar="FILE", shell_complete=files, help="Where it goes; standard output if left out."
)
@click.option("--names", "whole", is_flag=True, help="Persons with their whole names, whatever the setting is.")
@click.pass_obj
def print_card(context: Context, slug: str, beginning: str | None, target: str | None, whole: bool) -> None:
    """Print a filling as Markdown, or write it to a new FILE. Persons stand by their initials."""
    library, today = shipped_library(), local(context.clock()).date()
    worksheet = find_written(library, slug, context)
    store = context.unlocked_store()
    filling = find_filling(worksheet, store, beginning)
    if is_closed(worksheet, filling, today):
        raise ValueError(say_sealed(worksheet, filling, today))
    offers = _offers(library, store, whole=whole)
    shown = named(worksheet, readable(worksheet, filling, today), offers.names)
    worksheet = with_gone_fields(worksheet, shown)
    text = drawable(card(worksheet, shown, linked_entries(filling, offers)))
    if is_naming(worksheet, shown) and not offers.names.whole:
        say(_("{short_names} --names prints them whole.", short_names=SHORT_NAMES))
    if target in (None, "-"):
        click.echo(text, nl=False)
        return
    from companion.storage.outside import write_new

    path = write_new(str(target), text, context.folder)
    click.echo(_("Written to {path}, readable by you alone.", path=path), err=True)


@plan.command("fill")
@click.argument("slug", metavar="WORKSHEET", shell_complete=worksheets)
@click.option("--id", "beginning", metavar="ID", help="Change this filling; `plan WORKSHEET` shows the ids.")
@click.option("--anew", is_flag=True, help="Leave out what was begun and not kept.")
@click.option("--keep", "is_wanted", is_flag=True, help="Keep it without being asked, where that is asked.")
@click.pass_obj
def fill(context: Context, slug: str, beginning: str | None, anew: bool, is_wanted: bool) -> None:
    """Fill in a worksheet by question and answer, on the terminal or from standard input.

    An empty line keeps what stands there, `-` clears it, `?` helps. Whatever is typed is kept at once as begun,
    except where nothing is kept unless you ask.
    """
    from companion.commands.plan_fill import Dialogue

    library = shipped_library()
    worksheet = find_worksheet(library, slug)
    store = context.unlocked_store()
    filling = find_filling(worksheet, store, beginning) if beginning is not None else None
    Dialogue(worksheet, store, library, context.clock, filling).run(anew=anew, is_wanted=is_wanted)


@plan.command("delete")
@click.argument("slug", metavar="WORKSHEET", shell_complete=worksheets)
@click.option("--id", "beginning", metavar="ID", help="One of several; the newest if left out.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete(context: Context, slug: str, beginning: str | None, yes: bool) -> None:
    """Delete a filling. The backups hold it for up to two weeks more."""
    from companion.commands.asking import is_agreed

    worksheet = find_written(shipped_library(), slug, context)
    filling = find_filling(worksheet, context.unlocked_store(), beginning)
    said = f"{worksheet.title}, {say_day(filling.day, local(context.clock()).date())}"
    if is_agreed(_("Delete {filling}", filling=said), yes, _("Nothing was deleted.")):
        context.store.worksheets.forget(filling.id)
        click.echo(_("Deleted: {said}. The folder backups holds it for up to two weeks more.", said=said))


def _list(context: Context, library: Library, as_json: bool) -> None:
    """List the worksheets; what is wrong with a file is said, and the others are listed."""
    store = context.store
    kept, names = list(store.worksheets), _offers(library, store).names
    for error in library.worksheet_files.broken:
        say(str(error))
    worksheets = [*library.grouped_worksheets, *gone_worksheets(kept, library.worksheet_files.slugs).values()]
    for slug in sorted(library.worksheet_files.standing_in):
        say(f"{slug}: {STANDS_IN}")
    if as_json:
        click.echo(msgspec.json.encode([summary(each, kept) for each in worksheets]).decode())
        return
    called = [named(library.worksheets[each.of], each, names) for each in kept if each.of in library.worksheets]
    click.echo("\n".join(list_lines(worksheets, called, local(context.clock()).date())))
    if store.is_locked:
        say(_("What you filled in is locked, so it is not said here."))


def _offers(library: Library, store: Store, *, whole: bool = False) -> Offers:
    """Return what says linked entries and persons: by their initials, unless the setting or whole wants them whole."""
    return Offers(library.vocabulary, store.entries, whole_names=whole or store.settings.show_names)


# -- finding


def find_worksheet(library: Library, slug: str) -> Worksheet:
    """Return the worksheet of that slug.

    Raises:
        ValueError: if there is none, with the near ones; or naming what is wrong with its file.
    """
    if slug in library.worksheets:
        return library.worksheets[slug]
    for error in library.worksheet_files.broken:
        if error.path.stem == slug:
            raise error
    near = get_close_matches(slug, library.worksheets, cutoff=0.4)
    near = near or [name for name in library.worksheets if slug and slug in name][:3]
    said = (
        _("There is no worksheet “{slug}”.", slug=slug),
        _("Near it: {names}.", names=", ".join(near)) if near else "",
        _("companion plan lists them."),
    )
    raise ValueError(" ".join(filter(None, said)))


def find_written(library: Library, slug: str, context: Context) -> Worksheet:
    """Return the worksheet of that slug, or what stands in for it if its file is gone and its words are kept.

    Raises:
        ValueError: if there is neither.
    """
    known = library.worksheet_files.slugs
    gone = {} if slug in known else gone_worksheets(context.unlocked_store().worksheets, known)
    return gone.get(slug) or find_worksheet(library, slug)


def find_filling(worksheet: Worksheet, store: Store, beginning: str | None) -> Answers:
    """Return the filling whose id begins so; the newest if nothing is asked for.

    Raises:
        ValueError: if there is none, or more than one.
    """
    kept = [each for each in fillings(worksheet, store.worksheets) if each.is_filled]
    wanted = (beginning or "").strip().lower()
    found = [each for each in kept if each.id.startswith(wanted)] if wanted else kept[:1]
    if not kept:
        raise ValueError(_("Nothing is kept here yet. Fill it in: companion plan fill {slug}", slug=worksheet.slug))
    if len(found) != 1:
        ids = ", ".join(each.id[:SHORT] for each in kept[:6])
        raise ValueError(
            _("{n} fillings begin with “{wanted}”. There are: {ids}.", n=len(found), wanted=wanted, ids=ids)
            if found
            else _("No fillings begin with “{wanted}”. There are: {ids}.", wanted=wanted, ids=ids)
        )
    return found[0]
