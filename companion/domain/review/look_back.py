"""A review: all its parts over one period, each counted when it is first asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.person import is_same
from companion.domain.practice import Practice
from companion.domain.reading import Reading
from companion.domain.review.after_reading import AfterReading, after_reading
from companion.domain.review.calming import Calming, calming
from companion.domain.review.counts import Counts, Misses, Repairs, contexts, feelings, misses, needs, repairs
from companion.domain.review.days import Calendar, DayEntries, Moment, by_day, calendar, moments, sort_days
from companion.domain.review.followed import Followed, followed
from companion.domain.review.given import Given
from companion.domain.review.hours import Hours, hours
from companion.domain.review.kinds import Kinds, kinds
from companion.domain.review.landed import Landed, landed
from companion.domain.review.looked import Looked, looked
from companion.domain.review.pairs import Pairs, pairs
from companion.domain.review.patterns import Pattern, patterns
from companion.domain.review.period import Period
from companion.domain.review.promises import Promises, promises
from companion.domain.review.repair_times import RepairTimes, repair_times
from companion.domain.review.repaired import answered
from companion.domain.review.reviewed import LeftOut, PersonCount, persons, reviewed
from companion.domain.review.since import Since, since
from companion.domain.review.spans import ContextSpan, context_spans
from companion.domain.review.strength import AVERAGE_DAYS, Strength, strength
from companion.domain.review.went_with import WentWith, went_with
from companion.domain.settings import Settings
from companion.domain.threads import Thread, threads
from companion.domain.times import local
from companion.domain.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Review(Given):
    """What the log and the pauses of a period show; `look_back` makes it."""

    # -- what the parts share

    @cached_property
    def _end(self) -> datetime:
        return self.now or datetime.combine(self.period.until + timedelta(days=1), time()).astimezone()

    @cached_property
    def _today(self) -> date:
        return local(self.now).date() if self.now else self.period.until

    @cached_property
    def _moments(self) -> list[Moment]:
        return moments(self.seen.entries, self.period)

    @cached_property
    def _days(self) -> DayEntries:
        return sort_days(self._moments)

    @cached_property
    def _all_threads(self) -> list[Thread]:
        return threads(self.seen.log, self.vocabulary)

    @cached_property
    def _threads(self) -> list[Thread]:
        """Those whose rupture lies in the period."""
        inside = {entry.id for _, entry in self._moments}
        return [thread for thread in self._all_threads if thread.rupture.id in inside]

    # -- the days

    @cached_property
    def left_out(self) -> LeftOut:
        """How many entries it does not look at."""
        return self.seen.left_out(self.period)

    @cached_property
    def persons(self) -> tuple[PersonCount, ...]:
        """Who is named."""
        return persons(entry for _, entry in self._moments)

    @cached_property
    def calendar(self) -> Calendar:
        """Each day's number of entries and its mood."""
        return calendar(self._days, self.vocabulary, self.period)

    @cached_property
    def nearest(self) -> date | None:
        """The local day of the entry nearest to a period without any; None if there are some, or none elsewhere."""
        return None if self._moments else self.seen.nearest_day(self.period)

    @cached_property
    def looked(self) -> Looked:
        """How many days were looked at, and what sort they were of."""
        return looked(self._days, self.calendar, self.period, self.seen.first_day, self._today)

    @property
    def warns_only_hard(self) -> bool:
        """Whether to say that only hard days are noted: they are, and the settings don't forbid it."""
        return self.settings.nudge_only_hard and self.looked.only_hard

    @cached_property
    def hours(self) -> Hours:
        """When entries were noted."""
        return hours(self._moments)

    @cached_property
    def spans(self) -> tuple[ContextSpan, ...]:
        """What went on meanwhile, to lie over the strength."""
        return context_spans(self.notes, self.period, self._today)

    @cached_property
    def strength(self) -> Strength:
        """How strong it was."""
        before = Period(*(self.period.since - timedelta(days=days) for days in (AVERAGE_DAYS, 1)))
        return strength(self._days, by_day(self.seen.entries, before))

    @cached_property
    def since(self) -> tuple[Since, ...]:
        """The last of each kind, in the whole log."""
        return since(self.seen.entries, self.vocabulary, self._end)

    # -- what was counted

    @cached_property
    def kinds(self) -> Kinds:
        """Which kinds were noted."""
        return kinds(self._days, self.vocabulary)

    @cached_property
    def feelings(self) -> Counts:
        """Which feelings were chosen."""
        return feelings(self._days, self.vocabulary)

    @cached_property
    def needs(self) -> Counts:
        """Which needs were chosen."""
        return needs(self._days, self.vocabulary)

    @cached_property
    def contexts(self) -> Counts:
        """Which contexts were chosen."""
        return contexts(self._days, self.vocabulary)

    @cached_property
    def misses(self) -> Misses:
        """Which misses were noted, and whose."""
        return misses(self._days, self.vocabulary)

    @cached_property
    def repairs(self) -> Repairs:
        """Which repairs were tried, and what came of them."""
        return repairs(self._days, self.vocabulary)

    @cached_property
    def pairs(self) -> Pairs:
        """What stood in the same entry."""
        return pairs(self._days, self.vocabulary)

    @cached_property
    def landed(self) -> Landed:
        """What landed beside what missed, both ways."""
        return landed(self._days)

    @cached_property
    def went_with(self) -> tuple[WentWith, ...]:
        """How strong days with a word were beside those without it."""
        return went_with(self._days, self.strength.points, self.notes, self.vocabulary)

    # -- ruptures, repairs, pauses

    @cached_property
    def followed(self) -> Followed:
        """Which repair came after which miss."""
        return followed(self._threads, self.seen.entries, self.vocabulary)

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """One-off or pattern, for each miss."""
        named = persons(self.seen.log)
        found = patterns(self._days, answered(self._all_threads), self.notes, self.vocabulary, named)
        return tuple(each for each in found if self.person is None or is_same(each.person, self.person))

    @cached_property
    def repair_times(self) -> RepairTimes:
        """How long it took to mend, and what is open."""
        return repair_times(self._threads, self._end)

    @cached_property
    def promises(self) -> Promises:
        """How the pauses ended."""
        return promises(self.pauses, self.period, self.now)

    @cached_property
    def calming(self) -> tuple[Calming, ...]:
        """How the strength changed over exercises and pauses."""
        return calming(self.practices, self.pauses, self.period)

    @cached_property
    def after_reading(self) -> tuple[AfterReading, ...]:
        """What was noted soon after a text was read to its end; pauses name nobody, so a bond leaves them out."""
        return after_reading(self.readings, self.seen.entries, () if self.person else self.pauses, self.period)


def look_back(
    entries: Iterable[Entry],
    pauses: Iterable[Pause],
    vocabulary: Vocabulary,
    period: Period,
    *,
    practices: Iterable[Practice] = (),
    notes: Iterable[ContextNote] = (),
    readings: Iterable[Reading] = (),
    now: datetime | None = None,
    settings: Settings | None = None,
    person: str | None = None,
) -> Review:
    """Return the review of a period.

    Args:
        entries: The whole log: an answer may lie after the period, and the last of a kind before it.
        pauses: All pauses.
        vocabulary: The lists that the entries choose from.
        period: What is looked at.
        practices: The exercises that were done.
        notes: What else was going on.
        readings: What was read.
        now: The time; without it nothing cools, and days are counted to the end of the period.
        settings: Whether strong entries cool, and whether only hard days are remarked on.
        person: The one bond to look at; all of them if None.
    """
    chosen = settings or Settings()
    return Review(
        period=period,
        seen=reviewed(entries, now, chosen, person),
        pauses=tuple(pauses),
        practices=tuple(practices),
        notes=tuple(notes),
        readings=tuple(readings),
        vocabulary=vocabulary,
        settings=chosen,
        person=person,
        now=now,
    )
