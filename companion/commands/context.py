"""What every verb is handed: the store and the clock, made when they are asked for."""

from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from math import ceil
from pathlib import Path

from companion.catalogue import _, ngettext
from companion.commands.errors import say
from companion.storage.errors import StoreError
from companion.storage.folder import PATIENCE
from companion.storage.paths import data_folder
from companion.storage.store import Store


class Context:
    """The way from the command line to the disk and the time."""

    def __init__(self, data_dir: Path | None = None) -> None:
        self._data_dir = data_dir
        self.patience = PATIENCE
        """Seconds to wait for another process's change; set it before the store is asked for."""

    @cached_property
    def folder(self) -> Path:
        """The data folder; it need not exist."""
        return data_folder(self._data_dir)

    @cached_property
    def store(self) -> Store:
        """The store in that folder."""
        return Store(self.folder, patience=self.patience)

    def unlocked_store(self) -> Store:
        """The store, for a verb that shows or changes what was written: opened with the passphrase if it has one.

        Raises:
            StoreError: if it can't be opened.
        """
        if self.store.is_locked:
            from companion.commands.passphrases import with_known
            from companion.storage.traces import hide_memory

            hide_memory()
            self.store.unlock(with_known(self.store.open_key, self._refuse_haste))
        return self.store

    def _refuse_haste(self) -> None:
        """Refuse a try that comes too soon after failed ones.

        Raises:
            StoreError: saying when the next one may come.
        """
        if (seconds := ceil(self.store.unlock_delay())) > 0:
            wait = (
                ngettext("{n} second", "{n} seconds", seconds)
                if seconds < 100
                else _("{minutes} minutes", minutes=ceil(seconds / 60))
            )
            raise StoreError(_("Try again in {wait}. The wait grows with each wrong passphrase.", wait=wait))

    def close(self) -> None:
        """Leave the store in its file, where that costs next to nothing; say what the person should know of it."""
        if "store" in self.__dict__:
            self._fade()
            self.store.close(quickly=True)
            for notice in self.store.notices():
                say(notice)

    def _fade(self) -> None:
        """Let old words fade, if that is wanted and the words are open; what fails now is done another time."""
        if self.folder.is_dir() and not self.store.is_locked and self.store.settings.fade_after is not None:
            from companion.storage.fading import fade_words

            with suppress(StoreError):
                fade_words(self.store, self.clock())

    def clock(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
