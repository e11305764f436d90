"""What Now shows of the plan: a quiet line for each thing that belongs to today."""

from datetime import datetime

import msgspec

from companion.catalogue import _
from companion.domain.drafting import PauseDefaults
from companion.domain.person import Names
from companion.domain.times import local
from companion.domain.week import to_come
from companion.domain.week_time import say_time
from companion.domain.worksheet_dated import Dated, dated, is_quiet
from companion.domain.worksheet_names import is_naming, named
from companion.domain.worksheet_uses import pause_defaults
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import one_line

_MOST = 3
"""Lines that are shown; the others stand in the plan."""
_WAY = _("7  Plan      ")
_UNDER = " " * len(_WAY)


class PlanLines:
    """What is kept of the plan, read once; of the worksheets only those that are filled in."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._kept = list(store.worksheets)
        self._times = list(store.week_times)
        self._worksheets = library.worksheet_files.of(self._kept)
        self.pause_defaults: PauseDefaults = pause_defaults(self._worksheets, self._kept)
        """What a pause begins with."""

    def lines(self, now: datetime) -> list[str]:
        """Return the lines of today; none at night, unless the nights are not to be quiet."""
        if is_quiet(now, self._store.settings.nights_quiet):
            return []
        today = local(now).date()
        week = " · ".join(map(say_time, to_come(self._times, now)))
        said = [week] if week else []
        said += [one_line(self._named(each).say(today)) for each in dated(self._worksheets, self._kept, today)]
        if len(said) > _MOST:
            said = [*said[: _MOST - 1], _("and {number} more", number=len(said) - _MOST + 1)]
        return [f"{_UNDER if number else _WAY}{line}" for number, line in enumerate(said)]

    def _named(self, each: Dated) -> Dated:
        """Return it with its persons as they are called on screens; the log is read only where somebody is named."""
        if not is_naming(each.worksheet, each.filling):
            return each
        names = Names.among(self._store.entries, whole=self._store.settings.show_names)
        return msgspec.structs.replace(each, filling=named(each.worksheet, each.filling, names))
