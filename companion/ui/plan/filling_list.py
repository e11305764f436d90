"""What every list of fillings can do: delete the one under the cursor, bring it back, say which is sealed."""

from textual.binding import Binding

from companion.domain.filling import Answers
from companion.domain.times import Clock, local
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_seal import is_closed, say_sealed
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.list_screen import ListScreen
from companion.ui.places import Place
from companion.ui.plan.deleting import Deleting

DELETE = Binding("d", "delete", "Delete", id="filling.delete")
UNDO = Binding("u", "undo", "Undo", id="filling.undo")


class FillingList(ListScreen):
    """A list of the plan in which fillings stand."""

    place = Place.PLAN

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._deleting = Deleting(store)

    def reload(self) -> None:
        """Show what is kept, once the first frame is out."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        """Show what is kept now."""

    @property
    def _filling(self) -> Answers | None:
        """The filling under the cursor."""
        return None

    def _is_sealed(self, worksheet: Worksheet, filling: Answers) -> bool:
        """Return whether nothing of it can be read yet, and say until when."""
        today = local(self.clock()).date()
        if not is_closed(worksheet, filling, today):
            return False
        self.notify(say_sealed(worksheet, filling, today), markup=False)
        return True

    def action_delete(self) -> None:
        """Delete the filling under the cursor; it can be undone."""
        if self._filling:
            self.notify(self._deleting.delete(self._filling.id), markup=False)
            self._draw()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if problem := self._deleting.undo():
            self.notify(problem, severity="warning", markup=False)
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for."""
        match action:
            case "delete":
                return self._filling is not None
            case "undo":
                return self._deleting.can_undo
        return super().check_action(action, parameters)
