"""How many of the pages that answer a query are found: recall@5, MRR@10 and queries without a result, by group.

    .venv/bin/python bench/search-quality/measure.py [FILE.jsonl ...]

A file is named after its language (queries-ky.jsonl); each line holds a query, its group and the pages that answer it.
Without a file: those beside this script, and those of ../shared/search where they are there.
Pages that are not written yet do not count. The ranking measured is that of `kb search`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import macros
from rights_kb.library import open_library
from rights_kb.search.ranking import Index, open_index

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "search"


def measured(index: Index, queries: list[dict], known: set[str]) -> list[tuple[str, str, float, float, bool, list[str]]]:
    """For each query with a written answer: group, query, recall@5, 1/rank, whether anything is found, and the top 5."""
    rows = []
    for query in queries:
        pages = set(query["pages"]) & known
        if not pages:
            continue
        found = [answer.slug for answer in index.find(query["q"])]
        recall = len(pages & set(found[:5])) / min(len(pages), 5)
        rank = next((1 / place for place, slug in enumerate(found[:10], 1) if slug in pages), 0.0)
        rows.append((query["group"], query["q"], recall, rank, bool(found), found[:5]))
    return rows


def show(name: str, rows: list[tuple[str, str, float, float, bool, list[str]]]) -> None:
    """Print one table."""
    groups = defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
        groups["ALL"].append(row)
    groups["ALL"] = groups.pop("ALL", [])
    print(f"\n{name}\n{'group':12} {'queries':>7} {'recall@5':>9} {'MRR@10':>7} {'no result':>9}")
    for group, members in groups.items():
        many = len(members)
        recall, rank, nothing = (
            sum(values) / many for values in zip(*((r[2], r[3], not r[4]) for r in members), strict=True)
        )
        print(f"{group:12} {many:7} {recall:9.2f} {rank:7.2f} {nothing:9.0%}")


def main(arguments: list[str]) -> None:
    """Measure every file."""
    wordy = "--misses" in arguments
    files = [Path(argument) for argument in arguments if not argument.startswith("--")]
    files = files or [*sorted(HERE.glob("queries-*.jsonl")), *sorted(SHARED.glob("queries-*.jsonl"))]
    library = open_library(ROOT)
    for file in files:
        language = file.stem.split("-")[1]
        index = open_index(library, language, macros.render)
        queries = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        known = {section.slug for section in index.sections}
        rows = measured(index, queries, known)
        show(f"{file.name} ({len(queries)} queries, {len(rows)} with an answer that is written)", rows)
        if wordy:
            for group, query, recall, _, _, found in rows:
                if recall < 1:
                    print(f"   {group}: {query} → {', '.join(found)}")


if __name__ == "__main__":
    main(sys.argv[1:])
