"""What other figures would change in a table: told observation by observation, and written into its text."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rights_kb import table_text
from rights_kb.library import Library
from rights_kb.models import Observation, Table
from rights_kb.problem import Refused

KINDS = ("new", "changed", "gone", "kept")
GONE = "not in the file. Left as it is: if it was withdrawn, write `absent` and why."


@dataclass(frozen=True)
class Difference:
    """One figure that is not alike: `kind` is new, changed, gone or kept; `where` says where it stands in words."""

    kind: str
    period: str
    members: tuple[str | None, ...]
    where: str
    ours: Observation | None
    theirs: Decimal | None


@dataclass(frozen=True)
class Comparison:
    """How many figures of the file belong to the table, and every difference in the order it is told."""

    covered: int
    differences: tuple[Difference, ...]

    @property
    def writable(self) -> tuple[Difference, ...]:
        """The differences that can be written: of a figure that is gone nobody knows why, which a person must say."""
        return tuple(item for item in self.differences if item.kind in ("new", "changed"))


def table_of(slug: str, library: Library) -> Table:
    """The table to bring figures into. Raises Refused where there is none, or where its files have problems."""
    table = library.tables.get(slug)
    file = f"data/tables/{slug}.yml"
    if any(problem.file in (file, "data/dimensions.yml") for problem in library.problems):
        raise Refused(f"{file} or data/dimensions.yml has problems. Put them right first: `kb check` shows them.")
    if table is None:
        near = difflib.get_close_matches(slug, [path.stem for path in (library.project.data / "tables").glob("*.yml")], 3)
        raise Refused(f"There is no table `{slug}`." + (f" Write one of: {', '.join(near)}." if near else ""))
    return table


def brought_in(compared: Comparison, table: Table, library: Library, write: bool, what: str) -> int:
    """Tell every difference and write those that can be, where asked; 1 when there is something left to do.

    `what` names the figures of the file, such as "official figures". Raises Refused before anything is written.
    """
    for item in compared.differences:
        print(_told(item, table))
    if write and compared.writable:
        _write(table, library, compared.writable)
    counts = {kind: sum(item.kind == kind for item in compared.differences) for kind in KINDS}
    summary = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "none differs"
    print(f"{table.place.file}: {compared.covered} {what} belong to it; {summary}.")
    if write and compared.writable:
        print("Written. Run `kb check`; read the sentences and notes that rest on these figures, then set `checked`.")
    elif compared.writable:
        print("Nothing was written. Write the new and changed ones with --write.")
    left = counts["gone"] + counts["kept"] + (0 if write else len(compared.writable))
    return 1 if left else 0


def _told(item: Difference, table: Table) -> str:
    place = f"{table.place.file}:{item.ours.line}" if item.ours else table.place.file
    if item.kind == "gone":
        change = GONE
    elif item.kind == "kept":
        change = f"{item.theirs} in the file, but ours has a source of its own. Left as it is."
    elif item.ours is None or item.ours.value is None:
        change = f"→ {item.theirs}"
    else:
        change = f"{item.ours.value} → {item.theirs}"
        if item.ours.note or item.ours.approximate:
            change += f" (look at its {'note' if item.ours.note else 'word'} `{item.ours.note or item.ours.approximate}`)"
        elif item.ours.sources != table.sources:
            change += f" (look at its source: {', '.join(item.ours.sources)})"
    return f"{place}  {item.kind:7}  {item.where}: {change}"


def _write(table: Table, library: Library, differences: Iterable[Difference]) -> None:
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
    target = library.project.root / table.place.file
    text = target.read_bytes().decode("utf-8")
    try:
        new = table_text.with_values(text, table.place.file, figures)
    except table_text.CannotWrite as error:
        raise Refused(f"{error} Nothing was written.") from error
    # Beside the old file first: a computer that stops leaves the old one or the new one, never half of one.
    beside = target.with_suffix(".new")
    beside.write_bytes(new.encode("utf-8"))
    os.replace(beside, target)
