"""Where the feed of changes of each language lives: beside the home page of that language."""

from __future__ import annotations

from rights_kb.library import Library
from rights_kb.render import changes
from rights_kb.render.context import Context
from rights_kb.site.addresses import absolute, address

NAME = "changes.xml"
MACRO = "kb_changes"


def feed_address(library: Library, language: str) -> str | None:
    """The file of a language's feed below the root of the site; None where no page lists the changes in it."""
    slug = Context(library, language, "").home_of(MACRO)
    if slug is None or not library.changes or library.page(language, slug) is None:
        return None
    return address(library.project, language, "").removesuffix(".html") + NAME


def feeds(library: Library) -> dict[str, str]:
    """The feeds of all languages by their file."""
    found = {}
    for language in library.languages:
        file = feed_address(library, language)
        slug = Context(library, language, "").home_of(MACRO)
        if file is not None and slug is not None:
            whole = f"{library.project.site_url.rstrip('/')}/{file}"
            found[file] = changes.feed(Context(library, language, slug), absolute(library.project, language, slug), whole)
    return found
