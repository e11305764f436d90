"""What stands under the quick line; drawn without laying out the screen again, as long as it takes as many lines."""

from textual.widgets import Static

from companion.text.wrapping import wrap
from companion.ui.log.quick_reading import HINT


class Understood(Static):
    """What was understood of the line so far, or how to write it."""

    def __init__(self) -> None:
        super().__init__(HINT, id="understood", classes="quiet -hint", markup=False)
        self._said = ""

    def say(self, sentences: str) -> None:
        """Say sentences, each on a line of its own; without any, say how to write."""
        if sentences == self._said:
            return
        is_as_high = self._height(sentences) == self._height(self._said)
        self._said = sentences
        self.update(sentences or HINT, layout=not is_as_high)
        self.set_class(not sentences, "-hint")

    def _height(self, sentences: str) -> int:
        width = max(1, self.content_size.width)
        return sum(len(wrap(line, width)) for line in (sentences or HINT).splitlines())
