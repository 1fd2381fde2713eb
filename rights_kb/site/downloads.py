"""Where the files of the tables live: in `data/` beside the home page of each language."""

from __future__ import annotations

from rights_kb.library import Library
from rights_kb.render import downloads, packages
from rights_kb.render.context import Context


def table_files(library: Library) -> dict[str, str]:
    """The text of every file of tables in every language, by its place below the root of the site."""
    found = {}
    for language in library.languages:
        context = Context(library, language, "index")
        made = {packages.PACKAGE: packages.data_package(context), packages.CSVW: packages.csvw(context)}
        for table in library.tables.values():
            made |= downloads.files(table, context)
        found |= {f"{library.project.folder(language)}{name}": text for name, text in made.items()}
    return found
