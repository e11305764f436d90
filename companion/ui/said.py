"""A sentence that takes no room on the screen while there is nothing to say."""

from textual.widgets import Static


class Said(Static):
    """Words that come and go: without any, there is no empty line in their place."""

    def __init__(self, words: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(words, markup=False, id=id, classes=classes)
        self.display = bool(words)

    def say(self, words: str) -> None:
        """Show words, or nothing."""
        self.update(words)
        self.display = bool(words)
