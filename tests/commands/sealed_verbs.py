"""A sealed folder for the verbs: quickly wrapped, its passphrase given by a command or by nobody."""

from functools import partial
from pathlib import Path

import pytest

from companion.commands import context
from companion.commands.passphrases import VARIABLE
from companion.storage.care import restoring
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping

PASSPHRASE = "quince lantern orbit moss"


def wrap_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the verbs do without scrypt, and without anybody to ask."""
    monkeypatch.setattr(context, "Store", partial(Store, wrapping=FakeWrapping()))
    monkeypatch.setattr(restoring, "AgeWrapping", FakeWrapping)
    monkeypatch.delenv(VARIABLE, raising=False)


def give(monkeypatch: pytest.MonkeyPatch, passphrase: str = PASSPHRASE) -> None:
    """Let a command print the passphrase."""
    monkeypatch.setenv(VARIABLE, f"echo {passphrase}")


def seal(folder: Path, passphrase: str = PASSPHRASE) -> None:
    """Set a passphrase."""
    store = Store(folder, wrapping=FakeWrapping())
    store.set_passphrase(store.new_key(passphrase))


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Store:
    """Return the store of a sealed folder, unlocked."""
    store = Store(folder, wrapping=FakeWrapping())
    store.unlock(store.open_key(passphrase))
    return store
