"""A map of tiles has a place for every member, no member twice, and rows of the same length."""

import difflib
from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.documents import Document
from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict


def problems(guide: Guide) -> Iterator[Problem]:
    for document in guide.library.documents:
        if document.kind == "dimensions" and document.sound:
            for id_, entry in document.data.items():
                if "tiles" in entry:
                    yield from _of(document, id_, entry)


def _of(document: Document, id_: str, entry: LocatedDict) -> Iterator[Problem]:
    members, total, rows = entry["members"], entry["total"], entry["tiles"]
    seen: set[str] = set()
    for row, line in zip(rows, rows.lines, strict=True):
        if len(row) != len(rows[0]):
            what = f"This row of the map of `{id_}` is {len(row)} long, the first one {len(rows[0])}."
            yield Problem(document.file, line, what, "Write null where a place is empty.")
        for member in row:
            if member is None:
                continue
            if member == total:
                what = f"`{member}` is the total of `{id_}` and has no place on its map."
                yield Problem(document.file, line, what, "Write null; the total stands above the map by itself.")
            elif member not in members:
                near = difflib.get_close_matches(member, members, 3)
                instead = f"Write one of: {', '.join(near)}." if near else "Write the id of a member, or null."
                yield Problem(document.file, line, f"There is no member of {id_} `{member}`.", instead)
            elif member in seen:
                what = f"`{member}` stands twice on the map of `{id_}`."
                yield Problem(document.file, line, what, "Leave one of the two places.")
            seen.add(member)
    missing = [member for member in members if member not in seen and member != total]
    if missing:
        what = f"The map of `{id_}` has no place for {', '.join(missing)}."
        yield Problem(document.file, entry.line_of("tiles"), what, "Give each member a place.")
