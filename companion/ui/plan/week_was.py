"""The question how long a time of the week was."""

from datetime import date, timedelta
from functools import partial

from companion.catalogue import _
from companion.domain.week_reading import read_was, usual_length
from companion.domain.week_time import WeekTime, say_hours, say_which
from companion.ui.dialogs import Ask

_HOW = _("0: not at all · -: not said yet")


class AskWas(Ask):
    """Enter alone means as planned, or as long as its pause took; the answer is what was typed."""

    def __init__(self, time: WeekTime, took: timedelta | None, today: date) -> None:
        usual = _("as your pause") if took is not None else _("as planned") if time.is_planned else _("as it is noted")
        hint = _("enter: {hours}, {usual}", hours=say_hours(usual_length(time, took)), usual=usual)
        title = "\n".join((_("How long was it?"), say_which(time, today), *([_HOW] if time.is_planned else [])))
        super().__init__(title, placeholder=hint, check=partial(read_was, time, took))
