"""`kb table export` and `kb table import`: a table as a spreadsheet, and what somebody changed in it."""

from __future__ import annotations

from pathlib import Path

from rights_kb import differences
from rights_kb.library import open_table
from rights_kb.problem import Refused
from rights_kb.spreadsheet import comparing, reading, writing


def export(root: Path, slug: str, target: Path | None) -> int:
    """Write a table into a new .xlsx file. Raises Refused where the file exists: somebody may have worked in it."""
    library = open_table(root, slug, words=True)
    table = differences.table_of(slug, library)
    file = target or Path(f"{slug}.xlsx")
    if file.suffix != ".xlsx":
        raise Refused(f"{file}: Excel opens it by its ending. Name it {file.stem}.xlsx.")
    made = writing.xlsx(table, library)
    try:
        with file.open("xb") as written:
            written.write(made)
    except FileExistsError as error:
        raise Refused(f"{file} exists already. Move it away, or name another file with --to.") from error
    except OSError as error:
        raise Refused(f"{file}: {error.strerror}. Name a file in a folder that exists with --to.") from error
    print(
        f"{file}: {len(table.observations)} figures of {table.place.file}. Bring it back in with `kb table import {file}`."
    )
    return 0


def bring_in(root: Path, file: Path, write: bool) -> int:
    """Show what a file changes in its table, or write it there; 1 when there is something left to do."""
    cells = reading.read(file)
    slug = comparing.slug_of(cells)
    library = open_table(root, slug, words=True)
    table = differences.table_of(slug, library)
    compared = comparing.compare(cells, table, library)
    return differences.brought_in(compared, table, library, write, "figures of the file")
