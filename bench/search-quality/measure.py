"""How many of the pages that answer a query are found: recall@5, MRR@10 and queries without a result.

    .venv/bin/python bench/search-quality/measure.py [--half tune|kept|all] [--language ky] [--engine python ...] [--misses]

Prints a table a language and half, with a line a group and a column an engine; the exit status is 1 where the guide's
own search misses a bar. The queries are queries-<language>.jsonl beside this script, and those of ../shared/search
where they are there.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from engines import ENGINES, OWN, open_bench
from queries import HALVES, Query, read, read_by_lines

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared" / "search"
ALL = "ALL"


@dataclass(frozen=True)
class Bar:
    """What the guide's own search must reach: recall@5 in all and in each group, and at most this share without result."""

    all: float
    group: float
    nothing: float


BARS = {"ky": Bar(0.95, 0.85, 0.02), "ru": Bar(0.95, 0.0, 1.0), "en": Bar(0.95, 0.0, 1.0)}


@dataclass(frozen=True)
class Row:
    """One query, what was found for it (slugs, the best first), its recall@5 and 1 / the place of the first right page."""

    query: Query
    found: tuple[str, ...]
    recall: float
    reciprocal: float


def judged(query: Query, found: list[str]) -> Row:
    """How well what was found answers a query."""
    right = set(query.pages)
    recall = len(right & set(found[:5])) / min(len(right), 5)
    reciprocal = next((1 / place for place, slug in enumerate(found[:10], 1) if slug in right), 0.0)
    return Row(query, tuple(found), recall, reciprocal)


def by_group(rows: list[Row]) -> dict[str, list[Row]]:
    """The rows of each group, and all of them last."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.query.group].append(row)
    return {**{name: groups[name] for name in sorted(groups)}, ALL: rows}


def figures(rows: list[Row]) -> tuple[float, float, float]:
    """Recall@5, MRR@10 and the share of queries without a result."""
    many = len(rows)
    return sum(r.recall for r in rows) / many, sum(r.reciprocal for r in rows) / many, sum(not r.found for r in rows) / many


def missed(rows: list[Row], bar: Bar) -> list[str]:
    """The bars that these rows miss."""
    said = []
    for name, members in by_group(rows).items():
        recall, _, nothing = figures(members)
        least = bar.all if name == ALL else bar.group
        if round(recall, 3) < least:
            said.append(f"{name}: recall@5 {recall:.3f}, the bar is {least}")
        if name == ALL and round(nothing, 3) > bar.nothing:
            said.append(f"{name}: {nothing:.1%} without a result, the bar is {bar.nothing:.0%}")
    return said


def show(title: str, measured: dict[str, list[Row]]) -> None:
    """Print a table: a line a group, and for each engine recall@5, MRR@10 and the share without a result."""
    print(f"\n{title}")
    print(f"{'':12}{'':8}" + "".join(f"{name:^24}" for name in measured))
    print(f"{'group':12}{'queries':>8}" + f"{'recall@5':>10}{'MRR@10':>7}{'none':>7}" * len(measured))
    groups = {name: by_group(rows) for name, rows in measured.items()}
    for group, members in next(iter(groups.values())).items():
        cells = [figures(groups[name][group]) for name in measured]
        print(f"{group:12}{len(members):8}" + "".join(f"{r:10.2f}{m:7.2f}{n:7.0%}" for r, m, n in cells))


def sets(language: str, half: str) -> list[tuple[str, list[Query]]]:
    """The sets of queries of a language, by name."""
    own, shared = HERE / f"queries-{language}.jsonl", SHARED / f"queries-{language}.jsonl"
    halves = HALVES if half == "all" else (half,)
    found = [(own.name, read(own))] if own.is_file() else []
    found += [(f"shared/{shared.name}", read_by_lines(shared))] if shared.is_file() else []
    return [(f"{name}, {part}", [q for q in queries if q.half == part]) for name, queries in found for part in halves]


def main(arguments: list[str]) -> int:
    """Measure, print, and say by the exit status whether every bar is kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--half", choices=(*HALVES, "all"), default="all")
    parser.add_argument("--language", choices=tuple(BARS), action="append")
    parser.add_argument("--engine", choices=tuple(ENGINES), action="append")
    parser.add_argument("--site", type=Path, help="a site that is built already; else it is built")
    parser.add_argument("--misses", action="store_true", help="list the queries whose pages were not all found")
    chosen = parser.parse_args(arguments)
    below = []
    with open_bench(chosen.site.resolve() if chosen.site else None) as bench:
        for language in chosen.language or BARS:
            named = sets(language, chosen.half)
            texts = list(dict.fromkeys(query.text for _, queries in named for query in queries))
            found = {name: ENGINES[name](bench, language, texts) for name in chosen.engine or ENGINES}
            for title, queries in named:
                measured = {
                    name: [judged(query, answers[query.text]) for query in queries] for name, answers in found.items()
                }
                show(title, measured)
                for name in OWN & measured.keys():
                    below += [f"{title}, {name}: {said}" for said in missed(measured[name], BARS[language])]
                if chosen.misses:
                    list_misses(measured)
    if below:
        print("\n".join(["", "Below the bar:", *below]))
    return 1 if below else 0


def list_misses(measured: dict[str, list[Row]]) -> None:
    """Print each query whose pages were not all found, with the pages that were not and what stood first instead."""
    for name, rows in measured.items():
        for row in rows:
            if row.recall < 1:
                lost = ", ".join(page for page in row.query.pages if page not in row.found[:5])
                print(f"   {name}  {row.query.group}: {row.query.text}  without {lost}  →  {', '.join(row.found[:5])}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
