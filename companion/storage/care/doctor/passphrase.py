"""How well the passphrase guards the key, and who tried it."""

import shlex
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from companion.catalogue import _, ngettext
from companion.domain.finding import Finding, Looked
from companion.domain.times import say_clock
from companion.storage.files import read_file
from companion.storage.paths import BACKUPS, IDENTITY, SEALED, STORE, TRIES
from companion.storage.sealing.age import WEAK, work_factor
from companion.storage.sealing.keyring import Keyring
from companion.storage.sealing.tries import failed_tries
from companion.storage.sealing.wrapping import DAMAGED_KEY, AgeWrapping

_CHANGE = "companion passphrase change"


def look_at_passphrase(folder: Path, now: datetime) -> Looked:
    """Check the wrapped key without asking for the passphrase."""
    identity = folder / IDENTITY
    if not identity.exists():
        is_gone = (folder / (STORE + SEALED)).exists() and not (folder / STORE).exists()
        findings = (_key_gone(folder),) if is_gone else ()
        return Looked("passphrase", _("None is set. “companion passphrase set” seals what you write."), findings)
    factor = work_factor(read_file(identity))
    calm = _("Set. Each guess at it costs 2^{factor} steps of work. No failed tries.", factor=factor)
    return Looked("passphrase", calm, (*_key(folder), *_factor(identity, factor), *_tries(folder, now)))


def _key_gone(folder: Path) -> Finding:
    spare = folder / BACKUPS / IDENTITY
    what = _("Your words are sealed, and the key to them, {identity}, is not there.", identity=IDENTITY)
    if spare.exists():
        return Finding(what, _("A copy lies among the backups:"), str(folder / IDENTITY), _bring_back(folder))
    advice = _("Bring it back from a backup of this computer. Nothing can be read without it.")
    return Finding(what, advice, str(folder / IDENTITY))


def _key(folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with the file of the key."""
    identity = folder / IDENTITY
    keyring = Keyring(folder, AgeWrapping())
    mine, *copies = keyring.wrapped()
    if keyring.is_known(mine) and not keyring.is_broken:
        return
    if any(keyring.is_known(copy) for copy in copies):
        advice = _("A whole copy lies among the backups:")
        yield Finding(_("{identity} is damaged.", identity=IDENTITY), advice, str(identity), _bring_back(folder))
    else:
        yield Finding(DAMAGED_KEY, _("A backup of this computer may hold it. Keep the damaged one too."), str(identity))


def _bring_back(folder: Path) -> str:
    return f"cp -p {shlex.join([str(folder / BACKUPS / IDENTITY), str(folder / IDENTITY)])}"


def _factor(identity: Path, factor: int | None) -> Iterator[Finding]:
    if factor is None:
        what = _("The head of {identity} does not say how the key is wrapped.", identity=IDENTITY)
        yield Finding(what, _("Set the passphrase anew:"), str(identity), _CHANGE)
    elif factor < WEAK:
        what = _(
            "The passphrase was set while the machine was busy: a guess costs 2^{factor} steps, not 2^{weak}.",
            factor=factor,
            weak=WEAK,
        )
        yield Finding(what, _("Set it anew when the machine is idle:"), str(identity), _CHANGE)


def _tries(folder: Path, now: datetime) -> Iterator[Finding]:
    tries = failed_tries(folder)
    if tries:
        what = ngettext(
            "{n} try with a wrong passphrase since it was last opened, the last at {clock}.",
            "{n} tries with a wrong passphrase since it was last opened, the last at {clock}.",
            len(tries),
            clock=say_clock(tries[-1], now),
        )
        advice = _("If it was you, open Companion, and this is gone. If not, choose another passphrase as well:")
        yield Finding(what, advice, str(folder / TRIES), _CHANGE)
