"""A filling as a card: Markdown to copy, to print, or to hang on the fridge."""

from collections.abc import Mapping

from companion.domain.filling import Answers
from companion.domain.times import say_day
from companion.domain.worksheet import Worksheet, filled_fields, say_answer
from companion.domain.worksheet_slots import filled


def card(worksheet: Worksheet, answers: Answers | None, entries: Mapping[str, str] | None = None) -> str:
    """Return the card: as the file says it, or with every field that is filled in.

    Args:
        worksheet: The worksheet.
        answers: A filling without what can't be read yet.
        entries: Ids of entries to the lines that they are said by.
    """
    if worksheet.card and answers is not None:
        said = {field.id: say_answer(field, answers, entries) for field in worksheet.fields}
        return filled(worksheet.card, {"title": [worksheet.title], "date": [say_day(answers.day)], **said}) + "\n"
    lines = [f"# {worksheet.title}"]
    for label, said_lines in filled_fields(worksheet, answers, entries):
        if len(said_lines) == 1:
            lines += ["", f"**{label}:** {said_lines[0]}"]
        else:
            lines += ["", f"**{label}**", "", *(f"- {line}" for line in said_lines)]
    if answers is not None and worksheet.ends:
        lines += ["", f"*{worksheet.ends}*"]
    return "\n".join(lines) + "\n"
