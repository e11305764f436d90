"""Doing an exercise in the app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.content import Link
from companion.ui.app import CompanionApp
from companion.ui.read.exercise import ExerciseScreen
from companion.ui.read.step import StepView
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


def line_of(pilot: Pilot[None]) -> Input:
    """Return the line that the step asks with."""
    box = pilot.app.screen.query_one(StepView).box
    assert box
    assert isinstance(box.editor, Input)
    return box.editor


async def write(pilot: Pilot[None], line: str) -> None:
    """Answer the step with a line, and go on."""
    line_of(pilot).value = line
    await pilot.press("enter")
    await pilot.pause()
