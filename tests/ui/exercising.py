"""Doing an exercise in the app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.content import Link
from companion.ui.app import CompanionApp
from companion.ui.read.exercise import ExerciseScreen
from tests.screens import text


def words(app: CompanionApp) -> str:
    """Return the screen as running text."""
    return " ".join(text(app).split())


def screen(pilot: Pilot[None]) -> ExerciseScreen:
    """Return the exercise that is shown."""
    assert isinstance(pilot.app.screen, ExerciseScreen)
    return pilot.app.screen


@asynccontextmanager
async def doing(app: CompanionApp, slug: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Open an exercise, before it starts."""
    async with app.run_test(size=size) as pilot:
        app.follow(Link("exercises", slug))
        await pilot.pause()
        yield pilot


async def write(pilot: Pilot[None], line: str) -> None:
    """Answer the step with a line, and go on."""
    pilot.app.screen.query_one("#line", Input).value = line
    await pilot.press("enter")
    await pilot.pause()
