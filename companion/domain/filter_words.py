"""A filter in words: as one types it, and as it is said under the line."""

from collections.abc import Iterable, Iterator

from companion.catalogue import _
from companion.domain.entry import FIELDS, Who
from companion.domain.entry_filter import EntryFilter, Has, Tagged
from companion.domain.filter_line import TOKEN, Day, read_filter
from companion.domain.person import INITIALS, Names
from companion.domain.shorthand import Tags
from companion.domain.strength import STRENGTHS
from companion.domain.times import say_day

HIDDEN = "is:hidden"
"""Shows hidden entries."""

_FIELDS = {field.name: field for field in FIELDS}
SAID_HAS = {
    Has.MISS: _("with a miss"),
    Has.REPAIR: _("with a repair"),
    Has.QUOTE: _("with their words"),
    Has.PAUSE: _("out of a pause"),
    Has.ANSWER: _("answering another"),
    Has.NOTE: _("with a note"),
}
SAID_BY = {
    Who.ME: _("missed by me"),
    Who.THEM: _("missed by them"),
    Who.BOTH: _("missed by both"),
    Who.NONE: _("missed by nobody"),
}


def write_filter(wanted: EntryFilter, tags: Tags) -> str:
    """Return the line that says a filter; read again it is the same filter."""
    return " ".join(_written(wanted, tags))


def _written(wanted: EntryFilter, tags: Tags) -> Iterator[str]:
    yield from (_quoted(word) for word in wanted.words)
    yield from (_tag(tag, tags) for tag in wanted.tags)
    yield from (f'@"{name}"' if len(name.split()) > 1 else f"@{name}" for name in wanted.persons)
    if strength := _strength(wanted):
        yield strength
    if wanted.since:
        yield f"since:{wanted.since}"
    if wanted.until:
        yield f"until:{wanted.until}"
    yield from (f"has:{each}" for each in wanted.has)
    if wanted.by:
        yield f"by:{wanted.by}"
    if wanted.no_kind:
        yield "no:kind"
    if wanted.hidden:
        yield HIDDEN


def _quoted(word: str) -> str:
    """Return a word as it is typed; what would be a sign stands in quotation marks."""
    return word if word.replace("-", "").isalnum() else f'"{word}"'


def _tag(tag: Tagged, tags: Tags) -> str:
    """Return a tag as it is typed, with its field where the word alone would mean another."""
    found = tags.find(tag.value)
    is_plain = found is not None and found[0].name == tag.field and found[1] == tag.value
    said = tag.value if is_plain else f"{_FIELDS[tag.field].option}:{tag.value}"
    return f"#{said.replace(' ', '-')}"


def _strength(wanted: EntryFilter) -> str:
    match wanted.lowest, wanted.highest:
        case None, None:
            return ""
        case low, None:
            return f"!{low}+"
        case None, high:
            return f"!{STRENGTHS[0]}-{high}"
        case low, high if low == high:
            return f"!{low}"
        case low, high:
            return f"!{low}+" if high == STRENGTHS[-1] else f"!{low}-{high}"


def say_filter(wanted: EntryFilter, tags: Tags, names: Names = INITIALS) -> str:
    """Say what a filter lets through: `“kitchen”, work, strength 7 or more`.

    Args:
        wanted: The filter.
        tags: All tags.
        names: Says what persons are called.
    """
    return ", ".join(_said(wanted, tags, names))


def _said(wanted: EntryFilter, tags: Tags, names: Names) -> Iterator[str]:
    yield from (f"“{word}”" for word in wanted.words)
    for name in dict.fromkeys(tag.field for tag in wanted.tags):
        words = [tags.say(_FIELDS[name], tag.value) for tag in wanted.tags if tag.field == name]
        yield (" and " if _FIELDS[name].several else " or ").join(words)
    yield from (_("about {name}", name=names.say(name)) for name in wanted.persons)
    yield from _said_strength(wanted)
    if wanted.since:
        yield _("since {day}", day=say_day(wanted.since))
    if wanted.until:
        yield _("until {day}", day=say_day(wanted.until))
    yield from (SAID_HAS[each] for each in wanted.has)
    if wanted.by:
        yield SAID_BY[wanted.by]
    if wanted.no_kind:
        yield _("without a kind")
    if wanted.hidden:
        yield _("hidden")


def _said_strength(wanted: EntryFilter) -> Iterator[str]:
    low, high = wanted.lowest, wanted.highest
    if low is None and high is None:
        return
    if low == high:
        yield _("strength {low}", low=low)
    elif high in (None, STRENGTHS[-1]):
        yield _("strength {low} or more", low=low)
    else:
        yield _("strength {low} to {high}", low=low or STRENGTHS[0], high=high)


def read_kindly(query: str, tags: Tags, day: Day) -> EntryFilter:
    """Return the filter that a line says, part by part; a part that means nothing is taken as a word."""
    parts: list[str] = []
    for token in TOKEN.findall(query):
        plain = token.replace('"', "")
        parts.append(token if _means_something([*parts, token], tags, day) else f'"{plain}"')
    return read_filter(" ".join(parts), tags, day)


def _means_something(parts: Iterable[str], tags: Tags, day: Day) -> bool:
    try:
        read_filter(" ".join(parts), tags, day)
    except ValueError:
        return False
    return True
