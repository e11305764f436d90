"""The passphrase, offered once: when the log begins."""

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.times import local
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.bindings import key_of

_FIRST = 3
"""Up to so many entries a log begins; said of the second or third only if the first called for something else."""


def offer_passphrase(store: Store, kept: Entry) -> str:
    """Return what offers a passphrase, if that entry begins the log; from then on, nothing.

    A log that was brought along, or that has a passphrase, does not begin here.
    """
    if store.folder is None or store.has_passphrase or store.settings.offered_on or len(store.entries) > _FIRST:
        return ""
    try:
        store.change_settings(offered_on=local(kept.at).date())
    except StoreError:
        return ""  # else it would be said again and again
    return _("Kept. A passphrase can seal what you write: {key}. This is said once", key=key_of("app.privacy", "f2"))
