"""The verb that starts a pause: taking space, giving it, or planned."""

import re
from datetime import datetime, timedelta
from typing import Any

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.open_pause import say_pause, say_reading_of, speak
from companion.commands.scripts import shipped_scripts
from companion.commands.typed import INPUT, given_words
from companion.domain.drafting import PLANNED_LENGTH, Draft, PauseDefaults
from companion.domain.length import SHORT, SUGGESTED_LEAST, check_day, parse_due, parse_sign
from companion.domain.pause import A_DAY, LONG, Pause, PauseKind, PauseState
from companion.domain.said_time import say_time_missing
from companion.domain.script import fill
from companion.domain.slots import due_script, leave_script, leave_words, pause_slots
from companion.domain.times import local, say_clock
from companion.storage.errors import StoreError
from companion.text.plain import one_line

TELL = _("When you have said it: companion pause told")
"""Told and started are two facts; a pause that nobody was told of is marked as one."""

_ONE_TOPIC = _("One topic is enough for a talk. Park the others once the pause runs: companion pause park WORDS.")
_SHOWN = 40
"""Letters of a wrong word that are said again."""
_BRACED = re.compile(r"\{(\w+)\}")


@click.command()
@click.argument("length", nargs=-1)
@click.option("--giving", is_flag=True, help="They asked for space; the length is the time they said, if they did.")
@click.option("--planned", is_flag=True, help="Time of your own that you had planned.")
@click.option("--place", metavar="WORDS|-", help="Where you go.")
@click.option(
    "--topic", "topics", metavar="WORDS|-", multiple=True, help="What the talk was about, parked for the return."
)
@click.option("--strength", metavar="0-10", type=int, help="How strong it is now.")
@click.option("--check-in", metavar="WHEN", help="When you give a sign on the way; a must over 24 hours.")
@click.option("--told", is_flag=True, help="You have said it already.")
@click.option("--message", metavar="SCRIPT", help="Id of the words to say; see companion words all.")
@click.option("--say", metavar="WORDS|-", help="Your own words to say now; {back_at} stands for the time.")
@click.option("--return", metavar="WORDS|-", help="Your own words to say on coming back, in the same way.")
@click.pass_obj
def start(context: Context, /, **options: Any) -> None:
    """Start a pause of that length and print what to say.

    `-` reads the words of that option from standard input, so that they stay out of the shell's history.
    """
    now = context.clock()
    wanted = _wanted(context, options, now)
    begun = context.store.pauses.begin(_with_what_waits(context, wanted))
    if begun.id != wanted.id:
        ending = "not-back" if begun.state(now) is PauseState.OVERDUE else "cancel"
        raise StoreError(
            _(
                "A pause is open already: {pause}. Use pause back, more or {ending}.",
                pause=say_pause(begun, now),
                ending=ending,
            )
        )
    speak(leave_words(wanted, shipped_scripts(), now))
    say_reading_of(" ".join(options["length"]), wanted.due, now)
    for line in _quiet_lines(wanted, now):
        click.echo(line, err=True)


def _wanted(context: Context, options: dict[str, Any], now: datetime) -> Pause:
    """Return the pause that was asked for.

    Raises:
        ValueError: with a sentence about the first option that does not fit.
    """
    _check_together(options)
    kind = PauseKind.GIVING if options["giving"] else PauseKind.PLANNED if options["planned"] else PauseKind.TAKING
    length = " ".join(options["length"])
    draft = Draft.usual(_usual(context))
    draft.kind, draft.strength = kind, options["strength"]
    draft.is_stated = kind is not PauseKind.GIVING or bool(options["length"])
    if kind is PauseKind.PLANNED:
        draft.length = PLANNED_LENGTH
    if options["length"]:
        draft.until = parse_due(length, now)
        check_day(length, draft.until, now)
    if options["place"] is not None:
        draft.place = one_line(given_words(options["place"]))
    due = draft.due(now)
    sign = None if options["check_in"] is None else parse_sign(options["check_in"], due, now)
    if sign is None and kind is not PauseKind.GIVING and due - now > A_DAY:
        moment = sign_example(due, now)
        raise ValueError(
            _(
                "More than a day needs a sign on the way. Say when you give one: --check-in “{moment}”.",
                moment=moment,
            )
        )
    message = options["message"] or leave_script(kind, draft.is_stated)
    draft.leave = _own(options["say"], now) or _script(context, message)
    draft.back = _own(options["return"], now) or _script(context, due_script(kind))
    draft.topic = given_words("".join(options["topics"]))
    return replace(draft.pause(now), check_in=sign, told_at=now if options["told"] else None)


