"""The verb keys: every key of the app, those included that the person moved."""

from collections.abc import Iterator
from itertools import groupby

import click
import msgspec

from companion.catalogue import _, ngettext
from companion.commands.context import Context
from companion.commands.errors import FAILED
from companion.commands.plain import is_plain_asked
from companion.storage.paths import KEYS

_SIGNS = {"↑": _("up"), "↓": _("down"), "←": _("left"), "→": _("right"), "⌫": _("backspace")}


@click.command()
@click.option("--check", is_flag=True, help=f"Say what is wrong with your {KEYS}; exit 1 if anything is.")
@click.option("--example", is_flag=True, help=f"Print a {KEYS} with every key, to begin your own with.")
@click.option("--json", "as_json", is_flag=True, help="Print them for machines.")
@click.pass_context
def keys(ctx: click.Context, check: bool, example: bool, as_json: bool) -> None:
    """Print every key of the app; those that you moved as they are now.

    Keys are moved in keys.yaml in the data folder, a line for each: “app.cover: ctrl+g”. It is read when the app opens.
    """
    context: Context = ctx.obj
    if example:
        click.echo("\n".join(_example()))
    elif check:
        ctx.exit(_check(context, as_json))
    else:
        _list(context, as_json)


def _list(context: Context, as_json: bool) -> None:
    from companion.ui.keymap import read_keymap  # the bindings live in the screens, so this verb loads Textual
    from companion.ui.keys import all_keys

    keymap = read_keymap(context.folder)
    found = list(all_keys(keymap.keys))
    if as_json:
        rows = [
            {"where": where, "id": key.id, "key": key.said, "what": key.what, "moved": key.is_own}
            for where, key in found
        ]
        click.echo(msgspec.json.encode(rows).decode())
        return
    for where, group in groupby(found, key=lambda each: each[0]):
        click.echo(f"\n{where}")
        for each in group:
            key = each[1]
            said = _in_words(key.said) if is_plain_asked() else key.said
            click.echo(f"  {said:<16} {key.what}{' (moved by you)' if key.is_own else ''}")
    if keymap.problem:
        click.echo(f"\n{keymap.problem}")


def _in_words(said: str) -> str:
    """Return the name of a key with words for the signs that are not read aloud."""
    for sign, word in _SIGNS.items():
        said = said.replace(sign, word)
    return said


def _check(context: Context, as_json: bool) -> int:
    """Say what is wrong with the file; return the exit code."""
    from companion.ui.keymap import read_keymap

    keymap = read_keymap(context.folder)
    if as_json:
        rows = [{"line": flaw.line, "problem": str(flaw)} for flaw in keymap.flaws]
        click.echo(msgspec.json.encode({"moved": keymap.keys, "problems": rows}).decode())
    elif keymap.flaws:
        click.echo("\n".join(map(str, keymap.flaws)))
    elif (context.folder / KEYS).exists():
        count = len(keymap.keys)
        click.echo(ngettext("Nothing is wrong; {n} key is moved.", "Nothing is wrong; {n} keys are moved.", count))
    else:
        click.echo(
            _("There is no {keys}, so all keys are as they come. “companion keys --example” prints one.", keys=KEYS)
        )
    return FAILED if keymap.flaws else 0


def _example() -> Iterator[str]:
    """Yield the lines of a file that names every key, each behind a #, so that it changes nothing yet."""
    from companion.ui.key_names import write_key
    from companion.ui.keymap import known_bindings
    from companion.ui.keys import places_of

    yield _(
        "# Keys of your own. Keep this as {keys} in the data folder (“companion paths” says where it is).", keys=KEYS
    )
    yield _(
        "# Take the # away before what you change, and write the key: a letter, a sign in quotes, ctrl+g, f5, insert."
    )
    yield _("# Several keys stand in brackets: [n, insert]. “companion keys --check” says what does not work, and why.")
    for where, ids in places_of().items():
        yield f"\n# {where}"
        for id in ids:
            binding = known_bindings()[id]
            written = [_quoted(write_key(key)) for key in binding.key.split(",")]
            value = written[0] if len(written) == 1 else f"[{', '.join(written)}]"
            yield f"# {f'{id}: {value}':<46} # {_(binding.description)}"


def _quoted(key: str) -> str:
    """Return a key as YAML takes it: a sign in quotes."""
    return key if len(key) > 1 or key.isalnum() else f"'{key}'" if key != "'" else f'"{key}"'
