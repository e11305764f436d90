"""What there is to say: favourites first, then own scripts, then the shipped ones by situation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from companion.catalogue import _
from companion.domain.article import Side
from companion.domain.script import OWN, OwnScript, Script, ScriptFile, fill, matching, own_file
from companion.ui.bindings import key_of
from companion.ui.locked import OWN_WORDS, say_locked
from companion.ui.rows import Row

_FAVOURITES = _("Favourites")
_NOTHING = _("Nothing has these words. esc shows all again.")


def _no_own() -> str:
    return _("None yet. {write} writes one.", write=key_of("words.write", "n"))


class Whose(StrEnum):
    """For whom scripts are shown."""

    ALL = "For both sides"
    ROOM = "For the one who needs room"
    WAITING = "For the one who waits"

    @property
    def following(self) -> "Whose":
        """The next one of the circle."""
        every = list(Whose)
        return every[(every.index(self) + 1) % len(every)]

    def has(self, side: Side) -> bool:
        """Return whether scripts of that side are shown; what is for both, for deciding or for safety always is."""
        return side is not {Whose.ROOM: Side.RECEIVING, Whose.WAITING: Side.SPACE}.get(self)


@dataclass(frozen=True)
class Look:
    """Which scripts are shown, and how."""

    words: str = ""
    """What they have to hold."""
    whose: Whose = Whose.ALL
    is_instead: bool = False
    """Whether the rows show what one might say in the heat, of the scripts that have it."""

    def shows(self, script: Script) -> bool:
        """Return whether a script is shown, whatever its words."""
        return self.whose.has(script.side) and bool(script.instead_of or not self.is_instead)


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
    """The scripts, and the ones that a look leaves."""

    def __init__(self) -> None:
        self._files: list[ScriptFile] = []
        self._found: dict[str, Standing] = {}
        self._favourites: set[str] = set()
        self._no_own = ""

    def read(
        self, own: Iterable[OwnScript], shipped: Iterable[ScriptFile], favourites: Iterable[str], is_locked: bool
    ) -> None:
        """Take in what there is; whether the own ones are locked decides what is said where none are."""
        self._files = [own_file(own), *shipped]
        self._favourites = set(favourites)
        self._no_own = say_locked(OWN_WORDS) if is_locked else _no_own()

    def get(self, script_id: str | None) -> Standing | None:
        """Return the script of that id, if the look leaves it."""
        return self._found.get(script_id or "")

    def is_favourite(self, script_id: str) -> bool:
        """Return whether a script stands first."""
        return script_id in self._favourites

    def first_of(self, situation_id: str) -> str | None:
        """Return the id of a situation's first script; a favourite only if all are."""
        there = [key for key, found in self._found.items() if found.file.situation == situation_id]
        return min(there, key=self.is_favourite, default=None)

    def rows(self, look: Look, slots: Mapping[str, str]) -> list[Row]:
        """Return the scripts that the look leaves, under their situations, with their slots filled."""
        files = matching(self._files, look.words) if look.words.strip() else self._files
        standing = [Standing(file, script) for file in files for script in file.scripts if look.shows(script)]
        first = [each for each in standing if self.is_favourite(each.script.id)]
        self._found = {each.script.id: each for each in [*first, *standing]}
        rows = self._block(_FAVOURITES, first, look, slots) if first else []
        for file in files:
            left = [each for each in standing if each.file is file and each not in first]
            is_bare = file.situation == OWN and not file.scripts and not look.is_instead
            if left or is_bare:
                rows += [Row("")] if rows else []
                rows += self._block(file.label, left, look, slots)
                rows += [Row(self._no_own, indent=True)] if is_bare else []
        return rows or [Row(_NOTHING, indent=True)]

    def _block(self, label: str, standing: list[Standing], look: Look, slots: Mapping[str, str]) -> list[Row]:
        def words(script: Script) -> str:
            return script.instead_of if look.is_instead else fill(script.text, slots)

        return [Row(label), *(Row(words(each.script), each.script.id) for each in standing)]