def _check_together(options: dict[str, Any]) -> None:
    """Raise ValueError about options that do not go together."""
    if options["giving"] and options["planned"]:
        raise ValueError(_("A pause is theirs or your own. Leave out --giving or --planned."))
    if len(options["topics"]) > 1:
        raise ValueError(_ONE_TOPIC)
    if [*options["topics"], *(options[each] for each in ("place", "say", "return"))].count(INPUT) > 1:
        raise ValueError(_("Standard input holds the words of one option. Type those of the others."))
    if options["message"] and options["say"] is not None:
        raise ValueError(_("Your own words, or those of a script. Leave out --say or --message."))
    if options["giving"] and options["return"] is not None:
        raise ValueError(_("In a pause that they take, the words on the return are theirs. Leave out --return."))


def sign_example(due: datetime, now: datetime) -> str:
    """Say a moment for a sign in a pause of more than a day: half way, and within a day; it can be typed back."""
    moment = now + min((due - now) / 2, A_DAY)
    return say_clock(moment - timedelta(minutes=local(moment).minute), now)


def _quiet_lines(begun: Pause, now: datetime) -> list[str]:
    """Return what is worth a line beside the words to say."""
    length, lines = begun.due - now, []
    if begun.is_own:
        lines.append(say_time_missing(fill(begun.leave_message, pause_slots(begun, now)), begun.due, now))
    if begun.is_own and length < SUGGESTED_LEAST:
        lines.append(SHORT)
    if begun.is_own and length > LONG and begun.check_in is None:
        half_way = now + length / 2
        lines.append(_say_sign(f'"{say_clock(half_way, now)}"'))
    if begun.is_untold:
        lines.append(TELL)
    if not begun.is_stated:
        lines.append(_("If no time comes, ask once more at {clock}.", clock=say_clock(begun.due, now)))
    return [each for each in lines if each]


def _own(words: str | None, now: datetime) -> str:
    """Return own words, whose slots are filled in whenever they are shown; nothing if none are given.

    Raises:
        ValueError: if they are empty, or hold a slot that a pause does not fill.
    """
    if words is None:
        return ""
    own = given_words(words)
    if not own:
        raise ValueError(_("Write what you want to say behind --say or --return, or leave it out."))
    slots = pause_slots(None, now)
    if wrong := next((name for name in _BRACED.findall(own) if name not in slots), ""):
        known = ", ".join(f"{{{name}}}" for name in slots)
        raise ValueError(
            _("A pause can’t fill in “{{{slot}}}”. It fills in {known}.", slot=wrong[:_SHOWN], known=known)
        )
    return own


def _script(context: Context, script_id: str) -> str:
    """Return a script's text, shipped or own; one's own alone need the passphrase.

    Raises:
        ValueError: naming where the ids are.
    """
    scripts = shipped_scripts()
    store = context.store if script_id in scripts else context.unlocked_store()
    own = store.scripts.get(script_id)
    if own is not None:
        return own.text
    if script_id not in scripts:
        raise ValueError(
            _("“{script_id}” is not a script. See companion words all for the ids.", script_id=one_line(script_id))
        )
    return scripts[script_id].text


def _with_what_waits(context: Context, pause: Pause) -> Pause:
    """Return the pause with what was parked before and not talked about."""
    if not len(context.store.pauses) and not context.store.is_locked:
        return pause
    from companion.domain.still_parked import follow_on  # 2 ms that a first pause need not pay

    return follow_on(pause, context.store.pauses, is_locked=context.store.is_locked)


def _usual(context: Context) -> PauseDefaults:
    answers = list(context.store.worksheets)
    if not answers:
        return PauseDefaults()
    from companion.commands.library import shipped_library  # 10 ms that a pause without worksheets need not pay
    from companion.domain.worksheet_uses import pause_defaults

    return pause_defaults(shipped_library().worksheet_files.of(answers), answers)


def _say_sign(moment: str) -> str:
    return _("Over two hours, a sign on the way helps: companion pause more --check-in {moment}", moment=moment)
