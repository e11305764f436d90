"""What the keys of the log do to entries on the disk, and undoing it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from companion.catalogue import _, ngettext
from companion.domain.binned import LASTS
from companion.domain.entry import Entry
from companion.domain.threads import Mended, answer_to
from companion.domain.times import Clock
from companion.storage.binning import bring_back, delete, deleted_last
from companion.storage.store import Store
from companion.ui.bindings import key_of

_CANT_DELETE = _("It can't be deleted here: it is gone already, or Companion can't read it any more.")
_MENDED = {
    Mended.HALF: _("Half mended."),
    Mended.BRIDGED: _("Bridged."),
    Mended.LET_GO: _("Let go, on purpose."),
}

Change = Callable[[Entry], Entry]


def _undo_key() -> str:
    return key_of("log.undo", "u")


class Done(NamedTuple):
    """What a key did."""

    said: str
    """In a sentence."""
    at: str | None = None
    """The id of the entry to stand on."""


class Changing:
    """Deletes, hides, tags and mends; each can be undone, the last one first.

    Every method says what was done, and raises StoreError if it did not reach the disk.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._undo: list[Callable[[], Done]] = []

    # -- undoing

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo or to bring back."""
        return bool(self._undo) or (not self._store.is_locked and bool(len(self._store.bin)))

    def undo(self) -> Done:
        """Undo what was done last here; with nothing left, bring back what was deleted last, before Companion began."""
        if not self._undo:
            return self._bring_back([each.id for each in deleted_last(self._store)])
        done = self._undo[-1]()
        self._undo.pop()
        return done

    def _bring_back(self, ids: Sequence[str]) -> Done:
        came = bring_back(self._store, ids, self._clock())
        if not came:
            return Done(_("Nothing is left to bring back."))
        return Done(ngettext("Brought back.", "{n:,} entries brought back.", len(came)), came[0].id)

    # -- what can be done

    def delete(self, ids: Sequence[str]) -> Done:
        """Put entries in the bin."""
        gone = [each.id for each in delete(self._store, ids, self._clock())]
        if not gone:
            return Done(_CANT_DELETE)
        self._undo.append(lambda: self._bring_back(gone))
        return Done(
            ngettext(
                "Deleted. {undo} brings it back; the bin ({bin}) keeps it for {days} days",
                "{n:,} entries deleted. {undo} brings them back; the bin ({bin}) keeps them for {days} days",
                len(gone),
                days=LASTS.days,
                undo=_undo_key(),
                bin=key_of("log.bin", "r"),
            )
        )

    def hide(self, ids: Sequence[str]) -> Done:
        """Hide entries from lists and reviews; if all of them are hidden, show them again."""
        found = self._found(ids)
        is_to_hide = not all(entry.hidden for entry in found)
        self._change(found, lambda entry: replace(entry, hidden=is_to_hide))
        if not is_to_hide:
            return Done(ngettext("Shown again.", "{n:,} entries shown again.", len(found)))
        return Done(
            ngettext(
                "Hidden from lists and reviews. {undo} shows it again",
                "{n:,} entries hidden from lists and reviews. {undo} shows them again",
                len(found),
                undo=_undo_key(),
            )
        )

    def tag(self, ids: Sequence[str], words: Sequence[str]) -> Done:
        """Add words of context to entries."""
        found = self._found(ids)
        self._change(found, lambda entry: replace(entry, context=tuple(dict.fromkeys((*entry.context, *words)))))
        return Done(
            ngettext(
                "Tagged: {words}. {undo} takes it back",
                "{n:,} entries tagged: {words}. {undo} takes it back",
                len(found),
                undo=_undo_key(),
                words=", ".join(words),
            )
        )

    def answer(self, ids: Sequence[str], rupture: str) -> Done:
        """Let entries answer a rupture; one that it answers itself stays as it is, so that none go in a circle."""
        heads = self._heads(rupture)
        found = [entry for entry in self._found(ids) if entry.id not in heads]
        self._change(found, lambda entry: replace(entry, answers=rupture))
        return Done(
            ngettext(
                "Put in its thread. {undo} takes it back",
                "{n:,} entries put in its thread. {undo} takes it back",
                len(found),
                undo=_undo_key(),
            )
        )

    def mend(self, rupture: Entry, mended: Mended, note: str = "") -> Done:
        """Keep an entry that answers a rupture and says how far it is mended."""
        kept = self._store.entries.keep(answer_to(rupture, self._clock(), mended, note))
        self._undo.append(lambda: self._take_back(kept))
        more = key_of("log.edit", "e")
        said = _(
            "{mended} {more} adds more · {undo} takes it back", mended=_MENDED[mended], more=more, undo=_undo_key()
        )
        return Done(said, kept.id)

    def _take_back(self, entry: Entry) -> Done:
        self._store.entries.forget(entry.id)
        return Done(_("Taken back."), entry.answers)

    # -- on the disk

    def _heads(self, entry_id: str) -> set[str]:
        """Return the ids of an entry and of all that it answers, up to the head of its thread."""
        heads: set[str] = set()
        at: str | None = entry_id
        while at is not None and at not in heads:
            heads.add(at)
            entry = self._store.entries.get(at)
            at = entry.answers if entry else None
        return heads

    def _found(self, ids: Sequence[str]) -> list[Entry]:
        return [entry for each in ids if (entry := self._store.entries.get(each))]

    def _change(self, entries: Sequence[Entry], change: Change) -> None:
        pairs = [(entry, change(entry)) for entry in entries]
        self._edit(pairs)
        self._undo.append(lambda: self._edit([(after, before) for before, after in pairs]))

    def _edit(self, pairs: Sequence[tuple[Entry, Entry]]) -> Done:
        with self._store.alone():
            for before, after in pairs:
                self._store.entries.edit(before, after)
        return Done(_("Undone."), pairs[0][0].id if pairs else None)
