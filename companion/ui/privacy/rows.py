"""What the privacy screen says: how the words are guarded, and a row for each thing that can be done."""

from enum import StrEnum

from companion.catalogue import _, ngettext
from companion.domain.setting_words import SETTING_WORDS
from companion.domain.settings import Settings
from companion.ui.bindings import key_of
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
        said = _DONE.get(self, "")
        return _(said, key=_lock_key()) if said else ""


_DONE = {
    Deed.SET: _("Sealed. From now on it opens locked; {key} locks and unlocks."),
    Deed.CHANGE: _("The passphrase is changed."),
    Deed.NEW_KEY: _("Sealed anew, with a new key and the new passphrase."),
    Deed.REMOVE: _("The passphrase is gone. Your words are not sealed any more."),
}

BEFORE_SETTING = (
    _("If you lose the passphrase, your words are gone for good."),
    (
        Row(
            _("Go on"),
            Deed.SET,
            help=_("There is no other way in, and no one to ask. Write it on paper and keep that somewhere safe."),
        ),
        Row(
            _("Export first"),
            Deed.EXPORT,
            help=_("A copy of your words that needs no passphrase. Keep it somewhere safe."),
        ),
        Row(_("Not now"), Deed.NOT_NOW),
    ),
)
"""What is said and offered before a passphrase is set."""

_SET = Row(
    _("Set a passphrase"), Deed.SET, help=_("Seals all that you wrote. Pausing, reading and writing work without it.")
)
_UNLOCK = Row(_("Unlock"), Deed.UNLOCK, help=_("What can be changed here is shown after that."))
_CHANGE = (
    Row(_("Change the passphrase"), Deed.CHANGE),
    Row(
        _("Change it and take a new key"),
        Deed.NEW_KEY,
        help=_("For when somebody may know the old one: an old copy of the key file would open no new words."),
    ),
    Row(_("Remove the passphrase"), Deed.REMOVE, help=_("Your words lie open again for whoever can use this account.")),
)


def _lock_key() -> str:
    return key_of("app.lock", "f2")


def say_guard(has_passphrase: bool, is_locked: bool, settings: Settings) -> str:
    """Say how the words are guarded."""
    if not has_passphrase:
        return _("There is no passphrase. Whoever can use this account can read your words.")
    sealed = (
        _("Sealed with your passphrase. Locked now.") if is_locked else _("Sealed with your passphrase. Unlocked now.")
    )
    suspend = key_of("app.suspend", "ctrl+z")
    if settings.lock_after is None:
        locks = _("It locks by itself at once on sleep and on {suspend}.", suspend=suspend)
    else:
        locks = _(
            "It locks by itself at once on sleep and on {suspend}, and after {minutes} without a key.",
            suspend=suspend,
            minutes=_minutes(settings.lock_after),
        )
    return f"{sealed} {locks}"


def privacy_rows(has_passphrase: bool, is_locked: bool, settings: Settings) -> list[Row]:
    """Return a row for each thing that can be done now."""
    if not has_passphrase:
        return [_SET]
    if is_locked:
        return [_UNLOCK]
    after = settings.lock_after
    return [
        Row(_("Lock now"), Deed.LOCK, tail=_lock_key()),
        Row(""),
        *_CHANGE,
        Row(""),
        Row(
            SETTING_WORDS["lock_after"].label,
            Deed.LOCK_AFTER,
            tail=_OFF if after is None else _("after {minutes}", minutes=_minutes(after)),
        ),
        Row(SETTING_WORDS["lock_on_blur"].label, Deed.LOCK_ON_BLUR, tail="on" if settings.lock_on_blur else _OFF),
        Row(""),
        Row(_("Openings and failed tries"), Deed.OPENINGS),
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
    return ngettext("{n} minute", "{n} minutes", minutes)
