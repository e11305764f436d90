"""Printing a Markdown text on the command line."""

import os
from collections.abc import Iterator
from dataclasses import replace

import click

from companion.text.blocks import SPOKEN, Look, Marks, Run
from companion.text.layout import Line, lay_out

_MEASURE = 72
"""The widest line."""
_UNBROKEN = 1_000_000
"""A width that no paragraph reaches."""


def print_text(text: str, home: str, plain: bool) -> None:
    """Print a text, its structure shown by marks and by styles if this is a terminal.

    A link to a piece is followed by its name, to be read next.

    Args:
        text: Markdown.
        home: The folder it lies in, seen from the library's root.
        plain: Whether to leave out styles and marks and to print each paragraph on one line, for a screen
            reader or another program.
    """
    for line in _lines(text, home, plain):
        click.echo(line.text.rstrip() if plain else _styled(line))


def print_folded(*lines: str) -> None:
    """Print lines of plain words, none wider than the terminal; what is folded keeps the indent of its line."""
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        click.echo(click.wrap_text(line.lstrip(" "), min(_MEASURE, _columns()), indent, indent))


def _lines(text: str, home: str, plain: bool) -> Iterator[Line]:
    from companion.text.markdown import blocks  # the parser: only where something is printed

    width = _UNBROKEN if plain else min(_MEASURE, _columns())
    for number, block in enumerate(blocks(text, home, SPOKEN if plain else Marks())):
        lines = list(lay_out(replace(block, runs=tuple(_named(block.runs))), width))
        yield from lines[1:] if number == 0 and not lines[0].runs else lines


def _named(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Yield the runs, after each link the name of what it leads to."""
    for run, following in zip(runs, [*runs[1:], Run("")], strict=True):
        yield run
        if run.way and run.way.link.slug and following.way is not run.way:
            yield Run(f" [{run.way.link.slug}]")


def _styled(line: Line) -> str:
    return "".join(
        click.style(
            run.text,
            bold=bool(run.look & (Look.STRONG | Look.HEADING)) or None,
            italic=Look.EMPHASIS in run.look or None,
        )
        if run.look & (Look.STRONG | Look.HEADING | Look.EMPHASIS)
        else run.text
        for run in line.runs
    ).rstrip()


def _columns() -> int:
    """Return the width of the terminal; 80 where there is none."""
    if (said := os.environ.get("COLUMNS", "")).isdigit() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80
