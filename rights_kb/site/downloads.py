"""Where the files of every table live: in `data/` beside the home page of each language."""

from __future__ import annotations

from rights_kb.library import Library
from rights_kb.render import downloads
from rights_kb.render.context import Context
from rights_kb.site.addresses import address


def table_files(library: Library) -> dict[str, str]:
    """The text of every file of every table in every language, by its place below the root of the site."""
    found = {}
    for language in library.languages:
        folder = address(library.project, language, "").removesuffix(".html")
        for table in library.tables.values():
            for name, text in downloads.files(table, Context(library, language, "index")).items():
                found[f"{folder}{name}"] = text
    return found
