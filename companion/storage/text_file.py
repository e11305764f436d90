"""Reading a text file that the person made, whatever it turns out to be."""

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from companion.catalogue import _
from companion.storage.errors import ContentError
from companion.storage.files import say_kind

_MEGABYTE = 1_000_000
MOST = 20 * _MEGABYTE
"""Bytes that a text may have."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_WARY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_LINKED = _("it is a link to somewhere else")
_GUESSED = "cp1252"
_GUESS = _("Read as Windows-1252; some letters may be wrong.")
_STEERING = bytes({*range(32), 127} - {*b"\t\n\f\r"})
_MOST_STEERING = 0.01
"""Share of bytes that steer something, above which it is no text."""


class Text(NamedTuple):
    """What a file holds."""

    words: str
    """Its lines end with line feeds."""
    share: float = 1.0
    """How much of the file that is (0 to 1)."""
    doubt: str = ""
    """What is not certain about it; empty where nothing is."""


def read_text(path: Path, most: int | None = None, *, is_wary: bool = True) -> Text:
    """Return the words of a file, or its beginning.

    Args:
        path: The file.
        most: After how many bytes to stop; by default everything is read.
        is_wary: Whether to refuse a link and a pipe; one that the person named is read.

    Raises:
        FileNotFoundError: if it is gone.
        ContentError: with a sentence, if it is no text that can be shown.
    """
    try:
        data, size = _bytes(path, most, is_wary)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        raise ContentError(path, _why(error)) from error
    if not data.strip():
        raise ContentError(path, _("it is empty"))
    share = min(1.0, len(data) / max(size, 1))
    return decoded(path, data, is_whole=len(data) >= size)._replace(share=share)


def decoded(path: Path, data: bytes, *, is_whole: bool = True) -> Text:
    """Return bytes as text: UTF-8, or what a byte order mark says, or what Windows wrote before there was UTF-8.

    Raises:
        ContentError: naming the byte that is no text.
    """
    if len(data) > MOST:
        raise ContentError(path, _("it has more than {most} MB, and can't be shown", most=MOST // _MEGABYTE))
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    doubt = ""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data[len(bom) :], final=is_whole)
    except UnicodeDecodeError as error:
        guessed = _guessed(data, error.start) if not bom else None
        what = _("UTF-8 text") if encoding == "utf-8" else _("the UTF-16 text that it begins with")
        if guessed is None:
            raise ContentError(
                path,
                _("byte {number:,} is wrong; expected {expected}", number=error.start + len(bom) + 1, expected=what),
            ) from error
        text, doubt = guessed, _GUESS
    if (at := text.find("\0")) >= 0:
        raise ContentError(path, _("it is no text: character {number:,} is a zero", number=at + 1))
    if not text.strip():
        raise ContentError(path, _("it is empty"))
    return Text(text.replace("\r\n", "\n").replace("\r", "\n"), doubt=doubt)


def _guessed(data: bytes, wrong: int) -> str | None:
    """Return text of an old editor; None if letters before the wrong byte are UTF-8, or it hardly is a text."""
    steering = len(data) - len(data.translate(None, _STEERING))
    if not data[:wrong].isascii() or b"\0" in data or steering > _MOST_STEERING * len(data):
        return None
    try:
        return data.decode(_GUESSED)
    except UnicodeDecodeError:
        return None


def _bytes(path: Path, most: int | None, is_wary: bool) -> tuple[bytes, int]:
    """Return what a file holds, no more than asked for, and its size."""
    descriptor = os.open(path, _FLAGS | (_WARY if is_wary else 0))
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) and (is_wary or not stat.S_ISFIFO(found.st_mode)):
            raise ValueError(say_kind(found.st_mode))
        if found.st_size > MOST:
            raise ValueError(
                _(
                    "it has {size:,.0f} MB; at most {most} MB can be shown",
                    size=found.st_size / _MEGABYTE,
                    most=MOST // _MEGABYTE,
                )
            )
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(MOST + 1 if most is None else most)
    finally:
        os.close(descriptor)
    return data, max(found.st_size, len(data))


def kind_of(path: Path) -> str:
    """Say what a thing is that is no file: “it is a folder”."""
    try:
        return say_kind(path.lstat().st_mode)
    except OSError as error:
        return _why(error)


def _why(error: OSError | ValueError) -> str:
    if not isinstance(error, OSError):
        return str(error)
    return _LINKED if error.errno == errno.ELOOP else _("it can't be opened ({reason})", reason=error.strerror or error)
