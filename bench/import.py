"""Imports official files as `kb import sdmx` does, beside what sdmx1 takes for reading the same file and its structure.

    .venv/bin/python -m pip install sdmx1     (only for this measurement: it brings pandas)
    .venv/bin/python bench/import.py

The files are a generated one of 20,000 observations, and the committee's own where they are. Loading the programs is not
counted. Exit status 1 when an import takes more than 1.2 times the time of reading.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT.parent / "shared/facts/nsc-sdg"
STRUCTURE = "SDG_DSD.KG_1.7.xml"
FIXTURES = ROOT / "tests/fixtures/sdmx"
TIME_BAR = 1.2
TURNS = 3
FIRST_YEAR, LAST_YEAR = 1976, 2025


def write_big(folder: Path, observations: int) -> tuple[Path, Path, str]:
    """Write a guide with one table, an official file that differs from it here and there, and its structure."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["nav"] = []
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for path in sorted((ROOT / "data/schema").glob("*.json")):
        target = folder / "data/schema" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    languages = sorted(path.stem for path in (ROOT / "data/words").glob("*.yml"))
    words = "{" + ", ".join(f"{language}: Бал" for language in languages) + "}"
    areas = [f"area-{number}" for number in range(observations // (LAST_YEAR - FIRST_YEAR + 1))]
    members = [("all", "LAND"), *((area, area.upper().replace("-", "")) for area in areas[1:])]
    lines = ["region:", f"  name: {words}", "  sdmx: AREA", "  total: all", "  members:"]
    lines += [line for id_, code in members for line in (f"    {id_}:", f"      sdmx: {code}", f"      name: {words}")]
    (folder / "data/dimensions.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    head = [f"title: {words}", f"measures: {words}", "unit: kilogram", "decimals: 0", "dimensions: [region]", "sources: [s]"]
    head += ["status: confirmed", "checked: 2026-01-01", "check_again: 2027-01-01"]
    head += ["official: {series: HONEY, file: honey, unit_code: KG}", "observations:"]
    chance, figures, series = random.Random(1), [], []
    for id_, code in members:
        area = "" if id_ == "all" else f", region: {id_}"
        attributes = f'SERIES="HONEY" AREA="{code}" FLOWER="_T" UNIT_MEASURE="KG"'
        series.append(f"    <Series {attributes}>")
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            value = chance.randrange(100_000)
            series.append(f'      <Obs TIME_PERIOD="{year}" OBS_VALUE="{value}"/>')
            if year < LAST_YEAR:  # the last year is new in the file, and one figure in a hundred is another one
                figures.append(f"- {{period: {year}{area}, value: {value + (chance.random() < 0.01)}}}")
        series.append("    </Series>")
    (folder / "data/tables").mkdir()
    (folder / "data/tables/honey.yml").write_text("\n".join([*head, *figures]) + "\n", encoding="utf-8")
    small = (FIXTURES / "honey.xml").read_text(encoding="utf-8")
    start, end = small.index("    <Series"), small.rindex("</Series>") + len("</Series>\n")
    (folder / "honey.xml").write_text(small[:start] + "\n".join(series) + "\n" + small[end:], encoding="utf-8")
    codes = "".join(f'<str:Code id="{code}"><com:Name xml:lang="en">{code}</com:Name></str:Code>' for _, code in members[1:])
    structure = (FIXTURES / "structure.xml").read_text(encoding="utf-8")
    place = structure.index('<str:Code id="NO1">')
    # sdmx1 asks which measure the observations are of; for an import it does not matter.
    measure = '<str:MeasureList id="MeasureDescriptor"><str:PrimaryMeasure id="OBS_VALUE"/></str:MeasureList>'
    whole = (structure[:place] + codes + structure[place:]).replace("<str:AttributeList", f"{measure}<str:AttributeList", 1)
    (folder / "structure.xml").write_text(whole, encoding="utf-8")
    return folder / "honey.xml", folder / "structure.xml", "honey"


def ours(root: Path, file: Path, structure: Path, slug: str, options: list[str]) -> float:
    """Seconds of processor time of `kb import sdmx`. Stops where the file cannot be used."""
    from rights_kb.cli import main as kb

    arguments = ["--root", root, "import", "sdmx", file, "--structure", structure, "--table", slug, *options]
    table = root / f"data/tables/{slug}.yml"
    before = table.read_bytes()
    started = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        status = kb(list(map(str, arguments)))
    seconds = time.process_time() - started
    if status == 2:
        raise SystemExit(f"{file} cannot be imported.")
    if options:
        table.write_bytes(before)  # for the next turn
    return seconds


def theirs(root: Path, file: Path, structure: Path, slug: str, options: list[str]) -> float:
    """Seconds of processor time in which sdmx1 reads the structure and the file."""
    import sdmx

    started = time.process_time()
    definition = sdmx.read_sdmx(structure)
    message = sdmx.read_sdmx(file, structure=next(iter(definition.structure.values())))
    seconds = time.process_time() - started
    if not message.data[0].obs:
        raise SystemExit(f"sdmx1 finds no observation in {file}.")
    return seconds


WAYS = {"ours": ours, "theirs": theirs}


def measured(way: str, root: Path, file: Path, structure: Path, slug: str, *options: str) -> float:
    """The seconds of one way in a process of its own, the quickest of some turns."""
    command = [sys.executable, __file__, "--way", way, *map(str, (root, file, structure, slug)), *options]
    found = []
    for _ in range(TURNS):
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        found.append(float(done.stdout.split()[-1]))
    return min(found)


def official() -> list[tuple[Path, str]]:
    """The committee's files that are here, each with the first table made from it."""
    tables = {}
    for path in sorted((ROOT / "data/tables").glob("*.yml")):
        named = yaml.safe_load(path.read_text(encoding="utf-8")).get("official")
        if named and (FILES / f"{named['file']}.xml").is_file():
            tables.setdefault(FILES / f"{named['file']}.xml", path.stem)
    return list(tables.items())


def main() -> int:
    """Print the seconds of both for each file; 0 when no import takes longer than the bar."""
    if sys.argv[1:2] == ["--way"]:
        way, root, file, structure, slug, *options = sys.argv[2:]
        print(WAYS[way](Path(root), Path(file), Path(structure), slug, options))
        return 0
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--observations", type=int, default=20_000)
    chosen = parser.parse_args()
    worst = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        big = write_big(folder, chosen.observations)
        cases = [(f"{chosen.observations} generated", folder, *big)]
        cases += [(file.name, ROOT, file, FILES / STRUCTURE, slug) for file, slug in official()]
        for name, *case in cases:
            reading = measured("theirs", *case)
            seconds = {"shown": measured("ours", *case)}
            if case[0] == folder:
                seconds["written"] = measured("ours", *case, "--write")
            for what, needed in seconds.items():
                worst = max(worst, needed / reading)
                print(
                    f"{name}: sdmx1 reads it in {reading:.2f} s; {what} in {needed:.2f} s, × {needed / reading:.2f}",
                    flush=True,
                )
    print(f"at worst × {worst:.2f} (bar {TIME_BAR})")
    return 0 if worst <= TIME_BAR else 1


if __name__ == "__main__":
    sys.exit(main())
