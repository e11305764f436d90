"""A worksheet being filled in, and its place on the disk: what it begins with, and what is kept of it."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from companion.catalogue import _
from companion.domain.filling import Answers
from companion.domain.record import new_id
from companion.domain.times import Clock, local, say_clock
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_result import is_unsafe, say_not_kept
from companion.domain.worksheet_seal import closed_until, is_closed
from companion.storage.errors import StoreError
from companion.storage.store import Store

BESIDE = _("Kept as a filling of its own: the same answer was changed in another window. Both are kept.")
"""Said where two windows have changed one answer."""


class Filling:
    """What a form writes: a new filling, the newest of a worksheet that lasts, or one that is changed."""

    def __init__(self, worksheet: Worksheet, store: Store, clock: Clock, filling: Answers | None = None) -> None:
        """Find out what it begins with.

        Args:
            worksheet: The worksheet.
            store: Where its fillings lie.
            clock: Tells the day.
            filling: The filling to change; by default a new one, which begins with the newest if the worksheet lasts.
        """
        self._worksheet = worksheet
        self._store = store
        self._clock = clock
        self._changing = filling
        self.form = f"worksheet:{filling.id if filling else worksheet.slug}"
        """The id under which what is typed and not kept lies."""
        self.base = self._on_disk()
        """What it began with: its answers stand in the form at first."""
        self.is_beside = False
        """Whether what was kept last stands beside what another window made of the same answer."""

    @property
    def today(self) -> date:
        """The local day."""
        return local(self._clock()).date()

    @property
    def rests_until(self) -> datetime | None:
        """When it opens again, if it is closed after something very strong."""
        return closed_until(self._worksheet, self._store.entries, self._clock())

    def _on_disk(self) -> Answers | None:
        """Return what lies on the disk now of what is filled in."""
        if self._changing is not None:
            return self._store.worksheets.get(self._changing.id) or self._changing
        if self._worksheet.begins_empty:
            return None
        kept = next(iter(fillings(self._worksheet, self._store.worksheets)), None)
        return None if kept is None or is_closed(self._worksheet, kept, self.today) else kept

    def before(self) -> Answers | None:
        """Return the filling before this one, if they are of the same thing and it can be read."""
        if self._worksheet.several:
            return None
        mine = self._changing.id if self._changing else ""
        kept = [each for each in fillings(self._worksheet, self._store.worksheets) if each.is_filled]
        at = next((number for number, each in enumerate(kept) if each.id == mine), -1)
        older = kept[at + 1 :]
        return next((each for each in older if not is_closed(self._worksheet, each, self.today)), None)

    def with_changes(self, changed: Mapping[str, str]) -> Answers:
        """Return what is on the disk with what was changed, as it would be kept now.

        It goes on in the filling that it began with, if that is of today or is the one to change, and if nobody
        else has changed the same answer meanwhile; else it is a filling of its own. That one has nothing of the
        other window's, if both changed the same answer.
        """
        now, there = self._clock(), self._on_disk()
        is_beside = self._collides(changed, there)
        onto = self.base if is_beside else there
        answers = _filled((onto.answers if onto else {}) | dict(changed))
        if onto is None:
            return Answers(worksheet=self._worksheet.slug, answers=answers, filled_at=now)
        is_same = self.base is not None and self.base.id == onto.id
        is_meant = self._changing is not None or onto.day == self.today
        goes_on = is_same and is_meant and not is_beside
        stays_dated = self._worksheet.is_check_in and self._changing is not None
        return msgspec.structs.replace(
            onto,
            id=onto.id if goes_on else new_id(),
            changed=onto.changed if goes_on else None,
            worksheet=self._worksheet.slug,
            answers=answers,
            filled_at=onto.filled_at if stays_dated else now,
        )

    def _collides(self, changed: Mapping[str, str], there: Answers | None) -> bool:
        """Return whether an answer that was changed here stands otherwise on the disk than when it began."""
        before, now = (each.answers if each else {} for each in (self.base, there))
        return any(now.get(name, "") not in (before.get(name, ""), answer) for name, answer in changed.items())

    def keep(self, changed: Mapping[str, str]) -> Answers:
        """Keep it; what is typed later belongs to the same filling. Unsafe answers are never kept.

        Raises:
            StoreError: if an answer is unsafe, if it rests after something very strong, or if it did not reach
                the disk.
        """
        if until := self.rests_until:
            opens = say_clock(until, self._clock())
            raise StoreError(
                _(
                    "Not kept: something very strong was noted in the last day, so this rests until {opens}.",
                    opens=opens,
                )
            )
        with self._store.worksheets.alone():
            answers = self.with_changes(changed)
            if is_unsafe(self._worksheet, answers):
                raise StoreError(say_not_kept(self.base))
            self.is_beside = self._collides(changed, self._on_disk())
            self._changing = kept = self._store.worksheets.keep(answers)
        shown = _filled((self.base.answers if self.base else {}) | dict(changed))  # others' words stand in no form here
        self.base = msgspec.structs.replace(kept, answers=shown)
        return kept


def _filled(answers: Mapping[str, str]) -> dict[str, str]:
    return {field: answer for field, answer in answers.items() if answer.strip()}
