"""Articles of one's own as rows, and those that could not be read."""

from collections.abc import Mapping, Sequence

from companion.catalogue import _, ngettext
from companion.domain.own_article import FOLDER, OwnHead
from companion.domain.reading import Reading, reading_id
from companion.storage.errors import ContentError
from companion.storage.own_articles import OwnArticles
from companion.text.plain import one_line
from companion.ui.rows import Row

OWN = _("Your own")
"""The heading of their group."""
UNSEALED = _("Plain files: a passphrase doesn’t seal them.")
UNREAD = "own-unread"
"""The id of the row that opens what could not be read; no link looks like it."""


class OwnRows:
    """Their group; of thousands the rows are made anew only when something changed."""

    def __init__(self, own: OwnArticles) -> None:
        self._own = own
        self._known: object = None
        self._rows: list[Row] = []

    def rows(self, readings: Mapping[str, Reading], has_passphrase: bool = False) -> list[Row]:
        """Return the rows, as the files were at the last look; nothing if there are none.

        Args:
            readings: What was read, by id.
            has_passphrase: Whether a passphrase seals what else is one's own.
        """
        read = [each for each in readings.values() if each.id.startswith(f"{FOLDER}/")]
        known = (self._own.heads, self._own.problems, read, has_passphrase)
        if known != self._known:
            self._known, self._rows = known, own_rows(self._own, readings, has_passphrase)
        return self._rows


def own_rows(own: OwnArticles, readings: Mapping[str, Reading], has_passphrase: bool) -> list[Row]:
    """Return the rows of a group with a heading, and at its end one for files that something is wrong with."""
    rows = [own_row(head, readings.get(reading_id(head.link))) for head in own.heads.values()]
    if own.problems:
        rows.append(Row(say_unread(own.problems), UNREAD))
    about = [Row(UNSEALED, indent=True)] if has_passphrase else []
    return [Row(""), Row(OWN), *about, *rows] if rows else []


def own_row(head: OwnHead, reading: Reading | None, help: str = "") -> Row:
    """Return the row of one: finished, being read, or the folder it lies in."""
    is_finished = reading is not None and reading.finished
    before = "reading" if reading and not is_finished else one_line(head.slug.rpartition("/")[0])
    return Row(
        f"{head.title} ✓" if is_finished else head.title,
        str(head.link),
        tail=_("{before} · {minutes} min", before=before, minutes=head.minutes)
        if before
        else _("{minutes} min", minutes=head.minutes),
        help=help,
    )


def say_unread(problems: Sequence[ContentError]) -> str:
    """Say how many files something is wrong with."""
    return ngettext("Something is wrong with {n:,} file", "Something is wrong with {n:,} files", len(problems))


def unread_rows(own: OwnArticles) -> list[Row]:
    """Return a row for each of them, with what is wrong with it."""
    return [Row(own.name_of(each), str(at), help=each.problem) for at, each in enumerate(own.problems)]
