"""The parts of a review on misses that come again, and on what was tried to mend them."""

from itertools import islice

from companion.catalogue import _, ngettext
from companion.domain.person import Names
from companion.domain.review.followed import FollowedCount
from companion.domain.review.look_back import Review
from companion.domain.review.patterns import PATTERN_ENTRIES
from companion.domain.review.section import MOST, Counted, Part, Section, Told, made, term_of
from companion.domain.review.sentences import (
    count,
    name_followed,
    name_pattern,
    say_followed,
    say_followed_count,
    say_moved_first,
    say_open,
    say_open_rupture,
    say_pattern,
    say_patterns,
    say_repair,
    say_repair_times,
    say_repairs,
)
from companion.domain.times import say_day

_OPEN_SHOWN = 5
"""Days with open ruptures that are named, the newest."""
_FOLLOWED_LEAST = 2
"""Once is told as nothing that followed."""


def patterns_section(review: Review, names: Names) -> Section:
    """Tell the misses that the rule can say something of; if there are none, the one noted most."""
    enough = [each for each in review.patterns if not each.missing]
    told = enough[:MOST] or review.patterns[:1]
    few = len({each.miss for each in review.patterns} - {each.miss for each in (*enough, *told)})
    more = len(enough) - len(enough[:MOST])
    rest = (
        more and _("{more:,} more with {least} entries or more.", more=more, least=PATTERN_ENTRIES),
        few
        and ngettext(
            "{n:,} more miss with fewer than {least} entries: too early to say.",
            "{n:,} more misses with fewer than {least} entries: too early to say.",
            few,
            least=PATTERN_ENTRIES,
        ),
    )
    rows = (Told(tuple(say_pattern(each, names)), each.entries, name_pattern(each, names)) for each in told)
    return made(Part.PATTERNS, say_patterns(review.patterns), told=rows, rest=" ".join(each for each in rest if each))


def repairs_section(review: Review) -> Section:
    """Tell what was tried, what came of it, and which repair came after which miss."""
    counted = (
        Counted(each.label, each.n, say_repair(each), term_of("repairs", each.id)) for each in review.repairs.counts
    )
    followed = review.followed.counts
    often = [each for each in followed if each.n >= _FOLLOWED_LEAST]
    once = len(followed) - len(often)
    rest = say_followed(review.followed)
    if once and not review.followed.missing:
        told_not = _("{repairs} came once after a miss; once is not told.", repairs=count(once, "repair"))
        rest = f"{rest} {told_not}"
    told = [] if review.followed.missing else [_followed(each) for each in often[:MOST]]
    return made(Part.REPAIRS, say_repairs(review.repairs), counted=counted, told=told, rest=rest)


def _followed(counted: FollowedCount) -> Told:
    return Told((say_followed_count(counted),), counted.entries, name_followed(counted))


def mending_section(review: Review) -> Section:
    """Tell how long it took to mend, who moved first, and which ruptures are open."""
    times = review.repair_times
    alike = list(islice(times.open_alike(), _OPEN_SHOWN))
    newest = (
        Told((say_open_rupture(each[0], len(each)),), tuple(rupture.id for rupture in each), say_day(each[0].day))
        for each in alike
    )
    shown = sum(map(len, alike))
    more = len(times.open) - shown
    rest = (
        ngettext(
            "These are the {shown:,} newest; {n:,} more is open.",
            "These are the {shown:,} newest; {n:,} more are open.",
            more,
            shown=shown,
        )
        if more
        else ""
    )
    said = [say_repair_times(times), say_moved_first(times), say_open(times)]
    return made(Part.MENDING, *said, told=newest, rest=rest)
