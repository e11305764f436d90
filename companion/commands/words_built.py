"""The verbs words ask, words feel and words practise: a sentence made of parts, and another way to put it."""

from collections.abc import Callable
from typing import Any

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.in_shell import in_shell
from companion.commands.library import shipped_library
from companion.commands.typed import INPUT, given_words
from companion.commands.typed_lines import TypedLines, is_typed_on
from companion.domain.builder import ASK, FEEL, Builder, Part
from companion.domain.builder_draft import Draft
from companion.domain.drill import Card, deal
from companion.domain.script import OwnScript, fill
from companion.domain.slots import pause_slots
from companion.domain.times import local
from companion.text.plain import one_line

_THINK = _("Think of another way, or write one to keep it. Enter shows one, q stops. ")


def _built(builder: Builder, about: str) -> click.Command:
    """Return the verb of a builder: an option for each of its parts."""

    @click.pass_obj
    def build(context: Context, /, is_wanted: bool, **said: Any) -> None:
        if list(said.values()).count(INPUT) > 1:
            raise ValueError(_("Standard input holds the words of one option. Type those of the others."))
        draft = Draft(builder, {name: given_words(words) for name, words in said.items()})
        if draft.is_empty:
            raise ValueError(
                _("Say some of its parts: {parts}.", parts=", ".join(f"--{part.name}" for part in builder.parts))
            )
        due = draft.due(context.clock())
        if is_wanted and due is None and any(part.is_time for part in builder.parts):
            raise ValueError(_("Say for how long, or until when: --length 30"))
        click.echo(one_line(draft.words(context.clock())))
        if is_wanted:
            click.echo(context.store.scripts.keep(draft.script()).id)

    keep = click.Option(["--keep", "is_wanted"], is_flag=True, help="Keep it with your own words; prints its id too.")
    made: Callable[..., Any] = build
    return click.Command(builder.id, params=[*map(_option, builder.parts), keep], callback=made, help=about)


def _option(part: Part) -> click.Option:
    return click.Option(
        [f"--{part.name}"], default="", metavar="WHEN" if part.is_time else "WORDS|-",
        help=f"“{part.label} …”, like: {part.example}.",
    )  # fmt: skip


ask = _built(ASK, _("Ask for room in four short parts; prints the sentence. What is not said yet stands as a gap."))
feel = _built(FEEL, _("Say what you feel and ask for, part by part; prints the sentence."))


@click.command()
@click.pass_obj
def practise(context: Context) -> None:
    """Practise another way to put things: one pair at a time on the terminal, or all pairs in a pipe."""
    cards = deal(shipped_library().script_files.values(), local(context.clock()).date())
    lines = TypedLines() if is_typed_on() else None
    for card in cards:
        click.echo(_("{situation}\nInstead of: {instead_of}", situation=card.situation, instead_of=card.instead_of))
        typed = lines.ask(_THINK) if lines else ""
        if typed is None or typed.lower() == "q":
            click.echo(_("Stopped."))
            return
        if typed:
            context.store.scripts.keep(OwnScript(text=typed))
            click.echo(_("Kept with your own words."))
        click.echo(_tried(card, context))


def _tried(card: Card, context: Context) -> str:
    said = [
        _("Try: {words}", words=one_line(fill(card.text, pause_slots(None, context.clock())))),
        in_shell(card.care_note),
    ]
    return "\n".join([*filter(None, said), ""])
