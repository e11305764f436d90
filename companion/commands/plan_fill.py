"""Filling in a worksheet by question and answer, in plain lines."""

import sys
from collections.abc import Iterator
from datetime import date

import click

from companion.commands.plan_printed import filling_lines, linked_entries
from companion.commands.typed import clean
from companion.domain.filling import Answers
from companion.domain.times import Clock, local, say_clock
from companion.domain.unkept import Unkept
from companion.domain.worksheet import Worksheet, say_answer
from companion.domain.worksheet_field import Field, FieldKind
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import SAFETY, is_unsafe
from companion.domain.worksheet_seal import closed_until, is_hidden, readable, sealed_until
from companion.storage.errors import StoreError
from companion.storage.filling import Filling
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import one_line

_KEYS = "An empty line keeps what stands there, “-” clears it, “?” helps, ctrl+c stops and loses nothing."
_LINES = (FieldKind.TEXT, FieldKind.LOG)
"""Kinds that take several lines, until an empty one."""
_SHOWN = 9
"""How many entries are shown to choose from."""
_HOW = {
    FieldKind.TEXT: "One thing a line; an empty line ends it.",
    FieldKind.SCALE: "A number from 0 to 10.",
    FieldKind.DATE: "A day, like “in 3 weeks”, “3 march” or 2027-03-01.",
    FieldKind.CLOCK: "A clock time, like 20:40.",
    FieldKind.LENGTH: "A length, like “30” or “1h 15m”.",
    FieldKind.PEOPLE: "Names or initials, with commas between.",
    FieldKind.CHOICE: "One of these, or its number.",
    FieldKind.TICKS: "Some of these, or their numbers, with commas between.",
    FieldKind.FEELINGS: "Feeling words, with commas between; “?” lists them.",
    FieldKind.ENTRIES: "Entries of your log by their numbers, with commas between.",
    FieldKind.LOG: "A day and how it was, a row a line, like “yesterday held”; an empty line ends it.",
}


class _EndOfInputError(Exception):
    """Nothing more comes; what was answered counts."""


