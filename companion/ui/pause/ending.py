"""The ways in which a pause ends without a return."""

from datetime import datetime

from companion.domain.pause import Pause
from companion.ui.rows import Row

_OFF, _UNRETURNED = "off", "unreturned"

ASK_END = (
    Row("Go on with it", "go-on"),
    Row("I'm back", "return"),
    Row("Call it off", _OFF, help="It was not needed after all. That is not counted as a return."),
    Row("We did not come back to it", _UNRETURNED, help="Kept as it was. A new pause can begin at any time."),
)
"""What can be chosen."""


def ended(choice: str, pause: Pause, now: datetime) -> Pause | None:
    """Return the pause ended as chosen; None if it goes on."""
    if choice == _OFF:
        return pause.cancel(now)
    if choice == _UNRETURNED:
        return pause.give_up(now)
    return None
