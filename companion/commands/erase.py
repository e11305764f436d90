"""The verb erase: removing everything of ours, and saying what is out of reach."""

from collections.abc import Iterator
from pathlib import Path

import click

from companion.commands.context import Context
from companion.storage.care import erasing
from companion.storage.care.doctor.history import histories, say_count
from companion.storage.errors import StoreError
from companion.storage.paths import BACKUPS
from companion.text.plain import one_line

PHRASE = "erase everything"
"""What has to be typed."""

_NAMED = 8
"""How many other things in the folder are named."""

_BEFORE = """\
It can't be brought back. To have a copy first: companion export -o FILE
Close Companion everywhere else before you go on."""

_ELSEWHERE = (
    "exports, prints and copies that you keep elsewhere",
    "backups of this computer, and old versions that a sync program or another machine keeps",
    "what the system put into its swap file, or what can be dug up from the disk: files are removed, not overwritten",
    "what still stands in a terminal's scrollback, or was copied to the clipboard",
)


@click.command()
@click.option("--phrase", metavar="WORDS", help=f"For scripts: “{PHRASE}”. Otherwise you are asked to type it.")
@click.pass_obj
def erase(context: Context, phrase: str | None) -> None:
    """Remove everything that Companion keeps, backups too. It can't be brought back.

    Works on locked and on damaged folders. Other things in the folder are left alone.
    """
    folder = context.folder
    found = erasing.to_erase(folder)
    if not found:
        click.echo(f"Companion keeps nothing in {one_line(str(folder))}.")
        click.echo("\n".join(_out_of_reach(folder, [])))
        return
    click.echo("\n".join(_what_goes(folder, found)), err=True)
    typed = click.prompt(f"Type “{PHRASE}” to go on", err=True) if phrase is None else phrase
    if " ".join(typed.split()).lower() != PHRASE:
        raise ValueError(f"That was not “{PHRASE}”. Nothing was removed.")
    erased = erasing.erase(folder)
    files = "1 file" if erased.removed == 1 else f"{erased.removed:,} files"
    click.echo(f"Removed: {files}. The folder stays." if erased.folder_stays else f"Removed: {files}, and the folder.")
    click.echo("\n".join(_out_of_reach(folder, erased.others)))
    if erased.stuck:
        path, why = erased.stuck[0]
        raise StoreError(
            f"{len(erased.stuck)} of the files could not be removed, such as {path} ({why}). "
            "Make the folder yours to write, then erase again."
        )


def _what_goes(folder: Path, found: list[Path]) -> Iterator[str]:
    backups = [path for path in found if path.parent == folder / BACKUPS]
    yield f"This removes what Companion keeps in {one_line(str(folder))}, {len(found):,} files:"
    for path in found:
        if path.parent == folder:
            target = erasing.linked(path)
            yield f"  {one_line(path.name)}" + (f", a link, and {one_line(str(target))} behind it" if target else "")
    if backups:
        yield f"  {BACKUPS}: {len(backups):,} files"
    yield _BEFORE


def _out_of_reach(folder: Path, others: list[Path]) -> Iterator[str]:
    """Say what is left for the person to do, or to know."""
    yield "What Companion can't remove:"
    if others:
        names = ", ".join(one_line(str(path.relative_to(folder))) for path in others[:_NAMED])
        more = f" and {len(others) - _NAMED:,} more" if len(others) > _NAMED else ""
        yield f"  - other things in the folder, which are not Companion’s: {names}{more}"
    for history in histories():
        yield f"  - {one_line(str(history.path))}: {say_count(history)}; companion doctor says how to remove them"
    yield from (f"  - {line}" for line in _ELSEWHERE)
