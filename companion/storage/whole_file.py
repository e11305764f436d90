"""The file with all that was written: read and written whole, and brought back from its backups where it is damaged."""

from contextlib import suppress
from pathlib import Path

from companion.catalogue import _
from companion.storage.files import Stamp, keep_aside, read_file, replace_file, stamp
from companion.storage.folder import Folder
from companion.storage.migrations import former_keys
from companion.storage.paths import JOURNAL
from companion.storage.tables import Tables, decode, encode


class WholeFile:
    """TinyDB's JSON in the folder, plain or sealed."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.set_aside: list[Path] = []
        """Copies of what could not be read, since this was opened."""
        self.came_back: Path | None = None
        """The file, if it was gone and its newest backup has taken its place."""

    def stamp(self) -> Stamp:
        """Return inode, time and size: another file has another one."""
        return stamp(self._folder.file)

    def read(self) -> Tables:
        """Return the file's tables; an unreadable file is set aside and the newest good backup taken.

        So is a file that is gone while its journal and its backups are there: somebody has removed it alone.

        Raises:
            OtherKey: if it was sealed to another key; nothing is touched then.
        """
        is_there = self._folder.file.exists()
        if not is_there and not (self._folder.journal.path.exists() and self._folder.backups.all()):
            return {}
        try:
            return self._decode()
        except (ValueError, FileNotFoundError):
            with self._folder.held():
                return self._recover()

    def notices(self) -> list[str]:
        """Return what the person should know: what could not be read or was gone, and what became of the words."""
        said = [_say_aside(path.name) for path in self.set_aside]
        if self.came_back:
            said.append(_("{name} was gone. Its newest backup has taken its place.", name=self.came_back.name))
        return said

    def write(self, tables: Tables) -> None:
        """Replace the file."""
        replace_file(self._folder.file, self._folder.seal.close(encode(tables)))

    def _decode(self) -> Tables:
        tables = decode(self._folder.seal.open(read_file(self._folder.file)))
        if self._folder.key:
            self._folder.key.know(former_keys(tables))
        return tables

    def _recover(self) -> Tables:
        """Set the file aside and write the newest good backup in its place, unless another process has done so."""
        if self._folder.have_keys_changed():
            return {}  # it is not damaged, but sealed for another key; whoever asked looks again
        try:
            return self._decode()
        except FileNotFoundError:
            tables = self._folder.backups.newest()
            with suppress(OSError):  # what can't be written to can be read
                self.write(tables)
                self.came_back = self._folder.file
        except ValueError:
            aside = keep_aside(self._folder.file)
            tables = self._folder.backups.newest()
            try:
                self.write(tables)
            except OSError:
                aside.unlink()
                raise
            self.set_aside.append(aside)
        return tables


def _say_aside(name: str) -> str:
    if name.startswith(JOURNAL):
        return _("Some of the last changes could not be read; all others were. A copy is kept as {name}.", name=name)
    return _(
        "Your file could not be read. Its newest backup and the last changes took its place. It is kept as {name}.",
        name=name,
    )
