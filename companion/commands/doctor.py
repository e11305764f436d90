"""The verb doctor: a look at how safely your words lie."""

import json
from textwrap import wrap

import click

from companion.catalogue import _, ngettext
from companion.commands.context import Context
from companion.commands.errors import FAILED
from companion.commands.library import shipped_library
from companion.domain.finding import Looked
from companion.storage.care.doctor.examination import examine
from companion.text.plain import one_line

_MEASURE = 78
"""The widest line of a sentence."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.option("--unlock", is_flag=True, help="Look into sealed words too; this asks for the passphrase.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool, unlock: bool) -> None:
    """Look over the folder, the shell's history and the library; exit 1 if something needs doing.

    Nothing is changed, and nothing that you wrote is shown. The passphrase is needed only for --unlock, which opens
    what is sealed as any other verb does.

    \b
    --json prints:
      {"findings": [{"check", "what", "advice", "path"}], "checked": [WORDS]}
    """
    context: Context = ctx.obj
    unlocked = (lambda: context.unlocked_store().tables()) if unlock else None
    found = list(examine(context.folder, shipped_library(), context.clock(), unlocked))
    click.echo(_as_json(found) if as_json else "\n".join(_as_lines(context, found)))
    ctx.exit(FAILED if any(looked.findings for looked in found) else 0)


def _as_json(found: list[Looked]) -> str:
    findings = [
        {"check": looked.check, "what": finding.what, "advice": finding.whole_advice, "path": finding.path}
        for looked in found
        for finding in looked.findings
    ]
    shape = {"findings": findings, "checked": list(dict.fromkeys(looked.check for looked in found))}
    return json.dumps(shape, ensure_ascii=True)  # a file's name need not be text; msgspec would refuse it


def _as_lines(context: Context, found: list[Looked]) -> list[str]:
    lines = [_("Looked at {folder}", folder=one_line(str(context.folder))), ""]
    lines += [f"  {looked.check:<14} {one_line(looked.calm)}" for looked in found if not looked.findings]
    findings = [(looked.check, finding) for looked in found for finding in looked.findings]
    if not findings:
        return [*lines, "", _("Nothing needs doing.")]
    lines += ["", ngettext("{n} thing to do:", "{n} things to do:", len(findings))]
    for check, finding in findings:
        lines += ["", *_wrapped(f"{check}: {finding.what}", "  "), *_wrapped(finding.advice, "    ")]
        lines += [f"      {one_line(finding.run)}"] if finding.run else []
    return lines


def _wrapped(words: str, indent: str) -> list[str]:
    """Break a sentence into lines; a command is never broken, so that it can be copied."""
    return wrap(
        one_line(words),
        _MEASURE,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
