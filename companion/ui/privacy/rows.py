"""What the privacy screen says: how the words are guarded, and a row for each thing that can be done."""

from enum import StrEnum

from companion.domain.settings import Settings
from companion.ui.rows import Row

_OFF = "off"


class Deed(StrEnum):
    """What can be done."""

    UNLOCK = "unlock"
    LOCK = "lock"
    SET = "set"
    CHANGE = "change"
    NEW_KEY = "new key"
    REMOVE = "remove"
    EXPORT = "export"
    NOT_NOW = "not now"
    LOCK_AFTER = "lock after"
    LOCK_ON_BLUR = "lock on blur"
    OPENINGS = "openings"

    @property
    def done(self) -> str:
        """What is said when it is done."""
        return _DONE.get(self, "")


_DONE = {
    Deed.SET: "Sealed. From now on it opens locked; f2 locks and unlocks.",
    Deed.CHANGE: "The passphrase is changed.",
    Deed.NEW_KEY: "Sealed anew, with a new key and the new passphrase.",
    Deed.REMOVE: "The passphrase is gone. Your words are not sealed any more.",
}

BEFORE_SETTING = (
    "If you lose the passphrase, your words are gone for good.",
    (
        Row(
            "Go on",
            Deed.SET,
            help="There is no other way in, and no one to ask. Write it on paper and keep that somewhere safe.",
        ),
        Row("Export first", Deed.EXPORT, help="A copy of your words that needs no passphrase. Keep it somewhere safe."),
        Row("Not now", Deed.NOT_NOW),
    ),
)
"""What is said and offered before a passphrase is set."""

_SET = Row("Set a passphrase", Deed.SET, help="Seals all that you wrote. Pausing, reading and writing work without it.")
_UNLOCK = Row("Unlock", Deed.UNLOCK, help="What can be changed here is shown after that.")
_CHANGE = (
    Row("Lock now", Deed.LOCK, tail="f2"),
    Row(""),
    Row("Change the passphrase", Deed.CHANGE),
    Row(
        "Change it and take a new key",
        Deed.NEW_KEY,
        help="For when somebody may know the old one: an old copy of the key file would open no new words.",
    ),
    Row("Remove the passphrase", Deed.REMOVE, help="Your words lie open again for whoever can use this account."),
)


def say_guard(has_passphrase: bool, is_locked: bool, settings: Settings) -> str:
    """Say how the words are guarded."""
    if not has_passphrase:
        return "There is no passphrase. Whoever can use this account can read your words."
    by_itself = "at once on sleep and on ctrl+z"
    if settings.lock_after is not None:
        by_itself += f", and after {_minutes(settings.lock_after)} without a key"
    return (
        f"Sealed with your passphrase. {'Locked now' if is_locked else 'Unlocked now'}. It locks by itself {by_itself}."
    )


def privacy_rows(has_passphrase: bool, is_locked: bool, settings: Settings) -> list[Row]:
    """Return a row for each thing that can be done now."""
    if not has_passphrase:
        return [_SET]
    if is_locked:
        return [_UNLOCK]
    after = settings.lock_after
    return [
        *_CHANGE,
        Row(""),
        Row("Lock by itself", Deed.LOCK_AFTER, tail=_OFF if after is None else f"after {_minutes(after)}"),
        Row("Lock when the window loses the focus", Deed.LOCK_ON_BLUR, tail="on" if settings.lock_on_blur else _OFF),
        Row(""),
        Row("Openings and failed tries", Deed.OPENINGS),
    ]


def say_minutes(minutes: int | None) -> str:
    """Return minutes as one types them."""
    return _OFF if minutes is None else str(minutes)


def parse_minutes(typed: str) -> int | None:
    """Return the minutes that were typed; None for off.

    Raises:
        ValueError: with a sentence, if it is neither.
    """
    word = typed.strip().lower().removesuffix("minutes").removesuffix("min").strip()
    if word == _OFF:
        return None
    return Settings(lock_after=int(word) if word.isdecimal() else 0).lock_after


def _minutes(minutes: int) -> str:
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
