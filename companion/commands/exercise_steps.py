"""Doing an exercise in plain lines: a step at a time, its clock, what it asks for, and what is kept of it."""

from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic
from typing import Protocol

import click

from companion.catalogue import _
from companion.commands.breathe import pace
from companion.commands.context import Context
from companion.commands.exercise_time import dots, say_seconds
from companion.commands.exercise_wishes import Wish, WishedError, read_wish
from companion.commands.field_asking import Asking
from companion.commands.library import shipped_library
from companion.commands.plain import is_unstyled
from companion.commands.printed import print_folded
from companion.commands.read import print_piece
from companion.domain.content import SAFETY_FIRST
from companion.domain.exercise import AFTER, BEFORE, Exercise, Step
from companion.domain.field import SEVERAL, Field, FieldKind
from companion.domain.pause import Pause
from companion.domain.practice import say_done
from companion.domain.times import say_clock
from companion.domain.worksheet_offers import Offers
from companion.storage.errors import StoreError
from companion.storage.practising import Practising, opens_at
from companion.text.plain import one_line

_KEYS = _("Enter goes on, s skips a step, q stops. x, or “not safe”, stops and opens Safety first.")
_CARE = _("If you're afraid of them: x stops this and opens Safety first.")
_LOCKED, _ELSE_LOCKED = _("Locked: nothing of this is kept."), _("Locked: nothing else of this is kept.")
_PROMPT = "> "
_ENDS = (Wish.STOP, Wish.UNSAFE)


class Lines(Protocol):
    """Where lines are typed."""

    early: list[str | None]
    """The line that ended a wait, if one did."""

    def ask(self, question: str) -> str | None:
        """Ask, and return what is typed; None if nothing more will be."""

    def wait(self, seconds: float) -> None:
        """Wait that long, or until a line is typed."""


