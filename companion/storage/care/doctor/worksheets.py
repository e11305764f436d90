"""Whether every filling has its worksheet."""

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from companion.catalogue import _, ngettext
from companion.domain.finding import Finding
from companion.storage.records import WORKSHEETS
from companion.storage.tables import Tables

_ADVICE = _(
    "Plan lists their words under “Words of a worksheet that is gone”. "
    "Put the files back under their names, or delete the words there."
)


def without_worksheet(tables: Tables, known: Container[str], file: Path) -> Iterator[Finding]:
    """Yield a finding if there are fillings of worksheets that are not there, without their names."""
    documents = tables.get(WORKSHEETS, {}).items()
    slugs = [each.get("worksheet") or key for key, each in documents if isinstance(each, Mapping)]
    if number := sum(slug not in known for slug in slugs):
        what = ngettext(
            "{n} filling is of a worksheet whose file is gone.",
            "{n:,} fillings are of worksheets whose file is gone.",
            number,
        )
        yield Finding(what, _ADVICE, str(file))
