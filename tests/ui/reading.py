"""A text of one's own on the screen, for tests of what can be done while reading."""

from companion.text.whole import Whole
from companion.ui.app import CompanionApp
from companion.ui.read.article import ArticleScreen
from companion.ui.reader.said import SaidLine
from companion.ui.reader.view import Reader
from tests.screens import lines
from tests.ui.test_terminal import Terminal

FILL = "\n\n".join(["some words that fill the page"] * 20)
PARTS = (
    f"# All of it\n\nBegin.\n\n{FILL}\n\n## One\n\n{FILL}\n\n### One, deeper\n\n{FILL}\n\n"
    f"## Two\n\n{FILL}\n\n## Last\n\nend\n"
)
"""A title and four headings, the last of which can't come to the top."""


def read(app: CompanionApp, words: str) -> None:
    """Show a Markdown text."""
    whole = Whole(None, "A text", words, "pages")
    app.show(ArticleScreen(whole, app._store, app._library, app._clock, manner=app._screens._manner))


def reader(app: CompanionApp) -> Reader:
    """Return the text on the screen."""
    return app.screen.query_one(Reader)


def top(app: CompanionApp) -> str:
    """Return the first line of the text that is on the screen."""
    return lines(app)[3].strip()


def said(app: CompanionApp) -> str:
    """Return what is said in passing: below the text, and of what went wrong over it."""
    line = [str(line.content) for line in app.screen.query(SaidLine) if line.display]
    return " ".join([*line, *(each.message for each in app._notifications)])


def open_first_text(terminal: Terminal) -> None:
    """Open the first piece of the first trail, in an app that runs at Read."""
    terminal.wait_for(b"Short trails")
    terminal.press(b"\r")
    terminal.wait_for(b"Asking for room")
    terminal.press(b"\r")
    terminal.wait_for(b"if you need room")
