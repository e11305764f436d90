"""An entry: one noted moment of the log."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import cache

import msgspec

from companion.catalogue import _
from companion.domain.record import Record
from companion.domain.strength import check_strength
from companion.domain.times import check_moment

MOST_FEELINGS = 3
"""More than three feeling words slow people down (fact H2)."""


_AFRAID = "afraid"


class Who(StrEnum):
    """Whose response failed to land, or who reached out; `none` only for a response."""

    ME = "me"
    THEM = "them"
    BOTH = "both"
    NONE = "none"


class Entry(Record, frozen=True, kw_only=True):
    """One noted moment. A line of note is enough; the rest can be added later."""

    at: datetime
    """When it happened (UTC)."""
    kind: str | None = None
    """An id of `vocabulary/kinds.yaml`."""
    strength: int | None = None
    """0-10."""
    note: str = ""
    """The person's own line."""
    feelings: tuple[str, ...] = ()
    """Up to three words of `vocabulary/feelings.yaml`."""
    need: str | None = None
    """A word of `vocabulary/needs.yaml`."""
    body: str | None = None
    """A body sign of `vocabulary/body.yaml`."""
    miss: str | None = None
    """An id of `vocabulary/misses.yaml`."""
    miss_by: Who | None = None
    """Whose response missed; `none` when it landed."""
    repairs: tuple[str, ...] = ()
    """Ids of `vocabulary/repairs.yaml`."""
    result: str | None = None
    """An id of `vocabulary/results.yaml`."""
    mended: str | None = None
    """How far the rupture that this entry answers, or notes, is mended: an id of `vocabulary/mendings.yaml`."""
    reached_by: Who | None = None
    """Who reached out, or moved first after a rupture."""
    offer: str | None = None
    """What was offered or asked: an id of `vocabulary/offers.yaml`."""
    reply: str | None = None
    """What came back from the other: an id of `vocabulary/replies.yaml`."""
    context: tuple[str, ...] = ()
    """Words of `vocabulary/contexts.yaml`."""
    person: str = ""
    """Initials or a name; keeps several bonds apart."""
    answers: str | None = None
    """Id of the entry that this one answers (a repair to its rupture)."""
    pause: str | None = None
    """Id of the pause it came out of."""
    quote: str = ""
    """Their words, as remembered."""
    hidden: bool = False
    """Whether it stays out of ordinary views and of reviews until one asks for it."""
    faded_at: datetime | None = None
    """When its words (note and quote) faded, as the person had set it; the rest stays (UTC)."""

    def __post_init__(self) -> None:
        check_moment(self.at)
        check_strength(self.strength)
        if len(self.feelings) > MOST_FEELINGS:
            raise ValueError(
                _("Up to {most_feelings} feelings, please. Keep the ones that fit best.", most_feelings=MOST_FEELINGS)
            )
        check_moment(self.faded_at)
        if not self.note.strip() and self.kind is None and self.faded_at is None:
            raise ValueError(_("Write a line, or choose a kind."))


class Fill(StrEnum):
    """How a field of an entry is filled."""

    LINE = "line"
    """In the person's own words."""
    WORD = "word"
    """From a list of words; a word is its own id."""
    CHOICE = "choice"
    """From a list whose ids have a label beside them."""
    WHO = "who"
    """With one of Who."""
    STRENGTH = "strength"
    """With a number from 0 to 10."""
    MOMENT = "moment"
    """With a time in natural words."""
    ENTRY = "entry"
    """With the id of another entry."""


class EntryField(msgspec.Struct, frozen=True):
    """What the form, the shell and the checks need to know about a field of Entry."""

    name: str
    """The field of Entry."""
    fill: Fill
    label: str
    """In front of it, on the form."""
    ask: str
    """Over what can be chosen, or faintly in an empty line."""
    words_from: str = ""
    """The list of Vocabulary that it chooses from, if any."""
    short: str = ""
    """What the shell's option calls one value, if it is not the field's name."""
    noun: str = ""
    """What a sentence calls one value, if it is not what the option calls it."""
    most: int | None = None
    """How many values, if there is a limit."""

    @property
    def option(self) -> str:
        """What the shell's option calls one value."""
        return self.short or self.name

    @property
    def default(self) -> object:
        """The value of an entry that says nothing here; None too where there is none, as for the time."""
        return _defaults().get(self.name)

    @property
    def several(self) -> bool:
        """Whether it may hold more than one value."""
        return self.default == ()

    def values(self, start: object) -> tuple[str, ...]:
        """Return what an entry, or the beginning of one, holds here as a tuple, whatever its shape there."""
        value = getattr(start, self.name, None)
        if value is None or value == "":
            return ()
        return value if isinstance(value, tuple) else (str(value),)


@cache
def _defaults() -> dict[str, object]:
    fields = msgspec.structs.fields(Entry)
    return {each.name: each.default for each in fields if each.default is not msgspec.NODEFAULT}


FIELDS = (
    EntryField("note", Fill.LINE, _("What happened"), _("a line, or a kind")),
    EntryField("kind", Fill.CHOICE, _("Kind"), _("What sort of moment was it?"), "kinds"),
    EntryField("strength", Fill.STRENGTH, _("How strong"), _("0 to 10")),
    EntryField("at", Fill.MOMENT, _("When"), _("like yesterday 21:00")),
    EntryField("person", Fill.LINE, _("Person"), _("initials or a name")),
    EntryField(
        "feelings", Fill.WORD, _("Feelings"), _("What did you feel?"), "feelings", "feeling", most=MOST_FEELINGS
    ),
    EntryField("need", Fill.WORD, _("Need"), _("What did you need?"), "needs"),
    EntryField("body", Fill.WORD, _("Body"), _("Where was it in the body?"), "body", noun=_("body sign")),
    EntryField("quote", Fill.LINE, _("Their words"), _("as you remember them")),
    EntryField("miss", Fill.CHOICE, _("Miss"), _("How did the reply miss?"), "misses"),
    EntryField("miss_by", Fill.WHO, _("Missed by"), _("Whose reply missed?"), short="by"),
    EntryField("repairs", Fill.CHOICE, _("Repair"), _("What was tried to mend it?"), "repairs", "repair"),
    EntryField("result", Fill.CHOICE, _("Result"), _("Did that help?"), "results"),
    EntryField("mended", Fill.CHOICE, _("Mended"), _("How far is it mended?"), "mendings"),
    EntryField("reached_by", Fill.WHO, _("Reached out"), _("Who reached out, or moved first?"), short="reached-by"),
    EntryField("offer", Fill.CHOICE, _("Offer"), _("What was offered or asked?"), "offers"),
    EntryField("reply", Fill.CHOICE, _("Came back"), _("What came back?"), "replies"),
    EntryField("context", Fill.WORD, _("Context"), _("What else was going on?"), "contexts"),
    EntryField("answers", Fill.ENTRY, _("Answers"), _("Which entry does this one answer?")),
)
"""All fields that a person fills, the most used first; the form shows them in this order."""


def is_afraid(feelings: Iterable[str]) -> bool:
    """Return whether the feelings of an entry ask for the way to help and safety."""
    return _AFRAID in feelings


def newest_first(entries: list[Entry]) -> list[Entry]:
    """Return the entries by the time they happened, newest first."""
    return sorted(entries, key=lambda entry: (entry.at, entry.id), reverse=True)
