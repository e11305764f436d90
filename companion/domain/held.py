"""A held message: written here, not in the phone, and kept until an hour one chooses."""

from collections.abc import Mapping
from datetime import datetime, time
from enum import StrEnum

import msgspec

from companion.catalogue import _
from companion.domain.length import parse_due
from companion.domain.record import Record
from companion.domain.strength import check_strength
from companion.domain.times import check_moment, local, next_at

NIGHT, MORNING = time(22, 0), time(8, 0)
"""From when to when nothing is sent: tired people write what they would not say (fact H3)."""

USUAL_HOLD = "1h"
"""How long a message is held, unless something else is said."""

SEND_IT = _("Safety, or something that can't wait? Send it from your phone now.")
"""Said wherever a message is held."""


class Decision(StrEnum):
    """What became of a message."""

    SENT = "sent"
    """It was sent, from wherever messages are sent; nothing is ever sent from here."""
    SAVED = "saved"
    """It waits for the talk."""
    LET_GO = "let go"

    @property
    def label(self) -> str:
        """The words for a list."""
        return _LABELS[self]


_LABELS = {Decision.SENT: _("Sent"), Decision.SAVED: _("Saved for the talk"), Decision.LET_GO: _("Let go")}


class HeldMessage(Record, frozen=True, kw_only=True):
    """A message that waits."""

    text: str
    written_at: datetime
    """UTC."""
    open_at: datetime
    """When it may be read again (UTC)."""
    mood_before: int | None = None
    """How strong the pull was when it was written, 0-10."""
    mood_after: int | None = None
    """How strong it is when it opens, 0-10."""
    decision: Decision | None = None
    """None while it waits."""
    decided_at: datetime | None = None
    """UTC."""
    pause: str | None = None
    """Id of the pause it was written in."""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(_("Write the message you want to hold."))
        for moment in (self.written_at, self.open_at, self.decided_at):
            check_moment(moment)
        check_strength(self.mood_before)
        check_strength(self.mood_after)

    def is_open(self, now: datetime) -> bool:
        """Return whether its hour has come."""
        return now >= self.open_at

    def decide(self, decision: Decision, now: datetime, mood_after: int | None = None) -> "HeldMessage":
        """Return the message with what became of it.

        Raises:
            ValueError: if its hour has not come: that is what it is held for.
        """
        if not self.is_open(now):
            raise ValueError(_("It is held until its hour. If it is about safety, send it from your phone now."))
        return msgspec.structs.replace(self, decision=decision, decided_at=now, mood_after=mood_after)

    def hold_until(self, open_at: datetime) -> "HeldMessage":
        """Return the message held on."""
        return msgspec.structs.replace(self, open_at=open_at)


def open_hour(wanted: datetime, *, night_hold: bool) -> datetime:
    """Return when a message opens: at the hour wanted, or, with the night held, in the morning after it."""
    at = local(wanted).time()
    is_night = at >= NIGHT or at < MORNING
    return next_at(wanted, MORNING) if night_hold and is_night else wanted


class HeldDraft(msgspec.Struct):
    """A message to hold, as it is typed."""

    text: str = ""
    until: str = USUAL_HOLD
    night: str = "yes"
    """Whether it waits till the morning rather than open at night: yes or no."""
    pull: str = ""
    """How strong the pull to send it is, 0-10."""
    taken: str = ""
    """The words that came from elsewhere last."""

    @classmethod
    def of(cls, fields: Mapping[str, object]) -> "HeldDraft":
        """Return a draft whose fields stood so; what else there may be is left out."""
        return cls(**{name: str(fields[name]) for name in cls.__struct_fields__ if name in fields})

    @property
    def is_unkept(self) -> bool:
        """Whether something is typed here that stands nowhere else."""
        return bool(self.text.strip()) and self.text != self.taken

    def take(self, words: str) -> None:
        """Take words from elsewhere: behind what is typed here, in the place of what was taken before."""
        before = self.text.removesuffix(self.taken).rstrip()
        self.text = f"{before}\n\n{words}".strip()
        self.taken = words

    def open_at(self, now: datetime) -> datetime:
        """Return when it would open.

        Raises:
            ValueError: with a sentence, if that is no time.
        """
        return open_hour(parse_due(self.until.strip() or USUAL_HOLD, now), night_hold=self.night != "no")

    def message(self, now: datetime, pause: str | None) -> HeldMessage:
        """Return the message, written in the pause of that id or in none.

        Raises:
            ValueError: with a sentence, if there are no words or no time.
        """
        pull = int(self.pull) if self.pull else None
        open_at = self.open_at(now)
        return HeldMessage(text=self.text.strip(), written_at=now, open_at=open_at, mood_before=pull, pause=pause)
