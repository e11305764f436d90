"""The question how long a time of the week was."""

from datetime import date, timedelta

from companion.domain.week_time import WeekTime, read_was, say_hours
from companion.ui.dialogs import Ask
from companion.ui.plan.week_rows import say_which

_HOW = "0: not at all · -: not said yet"


class AskWas(Ask):
    """Enter alone means as planned, or as long as its pause took; the answer is what was typed."""

    def __init__(self, time: WeekTime, took: timedelta | None, today: date) -> None:
        self._usual = time.length if took is None else took
        hint = f"enter: {say_hours(self._usual)}, {'as planned' if took is None else 'as your pause'}"
        title = f"How long was it?\n{say_which(time, today)}\n{_HOW}"
        super().__init__(title, placeholder=hint, check=self.read)

    def read(self, typed: str) -> timedelta | None:
        """Return how long it was; None if that is not said yet.

        Raises:
            ValueError: with a sentence, if it is no length.
        """
        return read_was(typed, self._usual)
