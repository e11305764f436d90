"""What the doctor found: something that wants doing, and what to do."""

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """One thing that is not as it should be."""

    what: str
    """What it is, in a sentence; nothing that the person wrote."""
    advice: str
    """What to do about it, in a sentence or two."""
    path: str | None = None
    """The file or folder, if it is one."""
    run: str = ""
    """A command that does it, if there is one."""

    @property
    def whole_advice(self) -> str:
        """What to do, with the command."""
        return f"{self.advice} {self.run}" if self.run else self.advice


class Looked(msgspec.Struct, frozen=True):
    """What came of one check."""

    check: str
    """The check's name, one word or two."""
    calm: str
    """What was seen, in a line, where nothing wants doing."""
    findings: tuple[Finding, ...] = ()
    """What wants doing."""
