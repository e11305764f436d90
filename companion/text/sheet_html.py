"""The sheet for the therapy hour as one HTML page: pictures drawn into it, nothing fetched, made for A4."""

from collections.abc import Iterator
from datetime import date, timedelta

import htpy as h

from companion.domain.review.look_back import Review
from companion.domain.review.section import Part, Section
from companion.domain.review.sentences import MOODS
from companion.domain.review.sheet import Quote, Sheet
from companion.domain.review.strength import strength_weeks
from companion.text.charts import Stretch, bars, course, week_hours, year_days
from companion.text.plain import drawable, one_line
from companion.text.sheet_markdown import QUOTES, TITLE, say_about, who_said

_NOTHING_FETCHED = "default-src 'none'; style-src 'unsafe-inline'"
"""The page's own promise to the browser (Content Security Policy): no request for anything."""
_YEAR = timedelta(days=366)
_LEGEND = ", ".join(f"{glyph} {words}" for glyph, words in MOODS.values()) + ", blank: nothing noted"
_WITH_BARS = (Part.KINDS, Part.FEELINGS, Part.NEEDS)
"""Parts whose counts are bars; those of others are told in a line each, as there is more to say of them."""


def sheet_html(sheet: Sheet, css: str) -> str:
    """Return the page, whole, with that sheet of styles in it."""
    page = h.html(lang="en")[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(http_equiv="Content-Security-Policy", content=_NOTHING_FETCHED),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="robots", content="noindex"),
            h.title[TITLE],
            h.style[css],
        ],
        h.body[
            h.header[h.h1[TITLE], h.p[one_line(say_about(sheet))]],
            h.main[
                [_section(section, sheet.review) for section in sheet.sections],
                h.section[h.h2[QUOTES], [_quote(quote) for quote in sheet.quotes]] if sheet.quotes else None,
            ],
            h.footer[h.p[sheet.note]],
        ],
    ]
    return f"{page}\n"


def _section(section: Section, review: Review) -> h.Element:
    return h.section[
        h.h2[section.part.label],
        [h.p[one_line(sentence)] for sentence in section.said],
        _picture(section, review),
        h.ul[[h.li[one_line(said)] for said in _rows(section)]] if _rows(section) else None,
        [h.p[one_line(sentence)] for sentence in (section.more, section.rest) if sentence],
        h.p(".how")[one_line(section.how)] if section.how else None,
    ]


def _rows(section: Section) -> list[str]:
    counted = [] if section.part in _WITH_BARS else [row.said for row in section.shown]
    return counted + [" ".join(row.said) for row in section.told]


def _picture(section: Section, review: Review) -> h.Node:
    """Return the section's chart; none where there is too little to show."""
    said = f"{section.part.label}: a picture of what is said here in words."
    match section.part:
        case Part.DAYS if not review.calendar.missing:
            return [_days(review, said), h.p(".how")[_LEGEND]]
        case Part.STRENGTH if not review.strength.missing:
            return _course(review, said)
        case Part.HOURS if not review.hours.missing:
            return week_hours(review.hours.counts, said)
        case part if part in _WITH_BARS and section.shown:
            return bars([(one_line(each.label), each.n) for each in section.shown], said)
    return None


def _days(review: Review, said: str) -> h.Element:
    """Return the last year's days at most; a longer stretch is too fine to print."""
    days, until = review.calendar.days, review.period.until
    first = max(review.period.since, until - _YEAR)
    shown = (first + timedelta(days=number) for number in range((until - first).days + 1))
    return year_days([(day, MOODS[days[day].mood][0] if day in days else "") for day in shown], said)


def _course(review: Review, said: str) -> h.Element:
    weeks = strength_weeks(review.strength.points, review.period)
    days = [week.monday + timedelta(days=3) for week in weeks]
    means = [(day, week.mean) for day, week in zip(days, weeks, strict=True)]
    averages = [(day, week.average) for day, week in zip(days, weeks, strict=True)]
    return course(means, averages, list(_stretches(review, days[0], days[-1])), said)


def _stretches(review: Review, first: date, last: date) -> Iterator[Stretch]:
    for span in review.spans:
        if span.until >= first and span.since <= last:
            yield max(first, span.since), min(last, span.until), one_line(span.what)


def _quote(quote: Quote) -> h.Element:
    return h.blockquote[h.p[drawable(quote.words).strip()], h.cite[one_line(who_said(quote))]]
