"""The verb exercise: what there is, and doing one step by step in plain lines."""

import click

from companion.catalogue import _
from companion.commands.completing import exercises
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.nameless import near
from companion.commands.typed_lines import TypedLines, is_typed_on
from companion.domain.exercise import Exercise
from companion.domain.practice import say_done
from companion.domain.strength import check_strength

_SHOWN = 40
"""Letters of a mistyped name that are said again."""
_NOBODY = _("There is no terminal to type on: these are the steps, and nothing is kept.")


@click.command()
@click.argument("slug", required=False, shell_complete=exercises)
@click.option("--strength", metavar="0-10", type=int, help="How strong it is now; you are asked again at the end.")
@click.pass_obj
def exercise(context: Context, slug: str | None, strength: int | None) -> None:
    """Do an exercise, step by step: `exercise long-sigh`. Without a name, list them.

    Enter goes on, s skips a step, q stops. x, or “not safe”, stops and opens Safety first.
    """
    check_strength(strength)
    if slug is None:
        if strength is not None:
            raise ValueError(_("Name the exercise too: companion exercise long-sigh --strength 7"))
        _list(context)
        return
    found = _find(shipped_library().exercises, slug)
    if is_typed_on():
        from companion.commands.exercise_steps import Steps

        Steps(found, context, TypedLines(), strength).run()
        return
    from companion.commands.read import print_piece

    print_piece(slug)
    if strength is not None:
        click.echo(_NOBODY, err=True)


def _list(context: Context) -> None:
    """List the exercises, and, unless it is locked, how often each was done."""
    library, now, practices = shipped_library(), context.clock(), list(context.store.practices)
    for each in library.exercises.values():
        side = library.vocabulary.label(library.vocabulary.sides, each.side)
        whom = _("for the two of you, together") if each.together else side
        click.echo(
            _(
                "{slug:18} {title} · {minutes} min · {whom}",
                slug=each.slug,
                title=each.title,
                minutes=each.minutes,
                whom=whom,
            )
        )
        if done := say_done(practices, each.slug, now):
            click.echo(f"{'':18} {done}")


def _find(known: dict[str, Exercise], slug: str) -> Exercise:
    """Return the exercise of that name.

    Raises:
        ValueError: if there is none, with the one that may be meant.
    """
    if slug in known:
        return known[slug]
    titles = {each.title.lower(): each.slug for each in known.values()}
    meant = titles.get(near(slug, titles)) or near(slug, known)
    hint = _("Did you mean: companion exercise {meant}?", meant=meant) if meant else _("companion exercise lists them.")
    raise ValueError(_("“{slug}” is not an exercise. {hint}", slug=slug[:_SHOWN], hint=hint))
