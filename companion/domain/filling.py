"""One filling of a worksheet, as it is kept; apart from the worksheet, which a verb that keeps none need not import."""

from datetime import date, datetime

from companion.domain.record import Record
from companion.domain.times import check_moment, local


class Answers(Record, frozen=True, kw_only=True):
    """One filling of a worksheet."""

    worksheet: str = ""
    """The worksheet's slug; empty in the oldest records, whose id it is."""

    answers: dict[str, str] = {}
    """Field id to answer; several values and rows stand on lines of their own."""
    filled_at: datetime
    """When it was last filled in (UTC)."""

    def __post_init__(self) -> None:
        check_moment(self.filled_at)

    @property
    def of(self) -> str:
        """The slug of its worksheet."""
        return self.worksheet or self.id

    @property
    def is_filled(self) -> bool:
        """Whether anything is answered."""
        return any(answer.strip() for answer in self.answers.values())

    @property
    def day(self) -> date:
        """The local day it was filled in."""
        return local(self.filled_at).date()

    def lines(self, field_id: str) -> list[str]:
        """Return the lines of an answer that hold something."""
        return [line.strip() for line in self.answers.get(field_id, "").splitlines() if line.strip()]
