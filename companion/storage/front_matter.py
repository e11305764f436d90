"""What stands above a Markdown text that others wrote: YAML as Obsidian and Jekyll have it, TOML, or nothing."""

from typing import Any

from companion.catalogue import _
from companion.domain.own_article import FrontMatter

_YAML, _TOML = "---", "+++"
_ENDS = {_YAML: (_YAML, "..."), _TOML: (_TOML,)}
_MOST = 16_384
"""Characters that front matter has at most; a text that opens with a rule and has no second one is a text."""


def split_front(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter and the text without it; what is wrong with the front matter is said there."""
    opening = text[:_MOST].partition("\n")[0].rstrip()
    if opening not in _ENDS:
        return FrontMatter({}), text
    lines = text[:_MOST].split("\n")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in _ENDS[opening]), None)
    if end is None:
        return FrontMatter({}), text
    front, rest = "\n".join(lines[1:end]), text[sum(len(line) + 1 for line in lines[: end + 1]) :]
    says, problem = _yaml(front) if opening == _YAML else _toml(front)
    if says is None:  # prose between two rules
        return FrontMatter({}), text
    return FrontMatter(says, end + 1, problem), rest


def _yaml(front: str) -> tuple[dict[str, Any] | None, str]:
    """Return what it says, every value a text: no other kind is wanted, and merged keys could grow without end."""
    import yaml

    try:
        found = yaml.load(front, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 (texts alone)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return {}, _(
            "line {line}: its front matter is no YAML ({problem}), so the text is shown without it",
            line=line,
            problem=error.problem,
        )
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}, _("its front matter is no YAML, so the text is shown without it")
    if found is None or found == "":
        return {}, ""
    return (found, "") if isinstance(found, dict) else (None, "")


def _toml(front: str) -> tuple[dict[str, Any], str]:
    import tomllib

    try:
        return tomllib.loads(front), ""
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}, _("its front matter is no TOML, so the text is shown without it")
