"""`kb import sdmx`: what an official file would change in a table, figure by figure, and the change itself."""

from __future__ import annotations

import difflib
import os
import sys
from pathlib import Path

from rights_kb import official, sdmx, table_text
from rights_kb.library import Library
from rights_kb.models import Table
from rights_kb.official import Difference
from rights_kb.sdmx import CannotRead


def sdmx_file(file: Path, structure: Path, slug: str, library: Library, write: bool) -> int:
    """Show what an SDMX file changes in a table, or write it there; 1 when there is something left to do."""
    table = _table(slug, library)
    definition, data = sdmx.read_structure(structure), sdmx.read_data(file)
    if data.structure.version != definition.name.version and (data.structure.id == definition.name.id):
        print(
            f"{file.name} is of {data.structure}, {structure.name} defines {definition.name}: every code is looked up.",
            file=sys.stderr,
        )
    compared = official.compare(table, library.dimensions, definition, data, _unit(table))
    for item in compared.differences:
        print(_told(item, table))
    target = library.project.data / "tables" / f"{slug}.yml"
    if write and compared.writable:
        _write(target, table, library, compared.writable)
    counts = {kind: sum(item.kind == kind for item in compared.differences) for kind in ("new", "changed", "gone", "kept")}
    summary = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "none differs"
    print(f"{table.place.file}: {compared.covered} official figures belong to it; {summary}.")
    if write and compared.writable:
        print("Written. Run `kb check`; read the sentences and notes that rest on these figures, then set `checked`.")
    elif compared.writable:
        print("Nothing was written. Write the new and changed ones with --write.")
    left = counts["gone"] + counts["kept"] + (0 if write else len(compared.writable))
    return 1 if left else 0


def _table(slug: str, library: Library) -> Table:
    table = library.tables.get(slug)
    file = f"data/tables/{slug}.yml"
    if any(problem.file in (file, "data/dimensions.yml") for problem in library.problems):
        raise CannotRead(f"{file} or data/dimensions.yml has problems. Put them right first: `kb check` shows them.")
    if table is None:
        near = difflib.get_close_matches(slug, [path.stem for path in (library.project.data / "tables").glob("*.yml")], 3)
        raise CannotRead(f"There is no table `{slug}`." + (f" Write one of: {', '.join(near)}." if near else ""))
    return table


def _unit(table: Table) -> str:
    if table.official is None or table.official.unit is None:
        raise CannotRead(
            f"{table.place.file} does not say which official series and unit it holds. "
            "Write `official: {series: …, file: …, unit_code: …}` there; the unit's code stands in the file as UNIT_MEASURE."
        )
    return table.official.unit


def _told(item: Difference, table: Table) -> str:
    place = f"{table.place.file}:{item.ours.line}" if item.ours else table.place.file
    if item.kind == "gone":
        change = "not in the file. Left as it is: if it was withdrawn, write `absent` and why."
    elif item.kind == "kept":
        change = f"{item.theirs} in the file, but ours has a source of its own. Left as it is."
    elif item.ours is None or item.ours.value is None:
        change = f"→ {item.theirs}"
    else:
        change = f"{item.ours.value} → {item.theirs}"
        if item.ours.note or item.ours.approximate:
            change += f" (look at its {'note' if item.ours.note else 'word'} `{item.ours.note or item.ours.approximate}`)"
    return f"{place}  {item.kind:7}  {item.codes}: {change}"


def _write(target: Path, table: Table, library: Library, differences: tuple[Difference, ...]) -> None:
    totals = {name: library.dimensions[name].total for name in table.dimensions}
    figures = []
    for item in differences:
        members = {
            name: member
            for name, member in zip(table.dimensions, item.members, strict=True)
            if member is not None and member != totals[name]
        }
        if item.theirs is not None:
            figures.append((item.period, members, item.theirs))
    text = target.read_bytes().decode("utf-8")
    try:
        new = table_text.with_values(text, table.place.file, figures)
    except table_text.CannotWrite as error:
        raise CannotRead(f"{error} Nothing was written.") from error
    # Beside the old file first: a computer that stops leaves the old one or the new one, never half of one.
    beside = target.with_suffix(".new")
    beside.write_bytes(new.encode("utf-8"))
    os.replace(beside, target)
