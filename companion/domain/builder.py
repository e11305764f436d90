"""Building a sentence from a few short parts; what is not said yet stands as a gap, `‹what I need›`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from companion.catalogue import _

_I_START = ("i ", "i'm ", "i’m ", "i've ", "i’ve ", "i'd ", "i’d ")
_OWN_START = (*_I_START, "my ", "we ", "it ", "it's ", "it’s ")
"""What begins a clause of one's own: nothing is put before it. A need may well begin with “my”."""

_ASKING = ("can ", "could ", "would ", "will ", "shall ", "may ", "do ", "are ", "is ", "what ", "when ", "how ")
_SAYING = ("please ", "let's ", "let’s ")
_END = ".,;:!?… "
_INSERTED = {"own pace": "my own pace"}
"""Needs of the list that read differently inside a sentence."""


class Source(StrEnum):
    """Where words that fit a part may come from: the closed lists of that name."""

    FEELINGS = "feelings"
    NEEDS = "needs"


@dataclass(frozen=True)
class Part:
    """One short field of a builder."""

    name: str
    label: str
    """How the sentence begins there."""
    example: str
    source: Source | None = None
    is_time: bool = False
    """Whether it says how long, or until when."""
    may_be_left_out: bool = False
    """Whether the sentence is whole without it."""


@dataclass(frozen=True)
class Builder:
    """A sentence made of parts."""

    id: str
    title: str
    why: str
    parts: tuple[Part, ...]

    def text(self, said: Mapping[str, str]) -> str:
        """Return the sentence as a script: what was said in its place, times as slots, gaps where nothing was."""
        words = {part.name: _tidy(said.get(part.name, "")) for part in self.parts}
        return _ask(words) if self is ASK else _feel(words)

    def is_whole(self, said: Mapping[str, str]) -> bool:
        """Return whether no part is missing that the sentence needs."""
        return all(said.get(part.name, "").strip() or part.may_be_left_out for part in self.parts)


ASK = Builder(
    "ask",
    _("Ask for room"),
    _("How I am, what I need, until when, and that I care."),
    (
        Part("state", _("I'm"), _("swamped"), Source.FEELINGS),
        Part("need", _("I need"), _("quiet"), Source.NEEDS),
        Part("length", _("For or until"), _("30, 1h, until 20:40"), is_time=True),
        Part("care", _("That I care"), _("I do want to sort this out")),
    ),
)
"""The four parts of asking for room (time-outs: state, length, return, care; facts A8, A9)."""

FEEL = Builder(
    "feel",
    _("I feel"),
    _("Your side; their side first helps a little more."),
    (
        Part("theirs", _("I get that you"), _("had a long day (may stay empty)"), may_be_left_out=True),
        Part("feeling", _("I feel"), _("lonely"), Source.FEELINGS),
        Part("when", _("when"), _("we eat with our phones out")),
        Part("need", _("I need"), _("company"), Source.NEEDS),
        Part("request", _("Could we"), _("put them away till nine")),
    ),
)
"""Feeling, moment, need and request; saying that one sees the other's side too helps a little more (fact B8)."""


def _ask(words: Mapping[str, str]) -> str:
    state = _clause(_("I'm"), words["state"], _("how I am"))
    need = _need(words["need"])
    care = _sentence(words["care"] or _("‹that I care›"))
    return _(
        "{state} {need} for {{minutes}}. I'll be back at {{back_at}}. {care}",
        state=_sentence(state),
        need=need,
        care=care,
    )


def _feel(words: Mapping[str, str]) -> str:
    feeling = _clause(_("I feel"), words["feeling"], _("what I feel"))
    theirs = _without(words["theirs"], _("you"))
    both = _("I get that you {theirs}, and {feeling}", theirs=theirs, feeling=feeling) if words["theirs"] else feeling
    need = _sentence(_need(words["need"]))
    when = _without(words["when"], _("when")) or _("‹when it happens›")
    return _(
        "{feeling} when {moment}. {need} {request}",
        feeling=_capital(both),
        moment=when,
        need=need,
        request=_request(words["request"]),
    )


def _need(words: str) -> str:
    return _clause(_("I need"), _INSERTED.get(words.lower(), words), _("what I need"), _I_START)


def _clause(opening: str, words: str, gap: str, own: tuple[str, ...] = _OWN_START) -> str:
    """Return the opening with the words behind it, unless they are a clause of their own."""
    if words.lower().startswith(own):
        return _capital(words) if words.lower().startswith(_I_START) else _small(words)
    return f"{opening} {_small(words) or f'‹{gap}›'}"


def _request(words: str) -> str:
    low = words.lower()
    if low.startswith(_SAYING) or low.startswith(_OWN_START):
        return _sentence(words)
    if low.startswith(_ASKING):
        return f"{_capital(words)}?"
    return _("Could we {request}?", request=_small(words) or _("‹what would help›"))


def _tidy(words: str) -> str:
    """Return the words on one line, without the marks that end a sentence."""
    return " ".join(words.split()).rstrip(_END)


def _without(words: str, start: str) -> str:
    """Return the words without what the sentence says already."""
    said = f"{start} "
    return words[len(said) :] if words.lower().startswith(said) else words


def _small(words: str) -> str:
    """Return words that begin like a sentence as they stand inside one; `TV` and `I` stay."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    return f"{_capital(words)}."