class Dialogue:
    """Asks for each field in turn; every answer is on the disk before the next question."""

    def __init__(
        self, worksheet: Worksheet, store: Store, library: Library, clock: Clock, filling: Answers | None = None
    ) -> None:
        self._worksheet = worksheet
        self._store = store
        self._library = library
        self._clock = clock
        self._filling = Filling(worksheet, store, clock, filling)
        self._offers = Offers(library.vocabulary, store.entries)
        self._said: dict[str, str] = {}

    def run(self, *, anew: bool, is_wanted: bool) -> None:
        """Ask, say what there is to say of the answers, and keep them.

        Args:
            anew: Whether what was begun is left out.
            is_wanted: Whether to keep without asking, where that is asked.

        Raises:
            StoreError: if it is closed, was stopped, or did not reach the disk.
        """
        if until := closed_until(self._worksheet, self._store.entries, self._clock()):
            raise StoreError(
                f"Something very strong was noted in the last day, so this rests until "
                f"{say_clock(until, self._clock())}. Until then: companion pause, or companion breathe."
            )
        try:
            self._introduce(anew)
            self._ask_all()
            self._end(is_wanted)
        except (KeyboardInterrupt, click.Abort):
            way = f"What you typed waits: companion plan fill {self._worksheet.slug}" if self._said else ""
            raise StoreError(f"Stopped. {way}".strip()) from None

    # -- asking

    def _introduce(self, anew: bool) -> None:
        click.echo(f"{self._worksheet.title}\n{self._worksheet.why}\n{_KEYS}")
        begun = self._store.unkept.get(self._filling.form)
        if begun is None:
            return
        if anew:
            self._store.unkept.forget(begun.id)
            return
        self._said = {name: words for name, words in begun.fields.items() if isinstance(words, str)}
        click.echo(f"Taken up from {say_clock(begun.written_at, self._clock())}; --anew leaves it out.")

    def _ask_all(self) -> None:
        base = self._filling.base
        for field in self._worksheet.fields:
            if base and self._is_fixed(field, base):
                continue
            kept = self._said.get(field.id, base.answers.get(field.id, "") if base else "")
            click.echo("\n" + "\n".join(self._question(field, kept)))
            try:
                answer = self._answer(field, kept)
            except _EndOfInputError:
                return
            if answer is not None:
                self._said[field.id] = answer
                now = self._clock()
                self._store.unkept.keep(Unkept(id=self._filling.form, written_at=now, fields=dict(self._said)))

    def _is_fixed(self, field: Field, base: Answers) -> bool:
        """Return whether a field is sealed, or says until when others are."""
        if sealed_until(self._worksheet, base, self._today) is None:
            return False
        return field.id == self._worksheet.seal or is_hidden(self._worksheet, base, field.id, self._today)

    @property
    def _today(self) -> date:
        return local(self._clock()).date()

    def _question(self, field: Field, kept: str) -> Iterator[str]:
        yield field.label
        yield from [f"  {field.help}"] if field.help else []
        ends = ", ".join(f"{number} is {word}" for number, word in ((0, field.low), (10, field.high)) if word)
        how = [_HOW[field.kind]] if field.kind in _HOW else []
        yield from [f"  {' '.join([*how, *([f'{ends}.'] if ends else [])])}"] if how else []
        offered = field.choices
        if field.kind is FieldKind.ENTRIES:
            ids = self._offers.of(field)[:_SHOWN]
            said = self._offers.entries(ids)
            offered = tuple(one_line(said[each]) for each in ids)
        yield from (f"  {number} {choice}" for number, choice in enumerate(offered, 1))
        shown = say_answer(field, Answers(answers={field.id: kept}, filled_at=self._clock()), self._entries(kept))
        yield from [f"  now: {' · '.join(map(one_line, shown))}"] if shown else []

    def _entries(self, kept: str) -> dict[str, str]:
        return dict(self._offers.entries(kept.split()))

    def _answer(self, field: Field, kept: str) -> str | None:
        """Ask until the answer fits; None keeps what stands there."""
        while True:
            typed = self._typed(field)
            if not typed:
                return None
            if typed == "-":
                return ""
            if typed == "?":
                click.echo(f"  {_KEYS}")
                if field.kind is FieldKind.FEELINGS:
                    click.echo(f"  {', '.join(self._offers.of(field))}")
                continue
            if field.kind is FieldKind.LOG and kept:
                typed = f"{kept}\n{typed}"
            try:
                return self._worksheet.read(field, typed, self._today, self._offers.of(field))
            except ValueError as error:
                click.echo(f"  {one_line(str(error))}")

    def _typed(self, field: Field) -> str:
        """Return what is typed: a line, or several until an empty one."""
        first = _line()
        if field.kind not in _LINES or first in ("", "-", "?"):
            return first
        lines = [first]
        try:
            while line := _line():
                lines.append(line)
        except _EndOfInputError:
            pass
        return "\n".join(lines)

    # -- the end

    def _end(self, is_wanted: bool) -> None:
        answers = self._filling.with_changes(self._said)
        has_ticks = any(field.kind is FieldKind.TICKS for field in self._worksheet.fields)
        if not self._said and not (has_ticks and self._worksheet.begins_empty):
            click.echo("\nNothing was changed.")
            return
        if is_unsafe(self._worksheet, answers) and not is_wanted:
            self._show_safety()
            self._forget_begun()
            return
        click.echo("\n" + "\n".join(self._looked_at(answers)))
        if self._worksheet.keep or is_wanted or _is_wanted():
            self._filling.keep(self._said)
            click.echo("\nKept.")
        else:
            click.echo("\nNot kept.")
        self._forget_begun()

    def _looked_at(self, answers: Answers) -> Iterator[str]:
        shown, before = readable(self._worksheet, answers, self._today), self._filling.before()
        return filling_lines(
            self._worksheet, shown, before, linked_entries(shown, self._store, self._library), self._today
        )

    def _show_safety(self) -> None:
        from companion.commands.printed import print_text
        from companion.text.support import page_text

        click.echo()
        print_text(page_text(self._library.pages[SAFETY.slug], self._library), SAFETY.folder, plain=False)
        click.echo("\nNothing of this is kept.")

    def _forget_begun(self) -> None:
        if self._store.unkept.get(self._filling.form):
            self._store.unkept.forget(self._filling.form)


def _is_wanted() -> bool:
    click.echo("\nKeep this? [y/N]")
    try:
        return _line().lower() in ("y", "yes")
    except _EndOfInputError:
        return False


def _line() -> str:
    """Read a line, from a terminal or from anything else.

    Raises:
        _EndOfInputError: if nothing more comes.
    """
    if sys.stdin is None:
        raise _EndOfInputError
    click.echo("> ", nl=False)
    line = sys.stdin.readline()
    if not line:
        click.echo()
        raise _EndOfInputError
    if not sys.stdin.isatty():
        click.echo()
    return clean(line)
