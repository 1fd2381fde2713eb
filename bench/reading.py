"""Reads and checks generated tables as `kb check` does, beside what PyYAML's C loader takes for parsing the same files.

    .venv/bin/python bench/reading.py

Exit status 1 when reading and checking takes more than twice the time of parsing, or more than 300 MB.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
TIME_BAR = 2.0
MEMORY_BAR = 300
TURNS = 3
REGIONS, GROUPS = 10, 5


def write_guide(folder: Path, tables: int, observations: int) -> None:
    """Write a guide without articles: the languages and facts of this one, and so many tables with figures in all."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["nav"] = []
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for path in sorted((ROOT / "data").rglob("*")):
        inside = path.relative_to(ROOT / "data")
        needed = inside.parts[0] in ("schema", "words") or inside.name in ("sources.yml", "indicator.yml")
        if path.is_file() and needed:
            target = folder / "data" / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    (folder / "data/dimensions.yml").write_text(dimensions(), encoding="utf-8")
    (folder / "data/tables").mkdir()
    source = (ROOT / "data/sources.yml").read_text(encoding="utf-8").partition("- id: ")[2].split()[0]
    words, chance = said("table"), random.Random(1)
    for number in range(tables):
        text = table(number, observations // tables, words, source, chance)
        (folder / f"data/tables/table-{number:03d}.yml").write_text(text, encoding="utf-8")


def said(key: str) -> str:
    """A word of the interface in each language of this guide, as a text of a data file."""
    words = sorted((ROOT / "data/words").glob("*.yml"))
    labels = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))["labels"] for path in words}
    return "{" + ", ".join(f"{language}: {label[key]}" for language, label in labels.items()) + "}"


def dimensions() -> str:
    """Two dimensions, as data/dimensions.yml has them."""
    words, lines = said("table"), []
    for name, members in (("region", REGIONS), ("group", GROUPS)):
        lines += [f"{name}:", f"  name: {words}", "  total: all", "  members:"]
        for member in ["all", *(f"{name}-{number}" for number in range(members))]:
            lines += [f"    {member}:", f"      name: {words}"]
    return "\n".join(lines) + "\n"


def table(number: int, count: int, words: str, source: str, chance: random.Random) -> str:
    """A table written as those of the guide are: by period, each figure in a line of its own, some with a note."""
    lines = [f"title: {words}", f"measures: {words}", "unit: percent", "decimals: 1", "dimensions: [region, group]"]
    lines += [f"sources: [{source}]", "status: confirmed", "checked: 2026-11-22", "check_again: 2027-11-22"]
    lines += ["notes:", "- id: late", f"  text: {words}", "observations:"]
    regions = [None, *(f"region-{place}" for place in range(REGIONS))]
    groups = [None, *(f"group-{place}" for place in range(GROUPS))]
    cells = [(region, group) for region in regions for group in groups]
    for position in range(count):
        region, group = cells[position % len(cells)]
        pairs = [f"period: {2025 - position // len(cells)}"]
        pairs += [f"{name}: {member}" for name, member in (("region", region), ("group", group)) if member]
        pairs.append(f"value: {chance.randrange(1000) / 10:.1f}")
        if position % 50 == number % 50:
            pairs.append("note: late")
        lines.append(f"- {{{', '.join(pairs)}}}")
    return "\n".join(lines) + "\n"


def parse(folder: Path) -> tuple[float, int]:
    """Seconds of processor time that PyYAML alone takes for the table files, and how many figures there are."""
    texts = [path.read_bytes() for path in sorted((folder / "data/tables").glob("*.yml"))]
    started = time.process_time()
    figures = sum(len(yaml.load(text, Loader=yaml.CSafeLoader)["observations"]) for text in texts)
    return time.process_time() - started, figures


def check(folder: Path) -> tuple[float, int]:
    """Seconds of processor time of `kb check`, and how many figures the guide holds."""
    from rights_kb.cli import main as kb

    said = io.StringIO()
    started = time.process_time()
    with contextlib.redirect_stdout(said):
        status = kb(["--root", str(folder), "check"])
    seconds = time.process_time() - started
    if status:
        raise SystemExit(f"The generated guide has problems:\n{said.getvalue()[:2000]}")
    return seconds, int(said.getvalue().partition(" tables with ")[2].split()[0])


WAYS = {"parse": parse, "check": check}


def measured(way: str, folder: Path) -> tuple[float, int, float]:
    """Seconds, figures and the highest memory in MB of one way, in a process of its own."""
    command = [sys.executable, str(Path(__file__)), "--way", way, "--keep", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    seconds, figures, memory = done.stdout.split()
    return float(seconds), int(figures), float(memory)


def main() -> int:
    """Print seconds and memory of both ways; 0 when both bars are kept."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tables", type=int, default=200)
    parser.add_argument("--observations", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="a folder that keeps the generated guide")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.way:
        seconds, figures = WAYS[chosen.way](chosen.keep)
        print(seconds, figures, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        write_guide(folder, chosen.tables, chosen.observations)
        # By turns, so that a busy moment of the computer meets both; the quickest of each is the least disturbed.
        turns = [(measured("parse", folder), measured("check", folder)) for _ in range(TURNS)]
    (parsing, figures, _), (checking, same, memory) = (min(turn[way] for turn in turns) for way in (0, 1))
    if figures != same:
        raise SystemExit(f"{figures} figures were parsed and {same} were read.")
    print(f"{chosen.tables} tables with {figures} figures: PyYAML alone {parsing:.2f} s")
    ratio = checking / parsing
    print(f"reading and checking {checking:.2f} s, × {ratio:.2f} (bar {TIME_BAR}); {memory:.0f} MB (bar {MEMORY_BAR})")
    return 0 if ratio <= TIME_BAR and memory <= MEMORY_BAR else 1


if __name__ == "__main__":
    sys.exit(main())
