"""How strong it is now; may be left out."""

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.returning import ReturnStep
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.pause.returning.part import ReturnPart

_HOW = _("0 is nothing, 10 the most there is. A digit marks it; 1, then 0, is 10.")


class StrengthPart(ReturnPart):
    """A number from 0 to 10, or none."""

    step = ReturnStep.STRENGTH
    heading = _("How strong is it now?")

    def compose(self) -> ComposeResult:
        """The numbers, and what it was before."""
        after = self.pause.strength_after
        yield StrengthChoice(None if after is None else str(after))
        yield Static(_HOW, classes="quiet", markup=False)
        if self.pause.strength_before is not None:
            yield Static(
                _("Before, it was {strength_before}.", strength_before=self.pause.strength_before),
                classes="quiet",
                markup=False,
            )

    @property
    def first(self) -> Widget:
        """The numbers."""
        return self.query_one(StrengthChoice)

    @on(Choice.Changed)
    def feel(self, event: Choice.Changed) -> None:
        """Keep it at once."""
        after = None if event.value is None else int(event.value)
        self.write(msgspec.structs.replace(self.pause, strength_after=after))
