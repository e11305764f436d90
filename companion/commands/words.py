"""The verb words: what there is to say, by situation; and the check of a message."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

import click
import msgspec
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.completing import situations
from companion.commands.context import Context
from companion.commands.in_shell import say_care
from companion.commands.library import shipped_library
from companion.commands.nameless import NamelessVerb
from companion.commands.typed import given_words
from companion.commands.verbs import imported
from companion.domain.article import Side
from companion.domain.message_check import Finding, MessageCheck
from companion.domain.message_rule import MessageClass
from companion.domain.script import OWN, Script, ScriptFile, fill, matching, own_file
from companion.domain.situation import Situation
from companion.domain.slots import pause_slots
from companion.domain.worksheet_uses import pause_defaults
from companion.text.plain import one_line

_SAY = "SITUATION"
_ALL = "all"
"""Typed for a situation, it means every one."""
_SHOWN = 40
"""Letters of an unknown situation that are said again."""
_BESIDE = {
    "ask": "words_built:ask",
    "feel": "words_built:feel",
    "practise": "words_built:practise",
    "write": "words_own:write",
    "edit": "words_own:edit",
    "delete": "words_own:delete",
    "favourite": "words_own:favourite",
}
"""Verb to the module beside this one and the command in it."""
_CLEAR = _("Nothing stands out. Rules can’t judge a message; you know the two of you best.")
_NOTHING = _("Nothing fits. companion words all prints everything.")
_SAFETY = _("Safety comes before any message: companion read safety-first, companion help-lines.")


class WordsVerbs(NamelessVerb):
    """Verbs over words to say; any other word is a situation."""

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Take anything but a verb or a call for help as a situation."""
        return None if args and args[0] in (*self.list_commands(ctx), *ctx.help_option_names) else _SAY

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs that have a name to type."""
        return ["check", *_BESIDE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb; one that lies beside this file is imported."""
        if cmd_name not in _BESIDE:
            return super().get_command(ctx, cmd_name)
        return imported(_BESIDE[cmd_name])

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say both ways to use it."""
        formatter.write_usage(ctx.command_path, "[SITUATION] [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the list, then the verbs."""
        self.commands[_SAY].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(cls=WordsVerbs)
def words() -> None:
    """Print words to say in a SITUATION; alone, list the situations. `own` are the ones you wrote, `all` is everything.

    Clock times are those of the running pause, or of one that would start now. `pause --message ID` takes an id.
    While it is locked, `own` alone asks for the passphrase; the others leave yours out.

    \b
    --json prints, with the slots of the text open:
      [{"id", "situation", "side", "instead_of", "text"}]
    """


@words.command(_SAY)
@click.argument("situation", nargs=-1, metavar="[SITUATION]", shell_complete=situations)
@click.option("--search", "searched", metavar="WORDS", default="", help="Only those with all these words.")
@click.option(
    "--side", type=click.Choice([each.value for each in Side]), help="Only those for this side, and for both."
)
@click.option("--favourites", "starred", is_flag=True, help="Only your favourites.")
@click.option("--json", "as_json", is_flag=True, help="For machines: the scripts with their slots unfilled.")
@click.pass_obj
def say(
    context: Context, situation: tuple[str, ...], searched: str, side: str | None, starred: bool, as_json: bool
) -> None:
    """Print words to say, or the situations that there are words for."""
    library, asked = shipped_library(), " ".join(situation)
    store = context.unlocked_store() if asked == OWN or starred else context.store
    files = {OWN: own_file(store.scripts), **library.script_files}
    if not (situation or searched or side or starred or as_json):
        click.echo("\n".join(_list(files.values())))
        return
    if is_one := asked not in ("", _ALL):
        files = {asked: _find(files, asked, library.situations.values())}
    if searched or side or starred:
        wanted = {each.script for each in store.favourites if not each.is_hidden} if starred else None
        files = {each.situation: each for each in _chosen(files.values(), searched, side, wanted)}
    if as_json:
        found = [_shape(file, script) for file in files.values() for script in file.scripts]
        click.echo(msgspec.json.encode(found).decode())
        return
    now = context.clock()
    answers = list(context.store.worksheets)
    usual = pause_defaults(library.worksheet_files.of(answers), answers)
    slots = pause_slots(context.store.pauses.open(), now, usual)
    shown = [file for file in files.values() if file.scripts or is_one]
    click.echo("\n\n".join(_page(file, slots) for file in shown) or _NOTHING)


