"""The sections of a guide, and the few pages of one that a menu shows: a menu that does not grow with the guide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights_kb.library import Library

# So many pages of the reader's own section stand in the menu, however many the section has.
WINDOW = 15


@dataclass(frozen=True)
class Section:
    """A folder of articles: its name, and its slugs in the order of the menu; the first is the way in."""

    name: str
    slugs: tuple[str, ...]

    @property
    def door(self) -> str:
        return self.slugs[0]


def sections(library: Library) -> tuple[Section, ...]:
    """The sections in the order of the menu. Pages that lie in no folder, such as the home page, are in none."""
    found: dict[str, list[str]] = {}
    for slug in library.slugs():
        name, inside, _ = slug.partition("/")
        if inside:
            found.setdefault(name, []).append(slug)
    return tuple(
        Section(name, tuple(sorted(slugs, key=lambda slug: not slug.endswith("/index")))) for name, slugs in found.items()
    )


def section_of(slug: str) -> str:
    """The name of the section a page lies in; empty for a page in no folder."""
    name, inside, _ = slug.partition("/")
    return name if inside else ""


def around(slugs: Sequence[str], slug: str) -> tuple[str, ...]:
    """At most WINDOW of the slugs, the page's own in the middle where there are enough on both sides."""
    if slug not in slugs:
        return tuple(slugs[:WINDOW])
    start = slugs.index(slug) - WINDOW // 2
    start = max(0, min(start, len(slugs) - WINDOW))
    return tuple(slugs[start : start + WINDOW])
