"""What a link of the library may lead to, known without reading the pieces."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from companion.catalogue import _
from companion.domain.content import Link
from companion.storage.errors import ContentError

FILES = {
    "articles": "articles/*/*.md",
    "exercises": "exercises/*.md",
    "pages": "pages/*.md",
    "scripts": "scripts/*.yaml",
    "worksheets": "worksheets/*.yaml",
}
"""Folder to the files in it that a link may lead to."""
TRAILS = "trails.yaml"


class Links:
    """Knows the pieces of each folder by their names."""

    def __init__(self, root: Path, known: Mapping[str, Callable[[], Collection[str]]]) -> None:
        """Look at nothing yet.

        Args:
            root: The folder of all that is shipped.
            known: Folders whose pieces are more than the files there; each gives the names of its own.
        """
        self._root = root
        self._known = known
        self._slugs: dict[str, frozenset[str]] = {}

    def slugs(self, folder: str) -> Collection[str]:
        """Return the names of a folder's pieces."""
        if folder in self._known:
            return self._known[folder]()
        if folder not in self._slugs:
            self._slugs[folder] = frozenset(path.stem for path in self._root.glob(FILES[folder]))
        return self._slugs[folder]

    def check(self, path: Path, key: str, links: Iterable[Link]) -> None:
        """Check that each link of a file leads to a piece.

        Raises:
            ContentError: naming the file, the key and the link, if one does not.
        """
        for link in links:
            if link.folder in (*FILES, *self._known) and link.slug not in self.slugs(link.folder):
                where = (
                    _("an id of {trails}", trails=TRAILS)
                    if link.folder == "trails"
                    else _("a file of {folder}/", folder=link.folder)
                )
                raise ContentError(
                    path, _("{key}: “{link}” is not there; expected {where}", key=key, link=link, where=where)
                )
