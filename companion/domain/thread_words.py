"""A thread in plain words: how long it has been open, how it ended, who moved first."""

from datetime import datetime

from companion.catalogue import _, ngettext
from companion.domain.entry import Entry, Who
from companion.domain.review.sentences.mended import roughly
from companion.domain.threads import Mended, Thread

GROUPS = {
    None: _("Open"),
    Mended.HALF: _("Half mended"),
    Mended.BRIDGED: _("Bridged"),
    Mended.LET_GO: _("Let go on purpose"),
}
"""What threads are looked at under, in that order."""

_MOVED_FIRST = {
    Who.ME: _("I moved first"),
    Who.THEM: _("they moved first"),
    Who.BOTH: _("we both moved first"),
}


def say_thread(thread: Thread, now: datetime) -> str:
    """Say how a thread stands: `open 3 days`, `bridged after 2 hours · they moved first`."""
    moved = _MOVED_FIRST.get(thread.moved_first, "") if thread.moved_first else ""
    return " · ".join(filter(None, (_say_state(thread, now), moved)))


def say_answer(entry: Entry) -> str:
    """Say how far an entry says that its rupture is mended: `half mended`; nothing if it does not."""
    return GROUPS[Mended(entry.mended)].lower() if entry.mended in set(Mended) else ""


def _say_state(thread: Thread, now: datetime) -> str:
    match thread.mended:
        case Mended.BRIDGED:
            time = thread.time_to_repair
            return _("bridged at once") if not time else _("bridged after {time}", time=roughly(time))
        case Mended.LET_GO:
            return _("let go")
        case Mended.HALF:
            return _("half mended, {open_for}", open_for=_say_open(thread, now))
    return _say_open(thread, now)


def _say_open(thread: Thread, now: datetime) -> str:
    days = thread.open_days(now)
    return _("open since today") if not days else ngettext("open {n:,} day", "open {n:,} days", days)
