"""The man page, made from the verbs: `python -m tests.man` writes it anew."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from companion import __version__
from companion.commands.main import companion
from companion.storage import paths

PAGE = Path(__file__).parent.parent / "companion" / "commands" / "companion.1"

_FOLDED = "\b"
"""What click has over a paragraph that is to stay as it is."""
_WIDE = 10_000

_ABOUT = """
Companion helps in the hour when two people who matter to each other need room: a pause with a promise to return, a
library to read in that hour, and a private log that shows over weeks what a bad evening can't. It opens no connection
and sends nothing.

Without a verb it opens the app, which needs a terminal. All that can be done there has a verb that prints plain words.
In a pipe, with `--plain`, or where `NO_COLOR` is set, they come without styles and drawn lines.
"""
_KEYS = """
`companion keys` prints every key of the app. There, `f1` is help and safety, `ctrl+l` hides the screen at once,
`ctrl+p` finds anything, `esc` goes back and `ctrl+q` quits.
"""
_FILES = (
    ("~/.local/share/companion/", "The data folder, readable by you alone. `companion paths` prints where it is."),
    (paths.STORE, f"What you wrote, as TinyDB JSON; `{paths.STORE}{paths.SEALED}` once you have set a passphrase."),
    (paths.JOURNAL, "The last changes."),
    (paths.IDENTITY, "The secret key, wrapped by the passphrase. Without the passphrase it opens nothing."),
    (paths.SETTINGS, "What you chose: `companion settings`."),
    (f"{paths.BACKUPS}/", "The newest five states, and the last one of each of 14 days."),
    (f"{paths.ARTICLES}/, {paths.WORKSHEETS}/", "Markdown and worksheets of your own. They stay as they are."),
    (f"{paths.KEYS}, {paths.THEMES}/", "Keys that you moved, and colours of your own."),
)
_ENVIRONMENT = (
    (paths.VARIABLE, "The data folder, if `--data-dir` names none."),
    ("COMPANION_PASSPHRASE_COMMAND", "A command whose first line of output is the passphrase."),
    ("NO_COLOR", "Where it is set, colours and styles are left out."),
    ("COLUMNS", "The width that text is wrapped to, up to 72."),
)
_EXITS = (
    ("0", "It was done."),
    ("1", "It failed; one line on standard error says what to do. Of `doctor`: something needs doing."),
    ("2", "It was called wrongly, or the app was asked for without a terminal."),
    ("3", "Of `pause wait`: the pause was moved or has ended."),
    ("10, 11", "Of `status`: a pause runs; its time has passed."),
)
_EXAMPLES = (
    ("companion pause 30 --place 'the bedroom'", "Start a pause, and print what to say."),
    ("companion pause wait && companion pause back", "Come back when it is due."),
    ("companion log -", "Note what you type until ctrl+d; it stays out of the shell's history."),
    ("companion log list '#work !7+ since:march'", "Look through the log."),
    ("companion review sheet --html -o sheet.html", "A page to take to a therapist."),
    ("companion export --passphrase -o all.json.age", "Everything, sealed."),
)
_SAFETY = """
Companion is no emergency service and no therapy. If you are afraid of them, or there is talk of suicide, read
`companion read safety-first` and see `companion help-lines` before anything else. The shell keeps a history of what you
type, and whoever uses this account can read it: see `companion read privacy`.
"""


def page() -> str:
    """Return the man page."""
    return "\n".join([*_lines(), ""])


def _lines() -> Iterator[str]:
    yield f'.TH COMPANION 1 "" "companion {__version__}" "User Commands"'
    yield from (".nh", ".ad l")  # words whole and lines ragged, as they are read out and copied best
    yield from (".SH NAME", r"companion \- room for two people who matter to each other")
    yield ".SH SYNOPSIS"
    ctx = click.Context(companion, info_name="companion")
    for usage in ("[--data-dir FOLDER] [--at PLACE]", "[--data-dir FOLDER] [--plain] VERB [ARGS]"):
        yield from (".PP", rf"\fBcompanion\fR {_roff(usage)}")
    yield from (".SH DESCRIPTION", *_paragraphs(_ABOUT))
    yield from (".SH OPTIONS", *_options(companion, ctx))
    yield ".SH VERBS"
    for name in companion.list_commands(ctx):
        yield from _verb(companion, name, ctx)
    yield from (".SH KEYS", *_paragraphs(_KEYS))
    for title, rows in (
        ("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT), ("EXIT STATUS", _EXITS), ("EXAMPLES", _EXAMPLES)
    ):  # fmt: skip
        yield f".SH {title}"
        yield from (line for term, said in rows for line in _row(term, said))
    yield from (".SH SAFETY", *_paragraphs(_SAFETY))


def _verb(group: click.Group, name: str, parent: click.Context) -> Iterator[str]:
    """Yield a verb with its options, then the verbs below it."""
    command = group.get_command(parent, name)
    if command is None or command.hidden:
        return
    ctx = click.Context(command, parent=parent, info_name=name)
    formatter = click.HelpFormatter(width=_WIDE)
    command.format_usage(ctx, formatter)
    usages = [line.removeprefix("Usage: ") for line in formatter.getvalue().splitlines()]
    yield f".SS {_roff(usages[0])}"
    yield from (line for usage in usages[1:] for line in (".PP", rf"\fB{_roff(usage)}\fR"))
    yield from _paragraphs(command.help or "")
    yield from _options(command, ctx)
    if isinstance(command, click.Group):
        listed = command.list_commands(ctx)
        for key, below in command.commands.items():
            if key not in listed or below.hidden:  # the verb that needs no name
                yield from _options(below, ctx)
        for key in listed:
            yield from _verb(command, key, ctx)


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for param in command.params:
        if isinstance(param, click.Option) and (record := param.get_help_record(ctx)):
            yield from _row(*record)


def _row(term: str, said: str) -> Iterator[str]:
    yield from (".TP", rf"\fB{_roff(term)}\fR", _styled(said))


def _paragraphs(text: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n", cleandoc(text)):
        if part.startswith(_FOLDED):
            yield from (".PP", ".nf", *map(_roff, part.splitlines()[1:]), ".fi")
        else:
            yield from (".PP", _styled(" ".join(part.split())))


def _styled(text: str) -> str:
    """Return a sentence with what stands in backticks bold."""
    return re.sub(r"`([^`]+)`", r"\\fB\1\\fR", _roff(text))


def _roff(text: str) -> str:
    """Return words that no sign of roff changes."""
    said = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{said}" if said.startswith((".", "'")) else said


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), "utf-8")
