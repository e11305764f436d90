"""Making and looking at articles of one's own."""

from pathlib import Path

from companion.storage.own_articles import OwnArticles


def looked(folder: Path | None) -> OwnArticles:
    own = OwnArticles(folder)
    own.look()
    return own


def write(folder: Path, name: str, text: str = "Some words.\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
