"""Reading one file of the library, with errors that name the line."""

from pathlib import Path
from typing import Any

from companion.catalogue import _
from companion.resources import STYLES
from companion.storage.errors import ContentError
from companion.storage.files import read_file

_FENCE = "---"


def read_yaml(path: Path, most: int | None = None) -> Any:
    """Return what a YAML file holds.

    Args:
        path: The file.
        most: How many bytes it may have, if the person may have put it there.

    Raises:
        ContentError: if it is missing, too large, or not YAML, naming the line.
    """
    return parse_yaml(path, _text(path, most))


def read_markdown(path: Path) -> dict[str, Any]:
    """Return the front matter of a Markdown file, with its text under `text` and its name under `slug`.

    Raises:
        ContentError: if it is missing or has no sound front matter, naming the line.
    """
    opening, _end, rest = _text(path).partition("\n")
    front, fence, text = rest.partition(f"\n{_FENCE}\n")
    if opening.strip() != _FENCE or not fence:
        raise ContentError(path, _("line 1: expected front matter between two lines of “---”"))
    matter = parse_yaml(path, front, 1)
    if not isinstance(matter, dict):
        raise ContentError(path, _("line 2: expected front matter of the form “key: value”"))
    return {**matter, "slug": path.stem, "text": text.strip() + "\n"}


def _text(path: Path, most: int | None = None) -> str:
    try:
        data = read_file(path, -1 if most is None else most + 1)
        if most is not None and len(data) > most:
            raise ContentError(path, _("it has more than {most} KB; that is too large", most=most // 1000))
        return data.decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise ContentError(path, _("the file is missing")) from error
    except UnicodeDecodeError as error:
        raise ContentError(path, _("byte {start}: expected UTF-8 text", start=error.start)) from error


def read_style(name: str) -> str:
    """Return a shipped sheet of styles that goes into a page."""
    return _text(STYLES / name)


def parse_yaml(path: Path, text: str, lines_before: int = 0, *, words_only: bool = False) -> Any:
    """Return what a YAML text holds.

    Args:
        path: The file that it stands in.
        text: The text.
        lines_before: How many lines of the file stand before it.
        words_only: Whether everything that is no list or table is text, and no number or date.

    Raises:
        ContentError: if it is not YAML, naming the line.
    """
    import yaml  # ten milliseconds that a verb without content need not pay

    name = "BaseLoader" if words_only else "SafeLoader"
    loader = getattr(yaml, f"C{name}", getattr(yaml, name))
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 (both loaders are safe ones)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 + lines_before if error.problem_mark else 1
        raise ContentError(path, _("line {line}: {problem}", line=line, problem=error.problem)) from error
    except yaml.YAMLError as error:
        raise ContentError(path, str(error)) from error
