"""What the list of entries behind a spot is called."""

from datetime import date

from companion.domain.day_names import WEEKDAYS
from companion.domain.entry import Entry
from companion.domain.review.period import Period
from companion.domain.review.section import Counted, Told
from companion.domain.review.sentences import say_period
from companion.domain.times import local, say_weekday
from companion.ui.review.drawing import HourOfWeek, Target
from companion.ui.review.looking import Looking


def title_of(target: Target, looking: Looking) -> str:
    """Return the heading over the entries behind a spot."""
    match target:
        case Counted():
            return target.label
        case Told():
            return target.name
        case Period():
            return say_period(target)
        case HourOfWeek():
            return f"{WEEKDAYS[target.weekday]}, {target.hour:02}:00"
        case date():
            return say_weekday(target, looking.today)
        case Entry():
            return say_weekday(local(target.at).date(), looking.today)
    return ""
