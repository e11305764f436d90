"""Worksheets and fillings as plain lines, and as machines get them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from companion.catalogue import _
from companion.commands.in_shell import in_shell
from companion.domain.content import Link, parse_link
from companion.domain.filling import Answers
from companion.domain.times import say_day, say_weekday
from companion.domain.worksheet import Worksheet, fillings, say_answer
from companion.domain.worksheet_beside import beside
from companion.domain.worksheet_dated import dated, review_day
from companion.domain.worksheet_gone import with_gone_fields
from companion.domain.worksheet_names import named, names_in
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import endings, is_unsafe, say_band, ways_on
from companion.domain.worksheet_seal import is_closed, readable, say_sealed, sealed_until
from companion.text.plain import one_line

SHORT = 8
"""How many characters of an id are shown."""


def list_lines(worksheets: Iterable[Worksheet], kept: Iterable[Answers], today: date) -> list[str]:
    """Return what belongs to today, then the worksheets in their groups with where each stands."""
    known, answers = list(worksheets), list(kept)
    due = dated(known, answers, today)
    lines = [_("Today"), *(f"  {one_line(each.say(today))}" for each in due)] if due else []
    for group, members in groupby(known, key=lambda each: each.group):
        lines += [*([""] if lines else []), group]
        for worksheet in members:
            newest = next((each for each in fillings(worksheet, answers) if each.is_filled), None)
            line = f"  {worksheet.slug:28} {worksheet.title}"
            filled = _("filled in {day}", day=say_day(newest.day, today)) if newest else ""
            lines.append(f"{line} · {filled}" if filled else line)
    return lines


def filling_lines(
    worksheet: Worksheet, filling: Answers, before: Answers | None, offers: Offers, today: date
) -> Iterator[str]:
    """Yield a filling as lines to read, each field beside the one before; then what is said of it."""
    yield f"{say_weekday(filling.day, today)}  {filling.id[:SHORT]}"
    if is_closed(worksheet, filling, today):
        yield f"  {say_sealed(worksheet, filling, today)}"
        return
    shown, old = readable(worksheet, filling, today), before and readable(worksheet, before, today)
    worksheet = with_gone_fields(worksheet, *filter(None, [shown, old]))
    names = names_in(worksheet, offers.names, *filter(None, [shown, old]))
    compared = beside(worksheet, shown, old, names) if old and not is_unsafe(worksheet, filling) else {}
    called, linked = named(worksheet, shown, names), linked_entries(filling, offers)
    for field in worksheet.fields:
        lines, words = say_answer(field, called, linked), compared.get(field.id)
        if lines or words:
            yield f"  {field.label}: {one_line(lines[0]) if lines else 'left empty'}"
            yield from (f"    {one_line(line)}" for line in lines[1:])
            yield from [f"    ({one_line(words)})"] if words else []
    if shown is not filling:
        yield f"  {say_sealed(worksheet, filling, today)}"
    yield from result_lines(worksheet, filling)


def result_lines(worksheet: Worksheet, filling: Answers) -> Iterator[str]:
    """Yield what is said of a filling, and what to read on."""
    for sentence in filter(None, (say_band(worksheet, filling), *endings(worksheet, filling))):
        yield f"\n  {in_shell(sentence)}"
    if ways := ways_on(worksheet, filling):
        yield _("\n  From here:")
        yield from (f"    companion {_command(parse_link(way))}" for way in ways)


def _command(link: Link) -> str:
    """Return the verb that opens what a link leads to."""
    verb = {"worksheets": "plan", "scripts": "words", "pause": "pause", "log": "log"}.get(link.folder, "read")
    return f"{verb} {link.slug}".strip()


def linked_entries(filling: Answers, offers: Offers) -> Mapping[str, str]:
    """Return the entries that a filling may link to, by id."""
    return offers.entries(line for name in filling.answers for line in filling.lines(name))


def summary(worksheet: Worksheet, kept: list[Answers]) -> dict[str, Any]:
    """Return a worksheet as machines get it; a shape that stays."""
    filled = [each for each in fillings(worksheet, kept) if each.is_filled]
    return {
        "slug": worksheet.slug,
        "title": worksheet.title,
        "group": worksheet.group,
        "repeat": worksheet.repeat,
        "several": worksheet.several,
        "fillings": len(filled),
        "filled_at": filled[0].filled_at if filled else None,
    }


def shape(worksheet: Worksheet, filling: Answers, today: date) -> dict[str, Any]:
    """Return a filling as machines get it, without what can't be read yet; a shape that stays."""
    return {
        "id": filling.id,
        "worksheet": worksheet.slug,
        "filled_at": filling.filled_at,
        "sealed_until": sealed_until(worksheet, filling, today),
        "review": review_day(worksheet, filling),
        "answers": readable(worksheet, filling, today).answers,
    }
