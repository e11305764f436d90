"""The sheet for the therapy hour as Markdown."""

from collections.abc import Iterator

from companion.domain.review.section import Section
from companion.domain.review.sentences import say_period
from companion.domain.review.sheet import Quote, Sheet
from companion.domain.times import say_day
from companion.text.plain import escaped_line, escaped_lines

TITLE = "Notes for a talk"
QUOTES = "In words"


def sheet_markdown(sheet: Sheet) -> str:
    """Return the sheet: a heading a part, sentences, and a line for each thing that is counted or told."""
    lines = [f"# {TITLE}", "", escaped_line(say_about(sheet))]
    for section in sheet.sections:
        lines += ["", f"## {section.part.label}", *_section(section)]
    if sheet.quotes:
        lines += ["", f"## {QUOTES}", *(line for quote in sheet.quotes for line in _quote(quote))]
    return "\n".join([*lines, "", f"*{sheet.note}*", ""])


def say_about(sheet: Sheet) -> str:
    """Say the period, and the one bond if it is about one."""
    return f"{say_period(sheet.period)}{f', with {sheet.person}' if sheet.person else ''}"


def who_said(quote: Quote) -> str:
    """Say whose words they are and from when: `3 March 2026, S`, `3 March 2026, my note`."""
    whose = quote.person or "their words" if quote.is_theirs else "my note"
    return f"{say_day(quote.day)}, {whose}"


def _section(section: Section) -> Iterator[str]:
    for sentence in section.said:
        yield from ("", escaped_line(sentence))
    if rows := [row.said for row in section.shown] + [" ".join(row.said) for row in section.told]:
        yield from ("", *(f"- {escaped_line(said)}" for said in rows))
    for sentence in filter(None, (section.more, section.rest)):
        yield from ("", escaped_line(sentence))
    if section.how:
        yield from ("", f"*{escaped_line(section.how)}*")


def _quote(quote: Quote) -> Iterator[str]:
    said = escaped_lines(quote.words).splitlines()
    yield from ("", *(f"> {line}" for line in said), ">", f"> {escaped_line(who_said(quote))}")
