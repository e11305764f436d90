"""Where the shipped files lie: inside an installed package, or at the root of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_BUNDLED = _PACKAGE / "_bundled"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent

LIBRARY = _ROOT / "library"
"""Articles, exercises, pages, scripts, worksheets, vocabulary."""

STYLES = _ROOT / "styles"
"""The style sheets, one a place."""
