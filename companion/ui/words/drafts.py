"""What is typed in Words and not kept yet: it outlives the screen it was typed in, until Words itself goes."""

from dataclasses import dataclass
from datetime import datetime

from companion.domain.builder import BUILDERS, Builder
from companion.domain.builder_draft import Draft
from companion.domain.held import USUAL_HOLD, HeldMessage, open_hour
from companion.domain.length import parse_due
from companion.domain.script import OwnScript
from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.store import Store


@dataclass
class HeldDraft:
    """A message to hold, as it is typed."""

    text: str = ""
    until: str = USUAL_HOLD
    night_hold: bool = True
    pull: int | None = None
    """How strong the pull to send it is, 0-10."""

    taken: str = ""
    """The words that came from elsewhere last."""

    @property
    def is_unkept(self) -> bool:
        """Whether something is typed here that stands nowhere else."""
        return bool(self.text.strip()) and self.text != self.taken

    def take(self, words: str) -> None:
        """Take words from elsewhere: behind what is typed here, in the place of what was taken before."""
        before = self.text.removesuffix(self.taken).rstrip()
        self.text = f"{before}\n\n{words}".strip()
        self.taken = words

    def open_at(self, now: datetime) -> datetime:
        """Return when it would open.

        Raises:
            ValueError: with a sentence, if that is no time.
        """
        return open_hour(parse_due(self.until.strip() or USUAL_HOLD, now), night_hold=self.night_hold)

    def message(self, now: datetime, pause: str | None) -> HeldMessage:
        """Return the message, written in the pause of that id or in none.

        Raises:
            ValueError: with a sentence, if there are no words or no time.
        """
        open_at = self.open_at(now)
        return HeldMessage(text=self.text.strip(), written_at=now, open_at=open_at, mood_before=self.pull, pause=pause)


class Drafts:
    """All drafts of Words, and the way each is kept."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._sentences = {builder.id: Draft(builder) for builder in BUILDERS}
        self.held = HeldDraft()
        self.lines: dict[str, str] = {}
        """The drill's cards to the line typed at each."""

    def sentence(self, builder: Builder) -> Draft:
        """Return what is typed in a builder."""
        return self._sentences[builder.id]

    def start_over(self, builder: Builder) -> Draft:
        """Return an empty sentence in the place of the one that is typed there."""
        self._sentences[builder.id] = Draft(builder)
        return self._sentences[builder.id]

    # -- keeping; each raises StoreError if the words did not reach the disk, and goes on holding them

    def keep_sentence(self, builder: Builder) -> OwnScript:
        """Keep a sentence as a script of one's own."""
        draft = self.sentence(builder)
        draft.kept = self._store.scripts.keep(draft.script())
        return draft.kept

    def keep_line(self, card_id: str) -> OwnScript:
        """Keep the line typed at a card of the drill; without words ValueError."""
        kept = self._store.scripts.keep(OwnScript(text=self.lines.get(card_id, "").strip()))
        self.lines.pop(card_id, None)
        return kept

    def hold(self, pause: str | None = None) -> HeldMessage:
        """Hold the message, written in a pause or not; without words or a time ValueError."""
        held = self._store.held.keep(self.held.message(self._clock(), pause))
        self.held = HeldDraft()
        return held

    def keep_all(self) -> bool:
        """Keep all that is typed, before Words goes for good; return whether nothing is left over."""
        try:
            for draft in self._sentences.values():
                if draft.is_unkept:
                    self.keep_sentence(draft.builder)
            for card_id in [card_id for card_id, line in self.lines.items() if line.strip()]:
                self.keep_line(card_id)
            if self.held.is_unkept:
                self._hold_somehow()
        except StoreError:
            return False
        return True

    def _hold_somehow(self) -> None:
        """Hold the message; for the usual time, if the one typed is not understood."""
        try:
            self.hold()
        except ValueError:
            self.held.until = USUAL_HOLD
            self.hold()
