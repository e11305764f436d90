"""Saying what went wrong in one line on stderr: exit 2 for bad use, 1 for a failure."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from companion.storage.errors import ContentError, StoreError

FAILED, MISUSED = 1, 2


@contextmanager
def spoken() -> Iterator[None]:
    """Turn expected errors into a line and an exit code; a ValueError is the caller's bad input."""
    try:
        yield
    except click.UsageError as error:
        _end(f"{error.format_message()} See {error.ctx.command_path if error.ctx else 'companion'} --help.", MISUSED)
    except click.Abort:
        _end("Stopped.", FAILED)
    except ValueError as error:
        _end(str(error), MISUSED)
    except (StoreError, ContentError, click.ClickException) as error:
        _end(str(error), FAILED)


def _end(sentence: str, code: int) -> None:
    click.echo(f"companion: {sentence}", err=True)
    sys.exit(code)
