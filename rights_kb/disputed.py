"""What is disputed: facts whose sources disagree, and figures that contradict each other, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rights_kb.library import Library
from rights_kb.models import Place

STATUS = "disputed"


@dataclass(frozen=True)
class Disputed:
    """One disputed thing: its kind and id, for a figure where it stands in its table, and where it is written."""

    kind: str
    id: str
    where: str
    place: Place

    def told(self) -> str:
        """One line: where it is, and what it is."""
        where = f": {self.where}" if self.where else ""
        return f"{self.place.file}:{self.place.line}  {self.kind} `{self.id}`{where}"


def disputed(library: Library) -> tuple[Disputed, ...]:
    """Everything disputed: helplines, the indicator, penalties, rules, figures, contradictions, other claims."""
    return tuple(_all(library))


def _all(library: Library) -> Iterator[Disputed]:
    shelves = (("helpline", library.helplines), ("penalty", library.penalties), ("rule", library.rules))
    for kind, shelf in shelves:
        for id_, item in shelf.items():
            if item.status == STATUS:
                yield Disputed(kind, id_, "", item.place)
    if library.indicator is not None and library.indicator.status == STATUS:
        yield Disputed("indicator", "indicator", "", library.indicator.place)
    for table in library.tables.values():
        if table.status == STATUS:
            yield Disputed("figures", table.slug, "the whole table", table.place)
            continue
        for item in table.observations:
            if item.status == STATUS:
                members = zip(table.dimensions, item.members, strict=True)
                named = [f"{name} {member}" for name, member in members if member not in (None, _total(library, name))]
                where = ", ".join([item.period, *named, str(item.value) if item.value is not None else "no figure"])
                yield Disputed("figure", table.slug, where, Place(table.place.file, item.line))
    for claim in library.claims.values():
        if claim.contradiction:
            yield Disputed("contradiction", claim.id, f"on {claim.page}", claim.place)
    for claim in library.claims.values():
        if claim.status == STATUS and not claim.contradiction:
            yield Disputed("claim", claim.id, f"on {claim.page}", claim.place)


def _total(library: Library, name: str) -> str | None:
    return library.dimensions[name].total if name in library.dimensions else None


def report(library: Library) -> str:
    """One line a thing, and a line that counts them by kind; a sentence where nothing is disputed."""
    found = disputed(library)
    if not found:
        return "Nothing is disputed."
    kinds = dict.fromkeys(item.kind for item in found)
    counts = ", ".join(f"{sum(item.kind == kind for item in found)} {kind}" for kind in kinds)
    return "\n".join([*(item.told() for item in found), "", f"{len(found)} disputed: {counts}."])
