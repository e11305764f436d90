"""What days and months are called."""

from datetime import date

from companion.catalogue import _

WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
SHORT_WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
_MONTHS = (
    *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
    *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
)
_SHORT_MONTHS = (
    *(_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun")),
    *(_("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")),
)


def weekday(day: date) -> str:
    """Return the day's name in the week: `Monday`."""
    return WEEKDAYS[day.weekday()]


def short_weekday(day: date) -> str:
    """Return the day's short name in the week: `Mon`."""
    return SHORT_WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """Return the name of the day's month: `November`."""
    return _MONTHS[day.month - 1]


def short_month(day: date) -> str:
    """Return the short name of the day's month: `Nov`."""
    return _SHORT_MONTHS[day.month - 1]
