"""Asking for fields in plain lines: how one answers, what stands there, and again until the answer fits."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from companion.catalogue import _
from companion.commands.in_shell import in_shell
from companion.commands.plan_typed import EndOfInputError
from companion.commands.printed import print_folded
from companion.domain.field import WORDS, Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.offered_words import PartlyKnownError
from companion.domain.times import Clock, local
from companion.domain.vocabulary import WordGroup
from companion.domain.worksheet import say_answer
from companion.domain.worksheet_offers import Offers
from companion.text.plain import one_line

Read = Callable[[Field, str, date, Sequence[str]], str]
"""Returns an answer as it is kept, or raises ValueError with a sentence."""

_LINES = (FieldKind.TEXT, FieldKind.LOG)
"""Kinds that take several lines, until an empty one."""
_SHOWN = 9
"""How many entries are shown to choose from."""
_HOW = {
    FieldKind.TEXT: _("One thing a line; an empty line ends it."),
    FieldKind.SCALE: _("A number from 0 to 10."),
    FieldKind.DATE: _("A day, like “in 3 weeks”, “3 march” or 2027-03-01."),
    FieldKind.CLOCK: _("A clock time, like 20:40."),
    FieldKind.LENGTH: _("A length, like “30” or “1h 15m”."),
    FieldKind.PEOPLE: _("Names or initials, with commas between."),
    FieldKind.ENTRIES: _("Entries of your log by their numbers, with commas between."),
    FieldKind.LOG: _("A day and how it was, a row a line, like “yesterday held”; an empty line ends it."),
}


class Asking:
    """Asks for one field after another."""

    def __init__(self, offers: Offers, clock: Clock, keys: str, line: Callable[[], str]) -> None:
        """Make it; nothing is asked yet.

        Args:
            offers: What can be chosen.
            clock: Tells the day.
            keys: What can be typed besides an answer, said for `?`.
            line: Returns the next line that is typed.
        """
        self._offers = offers
        self._clock = clock
        self._keys = keys
        self._line = line

    def ask(self, field: Field, kept: str = "", read: Read = Field.read, *, is_draft: bool = False) -> str | None:
        """Say how one answers, and ask until it fits; None keeps what stands there.

        Args:
            field: What is asked for.
            kept: What stands there.
            read: Reads what is typed.
            is_draft: Whether that was only typed so far: then an empty line has it read.
        """
        print_folded(*(f"  {line}" for line in self._question(field, kept)))
        known: Sequence[str] = ()
        while typed := self._typed(field) or ", ".join(known) or (kept if is_draft else ""):
            if typed == "-":
                return ""
            if typed == "?":
                print_folded(f"  {self._keys}")
                continue
            if field.kind is FieldKind.LOG and kept:
                typed = f"{kept}\n{typed}"
            typed = ", ".join([*known, typed]) if known else typed
            try:
                return read(field, typed, local(self._clock()).date(), self._offers.of(field))
            except PartlyKnownError as error:
                known = error.known
                taken = _("The others are taken: type this one again, or nothing.") if known else ""
                print_folded(f"  {one_line(str(error))} {taken}".rstrip())
            except ValueError as error:
                print_folded(f"  {one_line(str(error))}")
        return None

    def _question(self, field: Field, kept: str) -> Iterator[str]:
        how = " ".join(filter(None, (_how(field), f"{field.ends}." if field.ends else "")))
        yield from filter(
            None, (in_shell(field.help), how, _("Such as: {like}", like=field.like) if field.like else "")
        )
        yield from self._offered(field)
        answer = Answers(answers={field.id: kept}, filled_at=self._clock())
        if shown := say_answer(field, answer, self._offers.entries(kept.split())):
            yield _("now: {answer}", answer=" · ".join(map(one_line, shown)))

    def _offered(self, field: Field) -> Iterator[str]:
        shown = self._offers.grouped(field)
        if field.kind is FieldKind.ENTRIES:
            said = self._offers.entries(self._offers.of(field)[:_SHOWN])
            shown = [one_line(said[each]) for each in self._offers.of(field)[:_SHOWN]]
        for number, each in enumerate(shown, 1):
            yield f"{each.label}: {', '.join(each.words)}" if isinstance(each, WordGroup) else f"{number} {each}"

    def _typed(self, field: Field) -> str:
        """Return what is typed: a line, or several until an empty one."""
        first = self._line()
        if field.kind not in _LINES or first in ("", "-", "?"):
            return first
        lines = [first]
        try:
            while line := self._line():
                lines.append(line)
        except EndOfInputError:
            pass
        return "\n".join(lines)


def _how(field: Field) -> str:
    """Return how one answers."""
    if field.kind not in (FieldKind.CHOICE, FieldKind.TICKS, *WORDS):
        return _HOW.get(field.kind, "")
    match field.limit:
        case None:
            return _("Some of these, or their numbers, with commas between.")
        case 1:
            return _("One of these, or its number.")
    return _("Up to {limit} of these, with commas between.", limit=field.limit)
