"""The verb passphrase: set one, change it, take it away."""

import os

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.storage.errors import StoreError
from companion.storage.store import Store

_WHICH = _("Say what to do: companion passphrase set, companion passphrase change, or companion passphrase remove.")

_BEFORE = _("""\
Without the passphrase nobody can read what you wrote again, you included. There is no way round it.
To have a copy that opens without one first: companion export -o FILE. Then keep it somewhere safe.
Four or more words that do not belong together make a good passphrase. To stop here: ctrl+c.""")

_SET = _("""\
Sealed. From now on the passphrase opens it; pausing, breathing, reading and noting go on without.
Copies from before, such as exports and backups of this computer, stay as readable as they were.""")

_CHANGED = _("Changed. A copy of the folder made before still opens with the old passphrase.")
_MAYBE_KNOWN = _("If somebody may know the old one, run this again with --new-key.")
_NEW_KEY = _("""\
Changed, and sealed anew with a new key: the old passphrase opens nothing here any more.
A copy of the folder made before still opens with it.""")

_REMOVED = _("Removed. The files are plain again: anybody who can open this account can read what you wrote.")


@click.group(invoke_without_command=True)
@click.pass_context
def passphrase(ctx: click.Context) -> None:
    """Set, change or remove the passphrase that seals what you write.

    It is asked for on the terminal. For scripts, COMPANION_PASSPHRASE_COMMAND names a command whose first line of
    output is the passphrase; it is never an argument.

    \b
    Any age tool opens the folder without Companion:
      age -d -i identity.age companion.json.age
    The last changes may still be lines of companion.journal.age, each a
    checksum and an age message in base64. Leaving the unlocked app folds them
    in; the first one alone is opened by
      cut -d' ' -f2 companion.journal.age | head -1 | base64 -d |
        age -d -i identity.age

    Before you take a new key (change --new-key), let other machines sync and merge.
    """
    if ctx.invoked_subcommand is None:
        raise ValueError(_WHICH)


@passphrase.command("set")
@click.pass_obj
def set_(context: Context) -> None:
    """Seal what you wrote and will write."""
    from companion.commands.passphrases import new_passphrase

    store = context.store
    if store.has_passphrase:
        raise StoreError(_("There is a passphrase already. To choose another one: companion passphrase change"))
    _say(_BEFORE, err=True)
    store.set_passphrase(store.new_key(new_passphrase(by_command=True)))
    _say(_SET)


@passphrase.command()
@click.option("--new-key", is_flag=True, help="Seal everything anew: for when somebody may know the old passphrase.")
@click.pass_obj
def change(context: Context, new_key: bool) -> None:
    """Choose another passphrase."""
    from companion.commands.passphrases import VARIABLE, new_passphrase

    store = _opened(context)
    chosen = new_passphrase(by_command=False)
    store.change_passphrase(store.new_key(chosen) if new_key else store.rewrap(chosen))
    _say(_NEW_KEY if new_key else f"{_CHANGED}\n{_MAYBE_KNOWN}")
    if os.environ.get(VARIABLE):
        _say(_("The command in {variable} must print the new one from now on.", variable=VARIABLE), err=True)


@passphrase.command()
@click.pass_obj
def remove(context: Context) -> None:
    """Take the passphrase away; the files are plain again."""
    _opened(context).remove_passphrase()
    _say(_REMOVED)


def _opened(context: Context) -> Store:
    if not context.store.has_passphrase:
        raise StoreError(_("There is no passphrase. To set one: companion passphrase set"))
    return context.unlocked_store()


def _say(words: str, *, err: bool = False) -> None:
    """Print lines that fit the terminal."""
    from companion.commands.printed import say_folded  # 10 ms that an explanation of the verb need not pay

    say_folded(words, err=err)
