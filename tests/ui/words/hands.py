"""What a hand does among the words: stand on one, filter, write; and what it reads."""

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from companion.ui.app import CompanionApp
from companion.ui.row_list import RowList
from companion.ui.words.screen import WordsScreen
from companion.ui.words.writing import WriteScript
from tests.screens import text

WHOLE = "I'm swamped. I need quiet for 30 minutes. I'll be back at 20:40. I love you."
"""What the first builder makes of `type_all` at 20:10."""
ANGRY = "Why do you never answer"


def row_ids(app: CompanionApp) -> list[str]:
    return [row.id for row in app.screen.query_one("#scripts", RowList)._rows if row.id]


async def stand_on(pilot: Pilot[None], script_id: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, WordsScreen)
    await pilot.pause()
    screen._draw(at=script_id)
    await pilot.pause()


async def filter_by(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash")
    pilot.app.screen.query_one("#filter", Input).value = words
    await pilot.pause()


async def write(pilot: Pilot[None], words: str) -> None:
    assert isinstance(pilot.app.screen, WriteScript)
    pilot.app.screen.query_one(Input).value = words
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


def whole(app: CompanionApp) -> str:
    return " ".join(text(app).split())


async def open_with(pilot: Pilot[None], *keys: str) -> None:
    """Press keys in Words that lead to another of its screens."""
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()


async def type_in(pilot: Pilot[None], **words: str) -> None:
    """Let fields hold words."""
    for name, typed in words.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = typed
    await pilot.pause()
    await pilot.pause()


async def type_all(pilot: Pilot[None]) -> None:
    """Fill the fields of the first builder."""
    await type_in(pilot, state="swamped", need="quiet", length="30", care="I love you")


def sentence(app: CompanionApp) -> str:
    """Return the sentence of a builder."""
    return app.screen.query_one("#sentence", TextArea).text
