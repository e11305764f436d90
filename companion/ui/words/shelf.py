"""What there is to say: own scripts first, then the shipped ones by situation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from companion.domain.script import OWN, OwnScript, Script, ScriptFile, fill, matching, own_file
from companion.ui.locked import OWN_WORDS
from companion.ui.rows import Row

_NO_OWN = "None yet. n writes one; e makes a shipped one yours."
_NOTHING = "Nothing has these words. esc shows all again."


@dataclass(frozen=True)
class Standing:
    """One script and the situation it stands under."""

    file: ScriptFile
    script: Script

    @property
    def is_own(self) -> bool:
        """Whether the person wrote it."""
        return self.file.situation == OWN


class Shelf:
    """The scripts, and the ones that a filter leaves."""

    def __init__(self) -> None:
        self._files: list[ScriptFile] = []
        self._found: dict[str, Standing] = {}
        self._no_own = _NO_OWN

    def read(self, own: Iterable[OwnScript], shipped: Iterable[ScriptFile], is_locked: bool) -> None:
        """Take in what there is; whether the own ones are locked decides what is said where none are."""
        self._files = [own_file(own), *shipped]
        self._no_own = OWN_WORDS if is_locked else _NO_OWN

    def get(self, script_id: str | None) -> Standing | None:
        """Return the script of that id, if the filter leaves it."""
        return self._found.get(script_id or "")

    def first_of(self, situation_id: str) -> str | None:
        """Return the id of a situation's first script."""
        return next((key for key, found in self._found.items() if found.file.situation == situation_id), None)

    def rows(self, words: str, slots: Mapping[str, str]) -> list[Row]:
        """Return the scripts that hold the words, under their situations, with their slots filled."""
        files = matching(self._files, words) if words.strip() else self._files
        self._found = {script.id: Standing(file, script) for file in files for script in file.scripts}
        rows: list[Row] = []
        for file in files:
            rows += [Row("")] if rows else []
            rows.append(Row(file.label))
            rows += [Row(fill(script.text, slots), script.id) for script in file.scripts]
            rows += [] if file.scripts else [Row(self._no_own, indent=True)]
        return rows or [Row(_NOTHING, indent=True)]
