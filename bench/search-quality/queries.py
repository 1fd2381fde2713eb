"""The queries that search is measured with: read from JSONL files, and what is wrong with such a file."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

HALVES = ("tune", "kept")
FIELDS = ("q", "group", "half", "concept", "pages")
FEWEST, MOST_PAGES = 150, 4


@dataclass(frozen=True)
class Query:
    """What somebody types, the kind of query it is, the half it belongs to, and the slugs of the pages that answer it."""

    text: str
    group: str
    half: str
    pages: tuple[str, ...]


def read(file: Path) -> list[Query]:
    """The queries of a file of this folder."""
    return [Query(row["q"], row["group"], row["half"], tuple(row["pages"])) for _, row in _rows(file)]


def read_by_lines(file: Path) -> list[Query]:
    """The queries of a file that names no halves: the odd lines are for tuning, the even ones are kept."""
    return [Query(row["q"], row["group"], HALVES[(line + 1) % 2], tuple(row["pages"])) for line, row in _rows(file)]


def problems(file: Path, slugs: Collection[str], fewest: int = FEWEST) -> list[str]:
    """Everything that is wrong with a file, as "file:line  what. What to write instead"."""
    found: list[str] = []
    first: dict[str, int] = {}
    halves: dict[str, dict[str, int]] = defaultdict(dict)
    groups: dict[str, set[str]] = defaultdict(set)
    rows = _rows(file)
    for line, row in rows:

        def wrong(what: str, line: int = line) -> None:
            found.append(f"{file.name}:{line}  {what}")

        if tuple(row) != FIELDS:
            wrong(f"the fields are {', '.join(row)}. Write {', '.join(FIELDS)}")
            continue
        for field in FIELDS[:-1]:
            if not isinstance(row[field], str) or not row[field] or row[field] != row[field].strip():
                wrong(f"“{field}” is {row[field]!r}. Write a text without spaces around it")
        if row["half"] not in HALVES:
            wrong(f"there is no half {row['half']!r}. Write one of: {', '.join(HALVES)}")
        if not 1 <= len(row["pages"]) <= MOST_PAGES or len(set(row["pages"])) != len(row["pages"]):
            wrong(f"{len(row['pages'])} pages answer it. Name 1–{MOST_PAGES} different ones, those that answer best")
        for page in row["pages"]:
            if page not in slugs:
                wrong(f"there is no page {page!r}. Write the path of an article without .md")
        alike = " ".join(str(row["q"]).casefold().split())
        if first.setdefault(alike, line) != line:
            wrong(f"the query stands in line {first[alike]} already. Take one away")
        halves[row["concept"]].setdefault(row["half"], line)
        groups[row["group"]].add(row["half"])
    for concept, lines in halves.items():
        if len(lines) > 1:
            where = " and ".join(f"{half} (line {line})" for half, line in sorted(lines.items()))
            found.append(f"{file.name}:{max(lines.values())}  “{concept}” is in {where}. Put all its queries into one half")
    for group, has in groups.items():
        if missing := set(HALVES) - has:
            found.append(f"{file.name}:1  no query of the group “{group}” is in the half {missing.pop()}. Write some")
    if len(rows) < fewest:
        found.append(
            f"{file.name}:{max(len(rows), 1)}  {len(rows)} queries are too few to say anything. Write {fewest} or more"
        )
    return found


def concepts(file: Path) -> dict[str, str]:
    """What each query of a file is about, and its half."""
    return {row["concept"]: row["half"] for _, row in _rows(file)}


def _rows(file: Path) -> list[tuple[int, dict]]:
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    return [(number, json.loads(line)) for number, line in lines if line.strip()]
