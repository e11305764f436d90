"""The verb settings: what may be chosen about the app, listed, shown and changed."""

from collections.abc import Mapping
from typing import Any

import click
import msgspec
from click.shell_completion import CompletionItem

from companion.catalogue import _
from companion.commands.asking import is_agreed
from companion.commands.completing import offers
from companion.commands.context import Context
from companion.commands.nameless import near
from companion.commands.setting import Setting, all_settings, say_value
from companion.domain.fading import WARNING
from companion.domain.settings import Settings
from companion.storage.paths import themes_of

_NAME, _VALUE = 18, 10
"""Cells of a name and of a value in the list."""
_FADES = "fade_after"


def _values(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer what the setting takes that was named before."""
    choices = ((*each.choices,) for each in all_settings() if ctx.params.get("name") in (each.name, each.key))
    return offers(lambda: next(choices, ()))(ctx, param, incomplete)


@click.command()
@click.argument("name", required=False, shell_complete=offers(lambda: [each.name for each in all_settings()]))
@click.argument("value", required=False, shell_complete=_values)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print them for machines.")
@click.pass_obj
def settings(context: Context, name: str | None, value: str | None, yes: bool, as_json: bool) -> None:
    """List the settings; with a NAME show that one, with a VALUE change it. None of them is private."""
    known = {each.name: each for each in all_settings(_own_themes(context))}
    chosen = list(known.values()) if name is None else [_find(known, name)]
    if value is not None:
        _change(context, chosen[0], value, yes)
    kept = context.store.settings
    if as_json:
        click.echo(msgspec.json.encode([_shape(each, kept) for each in chosen]).decode())
    elif name is None:
        from companion.commands.printed import say_folded

        for each in chosen:
            value = say_value(getattr(kept, each.field))
            say_folded(f"{each.name:<{_NAME}} {value:<{_VALUE}} {each.words.label}", hang=_NAME + _VALUE + 2)
    else:
        _show(chosen[0], kept, in_full=value is None)


def _own_themes(context: Context) -> list[str]:
    """Return the names of the person's own themes; their files are read only where there are any."""
    folder = themes_of(context.folder)
    if folder is None or not folder.is_dir():
        return []
    from companion.storage.own_themes import read_own_themes

    return list(read_own_themes(folder).sound)


def _find(known: Mapping[str, Setting], name: str) -> Setting:
    """Return the setting of that name.

    Raises:
        ValueError: if there is none, with the one that may be meant.
    """
    typed = name.strip().lower().replace("_", "-")
    by_key = {each.key: each for each in known.values()}
    if found := known.get(typed) or by_key.get(typed):
        return found
    meant = near(typed, known) or near(typed, by_key)
    hint = _("Did you mean: companion settings {meant}?", meant=meant) if meant else _("companion settings lists them.")
    raise ValueError(" ".join((_("There is no setting “{name}”.", name=name[:40]), hint)))


def _change(context: Context, setting: Setting, typed: str, yes: bool) -> None:
    """Keep another value; before words fade for good, it is asked."""
    value = setting.read(typed)
    changes: dict[str, Any] = {setting.field: value}
    msgspec.structs.replace(context.store.settings, **changes)  # a value that can't be is said before any question
    if setting.field == _FADES and value is not None and value != context.store.settings.fade_after:
        if not is_agreed(" ".join((WARNING, _("Let them fade"))), yes, _("Nothing was changed.")):
            return
        changes["faded_on"] = None
    context.store.change_settings(**changes)


def _show(setting: Setting, kept: Settings, *, in_full: bool) -> None:
    """Print what a setting is now; in full, also what it is for and what it takes."""
    click.echo(f"{setting.name}: {say_value(getattr(kept, setting.field))}")
    if in_full:
        from companion.commands.printed import say_folded

        say_folded(_about(setting))
        say_folded(_("It takes: {choices}", choices=" | ".join(setting.takes)))
        click.echo(_("Usual: {value}", value=say_value(setting.default)))


def _about(setting: Setting) -> str:
    label, about = setting.words.label, setting.words.about
    return f"{label}. {about}" if about else f"{label}."


def _shape(setting: Setting, kept: Settings) -> dict[str, object]:
    """Return a setting as machines get it; a shape that stays."""
    return {
        "name": setting.key,
        "value": getattr(kept, setting.field),
        "usual": setting.default,
        "choices": [typed if isinstance(value, bool) else value for typed, value in setting.choices.items()],
        "about": _about(setting),
    }
