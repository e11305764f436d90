"""All that was written as one Markdown text to read: the days with their entries and pauses, then what lasts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from companion.catalogue import _
from companion.domain.day_names import weekday
from companion.domain.entry import FIELDS, Entry, Fill
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.domain.times import local, say_day, say_length
from companion.domain.vocabulary import Vocabulary, Word
from companion.domain.worksheet import Worksheet, filled_fields
from companion.domain.worksheet_gone import with_gone_fields
from companion.domain.worksheet_seal import readable
from companion.text.plain import escaped_line, escaped_lines

_IN_THE_HEADING = ("note", "kind", "strength", "at", "answers")
"""Fields of an entry that are said elsewhere than in its list."""


def day_book(
    entries: Iterable[Entry],
    pauses: Iterable[Pause],
    scripts: Sequence[OwnScript],
    answers: Iterable[Answers],
    vocabulary: Vocabulary,
    worksheets: Mapping[str, Worksheet],
    today: date,
) -> str:
    """Return the text, oldest day first; what is sealed until a later day than today is left out."""
    moments: list[Entry | Pause] = [*entries, *pauses]
    moments.sort(key=lambda moment: (_at(moment), moment.id))
    lines = [_("# What was noted")]
    for day, group in groupby(moments, key=lambda moment: local(_at(moment)).date()):
        lines += ["", f"## {_say(day)}"]
        for moment in group:
            lines += _entry(moment, vocabulary) if isinstance(moment, Entry) else _pause(moment)
    if scripts:
        lines += ["", _("## Your own words"), "", *(f"- {escaped_line(script.text)}" for script in scripts)]
    for each in sorted(answers, key=lambda each: (each.of, each.filled_at)):
        lines += _worksheet(each, worksheets.get(each.of), today)
    return "\n".join(lines) + "\n"


def _at(moment: Entry | Pause) -> datetime:
    return moment.at if isinstance(moment, Entry) else moment.started_at


def _say(day: date) -> str:
    return f"{weekday(day)} {say_day(day)}"


def _entry(entry: Entry, vocabulary: Vocabulary) -> Iterator[str]:
    kind = vocabulary.label(vocabulary.kinds, entry.kind)
    strength = "" if entry.strength is None else f"{entry.strength}/10"
    heading = " · ".join(filter(None, (f"{local(entry.at):%H:%M}", escaped_line(kind), strength)))
    yield from ("", f"### {heading}")
    if entry.note.strip():
        yield from ("", escaped_lines(entry.note))
    said = []
    for field in FIELDS:
        values = [] if field.name in _IN_THE_HEADING else [str(value) for value in field.values(entry)]
        if values:
            labels = vocabulary.listed(field) if field.fill is Fill.CHOICE else ()
            words = [vocabulary.label([word for word in labels if isinstance(word, Word)], value) for value in values]
            said.append(f"- {field.label}: {', '.join(map(escaped_line, words))}")
    yield from ["", *said] if said else []


def _pause(pause: Pause) -> Iterator[str]:
    outcome = pause.outcome.value if pause.outcome else "open"
    yield from (
        "",
        _(
            "### {started_at:%H:%M} · A pause of {length} · {outcome}",
            started_at=local(pause.started_at),
            length=say_length(pause.planned),
            outcome=outcome,
        ),
    )
    strengths = [(pause.strength_before, "before"), (pause.strength_after, "after")]
    parts = [
        (_("Place"), pause.place),
        (_("Topic"), pause.topic),
        (_("How strong"), ", ".join(f"{strength} {when}" for strength, when in strengths if strength is not None)),
        *((_("Parked"), thought) for thought in pause.thoughts),
    ]
    said = [f"- {label}: {escaped_line(words)}" for label, words in parts if words.strip()]
    yield from ["", *said] if said else []


def _worksheet(answers: Answers, worksheet: Worksheet | None, today: date) -> Iterator[str]:
    """Yield what a worksheet holds; one that this library does not have is called by its name there."""
    if worksheet:
        shown = readable(worksheet, answers, today)
        labelled = list(filled_fields(with_gone_fields(worksheet, shown), shown))
    else:
        labelled = [(field, answers.lines(field)) for field in answers.answers if answers.lines(field)]
    if labelled:
        yield from ("", f"## {escaped_line(worksheet.title if worksheet else answers.of)} · {say_day(answers.day)}")
        for label, said in labelled:
            yield from ("", f"**{escaped_line(label)}**", "", *(f"- {escaped_line(each)}" for each in said))
