"""Lines that a person types on the terminal: when they are asked for one, or while time passes."""

import select
import sys
from time import sleep

import click

from companion.commands.typed import clean


def is_typed_on() -> bool:
    """Return whether somebody reads and types here; a pipe has nobody."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


class TypedLines:
    """What is typed, a line at a time; None once the terminal gives no more (ctrl+d)."""

    def __init__(self) -> None:
        self.early: list[str | None] = []
        """The line that ended a wait, if one did."""

    def ask(self, question: str) -> str | None:
        """Ask, and return what is typed."""
        click.echo(question, nl=False)
        return self._read()

    def wait(self, seconds: float) -> None:
        """Wait that long, or until a line is typed."""
        if sys.platform == "win32":  # there, nobody can look whether a line has come
            sleep(seconds)
        elif not self.early and select.select([sys.stdin], [], [], seconds)[0]:
            self.early.append(self._read())

    def _read(self) -> str | None:
        line = sys.stdin.buffer.readline()
        return clean(line.decode("utf-8", "replace")) if line else None