class Steps:
    """One time that an exercise is done on the command line; it goes one way, from the first step to the last."""

    def __init__(self, exercise: Exercise, context: Context, lines: Lines, strength: int | None) -> None:
        self._exercise = exercise
        self._context = context
        self._lines = lines
        self._library = shipped_library()
        self._doing = Practising(exercise, context.store, context.clock)
        self._asking = Asking(Offers(self._library.vocabulary, ()), context.clock, _KEYS, self._line)
        self._strength = strength
        if not exercise.asks_strength:
            self._doing.strengths[BEFORE] = strength

    def run(self) -> None:
        """Say who should leave it out, go through the steps, and keep what was done."""
        self._begin()
        wish = Wish.STOP
        try:
            wish = self._go_through()
        except KeyboardInterrupt:
            click.echo()
        self._end(wish)

    def _begin(self) -> None:
        exercise, store = self._exercise, self._context.store
        print_folded(
            _(
                "{title} · about {minutes} min · {n} steps",
                title=exercise.title,
                minutes=exercise.minutes,
                n=len(exercise.steps),
            ),
            exercise.skip,
        )
        done = say_done(store.practices, exercise.slug, self._context.clock())
        print_folded(*filter(None, (_LOCKED if store.is_locked else done, _KEYS)))

    def _go_through(self) -> Wish:
        """Go through the steps; return how it ended."""
        wish = read_wish(self._lines.ask(_("Enter begins. {prompt}", prompt=_PROMPT))) or Wish.NEXT
        for at, step in enumerate(self._exercise.steps):
            if wish in _ENDS:
                break
            if step.ask and step.ask.id == BEFORE and self._strength is not None:
                self._doing.answer(step.ask, str(self._strength))
                continue
            wish = self._take(at, step)
        return self._ask_after(self._ask_about_message(wish))

    # -- a step

    def _take(self, at: int, step: Step) -> Wish:
        """Show a step; return what came of it."""
        said = one_line(self._exercise.says(at, self._doing.said))
        click.echo()
        print_folded(_("{step} of {steps}. {said}", step=at + 1, steps=len(self._exercise.steps), said=said))
        wish = self._answer(step.ask, step.seconds) if step.ask else self._pass_time(step)
        if wish is Wish.NEXT:
            self._doing.taken.add(at)
            self._try(partial(self._doing.decide, at))
        return wish

    def _pass_time(self, step: Step) -> Wish:
        """Let the time of a step pass, if it has one; a line typed meanwhile ends it."""
        self._lines.early.clear()
        for text in self._beats(step):
            if self._lines.early:
                click.echo()
                break
            click.echo(text, nl=False)
        early = [read_wish(line) or Wish.NEXT for line in self._lines.early]
        return early[0] if early else self._go_on()

    def _beats(self, step: Step) -> Iterator[str]:
        """Yield what is printed while the time of a step passes, each at its time."""
        if step.seconds is None:
            return
        if step.rhythm:
            yield from pace(
                self._library.rhythms[step.rhythm], step.seconds, monotonic, self._lines.wait, is_unstyled()
            )
        else:
            yield f"{say_seconds(step.seconds)} "
            yield from dots(step.seconds, monotonic, self._lines.wait)
        bell = "\a" if step.turn and self._context.store.settings.bell else ""
        yield f"{bell}{step.time_is_up}\n"

    def _go_on(self) -> Wish:
        """Wait for enter, or another wish."""
        while (wish := read_wish(self._lines.ask(_PROMPT))) is None:
            click.echo(_KEYS)
        return wish

    def _answer(self, field: Field, seconds: int | None) -> Wish:
        """Ask for what a step asks for; return what came of it."""
        if seconds is not None:
            click.echo(_("  Time for it: {seconds}.", seconds=say_seconds(seconds)))
        answer = self._ask(field)
        if isinstance(answer, Wish):
            return answer
        self._doing.answer(field, answer if field.kind in SEVERAL else one_line(answer))
        if self._doing.is_afraid and field.kind is FieldKind.FEELINGS:
            click.echo(_CARE)
        return Wish.NEXT

    def _ask(self, field: Field) -> str | Wish:
        """Return the answer of a field, or what is wanted instead."""
        try:
            return self._asking.ask(field) or Wish.NEXT
        except WishedError as wanted:
            return wanted.wish

    def _line(self) -> str:
        """Return a line that is typed, if it is no wish but to go on."""
        typed = self._lines.ask(_PROMPT)
        if (wish := read_wish(typed)) not in (None, Wish.NEXT):
            raise WishedError(wish or Wish.STOP)
        return typed or ""

    # -- the end

    def _ask_about_message(self, wish: Wish) -> Wish:
        """Ask what becomes of a message that is neither held nor let go; return how it ended."""
        doing, now = self._doing, self._context.clock()
        if not doing.can_hold or wish is Wish.UNSAFE:
            return wish
        until = say_clock(opens_at(self._context.store.pauses.open(), now), now)
        click.echo(_("\nYour message is not kept. h holds it until {until}; enter lets it go.", until=until))
        typed = self._lines.ask(_PROMPT)
        if (typed or "").casefold() == "h":
            self._try(doing.hold)
        return Wish.UNSAFE if read_wish(typed) is Wish.UNSAFE else wish

    def _ask_after(self, wish: Wish) -> Wish:
        """Ask how strong it is now, if that was said before; return how it ended."""
        doing = self._doing
        if wish in _ENDS or self._strength is None or doing.asks(len(self._exercise.steps)) != AFTER:
            return wish
        click.echo(_("\nIt was {strength}. How strong now?", strength=self._strength))
        answer = self._ask(Field(id=AFTER, kind=FieldKind.SCALE))
        if not isinstance(answer, Wish):
            doing.strengths[AFTER] = int(answer)
        return Wish.UNSAFE if answer is Wish.UNSAFE else wish

    def _try(self, change: Callable[[Pause | None], object]) -> None:
        """Change what is kept, in this pause if one runs; say so if it does not reach the disk."""
        try:
            change(self._context.store.pauses.open())
        except StoreError as error:
            click.echo(str(error))

    def _end(self, wish: Wish) -> None:
        """Print the way to safety, or what the answers make; keep what was done, and say so."""
        doing = self._doing
        click.echo(_("\nYou stopped here, and that is fine.\n") if wish in _ENDS else _("\nThat is the end of it.\n"))
        if wish is Wish.UNSAFE:
            print_piece(SAFETY_FIRST.slug)
        else:
            print_folded(*map(one_line, self._exercise.made(doing.said).splitlines()))
        try:
            is_kept = doing.keep(self._context.store.pauses.open())
        except StoreError:
            for line in self._exercise.lines(doing.said):
                click.echo(_("Not kept: {line}", line=one_line(line)))
            raise
        click.echo(self._say_kept(is_kept))

    def _say_kept(self, is_kept: bool) -> str:
        """Say what is kept of it."""
        doing, now = self._doing, self._context.clock()
        said = []
        if doing.held:
            said.append(
                _("Your message is held until {clock}: companion hold list.", clock=say_clock(doing.held.open_at, now))
            )
        elif doing.can_hold:
            said.append(_("Your message is not kept."))
        if self._context.store.is_locked:
            said.append(_ELSE_LOCKED if doing.held else _LOCKED)
        else:
            said.append(_("Kept.") if is_kept else _("Nothing was done, so nothing is kept."))
        return " ".join(said)
