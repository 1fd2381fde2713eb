"""A table beside the official file it comes from: what would change, figure by figure."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from decimal import Decimal

from rights_kb import sdmx
from rights_kb.differences import Comparison, Difference
from rights_kb.models import Dimension, Observation, Table, period_order
from rights_kb.sdmx import CannotRead, Data, Figure, Structure

Key = tuple[str, tuple[str | None, ...]]


def compare(
    table: Table, dimensions: Mapping[str, Dimension], structure: Structure, data: Data, unit_code: str
) -> Comparison:
    """What the file would change in the table. Raises CannotRead where the two do not fit together."""
    _same_structure(structure, data)
    carried = _Carried(table, dimensions, structure)
    theirs: dict[Key, tuple[Figure, Decimal | None]] = {}
    chosen = [figure for figure in data.figures if carried.covers(figure)]
    if not chosen:
        known = sorted({figure.codes.get(sdmx.SERIES, "?") for figure in data.figures})
        raise CannotRead(
            f"The file has no figure of the series {carried.series} that `{table.slug}` covers. "
            f"Its series: {', '.join(known)}."
        )
    for figure in chosen:
        carried.known(figure, data.structure.version != structure.name.version)
        _same_unit(figure, table, unit_code)
        key = (figure.period, carried.members(figure))
        if key in theirs:
            raise CannotRead(
                f"Two official figures for {carried.told(key[1], figure.period)}. "
                f"Write under `official: {{fixed: …}}` of {table.place.file} which one is meant: {carried.differs(chosen)}."
            )
        theirs[key] = (figure, _with_decimals(figure, table))
    found = []
    order = {id_: number for name in table.dimensions for number, id_ in enumerate(dimensions[name].members)}
    for key, (_, value) in theirs.items():
        ours = table.at(*key)
        kind = _kind(ours, value, table)
        if kind:
            found.append(Difference(kind, *key, carried.told(key[1], key[0]), ours, value))
    for ours in table.observations:
        key = (ours.period, ours.members)
        if key not in theirs and ours.value is not None and ours.sources == table.sources:
            found.append(Difference("gone", *key, carried.told(key[1], key[0]), ours, None))
    found.sort(key=lambda item: ([order.get(member or "", -1) for member in item.members], period_order(item.period)))
    return Comparison(len(theirs), tuple(found))


def _kind(ours: Observation | None, value: Decimal | None, table: Table) -> str:
    """What a figure of the file does to ours; empty where both say the same."""
    if ours is None:
        return "new" if value is not None else ""
    if value == ours.value:
        return ""
    if value is None:
        return "gone"
    if ours.sources != table.sources:
        return "kept"
    return "new" if ours.value is None else "changed"


def _same_structure(structure: Structure, data: Data) -> None:
    ours, theirs = structure.name, data.structure
    if (ours.agency, ours.id) != (theirs.agency, theirs.id):
        raise CannotRead(
            f"The file is of the structure {theirs}, the definition is of {ours}. Give the two that belong together."
        )


def _same_unit(figure: Figure, table: Table, unit_code: str) -> None:
    unit = figure.codes.get(sdmx.UNIT, "")
    if unit != unit_code:
        raise CannotRead(
            f"The file counts in `{unit or 'no unit'}`, the table `{table.slug}` in `{unit_code}` ({table.unit}). "
            "Give the file of this table, or make a new table for the other unit."
        )
    multiplier = figure.codes.get(sdmx.MULTIPLIER, "0")
    if multiplier != "0":
        raise CannotRead(
            f"The file counts in units times ten to the power of {multiplier}. Only whole units can be imported."
        )


def _with_decimals(figure: Figure, table: Table) -> Decimal | None:
    """The value with the decimals the table is written with. Raises CannotRead where that would round it."""
    if figure.value is None:
        return None
    value = figure.value.quantize(Decimal(1).scaleb(-table.decimals))
    if value != figure.value:
        raise CannotRead(
            f"The file has {figure.value} for {figure.period}, with more decimals than `{table.slug}` is written with. "
            f"Write `decimals: {-figure.value.normalize().as_tuple().exponent}` there first: a source is never rounded."
        )
    return value


class _Carried:
    """Which official figures a table carries, and as which members."""

    def __init__(self, table: Table, dimensions: Mapping[str, Dimension], structure: Structure) -> None:
        if table.official is None:
            raise CannotRead(
                f"The table `{table.slug}` names no official series. "
                "Write `official: {series: …, file: …, unit_code: …}` there."
            )
        self.table = table
        self.structure = structure
        self.series = table.official.series
        self.fixed = {sdmx.SERIES: self.series, **table.official.fixed}
        self.own: dict[str, Dimension] = {}
        for name in table.dimensions:
            code = dimensions[name].code
            if code is None:
                raise CannotRead(f"The dimension `{name}` has no official code. Write `sdmx: …` in data/dimensions.yml.")
            self.own[code] = dimensions[name]
        for name in (*self.fixed, *self.own):
            if name not in structure.dimensions:
                near = difflib.get_close_matches(name, structure.dimensions, 3)
                raise CannotRead(f"The structure {structure.name} has no dimension {name}. Near names: {', '.join(near)}.")
        self.member_of = {code: self._members(dimension) for code, dimension in self.own.items()}
        self.code_of = {
            dimension.id: {member: code for code, member in self.member_of[name].items()}
            for name, dimension in self.own.items()
        }

    def _members(self, dimension: Dimension) -> dict[str, str]:
        official = self.table.official
        total = official.total.get(dimension.code or "") if official else None
        found = {member.code: id_ for id_, member in dimension.members.items() if member.code and id_ != dimension.total}
        own = dimension.members[dimension.total].code if dimension.total else None
        if dimension.total and (total or own):
            found[total or own or ""] = dimension.total
        return found

    def covers(self, figure: Figure) -> bool:
        """Whether the figure is of the table's series and broken down by nothing that the table does not carry."""
        for name in self.structure.dimensions:
            code = figure.codes.get(name)
            if name in self.fixed:
                if code != self.fixed[name]:
                    return False
            elif name not in self.own and code != sdmx.TOTAL and sdmx.TOTAL in self.structure.codes.get(name, {}):
                return False
        return True

    def known(self, figure: Figure, newer: bool) -> None:
        """Raise CannotRead for a code that the structure or the guide does not know; `newer`: of another edition."""
        for name in self.structure.dimensions:
            code = figure.codes.get(name)
            if code is None:
                raise CannotRead(f"A figure of {figure.period} has no {name}, which {self.structure.name} asks for.")
            codes = self.structure.codes.get(name)
            listed = codes is None or code in codes
            carried = name in self.own and code in self.member_of[name]
            # A newer edition of the structure may have a new code; that the guide has it as a member is proof enough.
            if not listed and not (newer and carried):
                raise CannotRead(
                    f"{self.structure.name} has no code {code} of {name}. Give the structure the file was made with."
                )
            if name in self.own and not carried:
                said = f" ({codes[code]})" if codes and codes[code] else ""
                raise CannotRead(
                    f"No member of `{self.own[name].id}` has the official code {code}{said}. Write one with "
                    f"`sdmx: {code}` in data/dimensions.yml, or under `official: {{total: …}}` if it is this table's total."
                )

    def members(self, figure: Figure) -> tuple[str | None, ...]:
        """The members of a figure in the order of the table's dimensions."""
        return tuple(self.member_of[name][figure.codes[name]] for name in self.own)

    def told(self, members: tuple[str | None, ...], period: str) -> str:
        """A place in the table with its official codes: "2023, area naryn (REF_AREA KG04)"."""
        parts = []
        for (name, dimension), member in zip(self.own.items(), members, strict=True):
            if member is not None and member != dimension.total:
                parts.append(
                    f", {dimension.id} {member} ({name} {self.code_of[dimension.id].get(member, 'without a code')})"
                )
        return f"{period}{''.join(parts)}"

    def differs(self, figures: list[Figure]) -> str:
        """The dimensions that the table does not carry and in which the figures differ, with their codes."""
        found = []
        for name in self.structure.dimensions:
            codes = sorted({figure.codes.get(name, "") for figure in figures})
            if name not in self.own and len(codes) > 1:
                found.append(f"{name} ({', '.join(codes)})")
        return "; ".join(found) or "the same figure stands there twice"
