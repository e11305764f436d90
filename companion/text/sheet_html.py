"""The sheet for the therapy hour as one HTML page: pictures drawn into it, nothing fetched, made for A4."""

import htpy as h

from companion.domain.review.look_back import Review
from companion.domain.review.section import Part, Section
from companion.domain.review.sheet import Quote, Sheet
from companion.text.plain import drawable, one_line
from companion.text.sheet_markdown import QUOTES, TITLE, say_about, who_said
from companion.text.sheet_pictures import WITH_BARS, picture

_NOTHING_FETCHED = "default-src 'none'; style-src 'unsafe-inline'"
"""The page's own promise to the browser (Content Security Policy): no request for anything."""


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
        picture(section, review),
        h.ul[[h.li[one_line(said)] for said in _rows(section)]] if _rows(section) else None,
        [h.p[one_line(sentence)] for sentence in (_more(section), section.rest) if sentence],
        h.p(".how")[one_line(section.how)] if section.how else None,
    ]


def _rows(section: Section) -> list[str]:
    counted = [] if section.part in WITH_BARS else [row.said for row in section.shown]
    return counted + [" ".join(row.said) for row in section.told]


def _more(section: Section) -> str:
    return "" if section.part is Part.KINDS else section.more  # its picture has them all


def _quote(quote: Quote) -> h.Element:
    return h.blockquote[h.p[drawable(quote.words).strip()], h.cite[one_line(who_said(quote))]]
