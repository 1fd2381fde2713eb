"""`kb import sdmx`: what an official file would change in a table, figure by figure, and the change itself."""

from __future__ import annotations

import sys
from pathlib import Path

from rights_kb import differences, official, sdmx
from rights_kb.library import Library
from rights_kb.models import Table
from rights_kb.sdmx import CannotRead


def sdmx_file(file: Path, structure: Path, slug: str, library: Library, write: bool) -> int:
    """Show what an SDMX file changes in a table, or write it there; 1 when there is something left to do."""
    table = differences.table_of(slug, library)
    definition, data = sdmx.read_structure(structure), sdmx.read_data(file)
    if data.structure.version != definition.name.version and (data.structure.id == definition.name.id):
        print(
            f"{file.name} is of {data.structure}, {structure.name} defines {definition.name}: every code is looked up.",
            file=sys.stderr,
        )
    compared = official.compare(table, library.dimensions, definition, data, _unit(table))
    return differences.brought_in(compared, table, library, write, "official figures")


def _unit(table: Table) -> str:
    if table.official is None or table.official.unit is None:
        raise CannotRead(
            f"{table.place.file} does not say which official series and unit it holds. "
            "Write `official: {series: …, file: …, unit_code: …}` there; the unit's code stands in the file as UNIT_MEASURE."
        )
    return table.official.unit
