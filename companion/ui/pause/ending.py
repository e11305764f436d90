"""The ways in which a running pause ends, as questions."""

from datetime import timedelta
from enum import StrEnum

from companion.catalogue import _
from companion.ui.rows import Row

BARELY_BEGUN = timedelta(minutes=1)
"""Within this time of the start, `enter` asks before it ends the pause: the same key has just begun it."""


class Ending(StrEnum):
    """What can be chosen."""

    GO_ON = "go on"
    BACK = "back"
    OFF = "off"
    UNRETURNED = "unreturned"


_OFF = Row(_("Call it off"), Ending.OFF, help=_("It was not needed after all. That is not counted as a return."))

ASK_END = (
    Row(_("Go on with it"), Ending.GO_ON),
    Row(_("I'm back"), Ending.BACK),
    Row(
        _("We did not come back to it"), Ending.UNRETURNED, help=_("Kept as it was. A new pause can begin at any time.")
    ),
    _OFF,
)
"""What `c` offers; `enter` too, while the pause has barely begun."""

ASK_END_THEIRS = (
    Row(_("Go on waiting"), Ending.GO_ON),
    Row(_("They're back"), Ending.BACK),
    Row(_("No word came, and I stop waiting"), Ending.UNRETURNED, help=_("Kept as it was. It says nothing about you.")),
    _OFF,
)
"""The same for a pause that is theirs."""

TOLD, UNTOLD, UNASKED = "told", "untold", "open"

ASK_TOLD_TITLE = _("Did you say it before you went?")
ASK_TOLD = (
    Row(_("Leave it open"), UNASKED),
    Row(_("Yes, I said it"), TOLD),
    Row(_("No, I left without a word"), UNTOLD, help=_("Kept for you alone. A line now still helps: it was sudden.")),
)
"""Asked once, on coming back, if it was not noted."""

ASK_SAID_TITLE = _("Did you say it?")
ASK_SAID = (Row(_("Not yet"), UNASKED), Row(_("Yes, I said it"), TOLD))
"""What `m` asks while it is locked."""
