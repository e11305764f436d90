"""The things one can do with a passphrase: what is asked, said, and done."""

from companion.catalogue import _
from companion.storage.store import Store
from companion.ui.privacy.passphrase import Given, Wanted
from companion.ui.privacy.rows import Deed

_TAKES = _("This takes a few seconds.")


def wanted(deed: Deed, store: Store) -> Wanted:
    """Return what a deed asks for and does."""

    def set_it(given: Given) -> None:
        store.set_passphrase(store.new_key(given.new))

    def change(given: Given) -> None:
        store.open_key(given.old)
        store.change_passphrase(store.rewrap(given.new))

    def take_new_key(given: Given) -> None:
        store.open_key(given.old)
        store.change_passphrase(store.new_key(given.new))

    def remove(given: Given) -> None:
        store.open_key(given.old)
        store.remove_passphrase()

    match deed:
        case Deed.SET:
            return Wanted(
                _("Set a passphrase"),
                _("Type it twice. {takes}", takes=_TAKES),
                asks_old=False,
                asks_new=True,
                work=set_it,
            )
        case Deed.CHANGE:
            return Wanted(_("Change the passphrase"), _TAKES, asks_old=True, asks_new=True, work=change)
        case Deed.NEW_KEY:
            about = _("All that you wrote is sealed anew. {takes}", takes=_TAKES)
            return Wanted(_("A new passphrase and a new key"), about, asks_old=True, asks_new=True, work=take_new_key)
        case Deed.REMOVE:
            about = _("Your words will lie open for whoever can use this account.")
            return Wanted(_("Remove the passphrase"), about, asks_old=True, asks_new=False, work=remove)
    raise ValueError(_("{deed!r} needs no passphrase.", deed=deed))
