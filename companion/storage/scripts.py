"""The shipped scripts, a file a situation: all of them, or one without reading the others."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from companion.catalogue import _
from companion.domain.script import Script, ScriptFile
from companion.storage.content_check import by_id, convert
from companion.storage.content_file import read_yaml
from companion.storage.errors import ContentError

_ITEM = "  - id: "
_FIELD = re.compile(r" {4}([a-z_]+): ([A-Za-z][^:#\n]*[^:#\s])")
"""A field in plain words, without YAML's marks."""


class Scripts(Mapping[str, Script]):
    """The scripts by id. Of the files only those are read that name what is asked for: all of them take 15 ms."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Script] = {}

    @cached_property
    def files(self) -> dict[str, ScriptFile]:
        """The scripts of each situation, by its id.

        Raises:
            ContentError: if a file is not as it should be.
        """
        files: dict[str, ScriptFile] = {}
        seen: set[str] = set()
        for path in self._paths():
            file = files[path.stem] = _read(path)
            if file.situation != path.stem:
                raise ContentError(
                    path,
                    _(
                        "situation: expected “{stem}”, the file's name, got “{situation}”",
                        stem=path.stem,
                        situation=file.situation,
                    ),
                )
            if twice := seen & by_id(path, file.scripts).keys():
                raise ContentError(
                    path, _("id: “{id}” is in another file too; expected an id of its own", id=min(twice))
                )
            seen.update(script.id for script in file.scripts)
        return files

    def __getitem__(self, script_id: str) -> Script:
        if script_id not in self._known:
            for path in self._paths():
                if script_id.encode("utf-8", "replace") in (data := path.read_bytes()):
                    found = _plain(path, data, script_id)
                    self._known.update(by_id(path, [found] if found else _read(path).scripts))
        return self._known[script_id]

    def __iter__(self) -> Iterator[str]:
        return (script.id for file in self.files.values() for script in file.scripts)

    def __len__(self) -> int:
        return sum(len(file.scripts) for file in self.files.values())

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("*.yaml"))


def _plain(path: Path, data: bytes, script_id: str) -> Script | None:
    """Return a script that stands there in plain words, without the YAML parser; None if it takes the parser.

    Loading the parser and the file takes 15 ms, and a pause says two scripts.
    """
    _, begins, rest = data.decode("utf-8", "replace").partition(f"\n{_ITEM}{script_id}\n")
    fields = [_FIELD.fullmatch(line) for line in rest.partition(f"\n{_ITEM}")[0].splitlines()]
    if not begins or None in fields:
        return None
    return convert(path, Script, {"id": script_id} | {field[1]: field[2] for field in fields if field})


def _read(path: Path) -> ScriptFile:
    return convert(path, ScriptFile, read_yaml(path))
