"""An id names one thing."""

from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.documents import Document
from rights_kb.problem import Problem

LISTS = ("sources", "laws", "rules", "claims", "helplines", "glossary", "changes")


def problems(guide: Guide) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for document in guide.library.documents:
        if document.kind not in LISTS or not isinstance(document.data, list):
            continue
        for entry in document.data:
            if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
                continue
            key = (document.kind, entry["id"])
            line = entry.line_of("id")
            if key in first:
                what = f"The id `{entry['id']}` is taken: {first[key]}."
                yield Problem(document.file, line, what, "Write another id, or remove one of the two entries.")
            else:
                first[key] = f"{document.file}:{line}"
    for document in guide.library.documents:
        if document.kind == "table" and document.sound:
            yield from _notes(document)
    for penalty in guide.library.penalties.values():
        seen: set[str] = set()
        for case in penalty.cases:
            if case.id in seen:
                what = f"The case `{case.id}` stands twice."
                yield Problem(case.place.file, case.place.line, what, "Write another id.")
            seen.add(case.id)


def _notes(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for note in document.data.get("notes", ()):
        if note["id"] in seen:
            yield Problem(document.file, note.line_of("id"), f"The note `{note['id']}` stands twice.", "Write another id.")
        seen.add(note["id"])
