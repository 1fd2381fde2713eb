"""All tables of a language together, for programs: a Frictionless data package, and CSVW metadata of the same files."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Iterable

from markupsafe import escape

from rights_kb.models import Source, Table
from rights_kb.render import tidy
from rights_kb.render.context import Context, lines
from rights_kb.render.downloads import FOLDER, revisions
from rights_kb.render.tables import address
from rights_kb.render.tidy import Column, plain

PACKAGE = f"{FOLDER}/datapackage.json"
# The name under which CSVW looks for the metadata of every file of a folder.
CSVW = f"{FOLDER}/csv-metadata.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def links(context: Context) -> str:
    """A list that leads to both files, from the page of the context."""
    shown = {PACKAGE: "Frictionless Data Package", CSVW: "CSVW (CSV on the Web)"}
    items = [
        f'<li><a href="{escape(context.file(name))}" download>{escape(title)}</a>: '
        f"<code>{escape(posixpath.basename(name))}</code></li>"
        for name, title in shown.items()
    ]
    return lines(['<ul class="kb-data-files">', *items, "</ul>"])


def data_package(context: Context) -> str:
    """The descriptor of the package by datapackage.org: a resource for the CSV file of each table."""
    library = context.library
    licence = library.project.licence
    made = {
        "$schema": PROFILE,
        "name": f"tables-{context.language}",
        "title": f"{context.label('site_name')}: {context.label('all_tables')}",
        "homepage": context.address("index"),
        "version": _version(library.tables.values()),
        **({"licenses": [{"name": licence.id, "title": licence.title, "path": licence.address}]} if licence else {}),
        "contributors": [{"title": context.label("site_name"), "path": context.address("index"), "roles": ["publisher"]}],
        "resources": [_resource(table, context) for table in library.tables.values()],
    }
    return _written(made)


def _version(tables: Iterable[Table]) -> str:
    """The day of the newest check as a version that sorts: 2026.11.22."""
    newest = max((table.checked.on for table in tables), default=None)
    return f"{newest.year}.{newest.month}.{newest.day}" if newest else "0.0.0"


def _resource(table: Table, context: Context) -> dict[str, object]:
    content = tidy.text(table, context).encode("utf-8")
    where = address(table.slug, context)
    return {
        "name": table.slug,
        "type": "table",
        "path": f"{table.slug}.csv",
        "title": context.text(table.title),
        "description": described(table, context),
        **({"homepage": where} if where else {}),
        "checked": table.checked.on.isoformat(),
        "revisions": revisions(table, context),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "sources": [_source(context.library.sources[id_], context) for id_ in table.cited()],
        "schema": {
            "fields": [_field(column) for column in tidy.columns(table, context)],
            "missingValues": [""],
            "primaryKey": list(tidy.key(table)),
        },
    }


def described(table: Table, context: Context) -> str:
    """What the figures measure, who counted, and what they do not say."""
    parts = (table.measures, table.counted_by, table.is_not)
    return " ".join(" ".join(context.text(part).split()) for part in parts if part is not None)


def _source(source: Source, context: Context) -> dict[str, str]:
    title = f"{plain(source.publisher, context)}. {context.text(source.title)}"
    return {"name": source.id, "title": title, **({"path": source.addresses[0]} if source.addresses else {})}


def _field(column: Column) -> dict[str, object]:
    bounds: dict[str, object] = {}
    if column.required:
        bounds["required"] = True
    if column.among:
        bounds["enum"] = list(column.among)
    if column.pattern:
        bounds["pattern"] = column.pattern
    if column.low is not None:
        bounds["minimum"] = int(column.low)
    if column.high is not None:
        bounds["maximum"] = int(column.high)
    return {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        **({"constraints": bounds} if bounds else {}),
    }


def csvw(context: Context) -> str:
    """The metadata of all CSV files of the language by CSVW, a recommendation of the W3C."""
    project = context.library.project
    made = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": context.language}],
        "@type": "TableGroup",
        "dc:title": f"{context.label('site_name')}: {context.label('all_tables')}",
        **({"dc:license": {"@id": project.licence.address}} if project.licence else {}),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [_csvw_table(table, context) for table in context.library.tables.values()],
    }
    return _written(made)


def _csvw_table(table: Table, context: Context) -> dict[str, object]:
    where = address(table.slug, context)
    return {
        "url": f"{table.slug}.csv",
        "dc:title": context.text(table.title),
        "dc:description": described(table, context),
        "dc:modified": {"@value": table.checked.on.isoformat(), "@type": "xsd:date"},
        "dc:source": [
            f"{plain(source.publisher, context)}. {context.text(source.title)}"
            for source in (context.library.sources[id_] for id_ in table.cited())
        ],
        **({"rdfs:seeAlso": {"@id": where}} if where else {}),
        "tableSchema": {
            "columns": [_csvw_column(column) for column in tidy.columns(table, context)],
            "primaryKey": list(tidy.key(table)),
        },
    }


def _csvw_column(column: Column) -> dict[str, object]:
    datatype: dict[str, object] = {"base": {"number": "decimal"}.get(column.kind, column.kind)}
    if column.among:
        datatype["format"] = "|".join(column.among)
    if column.pattern:
        datatype["format"] = column.pattern.removeprefix("^").removesuffix("$")
    if column.low is not None:
        datatype["minimum"] = int(column.low)
    if column.high is not None:
        datatype["maximum"] = int(column.high)
    return {
        "name": column.name,
        "titles": [column.name],
        "dc:title": column.title,
        "datatype": datatype,
        "required": column.required,
    }


def _written(made: dict[str, object]) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
