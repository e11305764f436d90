"""What is looked at: one reading of the store, each figure counted when it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain

import msgspec

from companion.domain.entry import Entry, newest_first
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.person import Names
from companion.domain.review.behind import behind, looked_at
from companion.domain.review.days import moments
from companion.domain.review.look_back import Review, look_back
from companion.domain.review.on_this_day import OnThisDay, on_this_day
from companion.domain.review.period import Period
from companion.domain.review.reviewed import PersonCount, persons
from companion.domain.review.section import Counted, Part, Section, Told
from companion.domain.review.sections import Titles, section
from companion.domain.review.week import WeekBeside, week_beside
from companion.domain.settings import Settings
from companion.domain.times import local
from companion.domain.worksheet import Where, Worksheet, newest
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.titles import titles
from companion.ui.review.drawing import HourOfWeek, Target

Seen = tuple[list[Entry], list[Pause], Settings]
"""What a look back is made from; the same again need not be looked at again."""

_WEEK = timedelta(weeks=1)
_NAMING = {Part.CALM, Part.READ}
"""Parts that speak of exercises and texts."""


@dataclass(frozen=True, eq=False, repr=False)
class Looking:
    """A period, one bond or all of them, and all that is kept."""

    store: Store
    library: Library
    now: datetime
    period: Period
    person: str | None
    entries: Sequence[Entry]
    """All of them, as they were read."""
    weeks_back: int = 0
    """How many weeks before this one the week lies that is looked at."""

    @property
    def today(self) -> date:
        """The local day."""
        return local(self.now).date()

    @cached_property
    def review(self) -> Review:
        """The period."""
        store = self.store
        return look_back(
            self.entries,
            store.pauses,
            self.library.vocabulary,
            self.period,
            practices=store.practices,
            notes=store.context_notes,
            readings=store.reading,
            now=self.now,
            settings=store.settings,
            person=self.person,
        )

    @cached_property
    def first(self) -> date | None:
        """The first day that something is kept from."""
        kept = chain((entry.at for entry in self.entries), (pause.started_at for pause in self.store.pauses))
        first = min(kept, default=None)
        return local(first).date() if first else None

    @cached_property
    def persons(self) -> tuple[PersonCount, ...]:
        """Everybody who is named, over the whole log."""
        return persons(self.entries)

    @cached_property
    def names(self) -> Names:
        """What persons are called."""
        return Names.among(self.entries, whole=self.store.settings.show_names)

    def section(self, part: Part) -> Section:
        """Return a part of the period."""
        return section(part, self.review, self.titles(part), self.names)

    def titles(self, *parts: Part) -> Titles:
        """Return what the pieces are called that these parts speak of."""
        return titles(self.library, self.store.reading) if _NAMING.intersection(parts) else {}

    # -- the week

    @cached_property
    def week(self) -> WeekBeside:
        """The week, beside the one before it."""
        day = self.today - self.weeks_back * _WEEK
        return week_beside(self.review.seen.entries, self.store.pauses, self.library.vocabulary, day, self.now)

    @cached_property
    def worksheet(self) -> Worksheet | None:
        """What the week is looked back at with."""
        return next((each for each in self.library.worksheets.values() if each.offered_on is Where.REVIEW), None)

    @cached_property
    def last_filling(self) -> Answers | None:
        """When it was filled in last, up to the end of the week that is looked at."""
        until = self.week.this.week.until
        known = [each for each in self.store.worksheets if local(each.filled_at).date() <= until]
        return newest(self.worksheet, known) if self.worksheet else None

    # -- on this day

    def again(self, *, hard: bool) -> OnThisDay:
        """Return what comes back today, with hard days too if they are asked for."""
        settings = msgspec.structs.replace(self.store.settings, hard_days_again=hard)
        return on_this_day(self.review.seen.all, self.library.vocabulary, self.today, settings)

    # -- the entries behind it

    def behind(self, target: Target, view: object = None) -> list[Entry]:
        """Return the entries behind a spot of a view, newest first, whenever it was drawn."""
        match target:
            case Counted():
                return behind(target, self.review)
            case Told():
                told = self.section(view).told if isinstance(view, Part) else ()
                now = (each for each in told if each.name == target.name and {*each.entries} & {*target.entries})
                return [entry for each in now for entry in behind(each, self.review)]
            case Period():
                return newest_first([entry for _, entry in moments(self.review.seen.entries, target)])
            case HourOfWeek():
                timed = ((local(entry.at), entry) for entry in looked_at(self.review))
                return newest_first([entry for at, entry in timed if (at.weekday(), at.hour) == target])
            case date():
                return self.behind(Period(target, target))
        return [entry for entry in self.review.seen.entries if isinstance(target, Entry) and entry.id == target.id]
