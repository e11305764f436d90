"""The verb pause: start one, move it, end it, from any shell."""

from collections.abc import Iterator

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.nameless import NamelessVerb
from companion.commands.open_pause import change_pause, just_ended, open_pause, say_pause, say_reading_of, speak
from companion.commands.pause_after import CARE, next_step, turns
from companion.commands.pause_idea import idea
from companion.commands.pause_parked import list_parked, numbered, park, topic
from companion.commands.pause_promised import promised
from companion.commands.pause_start import TELL, sign_example, start
from companion.commands.pause_status import status
from companion.commands.pause_wait import wait
from companion.commands.pause_words import words as say_words
from companion.commands.scripts import shipped_scripts
from companion.domain.length import check_day, parse_due, parse_more, parse_sign
from companion.domain.pause import A_DAY, SUGGESTED_MORE, Pause, PauseKind, PauseState
from companion.domain.promise import new_mirror
from companion.domain.returning import ENOUGH, READY, gather, not_ready_text, parked, rebook
from companion.domain.slots import end_point_words, leave_words, more_words, promised_sign, return_words, sign_words
from companion.domain.times import say_clock
from companion.domain.urges import can_take_back, say_urges, take_back
from companion.storage.errors import StoreError


class PauseVerbs(NamelessVerb):
    """Verbs of a pause; whatever is none of them belongs to a start: `pause 20`, `pause --place here 1h 15m`."""

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Take words that begin with no verb as those of a start."""
        return None if args and args[0] in (*self.commands, *ctx.help_option_names) else start.name


@click.group(cls=PauseVerbs, options_metavar=_("[LENGTH | until HH:MM] [OPTIONS]"), subcommand_metavar="| VERB")
def pause() -> None:
    """Start a pause and print what to say: `pause`, `pause 20`, `pause 1h 15m`, `pause until 20:40`.

    `pause --giving 20:40` when they asked for space, `pause --planned overnight` for time of your own; more options in
    `pause start --help`.

    Afraid of them, or is there talk of suicide? First: companion read safety-first, companion help-lines.
    """


for each in (start, wait, status, say_words, idea, park, list_parked, promised, topic, turns, next_step):
    pause.add_command(each)


@pause.command()
@click.argument("length", nargs=-1)
@click.option("--check-in", metavar="WHEN", help="When you give a sign on the way; alone, it moves nothing else.")
@click.pass_obj
def more(context: Context, length: tuple[str, ...], check_in: str | None) -> None:
    """Move the due time: `pause more 15`, `pause more until 21:00`. Prints what to say.

    In a pause that they took: the new time that they named.
    """
    now, words = context.clock(), " ".join(length)
    if not length and check_in is None:
        raise ValueError(_("Say how much more: pause more 15, or pause more until 21:00."))

    def move(found: Pause) -> Pause:
        if not length:
            return replace(found, check_in=parse_sign(check_in or "", found.due, now))
        new = parse_more(words, found.due, now) if found.is_stated else parse_due(words, now)
        check_day(words, new, now)
        sign = None if check_in is None else parse_sign(check_in, new, now)
        try:
            return found.move(new, now, sign)
        except ValueError as error:
            moment = sign_example(new, now)
            raise ValueError(_("{error} Like this: --check-in “{moment}”.", error=error, moment=moment)) from error

    moved = change_pause(context, move)
    if not length:
        click.echo(promised_sign(moved, now) or say_pause(moved, now))
        return
    speak(more_words(moved, shipped_scripts(), now))
    say_reading_of(words, moved.due, now)
    if moved.kind is PauseKind.TAKING:
        click.echo(TELL, err=True)


@pause.command()
@click.option("--strength", metavar="0-10", type=int, help="How strong it is now.")
@click.pass_obj
def back(context: Context, strength: int | None) -> None:
    """Come back, or, in a pause that they took, note that they did. Prints what to say, then what helps to talk."""
    now = context.clock()
    ended = change_pause(context, lambda found: found.come_back(now, strength))
    if ended.is_own:
        click.echo(_("You are back; the pause has ended at {clock}.", clock=say_clock(now, now)), err=True)
    speak(return_words(ended, shipped_scripts(), now))
    if not ended.is_own:
        said = _("they said {clock}", clock=say_clock(ended.due, now)) if ended.is_stated else _("no time was named")
        click.echo(_("Noted: back at {clock}; {said}.", clock=say_clock(now, now), said=said), err=True)
    for line in _before_the_talk(gather(ended, context.store.pauses), context.store.is_locked):
        click.echo(line, err=True)
    _hold_mirror(context, ended)


@pause.command("not-ready")
@click.argument("length", nargs=-1)
@click.pass_obj
def not_ready(context: Context, length: tuple[str, ...]) -> None:
    """Come back, but take more time before the talk: `pause not-ready 20`. Prints what to say.

    Also when you have come back already.
    """
    now, scripts = context.clock(), shipped_scripts()
    words = " ".join(length)
    due = parse_due(words, now) if length else now + SUGGESTED_MORE
    check_day(words, due, now)
    before = context.store.pauses.open() or just_ended(context.unlocked_store().pauses, now) or open_pause(context)
    if before.kind is not PauseKind.TAKING:
        raise StoreError(_("That is for a pause you took to calm down. Come back with: companion pause back."))
    if due - now > A_DAY:
        raise ValueError(
            _("Stay within a day here. For longer, come back, then: companion pause LENGTH --check-in WHEN")
        )
    with context.store.alone():
        ended = change_pause(context, lambda found: found.come_back(now)) if before.is_open else before
        following = context.store.pauses.begin(rebook(ended, not_ready_text(scripts), due - now, now))
    speak(leave_words(following, scripts, now))
    say_reading_of(words, due, now)
    click.echo(TELL, err=True)


@pause.command("not-back")
@click.pass_obj
def not_back(context: Context) -> None:
    """Close a pause that ended without a return."""
    ended = change_pause(context, lambda found: found.give_up(context.clock()))
    click.echo(_("Kept as it was: without a return. A new pause can begin at any time."))
    _hold_mirror(context, ended)


@pause.command()
@click.pass_obj
def cancel(context: Context) -> None:
    """Call the pause off before its time has come; that is not a return."""
    now = context.clock()

    def call_off(found: Pause) -> Pause:
        if found.state(now) is PauseState.OVERDUE:
            back, passed = "companion pause back, or companion pause not-back", say_clock(found.due, now)
            raise StoreError(_("Its time, {passed}, has passed. Close it with: {back}.", passed=passed, back=back))
        return found.cancel(now)

    change_pause(context, call_off)
    click.echo(_("The pause is called off."))


@pause.command()
@click.pass_obj
def told(context: Context) -> None:
    """Note that it was said: the leave message first, then each new time."""
    now, before = context.clock(), open_pause(context)
    after = change_pause(context, lambda found: found.tell(now))
    is_new = (after.told_at, after.moves) != (before.told_at, before.moves)
    click.echo(_("Noted: said at {clock}.", clock=say_clock(now, now)) if is_new else _("That was noted before."))


@pause.command()
@click.pass_obj
def sign(context: Context) -> None:
    """Give a sign on the way, or note theirs. Prints what to say."""
    now = context.clock()
    after = change_pause(context, lambda found: found.sign(now))
    if after.is_own and after.state(now) is PauseState.OVERDUE:
        speak(return_words(after, shipped_scripts(), now))
        return
    if not after.is_own:
        click.echo(_("Noted: they gave a sign at {clock}.", clock=say_clock(now, now)))
        return
    speak(sign_words(after, shipped_scripts(), now))
    if after.check_in:
        click.echo(_("The next sign: {clock}.", clock=say_clock(after.check_in, now)), err=True)


@pause.command()
@click.option("--undo", is_flag=True, help="Take back the one that was just counted.")
@click.pass_obj
def urge(context: Context, undo: bool) -> None:
    """Count one more pull to write to them that you rode out."""
    now = context.clock()

    def ride(found: Pause) -> Pause:
        if found.is_own:
            raise StoreError(_("Urges are counted while they take space. Start that with: companion pause --giving."))
        if undo and not can_take_back(found, now):
            raise StoreError(_("None was counted just now, or it can't be seen while it is locked."))
        return take_back(found) if undo else found.ride(now)

    said = say_urges(change_pause(context, ride))
    click.echo(
        _("Ridden out.")
        if context.store.is_locked
        else _("{value} in this pause.", value=said or _("Ridden out: none"))
    )


@pause.command("end-point")
@click.argument("when", nargs=-1, required=True)
@click.pass_obj
def end_point(context: Context, when: tuple[str, ...]) -> None:
    """Set until when you wait for a word, once the time they said has passed. Prints what to say."""
    now, words = context.clock(), " ".join(when)
    until = parse_due(words, now)
    check_day(words, until, now)

    def end(found: Pause) -> Pause:
        if found.is_own:
            raise StoreError(_("An end point is for a pause that they took. Move your own with: companion pause more."))
        return found.wait_until(until, now)

    after = change_pause(context, end)
    if after.state(now) is PauseState.OVERDUE:
        speak(end_point_words(after, shipped_scripts(), now))
    else:
        click.echo(
            _("Noted: you wait until {clock}. Until their time has passed, leave it.", clock=say_clock(until, now))
        )
    say_reading_of(words, until, now)


def _before_the_talk(ended: Pause, is_locked: bool) -> Iterator[str]:
    """Yield whether one is ready to talk, and what was parked, to choose one topic from."""
    if ended.kind is PauseKind.TAKING:
        yield _("Ready to talk? At least {enough} of these:", enough=ENOUGH)
        yield from (f"- {each}" for each in READY)
        yield _("Fewer? companion pause not-ready 20. {care}", care=CARE)
    if is_locked:
        yield _("What you parked is locked: companion pause parked")
    if waiting := numbered(parked(ended)):
        yield _("Parked until now:")
        yield from waiting
        yield from [_("Choose one for the talk: companion pause topic 1")] if len(waiting) > 1 else []


def _hold_mirror(context: Context, ended: Pause) -> None:
    """Say once what the last pauses show, when this end has made it true."""
    seen = new_mirror(context.store.pauses, ended, context.clock())
    if seen:
        click.echo(_("{words} To read: companion read {article}", words=seen.words, article=seen.article), err=True)
