"""The elements that all charts are made of, as SVG text; everything that comes from data is escaped here."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

# All in em: how far apart lines of text stand, and how wide a letter is at most on average.
LINE = 1.3
LETTER = 0.63
# How wide a chart and the margin beside it are with letters of twice the size on the narrowest screen.
NARROWEST = 9.8
MARGIN = 1.2
# So many letters fit there into a line.
LETTERS = 18


@dataclass(frozen=True)
class Drawing:
    """What is inside a chart, how high it is in em, and whether some of it is hatched."""

    parts: tuple[str, ...]
    height: float
    hatched: bool = False


def plain(number: float) -> str:
    """A number as SVG has it, to a hundredth, without needless noughts."""
    return f"{number:.2f}".rstrip("0").rstrip(".") if round(number, 2) else "0"


def em(number: float) -> str:
    """A length in em."""
    return f"{plain(number)}em"


def across(share: float) -> str:
    """A share of the width."""
    return f"{plain(share * 100)}%"


def broken(words: str, letters: int = LETTERS) -> list[str]:
    """Words in lines of at most so many letters; a word that is longer stays whole."""
    return textwrap.wrap(words, letters, break_long_words=False)


def width(words: str) -> float:
    """How wide a line of text is at most, in em."""
    return LETTER * len(words)


def text(x: str, y: float, words: str, attributes: str = "") -> str:
    """A line of text; `y` is that of its base line."""
    return f'<text x="{x}" y="{em(y)}"{attributes}>{escape(words)}</text>'


def column(x: str, y: float, lines: Sequence[str], attributes: str = "") -> list[str]:
    """Lines of text below each other; `y` is the base line of the first."""
    return [text(x, y + LINE * number, line, attributes) for number, line in enumerate(lines)]


def line(x1: str, y1: float, x2: str, y2: float, attributes: str = "") -> str:
    """A straight line."""
    return f'<line x1="{x1}" y1="{em(y1)}" x2="{x2}" y2="{em(y2)}"{attributes}/>'


def bar(x: float, y: float, wide: float, high: float, id_: str, hatched: bool, doubtful: bool) -> str:
    """A bar: full, hatched, or only its dashed outline for a figure that is not confirmed; `x` and `wide` are shares."""
    look = f' fill="url(#{escape(id_)}-hatch)" stroke="currentColor"' if hatched else ""
    if doubtful:
        look = ' fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 2"'
    return f'<rect x="{across(x)}" y="{em(y)}" width="{across(wide)}" height="{em(high)}"{look}/>'


def group(parts: Sequence[str], attributes: str) -> list[str]:
    """Elements with the same looks; nothing where there are none."""
    return [f"<g {attributes}>", *parts, "</g>"] if parts else []


def svg(id_: str, title: str, description: str, drawn: Drawing) -> str:
    """The chart as an image with a name and a description, one element a line."""
    name = escape(id_)
    hatch = [
        f'<pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
        '<rect width="2.5" height="6" fill="currentColor"/>',
        "</pattern>",
    ]
    return "\n".join(
        [
            f'<svg class="kb-chart__drawing" role="img" aria-labelledby="{name}-title {name}-desc" width="100%" '
            f'height="{em(drawn.height)}" fill="currentColor">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-desc">{escape(description)}</desc>',
            *group(hatch if drawn.hatched else [], 'class="kb-chart__marks"'),
            *drawn.parts,
            "</svg>",
        ]
    )
