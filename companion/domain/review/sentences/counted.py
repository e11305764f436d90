"""What was counted, in words: kinds, feelings, needs, misses, repairs, pairs, and replies that landed or missed."""

from collections.abc import Callable

from companion.catalogue import _, ngettext
from companion.domain.review.counts import Counts, MissCount, Misses, RepairCount, Repairs, WordCount
from companion.domain.review.followed import Followed, FollowedCount
from companion.domain.review.kinds import Kinds
from companion.domain.review.landed import Landed, Replies
from companion.domain.review.pairs import PAIR_LEAST, Pair, Pairs
from companion.domain.review.sentences.words import count, lacks, listed, of

NO_RESULT = _("no result noted")
_LISTS = {"kind": _("kind"), "feelings": _("feeling"), "need": _("need"), "miss": _("miss"), "context": _("context")}
"""What a field of Entry is called in a sentence."""
_CHOSEN: dict[str, tuple[str, Callable[[int, str], str]]] = {
    "feeling": (
        _("Which feelings you chose, and how often. It starts with the first entry that names a feeling."),
        lambda n, of: ngettext("{of} names a feeling.", "{of} name a feeling.", n, of=of),
    ),
    "need": (
        _("Which needs you chose, and how often. It starts with the first entry that names a need."),
        lambda n, of: ngettext("{of} names a need.", "{of} name a need.", n, of=of),
    ),
    "context": (
        _("Which contexts you chose, and how often. It starts with the first entry that names a context."),
        lambda n, of: ngettext("{of} names a context.", "{of} name a context.", n, of=of),
    ),
}
"""How a list of words begins, and in how many entries one of them was chosen."""


def say_kinds(kinds: Kinds) -> str:
    """Say how many entries the kinds are counted from, or how they begin."""
    if kinds.missing:
        return _("What happens most, and in which weeks. It starts with the first entry; choosing its kind is enough.")
    return _("Counted from {count}.", count=count(kinds.n, "entry"))


def say_counts(counts: Counts, noun: str) -> str:
    """Say in how many entries a word was chosen; the noun is feeling, need or context."""
    beginning, named = _CHOSEN[noun]
    if counts.missing:
        return beginning
    said = named(counts.n, of(counts.n, counts.of, "entry"))
    return _("{said} “Afraid” is never counted.", said=said) if noun == "feeling" else said


def say_count(counted: WordCount, whole: int) -> str:
    """Say how often one word was chosen: `hurt: 3 of 10 entries`."""
    return f"{counted.label}: {of(counted.n, whole, 'entry')}"


def say_misses(misses: Misses) -> str:
    """Say in how many entries something missed."""
    if misses.missing:
        return _("How replies missed, and whose they were. It starts with the first entry that names a miss.")
    return ngettext("{of} names a miss.", "{of} name a miss.", misses.n, of=of(misses.n, misses.of, "entry"))


def say_miss(miss: MissCount, whole: int) -> str:
    """Say how often one miss was noted and whose it was."""
    by = (
        miss.me and _("{n:,} by you", n=miss.me),
        miss.them and _("{n:,} by them", n=miss.them),
        miss.both and _("{n:,} by both of you", n=miss.both),
        miss.unknown and _("{n:,} by whom is not noted", n=miss.unknown),
    )
    said = listed([each for each in by if each])
    return f"{miss.label}: {of(miss.n, whole, 'entry')}; {said}."


def say_repairs(repairs: Repairs) -> str:
    """Say in how many entries a repair was tried."""
    if repairs.missing:
        return _("What was tried to mend it, and what came of it. It starts with the first entry that names a repair.")
    return ngettext("{of} names a repair.", "{of} name a repair.", repairs.n, of=of(repairs.n, repairs.of, "entry"))


def say_repair(repair: RepairCount) -> str:
    """Say how often one repair was tried, and what came of it."""
    said = listed([f"{each.label.lower() or NO_RESULT} {each.n:,}" for each in repair.results])
    return f"{repair.label}: {count(repair.n, 'entry')}; {said}."


def say_pairs(pairs: Pairs) -> str:
    """Say what the pairs are counted from."""
    if pairs.missing:
        return _(
            "Which two words stood in the same entry. It needs {count} with two words; {lacks}",
            count=count(pairs.least, "entry"),
            lacks=lacks(pairs.n, pairs.missing),
        )
    looked_at = _("Counted from {count} with two words or more.", count=count(pairs.n, "entry"))
    if not pairs.pairs:
        return _(
            "{looked_at} No two words stood together in {least} of them so far.",
            looked_at=looked_at,
            least=PAIR_LEAST,
        )
    return _(
        "{looked_at} These stood in the same entry at least {least} times; that is all it says.",
        looked_at=looked_at,
        least=PAIR_LEAST,
    )


def say_pair(pair: Pair) -> str:
    """Say how often two words stood together: `“hurt” and “small”: 4 entries`."""
    return f"{name_pair(pair)}: {count(pair.n, 'entry')}"


def name_pair(pair: Pair) -> str:
    """Name two words: `“hurt” and “small”`; with the lists they are of where they are the same word."""
    one, other = pair.one, pair.other
    if one.label != other.label:
        return _("“{one}” and “{other}”", one=one.label, other=other.label)
    return _("the {one} and the {other} “{label}”", one=_LISTS[one.field], other=_LISTS[other.field], label=one.label)


def say_followed(followed: Followed) -> str:
    """Say from how many threads the repairs after misses are counted."""
    if followed.missing:
        return _(
            "Which repair came after which miss. "
            "It needs {count} that begin with a miss and hold a repair; {how_many_lack}",
            count=count(followed.least, "thread"),
            how_many_lack=lacks(followed.n, followed.missing),
        )
    return _("Counted from {count} that begin with a miss and hold a repair.", count=count(followed.n, "thread"))


def say_followed_count(counted: FollowedCount) -> str:
    """Say how often one repair came after one miss and helped."""
    helped = _("it helped at least a bit in {helped:,} of {n:,}.", helped=counted.helped, n=counted.n)
    return _(
        "{followed} in {count}; {helped}",
        followed=name_followed(counted),
        count=count(counted.n, "thread"),
        helped=helped,
    )


def name_followed(counted: FollowedCount) -> str:
    """Name a repair and what it came after: `After “Made it smaller”: “Said sorry”`."""
    return _("After “{miss}”: “{repair}”", miss=counted.miss.label, repair=counted.repair.label)


def say_landed(landed: Landed) -> list[str]:
    """Say what landed beside what missed, in both directions, and what is noted without one."""
    if landed.missing:
        return [
            _("What landed beside what missed, both ways. It starts with the first entry that says what came back.")
        ]
    said = [
        _say_replies(_("Your replies to them"), landed.mine),
        _say_replies(_("Their replies to you"), landed.theirs),
    ]
    return said + ([_say_replies(_("Whose reply is not noted"), landed.unknown)] if landed.unknown.n else [])


def _say_replies(whose: str, replies: Replies) -> str:
    if not replies.n:
        return _("{whose}: none noted.", whose=whose)
    landed = of(replies.landed, replies.n, "entry")
    said = _(
        "{whose}: {of} landed, {missed:,} of {n:,} missed", whose=whose, of=landed, missed=replies.missed, n=replies.n
    )
    return _("{said}, and {mixed:,} did both.", said=said, mixed=replies.mixed) if replies.mixed else f"{said}."
