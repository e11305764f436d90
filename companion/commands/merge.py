"""The verb merge: joining another data file or folder into this one."""

from dataclasses import dataclass
from pathlib import Path

import click

from companion.catalogue import _, ngettext
from companion.commands.asking import is_agreed
from companion.commands.completing import files
from companion.commands.context import Context
from companion.commands.errors import FAILED, say
from companion.storage.conflict_copies import conflict_copies, put_aside
from companion.storage.elsewhere import Elsewhere
from companion.storage.errors import OtherKey, StoreError
from companion.storage.merging import changes_from, count
from companion.storage.migrations import migrate
from companion.storage.paths import BACKUPS, SEALED
from companion.storage.sealing.age import Key
from companion.storage.sealing.keyring import Keyring
from companion.storage.sealing.seal import Plain, Sealed
from companion.storage.sealing.wrapping import AgeWrapping
from companion.storage.store import Store
from companion.storage.tables import Tables
from companion.text.plain import one_line

_NOTHING = _("Nothing was merged.")
_NO_COPIES = _("No sync program left a copy beside your file. To join another machine’s: companion merge FILE|FOLDER")
_STAYS_OPEN = _("That one is sealed and yours is not: what comes in can be read by whoever opens this account.")


@dataclass(frozen=True)
class _Other:
    """What is to be merged."""

    path: Path
    tables: Tables
    is_copy: bool
    """Whether a sync program left it beside our own file."""


@click.command()
@click.argument("file", metavar="[FILE|FOLDER]", required=False, shell_complete=files)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def merge(ctx: click.Context, file: str | None, yes: bool) -> None:
    """Join another machine's data file or folder into yours. Of each record the one changed last stays.

    What is merged is only read; done again, nothing changes. Without a FILE: the copies that Syncthing, Dropbox or
    Nextcloud left beside your file; those move to the folder backups once they are merged.
    """
    context: Context = ctx.obj
    if file is None and not conflict_copies(context.folder):
        click.echo(_NO_COPIES)
        return
    store = context.unlocked_store()
    store.tidy()
    copies = conflict_copies(context.folder)
    paths = copies if file is None else [_sealed_by_now(Path(file).expanduser())]
    others = []
    for path in paths:
        try:
            others.append(_Other(path, _read(context, store, path), _is_one_of(path, copies)))
        except StoreError as error:
            if file is not None:
                raise
            say(str(error))  # the other copies can be merged all the same
    if _is_wanted(store, others, yes):
        for other in others:
            _merge(store, other)
    if len(others) < len(paths):
        ctx.exit(FAILED)


def _sealed_by_now(path: Path) -> Path:
    """Return where a copy lies; one that lay plain in a sealed folder was sealed on unlocking."""
    sealed = path.with_name(path.name + SEALED)
    return sealed if sealed.exists() and not path.exists() else path


def _is_one_of(path: Path, copies: list[Path]) -> bool:
    return any(path.resolve() == copy.resolve() for copy in copies)


def _is_wanted(store: Store, others: list[_Other], yes: bool) -> bool:
    """Show what each would bring, and ask if any would change something or be moved."""
    here, is_something = store.tables(), False
    for other in others:
        expected = count(here, changes_from(here, other.tables))
        click.echo(f"{one_line(other.path.name)}: {expected if expected else 'nothing new'}.")
        is_something |= bool(expected) or other.is_copy
    if not is_something:
        return bool(others)
    return is_agreed(ngettext("Merge it", "Merge these {n}", len(others)), yes, _NOTHING)


def _merge(store: Store, other: _Other) -> None:
    with store.alone():
        here = store.tables()
        changes = changes_from(here, other.tables)
        merged = count(here, changes)
        store.take(changes)
        lacks = count(other.tables, changes_from(other.tables, store.tables()))
    if other.is_copy:
        _put_aside(store, other.path)
        click.echo(_("{merged}. It lies in {backups} now.", merged=merged, backups=BACKUPS))
    elif lacks:
        click.echo(
            _(
                "{merged}. {total:,} of yours are missing there, or older there: merge there, too.",
                merged=merged,
                total=lacks.total,
            )
        )
    else:
        click.echo(_("{merged}. Nothing else differs.", merged=merged))


def _put_aside(store: Store, copy: Path) -> None:
    try:
        put_aside(copy)
    except OSError as error:
        raise StoreError(
            _(
                "Merged. But {copy} could not be moved to {backups} ({reason}). Move it.",
                copy=copy,
                backups=BACKUPS,
                reason=error.strerror,
            )
        ) from error
    store.tidy()  # in a sealed folder nothing stays plain


def _read(context: Context, store: Store, path: Path) -> Tables:
    """Return what is kept there, in the present schema; its passphrase is asked for if our own key opens it not."""
    if path.is_dir() and path.resolve() == context.folder.resolve():
        raise ValueError(_("That is your own folder. Name the other one."))
    other, here = Elsewhere(path), store.tables()
    if not other.is_sealed:
        tables = other.tables(Plain(), here)
    else:
        own = store.key
        try:
            tables = other.tables(Sealed((), own or _their_key(other)), here)
        except OtherKey:
            if own is None or not other.has_key or other.folder.resolve() == context.folder.resolve():
                raise
            tables = other.tables(Sealed((), _their_key(other)), here)
        if own is None:
            say(_STAYS_OPEN)
    if other.is_damaged:
        say(_("Some lines in {name} could not be read. All others were.", name=path.name))
    return migrate(tables)


def _their_key(other: Elsewhere) -> Key:
    from companion.commands.passphrases import with_known

    if not other.has_key:
        raise OtherKey(_("{folder} holds no key that opens it: put its identity.age there.", folder=other.folder))
    click.echo(_("{folder} has a passphrase.", folder=one_line(str(other.folder))), err=True)
    return with_known(Keyring(other.folder, AgeWrapping()).open)
