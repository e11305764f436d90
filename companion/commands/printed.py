"""Printing a Markdown text on the command line."""

import os
import sys
from collections.abc import Iterator

import click

from companion.commands.plain import is_plain
from companion.text.blocks import PRINTED, SPOKEN, Look
from companion.text.layout import Line, lay_out

_MEASURE = 72
"""The widest line, unless another is asked for."""
LEAST = 20
"""The narrowest line: in less, words are no words any more, and a terminal folds them by itself."""
_DIGITS = 10
"""As many of them make no width."""
_UNBROKEN = 1_000_000
"""A width that no paragraph reaches."""
_STYLED = Look.STRONG | Look.EMPHASIS | Look.STRUCK | Look.TITLE


def print_text(text: str, home: str, plain: bool, width: int | None = None) -> None:
    """Print a text, its structure shown by marks and by styles if this is a terminal.

    A link to a piece is followed by its name, to be read next.

    Args:
        text: Markdown.
        home: The folder it lies in, seen from the library's root.
        plain: Whether to leave out styles and to use marks that can be read out, as is done for another program too.
        width: The widest line; 0 for each paragraph on one line. Without it, 72 or what the terminal has.
    """
    plain = plain or is_plain()
    measure = min(_MEASURE, _columns()) if width is None else width or _UNBROKEN
    for line in _lines(text, home, plain, measure):
        click.echo(line.text.rstrip() if plain else _styled(line))


def print_folded(*lines: str) -> None:
    """Print lines of plain words, none wider than the terminal; what is folded keeps the indent of its line."""
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        click.echo(click.wrap_text(line.lstrip(" "), min(_MEASURE, _columns()), indent, indent))


def say_folded(words: str, *, err: bool = False, hang: int = 0) -> None:
    """Print lines of plain words, folded on a terminal; for another program they stay as they are.

    Args:
        words: The lines.
        err: Whether they go to standard error.
        hang: Blanks in front of what is folded down.
    """
    width = min(_MEASURE, _columns()) if (sys.stderr if err else sys.stdout).isatty() else 0
    for line in words.splitlines():
        indent = " " * min(hang, width // 2)
        click.echo(click.wrap_text(line, width, subsequent_indent=indent) if width else line, err=err)


def _lines(text: str, home: str, plain: bool, width: int) -> Iterator[Line]:
    from companion.text.markdown import blocks  # the parser: only where something is printed

    for number, block in enumerate(blocks(text, home, SPOKEN if plain else PRINTED)):
        lines = list(lay_out(block, _UNBROKEN if plain and block.verbatim else width))
        yield from lines[1:] if number == 0 and lines and not lines[0].runs else lines


def _styled(line: Line) -> str:
    return "".join(
        click.style(
            run.text,
            bold=bool(run.look & Look.STRONG) or None,
            italic=Look.EMPHASIS in run.look or None,
            strikethrough=Look.STRUCK in run.look or None,
            underline=Look.TITLE in run.look or None,
        )
        if run.look & _STYLED
        else run.text
        for run in line.runs
    ).rstrip()


def _columns() -> int:
    """Return the width of the terminal, at least 20; 80 where there is none."""
    if (said := os.environ.get("COLUMNS", "")).isdecimal() and len(said) < _DIGITS and int(said) > 0:
        return max(LEAST, int(said))
    try:
        return max(LEAST, os.get_terminal_size().columns or 80)
    except OSError:
        return 80
