"""A form through whose fields the arrows go, one row after the other."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget


class FieldRows(VerticalScroll):
    """Fields below each other, each with the keys that it takes; what stands around them scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "row(1)", "Fields", id="pause.below"),
        Binding("up", "row(-1)", "Field above", id="pause.above", show=False),
    ]

    @property
    def _fields(self) -> list[Widget]:
        return [each for each in self.screen.focus_chain if each is not self and self in each.ancestors]

    def action_row(self, step: int) -> None:
        """Go to the next field on that side; above the first and below the last, scroll."""
        fields, here = self._fields, self.screen.focused
        at = fields.index(here) + step if here in fields else 0 if step > 0 else -1
        if 0 <= at < len(fields):
            fields[at].focus()
        elif step > 0:
            self.scroll_down(animate=False)
        elif here is self:
            self.scroll_up(animate=False)
        else:
            self.focus()
            self.scroll_home(animate=False)
