"""The verb now: what is happening, in eight sentences; and what helps in one of them."""

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.domain.content import Link
from companion.domain.script import fill
from companion.domain.situation import Situation
from companion.domain.slots import pause_slots
from companion.domain.worksheet_uses import pause_defaults
from companion.storage.library import Library
from companion.text.plain import one_line

_VERBS = {
    "articles": "read",
    "pages": "read",
    "own": "read",
    "exercises": "exercise",
    "trails": "read trails",
    "worksheets": "plan fill",
    "scripts": "words",
}
"""The folder that a link leads to, and the verb that shows a piece of it."""


@click.command()
@click.argument("number", metavar="[NUMBER]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def now(context: Context, number: str | None, as_json: bool) -> None:
    """Ask what is happening, in eight sentences; with the NUMBER of one, say what to do, to say and to read."""
    library = shipped_library()
    every = list(library.situations.values())
    chosen = every if number is None else [_find(every, number)]
    if as_json:
        click.echo(msgspec.json.encode([_shape(each, context, library) for each in chosen]).decode())
        return
    _say_open_pause(context)
    if number is None:
        click.echo(_("What is happening?"))
        for place, each in enumerate(every, 1):
            click.echo(f"{place}  {each.sentence}")
        click.echo(_("What helps: companion now NUMBER"))
    else:
        _print(chosen[0], context, library)


def _say_open_pause(context: Context) -> None:
    """Say first what is true: how the open pause stands, if there is one."""
    if (found := context.store.pauses.open()) is not None:
        from companion.domain.standing import say_in_words

        click.echo(" ".join(say_in_words(found, context.clock())))
        click.echo()


def _print(situation: Situation, context: Context, library: Library) -> None:
    trail = library.trail_for(situation.id)
    click.echo(situation.sentence)
    click.echo(_("To do: {text}\n    {way}", text=situation.do.text, way=way(situation.action)))
    click.echo(_("To say: {words}", words=_words(situation, context, library)))
    click.echo(_("To read: {title}\n    {way}", title=_title(situation.reading, library), way=way(situation.reading)))
    if trail:
        click.echo(_("Or piece by piece: {title}\n    {way}", title=trail.title, way=way(Link("trails", trail.id))))
    click.echo(_("A line in the log is enough: {way}", way=way(Link("log", situation.kind or ""))))


def way(link: Link) -> str:
    """Return the command that goes where a link leads."""
    match link.folder, link.slug:
        case "log", kind:
            return f"companion log WORDS --kind {kind}" if kind else "companion log WORDS"
        case "pause", ("giving" | "planned") as kind:
            return f"companion pause --{kind}"
        case ("pause", minutes):
            return f"companion pause {minutes}".rstrip()
    return f"companion {_VERBS[link.folder]} {link.slug}"


def _words(situation: Situation, context: Context, library: Library) -> str:
    answers = list(context.store.worksheets)
    usual = pause_defaults(library.worksheet_files.of(answers), answers)
    slots = pause_slots(context.store.pauses.open(), context.clock(), usual)
    return one_line(fill(library.scripts[situation.say].text, slots))


def _title(link: Link, library: Library) -> str:
    return library.article(link.slug).title if link.folder == "articles" else library.pages[link.slug].title


def _find(every: list[Situation], typed: str) -> Situation:
    """Return the sentence of that number, or of that id.

    Raises:
        ValueError: if there is none.
    """
    known = {str(place): each for place, each in enumerate(every, 1)} | {each.id: each for each in every}
    if typed in known:
        return known[typed]
    raise ValueError(_("There are {n} sentences: companion now 1 to companion now {n}.", n=len(every)))


def _shape(situation: Situation, context: Context, library: Library) -> dict[str, object]:
    """Return a sentence as machines get it; a shape that stays."""
    return {
        "id": situation.id,
        "sentence": situation.sentence,
        "do": {"text": situation.do.text, "command": way(situation.action)},
        "say": _words(situation, context, library),
        "read": {"title": _title(situation.reading, library), "command": way(situation.reading)},
    }
