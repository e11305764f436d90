"""What was counted, in words: kinds, feelings, needs, misses, repairs, pairs, and replies that landed or missed."""

from companion.catalogue import _
from companion.domain.review.counts import Counts, MissCount, Misses, RepairCount, Repairs, WordCount
from companion.domain.review.followed import Followed, FollowedCount
from companion.domain.review.kinds import Kinds
from companion.domain.review.landed import Landed, Replies
from companion.domain.review.pairs import PAIR_LEAST, Pair, Pairs
from companion.domain.review.sentences.words import count, lacks, listed, of, verb

NO_RESULT = _("no result noted")
_LISTS = {"feelings": "feeling"}
"""What a field of Entry is called in a sentence, where it is not its name."""


def say_kinds(kinds: Kinds) -> str:
    """Say how many entries the kinds are counted from, or how they begin."""
    if kinds.missing:
        return _("What happens most, and in which weeks. It starts with the first entry; choosing its kind is enough.")
    return _("Counted from {count}.", count=count(kinds.n, "entry"))


def say_counts(counts: Counts, noun: str) -> str:
    """Say in how many entries a word was chosen; the noun is feeling, need or context."""
    if counts.missing:
        return _(
            "Which {noun}s you chose, and how often. It starts with the first entry that names a {noun}.", noun=noun
        )
    never = _(" “Afraid” is never counted.") if noun == "feeling" else ""
    return f"{of(counts.n, counts.of, 'entry')} {verb(counts.n, 'names', 'name')} a {noun}.{never}"


def say_count(counted: WordCount, whole: int) -> str:
    """Say how often one word was chosen: `hurt: 3 of 10 entries`."""
    return f"{counted.label}: {of(counted.n, whole, 'entry')}"


def say_misses(misses: Misses) -> str:
    """Say in how many entries something missed."""
    if misses.missing:
        return _("How replies missed, and whose they were. It starts with the first entry that names a miss.")
    return _("{of} {verb} a miss.", of=of(misses.n, misses.of, "entry"), verb=verb(misses.n, "names", "name"))


def say_miss(miss: MissCount, whole: int) -> str:
    """Say how often one miss was noted and whose it was."""
    by = {"by you": miss.me, "by them": miss.them, "by both of you": miss.both, "by whom is not noted": miss.unknown}
    said = listed([f"{n:,} {whose}" for whose, n in by.items() if n])
    return f"{miss.label}: {of(miss.n, whole, 'entry')}; {said}."


def say_repairs(repairs: Repairs) -> str:
    """Say in how many entries a repair was tried."""
    if repairs.missing:
        return _("What was tried to mend it, and what came of it. It starts with the first entry that names a repair.")
    return _("{of} {verb} a repair.", of=of(repairs.n, repairs.of, "entry"), verb=verb(repairs.n, "names", "name"))


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
            "{looked_at} No two words stood together in {pair_least} of them so far.",
            looked_at=looked_at,
            pair_least=PAIR_LEAST,
        )
    return _(
        "{looked_at} These stood in the same entry at least {pair_least} times; that is all it says.",
        looked_at=looked_at,
        pair_least=PAIR_LEAST,
    )


def say_pair(pair: Pair) -> str:
    """Say how often two words stood together: `“hurt” and “small”: 4 entries`."""
    return f"{name_pair(pair)}: {count(pair.n, 'entry')}"


def name_pair(pair: Pair) -> str:
    """Name two words: `“hurt” and “small”`; with the lists they are of where they are the same word."""
    one, other = pair.one, pair.other
    if one.label != other.label:
        return _("“{label}” and “{label_2}”", label=one.label, label_2=other.label)
    return _(
        "the {get} and the {get_2} “{label}”",
        get=_LISTS.get(one.field, one.field),
        get_2=_LISTS.get(other.field, other.field),
        label=one.label,
    )


def say_followed(followed: Followed) -> str:
    """Say from how many threads the repairs after misses are counted."""
    if followed.missing:
        return _(
            "Which repair came after which miss. It needs {count} that begin with a miss and hold a repair; {lacks}",
            count=count(followed.least, "thread"),
            lacks=lacks(followed.n, followed.missing),
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
    return _("After “{label}”: “{label_2}”", label=counted.miss.label, label_2=counted.repair.label)


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
    both = _(", and {mixed:,} did both", mixed=replies.mixed) if replies.mixed else ""
    return _(
        "{whose}: {of} landed, {missed:,} of {n:,} missed{both}.",
        whose=whose,
        of=of(replies.landed, replies.n, "entry"),
        missed=replies.missed,
        n=replies.n,
        both=both,
    )
