"""Real age: what is sealed here opens with Debian's own program, and each thing that can go wrong has its sentence."""

import base64
import os
import pty
import select
import shutil
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import pytest

from companion.domain.entry import Entry
from companion.storage.errors import OtherKey, TooSlow, Unreadable, WrongPassphrase
from companion.storage.sealing.age import Key, new_identity, seal, work_factor
from companion.storage.sealing.wrapping import AgeWrapping, unwrap_bytes, wrap_bytes
from companion.storage.store import Store

PASSPHRASE = "fünf plain words, no more"
NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def wrapped() -> bytes:
    """A key wrapped by the passphrase: scrypt takes a second, so once for all."""
    return AgeWrapping().wrap("AGE-SECRET-KEY-1TEST", PASSPHRASE)


def test_the_passphrase_gives_the_key_back(wrapped: bytes) -> None:
    assert AgeWrapping().unwrap(wrapped, PASSPHRASE) == "AGE-SECRET-KEY-1TEST"


def test_another_passphrase_is_wrong(wrapped: bytes) -> None:
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        AgeWrapping().unwrap(wrapped, PASSPHRASE + ".")


def test_a_letter_with_an_accent_opens_however_the_keyboard_makes_it(wrapped: bytes) -> None:
    assert normalize("NFD", PASSPHRASE) != PASSPHRASE == normalize("NFC", PASSPHRASE)
    assert AgeWrapping().unwrap(wrapped, normalize("NFD", PASSPHRASE)) == "AGE-SECRET-KEY-1TEST"


@pytest.mark.parametrize("cut", [0, 40, 200, -70])
def test_a_file_that_was_cut_is_damaged(wrapped: bytes, cut: int) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        AgeWrapping().unwrap(wrapped[:cut], PASSPHRASE)


def test_a_cost_beyond_this_machine_is_not_called_a_wrong_passphrase(wrapped: bytes) -> None:
    lines = base64.b64decode(b"".join(wrapped.splitlines()[1:-1])).split(b"\n")
    lines[1] = lines[1].rpartition(b" ")[0] + b" 40"
    with pytest.raises(TooSlow, match="It may be right"):
        AgeWrapping().unwrap(b"\n".join(lines), PASSPHRASE)


def test_the_work_factor_is_read_from_the_header(wrapped: bytes) -> None:
    factor = work_factor(wrapped)
    assert factor is not None
    assert 10 <= factor <= 25
    assert work_factor(base64.b64decode(b"".join(wrapped.splitlines()[1:-1]))) == factor
    assert work_factor(b"nothing of the kind") is None


def test_the_passphrase_stands_in_no_command_line_and_no_environment(
    monkeypatch: pytest.MonkeyPatch, wrapped: bytes
) -> None:
    seen: list[object] = []

    def look(command: object, **how: object) -> subprocess.CompletedProcess[bytes]:
        seen.extend([command, how.get("env"), dict(os.environ)])
        return subprocess.CompletedProcess([], 0, stdout=b"")

    monkeypatch.setattr(subprocess, "run", look)
    wrap_bytes(b"", PASSPHRASE)
    unwrap_bytes(wrapped, PASSPHRASE)
    assert PASSPHRASE not in repr(seen)


def test_what_is_sealed_to_two_keys_opens_with_each() -> None:
    one, other, third = (Key(new_identity(), b"") for _ in range(3))
    sealed = seal(b"words", [one.recipient, other.recipient])
    assert one.open(sealed) == other.open(sealed) == b"words"
    with pytest.raises(OtherKey, match="another key"):
        third.open(sealed)
    assert one.identity not in repr(one)


@pytest.mark.skipif(shutil.which("age") is None, reason="Debian's age is not installed: apt-get install age")
def test_debians_age_opens_the_data(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.entries.keep(Entry(at=NOW, note="Grüße, 忙しい"))
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.entries.keep(Entry(at=NOW, note="and later"))
    store.close()
    said = with_passphrase(["age", "-d", "-i", "identity.age", "companion.json.age"], tmp_path, PASSPHRASE)
    assert "Grüße, 忙しい" in said
    assert "and later" in said


def with_passphrase(command: list[str], folder: Path, passphrase: str) -> str:
    """Run a program that asks for a passphrase on its terminal; return all that it printed."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvp(command[0], command)  # noqa: S606 (no shell is wanted)
    said, asked, end = b"", False, time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                read = os.read(terminal, 65536)
            except OSError:
                break
            if not read:
                break
            said += read
        if not asked and b"passphrase" in said.lower():
            asked = True
            os.write(terminal, passphrase.encode() + b"\n")
    os.close(terminal)
    os.waitpid(process, 0)
    return said.decode(errors="replace")
