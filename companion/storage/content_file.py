"""Reading one file of the library, with errors that name the line."""

from pathlib import Path
from typing import Any

from companion.catalogue import _
from companion.resources import STYLES
from companion.storage.errors import ContentError

_FENCE = "---"


def read_yaml(path: Path) -> Any:
    """Return what a YAML file holds.

    Raises:
        ContentError: if it is missing or is not YAML, naming the line.
    """
    return _parse(path, _text(path), 0)


def read_markdown(path: Path) -> dict[str, Any]:
    """Return the front matter of a Markdown file, with its text under `text` and its name under `slug`.

    Raises:
        ContentError: if it is missing or has no sound front matter, naming the line.
    """
    opening, _end, rest = _text(path).partition("\n")
    front, fence, text = rest.partition(f"\n{_FENCE}\n")
    if opening.strip() != _FENCE or not fence:
        raise ContentError(path, _("line 1: expected front matter between two lines of “---”"))
    matter = _parse(path, front, 1)
    if not isinstance(matter, dict):
        raise ContentError(path, _("line 2: expected front matter of the form “key: value”"))
    return {**matter, "slug": path.stem, "text": text.strip() + "\n"}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise ContentError(path, _("the file is missing")) from error
    except UnicodeDecodeError as error:
        raise ContentError(path, _("byte {start}: expected UTF-8 text", start=error.start)) from error


def read_style(name: str) -> str:
    """Return a shipped sheet of styles that goes into a page."""
    return _text(STYLES / name)


def _parse(path: Path, text: str, lines_before: int) -> Any:
    import yaml  # ten milliseconds that a verb without content need not pay

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 (both loaders are safe ones)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 + lines_before if error.problem_mark else 1
        raise ContentError(path, _("line {line}: {problem}", line=line, problem=error.problem)) from error
    except yaml.YAMLError as error:
        raise ContentError(path, str(error)) from error
