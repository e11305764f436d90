"""The sheet for the therapy hour as Markdown."""

from collections.abc import Iterator

from companion.catalogue import _
from companion.domain.review.kinds import last_mondays
from companion.domain.review.look_back import Review
from companion.domain.review.section import Part, Section
from companion.domain.review.sentences import count, name_week, say_period, say_weeks_kinds
from companion.domain.review.sheet import Quote, Sheet
from companion.domain.times import say_day
from companion.text.plain import escaped, escaped_line, escaped_lines, one_line

TITLE = "Notes for a talk"
QUOTES = _("In words")

_KIND, _IN_ALL = _("Kind"), _("All")
_COLUMN = 2
"""Letters of a week's column at least."""


def sheet_markdown(sheet: Sheet, *, in_words: bool = False) -> str:
    """Return the sheet: a heading a part, sentences, and a line for each thing that is counted or told.

    Args:
        sheet: What is chosen.
        in_words: Whether the weeks are lines, to be read aloud, instead of a table.
    """
    lines = [f"# {TITLE}", "", escaped_line(say_about(sheet))]
    for section in sheet.sections:
        lines += ["", f"## {section.part.label}", *_section(section, sheet.review, in_words)]
    if sheet.quotes:
        lines += ["", f"## {QUOTES}", *(line for quote in sheet.quotes for line in _quote(quote))]
    return "\n".join([*lines, "", f"*{sheet.note}*", ""])


def say_about(sheet: Sheet) -> str:
    """Say the period, and the one bond if it is about one."""
    return f"{say_period(sheet.period)}{f', with {sheet.person}' if sheet.person else ''}"


def who_said(quote: Quote) -> str:
    """Say whose words they are and from when: `3 March 2026, S`, `3 March 2026, my note`."""
    whose = quote.person or _("their words") if quote.is_theirs else _("my note")
    return f"{say_day(quote.day)}, {whose}"


def _section(section: Section, review: Review, in_words: bool) -> Iterator[str]:
    for sentence in section.said:
        yield from ("", escaped_line(sentence))
    has_weeks = section.part is Part.KINDS and not review.kinds.missing
    is_table = has_weeks and not in_words
    counted = [] if is_table else [row.said for row in section.shown]
    if is_table:
        yield from _kinds_by_week(review)
    if rows := counted + [" ".join(row.said) for row in section.told]:
        yield from ("", *(f"- {escaped_line(said)}" for said in rows))
    if has_weeks and in_words:
        head, *weeks = map(one_line, say_weeks_kinds(review.kinds, review.period))
        yield from ("", head, "", *weeks)
    for sentence in filter(None, ("" if is_table else section.more, section.rest)):
        yield from ("", escaped_line(sentence))
    if section.how:
        yield from ("", f"*{escaped_line(section.how)}*")


def _kinds_by_week(review: Review) -> Iterator[str]:
    """Yield a table with a row for each kind and a column for each of the last weeks, narrow enough to be read so."""
    kinds, mondays = review.kinds, last_mondays(review.period)
    names = [escaped(one_line(each.label)).replace("|", "\\|") for each in kinds.totals]
    wide, most = max(map(len, [_KIND, *names])), max(len(f"{kinds.totals[0].n:,}"), len(_IN_ALL))
    weeks = [f"{monday.isocalendar().week}" for monday in mondays]
    yield from (
        "",
        _(
            "The last {weeks}, {first} to {last}:",
            weeks=count(len(mondays), "week"),
            first=name_week(mondays[0]),
            last=name_week(mondays[-1]),
        ),
        "",
    )
    yield f"| {_KIND:{wide}} |{'|'.join(f'{week:>{_COLUMN}}' for week in weeks)}| {_IN_ALL:>{most}} |"
    yield f"| {'-' * wide} |{'|'.join(['-:'.rjust(_COLUMN, '-')] * len(weeks))}| {':'.rjust(most, '-')} |"
    for each, name in zip(kinds.totals, names, strict=True):
        cells = "|".join(f"{n or '':>{_COLUMN}}" for n in kinds.by_week(each.kind, mondays))
        yield f"| {name:{wide}} |{cells}| {each.n:>{most},} |"


def _quote(quote: Quote) -> Iterator[str]:
    said = escaped_lines(quote.words).splitlines()
    yield from ("", *(f"> {line}" for line in said), ">", f"> {escaped_line(who_said(quote))}")
