"""Somebody who knows the passphrase, and a look at what they left."""

from pathlib import Path

from click.testing import Result

from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping

NOTE = "they went quiet at dinner"
PASSPHRASE = "quince lantern orbit moss"
ANOTHER = "plain chalk river seven"


class Person:
    """Somebody at the terminal: types what is in the queue, and notes what they were asked."""

    def __init__(self) -> None:
        self.types: list[str] = []
        self.asked: list[str] = []

    def __call__(self, question: str) -> str:
        self.asked.append(question)
        return self.types.pop(0)


def reopened(folder: Path, passphrase: str) -> Store:
    store = Store(folder, wrapping=FakeWrapping())
    store.unlock(store.open_key(passphrase))
    return store


def notes(folder: Path, passphrase: str = PASSPHRASE) -> list[str]:
    return [entry.note for entry in reopened(folder, passphrase).entries]


def fail_at(result: Result, code: int, said: str) -> None:
    assert result.exit_code == code, result.output
    assert said in result.stderr
    assert result.stderr.count("\n") == 1 or "Without the passphrase" in result.stderr
