"""What a prompt or a bar asks each second: said without click, which takes longer to import than all else together."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from companion.catalogue import _
from companion.commands.errors import spoken
from companion.domain.pause import Pause, PauseState
from companion.domain.standing import say_in_a_bar, say_in_words
from companion.domain.times import local
from companion.storage.glance import Unclear, glance
from companion.storage.paths import data_folder

_EXIT = {PauseState.NONE: 0, PauseState.RUNNING: 10, PauseState.OVERDUE: 11}


def tell_bar(data_dir: Path | None, *, as_json: bool, in_words: bool = False) -> int:
    """Print what is left of the open pause; return the exit code that says how it stands."""
    with spoken():
        now, pause = datetime.now(UTC), _open_pause(data_folder(data_dir))
        state = pause.state(now) if pause else PauseState.NONE
        if as_json:
            print(msgspec.json.encode(_shape(pause, state, now)).decode(), flush=True)
        elif in_words:
            print(" ".join(say_in_words(pause, now)) if pause else _("No pause is running."), flush=True)
        elif pause is not None:
            print(say_in_a_bar(pause, now), flush=True)
        return _EXIT[state]


def _shape(pause: Pause | None, state: PauseState, now: datetime) -> dict[str, object]:
    """Return what `--json` prints; without a pause all but the state is null."""
    if pause is None:
        return {"state": state, **dict.fromkeys(("due", "left_seconds", "kind", "check_in", "is_stated"))}
    return {
        "state": state,
        "due": _said(pause.due),
        "left_seconds": round(pause.left(now).total_seconds()),
        "kind": pause.kind,
        "check_in": _said(pause.check_in),
        "is_stated": pause.is_stated,
    }


def _said(moment: datetime | None) -> str | None:
    return None if moment is None else local(moment).isoformat(timespec="seconds")


def _open_pause(folder: Path) -> Pause | None:
    """Return the open pause of the folder."""
    try:
        return glance(folder)
    except Unclear:
        from contextlib import closing

        from companion.commands.context import Context  # some 20 ms: only where a glance is not enough

        with closing(Context(folder)) as context:
            return context.store.pauses.open()
