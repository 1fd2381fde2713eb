"""The guide of this project, read once for all tests that look at it."""

from functools import cache
from pathlib import Path

import macros
from rights_kb.checks import Guide
from rights_kb.library import Library, open_library
from rights_kb.render.context import Context

ROOT = Path(__file__).resolve().parents[1]


@cache
def library() -> Library:
    """What the guide knows."""
    return open_library(ROOT)


def guide() -> Guide:
    """The guide as its checks see it."""
    return Guide(library(), macros.MACROS)


def context(language: str, slug: str = "index") -> Context:
    """What a macro on that page knows."""
    return Context(library(), language, slug)


def articles() -> list[str]:
    """Every article in every language, as "ky/rights/work"."""
    return [f"{language}/{slug}" for language, slug in sorted(library().pages)]


def article(name: str):
    """The article of such a name."""
    language, _, slug = name.partition("/")
    return library().pages[language, slug]
