"""Reading what a person sees: the screen as lines of text."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.pilot import Pilot


def lines(app: App[Any]) -> list[str]:
    """Return the lines of the screen, without blanks at their ends."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def text(app: App[Any]) -> str:
    """Return the screen as one text."""
    return "\n".join(lines(app))


async def until(pilot: Pilot[None], is_there: Callable[[], object]) -> None:
    """Wait until something is there, on a busy machine too; after some seconds, let the test say what is not."""
    for _ in range(100):
        await pilot.pause(0.05)
        if is_there():
            return
