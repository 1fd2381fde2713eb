"""A table in the form that programs read: one figure a row, the same columns in every language, codes beside words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from rights_kb import numbers
from rights_kb.models import Dimension, Observation, Table, Text, period_order
from rights_kb.render.context import Context

# What a spreadsheet takes for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
PERIOD = r"^[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
IDS = r"^[a-z0-9-]+( [a-z0-9-]+)*$"


@dataclass(frozen=True)
class Column:
    """A column: its name, its title in the language of the reader, and what its cells may hold.

    `kind` is "string", "number", "integer" or "date"; `among` and `pattern` bound strings, `low` and `high` numbers.
    """

    name: str
    title: str
    kind: str = "string"
    required: bool = True
    among: tuple[str, ...] = ()
    pattern: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


def columns(table: Table, context: Context) -> tuple[Column, ...]:
    """The columns of a table: period, codes and words of its members, figure, unit, status, note, sources, last check."""
    label, words = context.label, context.words
    statuses = tuple(words.statuses)
    is_share = table.unit == "percent"
    all_known = all(item.value is not None for item in table.observations)
    return (
        Column("period", label("period"), pattern=PERIOD),
        *(column for position in range(len(table.dimensions)) for column in _of_dimension(table, position, context)),
        Column(
            "value",
            label("figure"),
            kind="number" if table.decimals else "integer",
            required=all_known,
            low=Decimal(0) if is_share else None,
            high=Decimal(100) if is_share else None,
        ),
        Column("approximate", label("approximate"), required=False, among=("about", "over")),
        Column("unit", label("unit"), among=(table.unit,)),
        Column("unit_name", label("unit")),
        Column("status", label("status"), among=statuses),
        Column("status_name", label("status")),
        Column("note", label("note"), required=False),
        Column("sources", label("sources"), pattern=IDS),
        Column("checked", label("checked"), kind="date"),
    )


def names(dimensions: Iterable[str]) -> tuple[str, ...]:
    """The names of the columns of a table with these dimensions."""
    of_dimensions = (name for id_ in dimensions for name in _names_of(id_))
    fixed = ("value", "approximate", "unit", "unit_name", "status", "status_name", "note", "sources", "checked")
    return ("period", *of_dimensions, *fixed)


def key(table: Table) -> tuple[str, ...]:
    """The columns that tell one figure of a table from another."""
    return ("period", *(_names_of(id_)[0] for id_ in table.dimensions))


def _names_of(dimension: str) -> tuple[str, str]:
    # A hyphen may not stand in the name of a column by CSVW.
    name = dimension.replace("-", "_")
    return name, f"{name}_name"


def _of_dimension(table: Table, position: int, context: Context) -> tuple[Column, Column]:
    dimension = context.library.dimensions[table.dimensions[position]]
    used = {item.members[position] for item in table.observations}
    members = [member for member in dimension.members.values() if member.id in used]
    code, name = _names_of(dimension.id)
    title, required = context.text(dimension.name), None not in used
    return (
        Column(code, title, required=required, among=tuple(member.id for member in members)),
        Column(name, title, required=required),
    )


def rows(table: Table, context: Context) -> Iterator[list[str]]:
    """One row a figure, in the order of the file; words are guarded against spreadsheets, a figure needs no guard."""
    dimensions: list[Dimension] = [context.library.dimensions[name] for name in table.dimensions]
    for item in table.observations:
        members = []
        for dimension, member in zip(dimensions, item.members, strict=True):
            members += ["", ""] if member is None else [member, guarded(context.text(dimension.members[member].name))]
        yield [
            item.period,
            *members,
            "" if item.value is None else format(item.value, "f"),
            item.approximate or "",
            table.unit,
            guarded(numbers.unit_head(table.unit, context.words)),
            item.status,
            guarded(context.words.statuses[item.status]),
            guarded(note(item, table, context)),
            " ".join(item.sources),
            item.checked.isoformat(),
        ]


def text(table: Table, context: Context) -> str:
    """The table as CSV by RFC 4180."""
    return csv_text([names(table.dimensions), *rows(table, context)], ",")


def csv_text(found: Iterable[Iterable[str]], separator: str) -> str:
    """Rows as CSV with that separator between the cells."""
    made = io.StringIO()
    csv.writer(made, delimiter=separator, lineterminator="\r\n").writerows(found)
    return made.getvalue()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before = + - @."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def note(item: Observation, table: Table, context: Context) -> str:
    """Everything that is said about one figure: why it is unknown, that it is approximate, its own note."""
    notes = [] if item.absent is None else [context.text(item.absent)]
    if item.approximate is not None and item.value is not None:
        number = numbers.number(item.value, context.language)
        notes.append(context.words.patterns[item.approximate].format(number=number))
    if item.note is not None:
        notes.append(context.text(table.notes[item.note]))
    return " ".join(notes)


def plain(text_: Text | str, context: Context) -> str:
    """A text in the language of the context, or a name that is the same in every language."""
    return text_ if isinstance(text_, str) else context.text(text_)


def stretch(table: Table) -> str:
    """The time that the figures cover, as ISO 8601 writes it: "2014/2023", "2025-07/2025-09", "2018"."""
    parts = [part for item in table.observations for part in _bounds(item.period)]
    start = min(parts[::2], key=lambda typed: (typed.ljust(10, "-"), typed))
    end = max(parts[1::2], key=period_order)
    return start if start == end else f"{start}/{end}"


def _bounds(period: str) -> tuple[str, str]:
    """The first and the last year, month or day of a period."""
    first, _, last = period.partition("/")
    year, _, part = first.partition("-")
    if part[:1] in ("Q", "H"):
        months = 3 if part[0] == "Q" else 6
        until = int(part[1]) * months
        return f"{year}-{until - months + 1:02d}", f"{year}-{until:02d}"
    return first, last or first
