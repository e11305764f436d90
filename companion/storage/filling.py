"""A worksheet being filled in, and its place on the disk: what it begins with, and what is kept of it."""

from collections.abc import Mapping
from datetime import date

import msgspec

from companion.domain.filling import Answers
from companion.domain.record import new_id
from companion.domain.times import Clock, local
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_seal import is_closed
from companion.storage.store import Store


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
        self._new_id = new_id()
        self.form = f"worksheet:{filling.id if filling else worksheet.slug}"
        """The id under which what is typed and not kept lies."""

    @property
    def today(self) -> date:
        """The local day."""
        return local(self._clock()).date()

    @property
    def base(self) -> Answers | None:
        """What is on the disk of it now: its answers stand in the form at first."""
        if self._changing is not None:
            return self._store.worksheets.get(self._changing.id) or self._changing
        if self._worksheet.begins_empty:
            return self._store.worksheets.get(self._new_id)
        kept = next(iter(fillings(self._worksheet, self._store.worksheets)), None)
        return None if kept is None or is_closed(self._worksheet, kept, self.today) else kept

    def before(self) -> Answers | None:
        """Return the filling before this one, if they are of the same thing and it can be read."""
        if self._worksheet.several:
            return None
        mine = self._changing.id if self._changing else self._new_id
        kept = [each for each in fillings(self._worksheet, self._store.worksheets) if each.is_filled]
        at = next((number for number, each in enumerate(kept) if each.id == mine), -1)
        older = kept[at + 1 :]
        return next((each for each in older if not is_closed(self._worksheet, each, self.today)), None)

    def with_changes(self, changed: Mapping[str, str]) -> Answers:
        """Return what is on the disk with what was changed, as it would be kept now."""
        now, base = self._clock(), self.base
        merged = (base.answers if base else {}) | dict(changed)
        answers = {field: answer for field, answer in merged.items() if answer.strip()}
        if base is None:
            return Answers(id=self._new_id, worksheet=self._worksheet.slug, answers=answers, filled_at=now)
        goes_on = self._changing is not None or base.day == self.today
        stays_dated = self._worksheet.is_check_in and self._changing is not None
        return msgspec.structs.replace(
            base,
            id=base.id if goes_on else self._new_id,
            changed=base.changed if goes_on else None,
            worksheet=self._worksheet.slug,
            answers=answers,
            filled_at=base.filled_at if stays_dated else now,
        )

    def keep(self, changed: Mapping[str, str]) -> Answers:
        """Keep it; what is typed later belongs to the same filling.

        Raises:
            StoreError: if it did not reach the disk.
        """
        with self._store.worksheets.alone():
            self._changing = self._store.worksheets.keep(self.with_changes(changed))
        return self._changing
