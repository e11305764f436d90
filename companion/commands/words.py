"""The verb words: what there is to say, by situation."""

from collections.abc import Mapping
from difflib import get_close_matches

import click
import msgspec

from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.domain.script import OWN, Script, ScriptFile, fill, own_file
from companion.domain.slots import pause_slots
from companion.domain.worksheet import pause_defaults
from companion.text.plain import one_line


@click.command()
@click.argument("situation", required=False)
@click.option("--json", "as_json", is_flag=True, help="For machines: the scripts with their slots unfilled.")
@click.pass_obj
def words(context: Context, situation: str | None, as_json: bool) -> None:
    """Print words to say, all or those of a SITUATION; `own` are the ones you wrote.

    Clock times are those of the running pause, or of one that would start now. `pause --message ID` takes an id.
    While it is locked, `own` alone asks for the passphrase; the others leave yours out.
    """
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
    usual = pause_defaults(library.worksheets.values(), context.store.worksheets)
    slots = pause_slots(context.store.pauses.open(), now, usual)
    shown = [file for file in files.values() if file.scripts or situation is not None]
    click.echo("\n\n".join(_page(file, slots) for file in shown))


def _find(files: Mapping[str, ScriptFile], situation: str) -> ScriptFile:
    """Return the scripts of a situation.

    Raises:
        ValueError: if there is none of that name, with the near ones.
    """
    if situation in files:
        return files[situation]
    near = get_close_matches(situation, files, cutoff=0.5) or list(files)
    raise ValueError(f"There is no situation “{situation}”. Try {', '.join(near)}.")


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
    lines += [f"{file.care_note} Here: companion help-lines."] if file.care_note else []
    for script in file.scripts:
        lines += ["", f"  {one_line(fill(script.text, slots))}"]
        lines += [f"    instead of: {script.instead_of}"] if script.instead_of else []
        lines += [click.style(f"    id: {script.id}", dim=True)]
    return "\n".join(lines if file.scripts else [*lines, "", "  None yet. In the app, 4 and then n writes one."])
