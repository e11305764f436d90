"""A filling as a card: Markdown to copy, to print, or to hang on the fridge."""

from collections.abc import Mapping

from companion.catalogue import _
from companion.domain.filling import Answers
from companion.domain.times import say_day
from companion.domain.worksheet import Worksheet, filled_fields, say_answer
from companion.domain.worksheet_result import is_unsafe
from companion.domain.worksheet_slots import filled

_UNSAFE = _("Safety first, before anything else: companion read safety-first")


def card(worksheet: Worksheet, answers: Answers | None, entries: Mapping[str, str] | None = None) -> str:
    """Return the card: as the file says it, or with every field that is filled in.

    After an unsafe answer it points to the safety page, and says nothing else of its own.

    Args:
        worksheet: The worksheet.
        answers: A filling without what can't be read yet.
        entries: Ids of entries to the lines that they are said by.
    """
    unsafe = answers is not None and is_unsafe(worksheet, answers)
    if worksheet.card and answers is not None and not unsafe:
        said = {field.id: say_answer(field, answers, entries) for field in worksheet.fields}
        return filled(worksheet.card, {"title": [worksheet.title], "date": [say_day(answers.day)], **said}) + "\n"
    lines = [f"# {worksheet.title}"]
    for label, said_lines in filled_fields(worksheet, answers, entries):
        if len(said_lines) == 1:
            lines += ["", f"**{label}:** {said_lines[0]}"]
        else:
            lines += ["", f"**{label}**", "", *(f"- {line}" for line in said_lines)]
    if ends := _UNSAFE if unsafe else worksheet.ends if answers is not None else "":
        lines += ["", f"*{ends}*"]
    return "\n".join(lines) + "\n"
