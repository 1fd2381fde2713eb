"""A table as files for others to work with: CSV for programs, CSV that Excel opens, and JSON, each in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from markupsafe import escape

from rights_kb import numbers
from rights_kb.models import Source, Table
from rights_kb.render import tidy
from rights_kb.render.context import Context
from rights_kb.render.tidy import guarded, note, plain

FOLDER = "data"
BYTE_ORDER_MARK = "\ufeff"


def names(slug: str) -> dict[str, str]:
    """The files of a table below the root of its language, by form; they never change."""
    return {"csv": f"{FOLDER}/{slug}.csv", "excel": f"{FOLDER}/{slug}.excel.csv", "json": f"{FOLDER}/{slug}.json"}


def files(table: Table, context: Context) -> dict[str, str]:
    """The text of each file of a table in the language of the context, by its name."""
    name = names(table.slug)
    return {
        name["csv"]: tidy.text(table, context),
        name["excel"]: excel_csv(table, context),
        name["json"]: as_json(table, context),
    }


def links(table: Table, context: Context) -> str:
    """One line that leads to the files, from the page of the context."""
    shown = {"csv": "CSV", "excel": context.label("csv_for_excel"), "json": "JSON"}
    found = [
        f'<a href="{escape(context.file(name))}" download>{escape(shown[form])}</a>'
        for form, name in names(table.slug).items()
    ]
    return f'<p class="kb-download">{escape(context.label("download"))}: {", ".join(found)}.</p>'


def excel_csv(table: Table, context: Context) -> str:
    """With a byte-order mark, the language's own decimal sign, and semicolons where that sign is a comma."""
    point = numbers.separators(context.language)[1]
    return BYTE_ORDER_MARK + tidy.csv_text(_rows(table, context, point), ";" if point == "," else ",")


def _rows(table: Table, context: Context, point: str) -> Iterator[list[str]]:
    """A head, and one row a figure, in words alone: period, members, figure, unit, status, note, sources."""
    label = context.label
    dimensions = [context.library.dimensions[name] for name in table.dimensions]
    # Words come from people, so each is guarded; a figure is a number and needs no guard.
    yield [
        guarded(cell)
        for cell in (
            label("period"),
            *(context.text(dimension.name) for dimension in dimensions),
            label("figure"),
            label("unit"),
            label("status"),
            label("note"),
            label("sources"),
        )
    ]
    for item in table.observations:
        members = [
            context.text(dimension.members[member].name) if member is not None else ""
            for dimension, member in zip(dimensions, item.members, strict=True)
        ]
        yield [
            guarded(item.period),
            *map(guarded, members),
            "" if item.value is None else format(item.value, "f").replace(".", point),
            guarded(numbers.unit_head(table.unit, context.words)),
            guarded(context.words.statuses[item.status]),
            guarded(note(item, table, context)),
            guarded("; ".join(_source(context.library.sources[id_], context) for id_ in item.sources)),
        ]


def as_json(table: Table, context: Context) -> str:
    """Everything that is known about a table: ids beside words, official codes, and each figure with its source."""
    text, words = context.text, context.words
    dimensions = [context.library.dimensions[name] for name in table.dimensions]
    about = {"measures": table.measures, "counted_by": table.counted_by, "is_not": table.is_not}
    made = {
        "table": table.slug,
        "language": context.language,
        "title": text(table.title),
        **{key: text(value) for key, value in about.items() if value is not None},
        "unit": {"id": table.unit, "name": numbers.unit_head(table.unit, context.words)},
        "decimals": table.decimals,
        "status": {"id": table.status, "name": words.statuses[table.status]},
        "checked": table.checked.on.isoformat(),
        "revisions": revisions(table, context),
        "dimensions": [
            {
                "id": dimension.id,
                "name": text(dimension.name),
                **({"code": dimension.code} if dimension.code else {}),
                "members": [
                    {"id": member.id, "name": text(member.name), **({"code": member.code} if member.code else {})}
                    for member in dimension.members.values()
                    if any(member.id in item.members for item in table.observations)
                ],
            }
            for dimension in dimensions
        ],
        "sources": [_source_entry(context.library.sources[id_], context) for id_ in table.cited()],
        "observations": [
            {
                "period": item.period,
                "members": dict(zip(table.dimensions, item.members, strict=True)),
                "value": None if item.value is None else _number(item.value),
                **({"approximate": item.approximate} if item.approximate else {}),
                "status": item.status,
                "sources": list(item.sources),
                **({"note": said} if (said := note(item, table, context)) else {}),
            }
            for item in table.observations
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _source(source: Source, context: Context) -> str:
    return f"{plain(source.publisher, context)}. {context.text(source.title)}"


def revisions(table: Table, context: Context) -> list[dict[str, str]]:
    """What was done to the figures since they were published, the oldest first."""
    return [
        {"date": item.day.isoformat(), "what": item.what, "reason": context.text(item.reason)} for item in table.revisions
    ]


def _source_entry(source: Source, context: Context) -> dict[str, object]:
    return {
        "id": source.id,
        "title": context.text(source.title),
        "publisher": plain(source.publisher, context),
        "published": source.published,
        "accessed": source.accessed.isoformat(),
        "addresses": list(source.addresses),
    }


def _number(value: Decimal) -> int | float:
    """The figure as JSON writes it; `decimals` of the table says with how many decimals it was published."""
    return int(value) if value == value.to_integral_value() and value.as_tuple().exponent >= 0 else float(value)