@words.command("check")
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="For machines: the findings with their places.")
def check(text: tuple[str, ...], as_json: bool) -> None:
    """Check a message before you send it: a line for each finding, with why and what to try.

    `-` reads the message from standard input, so that it stays out of the shell's history. Nothing is sent or kept.

    \b
    --json prints, with places in characters:
      [{"rule", "class", "start", "end", "quoted", "why", "try"}]
    """
    message = given_words(" ".join(text))
    findings = MessageCheck(shipped_library().message_rules).read(message)
    if as_json:
        click.echo(msgspec.json.encode(findings).decode())
        return
    for finding in findings:
        click.echo(_line(finding))
    if not findings:
        click.echo(_CLEAR)
    elif any(finding.kind is MessageClass.SAFETY for finding in findings):
        click.echo(_SAFETY)


def _chosen(
    files: Iterable[ScriptFile], searched: str, side: str | None, wanted: Collection[str] | None
) -> Iterator[ScriptFile]:
    """Yield the situations with those of their scripts that were asked for."""
    for file in matching(files, searched):
        scripts = tuple(
            each
            for each in file.scripts
            if side in (None, each.side, each.side is Side.BOTH and side) and (wanted is None or each.id in wanted)
        )
        if scripts:
            yield replace(file, scripts=scripts)


def _line(finding: Finding) -> str:
    """Return a finding on one line."""
    return _(
        "{kind}: “{excerpt}” {why} Try: {other}",
        kind=finding.kind,
        excerpt=one_line(finding.excerpt),
        why=finding.why,
        other=finding.try_,
    )


def _list(files: Iterable[ScriptFile]) -> Iterator[str]:
    """Yield the situations that there are words for, and how to see them."""
    named = [file for file in files if file.scripts]
    yield from (f"  {file.situation:26} {file.label}" for file in named)
    yield ""
    one = named[-1].situation
    yield _("Words for one of them: companion words {situation}. For all: companion words all.", situation=one)


def _find(files: Mapping[str, ScriptFile], situation: str, sentences: Iterable[Situation]) -> ScriptFile:
    """Return the scripts of a situation.

    Raises:
        ValueError: if there is none of that name, with those that fit or are near.
    """
    if situation in files:
        return files[situation]
    near = list(_fitting(files.values(), situation.casefold(), sentences))
    near = near or get_close_matches(situation, files, cutoff=0.5)
    shown, meant = one_line(situation[:_SHOWN]), ", ".join(near)
    if not near:
        raise ValueError(_("There is no situation “{situation}”. companion words lists them.", situation=shown))
    raise ValueError(_("There is no situation “{situation}”. Try {meant}.", situation=shown, meant=meant))


def _fitting(files: Iterable[ScriptFile], asked: str, sentences: Iterable[Situation]) -> Iterator[str]:
    """Yield the situations that a label, a sentence of Now or the kind of its entries stands for."""
    said = {each.say for each in sentences if asked in (each.id, each.kind, each.sentence.casefold())}
    for file in files:
        if asked == file.label.casefold() or said & {script.id for script in file.scripts}:
            yield file.situation


def _shape(file: ScriptFile, script: Script) -> dict[str, str]:
    """Return a script as machines get it; a shape that stays."""
    return {
        "id": script.id,
        "situation": file.situation,
        "side": script.side.value,
        "instead_of": script.instead_of,
        "text": script.text,
    }


def _page(file: ScriptFile, slots: Mapping[str, str]) -> str:
    """Return a situation's scripts as lines to read."""
    lines = [f"{file.label} ({file.situation})"]
    lines += [say_care(file.care_note)] if file.care_note else []
    for script in file.scripts:
        lines += ["", f"  {one_line(fill(script.text, slots))}"]
        lines += [_("    instead of: {instead_of}", instead_of=script.instead_of)] if script.instead_of else []
        lines += [click.style(_("    id: {id}", id=script.id), dim=True)]
    return "\n".join(lines if file.scripts else [*lines, "", _("  None yet. Write some: companion words write TEXT")])
