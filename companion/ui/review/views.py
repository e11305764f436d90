"""What one goes through: the parts of the period, the week, and what comes back today; each drawn for a width."""

from collections.abc import Callable
from enum import StrEnum

from textual.app import App

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.entry import Entry
from companion.domain.log import say_entry
from companion.domain.review.section import Part, Section
from companion.domain.review.sentences import count, say_on_this_day, say_once, say_period, say_week
from companion.domain.times import local, say_day, say_weekday
from companion.domain.worksheet import Worksheet
from companion.ui.bindings import key_of, key_to
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.review.bars import draw_rows
from companion.ui.review.calendar import draw_calendar
from companion.ui.review.drawing import Drawing
from companion.ui.review.hours import draw_hours
from companion.ui.review.kinds import draw_kinds
from companion.ui.review.looking import Looking
from companion.ui.review.strength import draw_strength
from companion.ui.rows import Row

_BEGIN = _("To begin: {log} goes to the log; type a line, then enter. Or {now}, then {ordinary}, for an ordinary day.")
_HARD_LEFT_OUT = _("Days with anything hard are left out. {hard} shows them too.")
_HARD_SHOWN = _("Hard days are shown too. {hard} leaves them out.")
_PICTURES = (Part.DAYS, Part.KINDS, Part.STRENGTH, Part.HOURS)
_FILL_IN = _("A few lines on the week; enter opens it.")


class Besides(StrEnum):
    """What is looked at beside the period."""

    WEEK = "week"
    AGAIN = "again"

    @property
    def label(self) -> str:
        """Its heading."""
        return {Besides.WEEK: _("The week"), Besides.AGAIN: _("On this day")}[self]


View = Part | Besides

VIEWS: tuple[View, ...] = (*Part, *Besides)
"""All of them, in the order in which one goes through them."""


def ask_view(app: App[object], now: View, take: Callable[[View], None]) -> None:
    """Ask where to go, and hand on what was chosen; the one that is shown now stands out."""
    rows = [Row(view.label, f"{number}") for number, view in enumerate(VIEWS)]

    def answer(row: str | None) -> None:
        if row is not None:
            take(VIEWS[int(row)])

    app.push_screen(Choose(_("Go to"), rows, f"{VIEWS.index(now)}"), answer)


def draw(view: View, looking: Looking, width: int, *, hard: bool, ends_with: str = "") -> Drawing:
    """Return the page of a view.

    Args:
        view: What to show.
        looking: What is looked at.
        width: Cells of a line.
        hard: Whether hard days come back too.
        ends_with: Said quietly below it.
    """
    drawing = Drawing(max(1, width))
    drawing.add([(view.label, "heading"), (f"   {_number(view)}", "quiet")])
    match view:
        case Besides.WEEK:
            _draw_week(drawing, looking)
        case Besides.AGAIN:
            _draw_again(drawing, looking, hard)
        case Part():
            _draw_part(drawing, looking.section(view), looking)
    if ends_with:
        drawing.gap()
        drawing.say(ends_with, look="quiet")
    return drawing


def say_when(view: View, looking: Looking) -> str:
    """Say which days a view looks at."""
    match view:
        case Besides.WEEK:
            return say_period(looking.week.this.week)
        case Besides.AGAIN:
            return say_weekday(looking.today, looking.today)
    return say_period(looking.period)


def _draw_part(drawing: Drawing, section: Section, looking: Looking) -> None:
    review = looking.review
    if not review.seen.all and section.part is Part.DAYS:
        log, now, ordinary = key_to(Place.LOG), key_to(Place.NOW), key_of("now.ordinary", "o")
        drawing.say(_(_BEGIN, log=log, now=now, ordinary=ordinary))
        drawing.gap()
    if section.part not in _PICTURES:
        drawing.say(*section.said)
        drawing.gap()
        draw_rows(drawing, section)
        drawing.say(section.how, look="quiet")
        return
    drawing.say(section.said[0])
    drawing.gap()
    match section.part:
        case Part.DAYS:
            draw_calendar(drawing, review.calendar, looking.period, looking.today)
        case Part.KINDS:
            draw_kinds(drawing, review.kinds, looking.period, section.counted)
        case Part.STRENGTH:
            draw_strength(drawing, review.strength, review.spans, looking.period)
        case Part.HOURS:
            draw_hours(drawing, review.hours)
    drawing.say(*section.said[1:])
    drawing.say(section.how, look="quiet")


def _number(view: View) -> str:
    return _("{number} of {views}", number=VIEWS.index(view) + 1, views=len(VIEWS))


def _draw_week(drawing: Drawing, looking: Looking) -> None:
    weeks, worksheet = looking.week, looking.worksheet
    noted, *compared = say_week(weeks)
    drawing.say(noted)
    drawing.gap()
    if worksheet is not None:
        drawing.row([(worksheet.title, "text")], Link("worksheets", worksheet.slug), _FILL_IN)
    if weeks.this.n:
        drawing.row([(_("Its {entries}", entries=count(weeks.this.n, "entry")), "text")], weeks.this.week)
    if worksheet is not None:
        drawing.say(_kept_line(worksheet, looking))
    drawing.gap()
    drawing.say(*compared)
    if worksheet is not None:
        drawing.gap()
        drawing.say(_("What the look back asks"), *(f"{field.label}?" for field in worksheet.fields), look="quiet")


def _kept_line(worksheet: Worksheet, looking: Looking) -> str:
    """Say the line that was kept last: a look back ends with it."""
    last = looking.last_filling
    lines = last.lines(worksheet.fields[-1].id) if last else []
    return (
        _("The line you kept on {day}: “{line}”", day=say_day(last.day, looking.today), line=" ".join(lines))
        if last and lines
        else ""
    )


def _draw_again(drawing: Drawing, looking: Looking, hard: bool) -> None:
    found = looking.again(hard=hard)
    drawing.say(say_on_this_day(found))
    said = _HARD_SHOWN if hard else _HARD_LEFT_OUT
    drawing.say(_(said, hard=key_of("review.hard", "h")), look="quiet")
    for once in found.times:
        drawing.gap()
        drawing.say(say_once(once))
        for entry in once.entries:
            drawing.told([_said(entry, looking)], entry)


def _said(entry: Entry, looking: Looking) -> str:
    return f"{local(entry.at):%H:%M}  {say_entry(entry, looking.library.vocabulary, looking.names)}"
