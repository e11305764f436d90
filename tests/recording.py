"""A recording of the app as one picture that moves: the screens of a walk, one after the other, in a single SVG."""

import re
from dataclasses import dataclass

ROUNDS = 3
"""How often it plays before it stays at its first screen; where less movement is wanted, it never leaves that."""

_RULE = re.compile(r"\.t-(r\d+) \{ ([^}]*) \}")
_SCREEN = re.compile(r'(<g transform="translate\(9, 41\)".*</g>)\s*</svg>', re.DOTALL)
_TITLE = re.compile(r'<text class="t-title".*?</text>', re.DOTALL)


@dataclass(frozen=True)
class Frame:
    """One screen."""

    svg: str
    """The picture of it."""
    seconds: float
    """How long it stays."""
    caption: str
    """What was pressed to get there; stands where a window has its title."""


def join(frames: list[Frame]) -> str:
    """Return one picture in which the frames follow each other."""
    looks: dict[str, str] = {}
    total = sum(frame.seconds for frame in frames)
    timing, screens, begins = [], [], 0.0
    for number, frame in enumerate(frames):
        ends = begins + frame.seconds
        timing.append(_timing(number, 100 * begins / total, 100 * ends / total))
        screens.append(f'<g class="screen" id="s{number}">{_caption(frame)}{_screen(frame.svg, looks)}</g>')
        begins = ends
    window = _TITLE.sub("", _SCREEN.sub("</svg>", frames[0].svg))
    window = _RULE.sub("", window).replace("</style>", "\n".join([*_styles(looks, total), *timing, "</style>"]), 1)
    lines = window.replace("</svg>", "\n".join([*screens, "</svg>\n"])).splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def _styles(looks: dict[str, str], total: float) -> list[str]:
    return [
        *(f".{name} {{ {look} }}" for look, name in looks.items()),
        ".screen { visibility: hidden; }",
        "#s0 { visibility: visible; }",
        f".screen {{ animation: {total:g}s step-end {ROUNDS}; }}",
        "@media (prefers-reduced-motion: reduce) { .screen { animation: none !important; } }",
    ]


def _timing(number: int, begins: float, ends: float) -> str:
    """Return when a screen is there, in hundredths of the whole."""
    steps = {0.0: "hidden", begins: "visible"}
    if ends < 100:
        steps[ends] = "hidden"
    said = " ".join(f"{at:.3f}% {{ visibility: {how}; }}" for at, how in steps.items())
    return f"@keyframes k{number} {{ {said} }} #s{number} {{ animation-name: k{number}; }}"


def _caption(frame: Frame) -> str:
    return f'<text class="t-title" fill="#c5c8c6" text-anchor="middle" x="496" y="27">{frame.caption}</text>'


def _screen(svg: str, looks: dict[str, str]) -> str:
    """Return what stands in the window, its looks named as they are over all frames."""
    own = dict(_RULE.findall(svg))
    found = _SCREEN.search(svg)
    assert found, "the picture has no screen"
    return re.sub(r"\bt-(r\d+)\b", lambda match: looks.setdefault(own[match[1]], f"c{len(looks)}"), found[1])
