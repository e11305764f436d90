"""Whether what is printed is to be plain words: for a pipe, for a screen reader, for a terminal without styles."""

import os
import sys

import click

_STYLELESS = "NO_COLOR"
_DUMB = "dumb"


def is_plain() -> bool:
    """Return whether nothing but words is to be printed: no styles, no lines drawn, no dots that tell the time."""
    return not sys.stdout.isatty() or is_unstyled()


def is_unstyled() -> bool:
    """Return whether a terminal too gets nothing but words."""
    ctx = click.get_current_context(silent=True)
    return ctx is not None and ctx.color is False


def is_plain_asked() -> bool:
    """Return whether `--plain` was said, after which no verb draws a screen."""
    ctx = click.get_current_context(silent=True)
    return ctx is not None and bool(ctx.find_root().params.get("plain"))


def print_plainly(ctx: click.Context, plain: bool) -> None:
    """Leave out styles from now on, if that was said here or in the environment (https://no-color.org)."""
    if plain or os.environ.get(_STYLELESS) or os.environ.get("TERM") == _DUMB:
        ctx.color = False
