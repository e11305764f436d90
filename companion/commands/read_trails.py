"""The verb that lists the trails, and the pieces of one."""

import click
import msgspec

from companion.catalogue import _
from companion.commands.completing import trails as trails_ids
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.nameless import near
from companion.domain.trail import Trail, TrailPiece, minutes_in_all, say_progress, trail_pieces
from companion.storage.library import Library


@click.command()
@click.argument("trail_id", metavar="[ID]", required=False, shell_complete=trails_ids)
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def trails(context: Context, trail_id: str | None, as_json: bool) -> None:
    """List the trails: a few pieces each, one after the other. With an ID, the pieces of that trail.

    \b
    --json prints; with an ID, one without the list around it:
      [{"id", "title", "why", "for", "minutes",
        "pieces": [{"slug", "folder", "title", "minutes", "finished"}]}]
    """
    library = shipped_library()
    chosen = [_trail(library, trail_id)] if trail_id else list(library.trails.values())
    readings = list(context.store.reading)
    found = [(trail, trail_pieces(trail, library.to_read, readings)) for trail in chosen]
    if as_json:
        shapes = [_shape(trail, pieces) for trail, pieces in found]
        click.echo(msgspec.json.encode(shapes[0] if trail_id else shapes).decode())
    elif trail_id:
        _print(*found[0])
    else:
        for trail, pieces in found:
            click.echo(f"  {trail.id:24} {trail.title} · {say_progress(pieces)}")


def _trail(library: Library, trail_id: str) -> Trail:
    """Return the trail of that id.

    Raises:
        ValueError: if there is none, with the one that may be meant.
    """
    if found := library.trails.get(trail_id):
        return found
    meant = near(trail_id, library.trails)
    said = (
        _("There is no trail “{trail_id}”.", trail_id=trail_id),
        _("Did you mean {meant}?", meant=meant) if meant else "",
        _("companion read trails lists them."),
    )
    raise ValueError(" ".join(filter(None, said)))


def _print(trail: Trail, pieces: list[TrailPiece]) -> None:
    click.echo(f"{trail.title}\n{trail.why}\n{say_progress(pieces)}")
    for number, piece in enumerate(pieces, 1):
        mark = " ✓" if piece.is_finished else ""
        click.echo(
            _(
                "  {number}  {slug:32} {title} · {minutes} min{mark}",
                number=number,
                slug=piece.link.slug,
                title=piece.title,
                minutes=piece.minutes,
                mark=mark,
            )
        )


def _shape(trail: Trail, pieces: list[TrailPiece]) -> dict[str, object]:
    return {
        "id": trail.id,
        "title": trail.title,
        "why": trail.why,
        "for": trail.situations,
        "minutes": minutes_in_all(pieces),
        "pieces": [
            {
                "slug": piece.link.slug,
                "folder": piece.link.folder,
                "title": piece.title,
                "minutes": piece.minutes,
                "finished": piece.is_finished,
            }
            for piece in pieces
        ],
    }
