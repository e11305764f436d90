"""What is said once a worksheet is filled in."""

from companion.catalogue import _, ngettext
from companion.domain.content import Link
from companion.domain.filling import Answers
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_band import Band, band_of, unanswered

MIRROR = _("This is a mirror, not a test. It can't diagnose you or your relationship.")
"""Stands with everything that might be taken for a test (evidence, section 10)."""

SAFETY = Link("pages", "safety-first")


def say_not_kept(before: Answers | None) -> str:
    """Say what is kept of unsafe answers that nobody asked to keep; what was kept before is not denied."""
    return _("Nothing of this is kept.") if before is None else _("Nothing you typed now is kept; what was kept stays.")


def is_unsafe(worksheet: Worksheet, answers: Answers) -> bool:
    """Return whether an answer asks for the safety page, and for nothing else."""
    return any(
        (answers.lines(name) or [""])[0] in unsafe or not {*answers.lines(name)}.isdisjoint(unsafe)
        for name, unsafe in worksheet.unsafe_if.items()
    )


def band(worksheet: Worksheet, answers: Answers) -> Band | None:
    """Return the words for a range of answers; None if there are none, or if an answer is unsafe."""
    if is_unsafe(worksheet, answers):
        return None
    return band_of(worksheet.bands, worksheet.fields, answers.answers)


def say_band(worksheet: Worksheet, answers: Answers) -> str:
    """Say the words for these answers; if some are missing for that, how many. Nothing if there are no such words."""
    if found := band(worksheet, answers):
        return found.say
    count = unanswered(worksheet.bands, worksheet.fields, answers.answers)
    if not count or not worksheet.is_mirror or is_unsafe(worksheet, answers):
        return ""
    return ngettext(
        "One line is left empty. That is fine; no words stand here then.",
        "{n} lines are left empty. That is fine; no words stand here then.",
        count,
    )


def endings(worksheet: Worksheet, answers: Answers) -> list[str]:
    """Return the sentences under a filling: the worksheet's own, and that it is no test."""
    if is_unsafe(worksheet, answers):
        return []
    return [*filter(None, [worksheet.ends]), *([MIRROR] if worksheet.is_mirror else [])]


def ways_on(worksheet: Worksheet, answers: Answers) -> list[str]:
    """Return the links under a filling; safety alone if an answer is unsafe."""
    if is_unsafe(worksheet, answers):
        return [str(SAFETY)]
    found = band(worksheet, answers)
    return list(dict.fromkeys([*(found.next if found else ()), *worksheet.next]))
