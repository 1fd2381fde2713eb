"""An id that a data file names is the id of something."""

import difflib
from collections.abc import Iterable, Iterator

from rights_kb.checks import Guide
from rights_kb.documents import Document, mappings
from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict

# Key in a data file → kind of file in which the id must be found.
KEYS = {
    "sources": "sources",
    "source": "sources",
    "law": "laws",
    "replaces": "laws",
    "replaced_by": "laws",
    "superseded_by": "penalty",
    "claims": "claims",
}
KINDS = {"sources": "source", "laws": "law", "penalty": "penalty", "claims": "claim"}


def problems(guide: Guide) -> Iterator[Problem]:
    known = _known(guide.library.documents)
    units = set.intersection(*(set(words.units) for words in guide.library.words.values())) if guide.library.words else set()
    for document in guide.library.documents:
        if document.kind in ("words", "exceptions"):
            continue
        for key, mapping in mappings(document.data):
            yield from _names(document, mapping, known)
            unit = mapping.get("unit")
            if isinstance(unit, str) and unit not in units | {"percent", "number"} and key != "absent":
                yield _nothing(document.file, mapping.line_of("unit"), "unit", unit, units)
    for table in (document for document in guide.library.documents if document.kind == "table" and document.sound):
        yield from _members(table, guide)


def _known(documents: tuple[Document, ...]) -> dict[str, set[str]]:
    """Every id by kind, those of entries that do not fit their schema included: they have their own problem."""
    known: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for document in documents:
        if document.kind == "penalty":
            known["penalty"].add(document.stem)
        elif document.kind in known and isinstance(document.data, list):
            known[document.kind] |= {
                entry["id"] for entry in document.data if isinstance(entry, dict) and isinstance(entry.get("id"), str)
            }
    return known


def _names(document: Document, mapping: LocatedDict, known: dict[str, set[str]]) -> Iterator[Problem]:
    for key, kind in KEYS.items():
        named = mapping.get(key)
        for id_ in [named] if isinstance(named, str) else named if isinstance(named, list) else []:
            if isinstance(id_, str) and id_ not in known[kind]:
                yield _nothing(document.file, mapping.line_of(key), KINDS[kind], id_, known[kind])


def _members(document: Document, guide: Guide) -> Iterator[Problem]:
    data = document.data
    dimensions = guide.library.dimensions
    for name in data["dimensions"]:
        if name not in dimensions:
            yield _nothing(document.file, data.line_of("dimensions"), "dimension", name, dimensions)
    notes = {note["id"] for note in data.get("notes", ())}
    reserved = {"period", "value", "absent", "approximate", "source", "status", "note", "checked"}
    for item in data["observations"]:
        for key, member in item.items():
            if key == "note" and member not in notes:
                yield _nothing(document.file, item.line, "note", member, notes)
            if key in reserved:
                continue
            if key not in data["dimensions"]:
                yield _nothing(document.file, item.line, "dimension of this table", key, data["dimensions"])
            elif key in dimensions and member not in dimensions[key].members:
                yield _nothing(document.file, item.line, f"member of {key}", member, dimensions[key].members)
        for name in data["dimensions"]:
            if name in dimensions and dimensions[name].total is None and name not in item:
                what = f"`{name}` has no total, so every figure must name its member."
                yield Problem(document.file, item.line, what, f"Write `{name}: …`.")
    for part in data.get("sums", ()):
        dimension = dimensions.get(part["dimension"])
        if part["dimension"] not in data["dimensions"] or dimension is None:
            yield _nothing(document.file, part.line, "dimension of this table", part["dimension"], data["dimensions"])
            continue
        # Shares make up a number, which is no member.
        total = [part["total"]] if isinstance(part["total"], str) else []
        for member in (*total, *part["parts"]):
            if member not in dimension.members:
                yield _nothing(document.file, part.line, f"member of {part['dimension']}", member, dimension.members)


def _nothing(file: str, line: int, kind: str, id_: str, known: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(id_, list(known), 3)
    instead = f"Write one of: {', '.join(near)}." if near else "Add it first, or write an id that exists."
    return Problem(file, line, f"There is no {kind} `{id_}`.", instead)
