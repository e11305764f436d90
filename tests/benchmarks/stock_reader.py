"""Textual's own reader as an app: `python -m tests.benchmarks.stock_reader FILE`; `o` opens `text.md` beside it."""

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Markdown


class StockReader(App[None]):
    """A Markdown widget in a container that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [("o", "open", "Open")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """The text and the keys."""
        with VerticalScroll(can_focus=True):
            yield Markdown(self._path.read_text("utf-8"))
        yield Footer()

    def on_mount(self) -> None:
        """Let keys scroll."""
        self.query_one(VerticalScroll).focus()

    async def action_open(self) -> None:
        """Open what lies beside it."""
        await self.query_one(Markdown).update((self._path.parent / "text.md").read_text("utf-8"))


if __name__ == "__main__":
    StockReader(Path(sys.argv[1])).run()
