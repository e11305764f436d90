"""The verb words: what there is to say, by situation; and the check of a message."""

from collections.abc import Mapping
from difflib import get_close_matches

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.nameless import NamelessVerb
from companion.commands.typed import given_words
from companion.domain.message_check import Finding, MessageCheck
from companion.domain.message_rule import MessageClass
from companion.domain.script import OWN, Script, ScriptFile, fill, own_file
from companion.domain.slots import pause_slots
from companion.domain.worksheet import pause_defaults
from companion.text.plain import one_line

_SAY = "SITUATION"
_CLEAR = _("Nothing stands out. Rules can’t judge a message; you know the two of you best.")
_SAFETY = _("Safety comes before any message: companion read safety-first, companion help-lines.")


class WordsVerbs(NamelessVerb):
    """The check of a message; any other word is a situation."""

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Take anything but a verb or a call for help as a situation."""
        return None if args and args[0] in (*self.list_commands(ctx), *ctx.help_option_names) else _SAY

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs that have a name to type."""
        return ["check"]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say both ways to use it."""
        formatter.write_usage(ctx.command_path, "[SITUATION] [OPTIONS]")
        formatter.write_usage(ctx.command_path, _("check TEXT|- [OPTIONS]"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the list, then the verbs."""
        self.commands[_SAY].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(cls=WordsVerbs)
def words() -> None:
    """Print words to say, all or those of a SITUATION; `own` are the ones you wrote.

    Clock times are those of the running pause, or of one that would start now. `pause --message ID` takes an id.
    While it is locked, `own` alone asks for the passphrase; the others leave yours out.
    """


@words.command(_SAY)
@click.argument("situation", required=False)
@click.option("--json", "as_json", is_flag=True, help="For machines: the scripts with their slots unfilled.")
@click.pass_obj
def say(context: Context, situation: str | None, as_json: bool) -> None:
    """Print words to say."""
    library = shipped_library()
    store = context.unlocked_store() if situation == OWN else context.store
    files = {OWN: own_file(store.scripts), **library.script_files}
    if situation is not None:
        files = {situation: _find(files, situation)}
    if as_json:
        found = [_shape(file, script) for file in files.values() for script in file.scripts]
        click.echo(msgspec.json.encode(found).decode())
        return
    now = context.clock()
    answers = list(context.store.worksheets)
    usual = pause_defaults(library.worksheet_files.of(answers), answers)
    slots = pause_slots(context.store.pauses.open(), now, usual)
    shown = [file for file in files.values() if file.scripts or situation is not None]
    click.echo("\n\n".join(_page(file, slots) for file in shown))


@words.command("check")
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="For machines: the findings with their places.")
def check(text: tuple[str, ...], as_json: bool) -> None:
    """Check a message before you send it: a line for each finding, with why and what to try.

    `-` reads the message from standard input, so that it stays out of the shell's history. Nothing is sent or kept.
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


def _line(finding: Finding) -> str:
    """Return a finding on one line."""
    return _(
        "{kind}: “{excerpt}” {why} Try: {try_}",
        kind=finding.kind,
        excerpt=one_line(finding.excerpt),
        why=finding.why,
        try_=finding.try_,
    )


def _find(files: Mapping[str, ScriptFile], situation: str) -> ScriptFile:
    """Return the scripts of a situation.

    Raises:
        ValueError: if there is none of that name, with the near ones.
    """
    if situation in files:
        return files[situation]
    near = get_close_matches(situation, files, cutoff=0.5) or list(files)
    raise ValueError(
        _("There is no situation “{situation}”. Try {several}.", situation=situation, several=", ".join(near))
    )


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
    lines += [_("{care_note} Here: companion help-lines.", care_note=file.care_note)] if file.care_note else []
    for script in file.scripts:
        lines += ["", f"  {one_line(fill(script.text, slots))}"]
        lines += [_("    instead of: {instead_of}", instead_of=script.instead_of)] if script.instead_of else []
        lines += [click.style(_("    id: {id}", id=script.id), dim=True)]
    return "\n".join(lines if file.scripts else [*lines, "", _("  None yet. In the app, 4 and then n writes one.")])
