"""The verb erase: removing everything of ours, and saying what is out of reach."""

from collections.abc import Iterator
from pathlib import Path

import click

from companion.catalogue import _, ngettext
from companion.commands.context import Context
from companion.storage.care import erasing
from companion.storage.care.doctor.history import histories, say_count
from companion.storage.errors import StoreError
from companion.storage.paths import ARTICLES, BACKUPS, THEMES, WORKSHEETS
from companion.text.plain import one_line

PHRASE = _("erase everything")
"""What has to be typed."""

_NAMED = 8
"""How many other things in the folder are named."""

_STAYS = (ARTICLES, THEMES, WORKSHEETS)
"""What the person put into the folder."""

_BEFORE = _("""\
It can't be brought back. To have a copy first: companion export -o FILE
Close Companion everywhere else before you go on.""")

_ELSEWHERE = (
    _("exports, prints and copies that you keep elsewhere"),
    _("backups of this computer, and old versions that a sync program or another machine keeps"),
    _(
        "what the system put into its swap file, or what can be dug up from the disk: "
        "files are removed, not overwritten"
    ),
    _("what still stands in a terminal's scrollback, or was copied to the clipboard"),
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
        click.echo(_("Companion keeps nothing in {folder}.", folder=one_line(str(folder))))
        click.echo("\n".join(_out_of_reach(folder, [])))
        return
    click.echo("\n".join(_what_goes(folder, found)), err=True)
    typed = click.prompt(_("Type “{phrase}” to go on", phrase=PHRASE), err=True) if phrase is None else phrase
    if " ".join(typed.split()).lower() != PHRASE:
        raise ValueError(_("That was not “{phrase}”. Nothing was removed.", phrase=PHRASE))
    erased = erasing.erase(folder)
    files = ngettext("{n:,} file", "{n:,} files", erased.removed)
    click.echo(
        _("Removed: {number}. The folder stays.", number=files)
        if erased.folder_stays
        else _("Removed: {number}, and the folder.", number=files)
    )
    click.echo("\n".join(_out_of_reach(folder, erased.others)))
    if erased.stuck:
        path, why = erased.stuck[0]
        raise StoreError(
            _(
                "{n} of the files could not be removed, such as {path} ({why}). "
                "Make the folder yours to write, then erase again.",
                n=len(erased.stuck),
                path=path,
                why=why,
            )
        )


def _what_goes(folder: Path, found: list[Path]) -> Iterator[str]:
    backups = [path for path in found if path.parent == folder / BACKUPS]
    yield _("This removes what Companion keeps in {folder}, {n:,} files:", folder=one_line(str(folder)), n=len(found))
    for path in found:
        if path.parent == folder:
            name, target = one_line(path.name), erasing.linked(path)
            linked = _("{name}, a link, and {target} behind it", name=name, target=one_line(str(target)))
            yield f"  {linked if target else name}"
    if backups:
        yield _("  {folder}: {n:,} files", folder=BACKUPS, n=len(backups))
    staying = [name for name in _STAYS if (folder / name).exists()]
    if staying:
        yield _("These stay, as you put them there yourself: {names}", names=", ".join(staying))
    yield _BEFORE


def _out_of_reach(folder: Path, others: list[Path]) -> Iterator[str]:
    """Say what is left for the person to do, or to know."""
    yield _("What Companion can't remove:")
    if others:
        names = ", ".join(one_line(str(path.relative_to(folder))) for path in others[:_NAMED])
        if len(others) > _NAMED:
            names = _("{names} and {more:,} more", names=names, more=len(others) - _NAMED)
        yield _("  - other things in the folder, which are not Companion’s: {names}", names=names)
    for history in histories():
        yield _(
            "  - {path}: {count}; companion doctor says how to remove them",
            path=one_line(str(history.path)),
            count=say_count(history),
        )
    yield from (f"  - {line}" for line in _ELSEWHERE)
