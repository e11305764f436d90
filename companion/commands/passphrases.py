"""Where a verb's passphrase comes from: typed unseen on the terminal, or the first line that a command prints.

It is never an argument and never an environment variable: other programs of the person can read those.
"""

import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from getpass import GetPassWarning, getpass
from typing import TypeVar

import click

from companion.catalogue import _
from companion.domain.short_passphrase import SHORT, is_short
from companion.storage.errors import StoreError, WrongPassphrase

_Opened = TypeVar("_Opened")

_TRIES = 3
"""How often a passphrase is asked for on the terminal: whoever mistypes must not go on typing in the shell."""

_AGAIN = _("That is not the passphrase. Type it once more.")

_LONGEST = 65_536
"""Bytes that a command may print."""

VARIABLE = "COMPANION_PASSPHRASE_COMMAND"
"""Environment variable with a shell command that prints the passphrase, for scripts."""


def with_known(open_: Callable[[str], _Opened], may_try: Callable[[], object] = lambda: None) -> _Opened:
    """Return what the passphrase that is set already opens; a wrong one is asked for again, up to three times in all.

    Args:
        open_: Opens with it.
        may_try: Raises a StoreError if a try comes too soon; called before each.

    Raises:
        WrongPassphrase: if it was wrong the last time, or the command gave a wrong one.
        StoreError: if nobody can be asked, the command fails, or it can't be opened.
    """
    if (command := os.environ.get(VARIABLE, "")).strip():
        may_try()
        return open_(_printed_by(command))
    for _try in range(_TRIES - 1):
        may_try()
        try:
            return open_(_typed(_("Passphrase: ")))
        except WrongPassphrase:
            click.echo(_AGAIN, err=True)
    may_try()
    return open_(_typed(_("Passphrase: ")))


def new_passphrase(*, by_command: bool) -> str:
    """Return a passphrase to be set, asked for twice.

    Args:
        by_command: Whether the command may give it; not where it gives the present one.

    Raises:
        ValueError: if it is empty, or the two differ.
        StoreError: if nobody can be asked, or the command fails.
    """
    command = os.environ.get(VARIABLE, "") if by_command else ""
    if command.strip():
        return _printed_by(command)
    first = _typed(_("New passphrase: "))
    if not first.strip():
        raise ValueError(_("An empty passphrase keeps nobody out. Nothing was changed; choose a longer one."))
    if is_short(first):
        click.echo(SHORT, err=True)
    if _typed(_("The same again: ")) != first:
        raise ValueError(_("The two are not the same. Nothing was changed; try again."))
    return first


def _typed(question: str) -> str:
    """Ask on the terminal itself, so that standard input is left to the verb."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)  # getpass would go on and show what is typed
        try:
            return getpass(question)
        except (GetPassWarning, OSError):
            raise StoreError(
                _(
                    "There is no terminal to ask for the passphrase on. Name a command that prints it in {variable}.",
                    variable=VARIABLE,
                )
            ) from None
        except EOFError:
            raise KeyboardInterrupt from None
        except UnicodeDecodeError:
            raise StoreError(_("The terminal sent bytes that are no text. Nothing was changed; try again.")) from None


def _printed_by(command: str) -> str:
    """Return the first line that the command prints; what it says on standard error stays to be seen."""
    given = None if sys.stdin and sys.stdin.isatty() else subprocess.DEVNULL  # piped words are the verb's
    try:
        said = _output_of(command, given)
        passphrase = said.partition(b"\n")[0].rstrip(b"\r").decode()
    except subprocess.CalledProcessError as error:
        raise StoreError(
            _(
                "The command in {variable} failed ({how}). Run it by itself to see why.",
                variable=VARIABLE,
                how=_how(error.returncode),
            )
        ) from None
    except (OSError, ValueError):
        raise StoreError(
            _(
                "The command in {variable} could not be run, or printed no text. Run it by itself to see why.",
                variable=VARIABLE,
            )
        ) from None
    if not passphrase.strip():
        raise StoreError(
            _(
                "The command in {variable} printed no passphrase on its first line. Run it by itself to see why.",
                variable=VARIABLE,
            )
        )
    return passphrase


def _output_of(command: str, given: int | None) -> bytes:
    """Return what the command prints; one that goes on printing is stopped.

    Raises:
        subprocess.CalledProcessError: if it fails.
        ValueError: if it prints more than a passphrase can be.
    """
    with subprocess.Popen(command, shell=True, stdin=given, stdout=subprocess.PIPE) as running:  # noqa: S602 (asked for)
        said = running.stdout.read(_LONGEST) if running.stdout else b""
        if len(said) == _LONGEST:
            running.kill()
            raise ValueError(_("too much"))
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return said


def _how(code: int) -> str:
    return _("exit {code}", code=code) if code >= 0 else _("signal {number}", number=-code)
