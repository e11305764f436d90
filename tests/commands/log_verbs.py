"""Running the verbs of the log over a folder, and what they left there."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.entry import Entry
from companion.storage.store import Store
from tests.conftest import HOSTILE


def run(folder: Path, *words: str, given: str | bytes | None = None) -> Result:
    """Run a verb in this process."""
    return CliRunner().invoke(companion, ["--data-dir", str(folder), *words], input=given)


def only(folder: Path) -> Entry:
    """Return the one entry that is kept."""
    (entry,) = Store(folder).entries
    return entry


def noted(folder: Path) -> tuple[Entry, Entry, Entry]:
    """Keep three entries, oldest first: the day before yesterday, yesterday, today."""
    store, now = Store(folder), datetime.now(UTC)
    old = store.entries.keep(Entry(at=now - timedelta(days=2), note="kitchen and more", kind="tears"))
    good = store.entries.keep(Entry(at=now - timedelta(days=1), kind="good", strength=3, person="M"))
    new = store.entries.keep(Entry(at=now, note=HOSTILE, quote="in the kitchen"))
    return old, good, new
