"""What the verbs of Review take: a stretch of days, one person, and parts."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.domain.review.look_back import Review, look_back
from companion.domain.review.period import Period, year_to
from companion.domain.review.section import Part
from companion.domain.times import local
from companion.domain.vocabulary import Vocabulary
from companion.text.plain import one_line

CommandT = TypeVar("CommandT", bound=Callable[..., None])

_PARTS = ", ".join(Part)


class Asked(msgspec.Struct, frozen=True):
    """What is to be looked at."""

    since: str | None = None
    until: str | None = None
    person: str | None = None

    def period(self, now: datetime) -> Period:
        """Return the days; a last day to come is today, and without a first one it is twelve months.

        Raises:
            ValueError: with a sentence, if a day can't be read.
        """
        from companion.natural_time import parse_day

        today = local(now).date()
        last = min(today, parse_day(self.until, now, is_last=True)) if self.until else today
        return Period(parse_day(self.since, now), last) if self.since else year_to(last)

    def review(self, context: Context, vocabulary: Vocabulary) -> Review:
        """Look back over it.

        Raises:
            ValueError: with a sentence, if a day can't be read, or no entry names the person.
        """
        now = context.clock()
        period = self.period(now)  # what can't be read is said before a passphrase is asked for
        store = context.unlocked_store()
        found = look_back(
            store.entries,
            store.pauses,
            vocabulary,
            period,
            practices=store.practices,
            notes=store.context_notes,
            readings=store.reading,
            now=now,
            settings=store.settings,
            person=self.person,
        )
        if self.person is not None and not any((found.seen.entries, found.seen.hidden, found.seen.cooled)):
            raise ValueError(
                _("No entry names “{person}”. See them with: companion log list", person=one_line(self.person))
            )
        return found


def reviewed_options(command: CommandT) -> Callable[..., None]:
    """Give a verb the options, and hand it what they say as `asked`."""

    @click.option("--since", metavar="DAY", help="The first day: 2026-11-01, or words like “3 weeks ago”.")
    @click.option("--until", metavar="DAY", help="The last day; today if left out.")
    @click.option("--person", metavar="NAME", help="Only entries about that person.")
    @wraps(command)
    def asking(*args: Any, since: str | None, until: str | None, person: str | None, **options: Any) -> None:
        command(*args, asked=Asked(since, until, person), **options)

    return asking


def part_option(what: str) -> Callable[[CommandT], CommandT]:
    """Give a verb the option for the parts of a review; it says what a part is to the verb."""
    said = _("{what}; may be given again. One of {parts}.", what=what, parts=_PARTS)
    return click.option("--part", "parts", metavar="PART", multiple=True, help=said)


def read_parts(names: Iterable[str]) -> list[Part]:
    """Return the parts of those names.

    Raises:
        ValueError: with a sentence, if there is none of that name.
    """
    return [_part(name) for name in names]


def _part(name: str) -> Part:
    try:
        return Part(name)
    except ValueError:
        raise ValueError(_("“{name}” is no part of a review. There are: {parts}.", name=name, parts=_PARTS)) from None
