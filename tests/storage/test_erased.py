"""A store that was erased while another process had it open: its words do not come back."""

import os
from pathlib import Path
from time import time_ns

import pytest

from companion.storage.care.erasing import erase
from companion.storage.paths import LOCK
from companion.storage.store import Store
from tests.storage.examples import an_entry


@pytest.mark.parametrize("others", [(), ("letter.txt",)], ids=["the folder goes", "the folder stays"])
@pytest.mark.parametrize("looks", [True, False])
def test_a_store_begun_where_one_was_erased_has_none_of_its_words(
    tmp_path: Path, looks: bool, others: tuple[str, ...]
) -> None:
    """Whether or not the open one has looked in between."""
    folder = tmp_path / "data"
    running = Store(folder)
    running.entries.keep(an_entry("erased"))
    for name in others:
        (folder / name).touch()
    erase(folder)
    if looks:
        assert list(running.entries) == []
    begun = Store(folder)
    begun.entries.keep(an_entry("begun anew"))
    a_second_later = time_ns() + 1_000_000_000
    os.utime(folder / LOCK, ns=(a_second_later, a_second_later))
    assert [entry.note for entry in running.entries] == ["begun anew"]
    running.entries.keep(an_entry("and gone on with"))
    running.close()
    assert [entry.note for entry in Store(folder).entries] == ["begun anew", "and gone on with"]
