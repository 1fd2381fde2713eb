"""Builds generated guides of 100 and 300 articles a language with this engine and theme, and compares time and weight.

    .venv/bin/python bench/growth.py

Exit status 1 when the bigger guide takes more than 3.5 times the time, or when its pages are heavier.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
SIZES = (100, 300)
SECTIONS = 5
TIME_BAR = 3.5
# The names of the articles differ in length by a digit or two; nothing else of a page may differ.
WEIGHT_BAR = 1.01


def write_guide(folder: Path, articles: int) -> None:
    """Write a guide with the facts and languages of this one and so many generated articles in each language."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    slugs = ["index", *(f"part-{number % SECTIONS}/article-{number:04d}" for number in range(articles - 1))]
    config["nav"] = [f"{slug}.md" for slug in slugs]
    config["theme"]["custom_dir"] = str(ROOT / "theme")
    config["hooks"] = [str(ROOT / "mkdocs_hooks.py")]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "macros").symlink_to(ROOT / "macros")
    copy_facts(folder / "data")
    table = sorted(path.stem for path in (ROOT / "data/tables").glob("*.yml"))[0]
    languages = next(plugin["i18n"]["languages"] for plugin in config["plugins"] if "i18n" in plugin)
    default = next(language["locale"] for language in languages if language.get("default"))
    for language in (entry["locale"] for entry in languages):
        for position, slug in enumerate(slugs):
            path = folder / config["docs_dir"] / language / f"{slug}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(slug, position, slugs, table, language, default), encoding="utf-8")


def copy_facts(folder: Path) -> None:
    """The facts of this guide, without the exceptions made for its articles, which a generated guide does not have."""
    for path in sorted((ROOT / "data").rglob("*")):
        inside = path.relative_to(ROOT / "data")
        if path.is_dir() or inside.name == "exceptions.yml":
            continue
        target = folder / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    exceptions = ROOT / "data/exceptions.yml"
    if exceptions.is_file():
        kept = [item for item in yaml.safe_load(exceptions.read_text(encoding="utf-8")) if item["file"].startswith("data/")]
        (folder / "exceptions.yml").write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")


def article(slug: str, position: int, slugs: list[str], table: str, language: str, default: str) -> str:
    """An article of three sections with a table, a figure and a link; letters stand for the number of the article."""
    name = "".join("абвгдежзик"[int(digit)] for digit in f"{position:04d}")
    other = os.path.relpath(f"{slugs[(position * 7 + 1) % len(slugs)]}.md", os.path.dirname(slug) or ".")
    translation = "original" if language == default else f"{{of: {default}, checked: null}}"
    paragraph = f"Окуу {name} бала тууралуу текст. " * 12
    return (
        f'---\ntitle: "Макала {name}"\nsummary: "{name} жөнүндө кыскача."\naudience: [anyone]\nlaws: []\n'
        f"related: [index]\nreviewed: null\ntranslation: {translation}\nkeywords: [бал, уюк, аары]\n---\n\n"
        f"## Биринчи {{: #first }}\n\n{paragraph}\n\n## Экинчи {{: #second }}\n\n{paragraph}\n"
        f"[{name}]({other}#first).\n\n## Таблица {{: #table }}\n\n"
        f'{{{{ kb_table("{table}") }}}}\n'
    )


def build(folder: Path) -> float:
    """Build a guide; the seconds it took. Stops with the output where it cannot be built."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"The generated guide cannot be built:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return time.perf_counter() - started


def weight(folder: Path) -> tuple[float, float]:
    """The median size of an article in bytes, as it is and compressed."""
    pages = [path.read_bytes() for path in sorted((folder / "site").glob("part-*/*.html"))]
    return statistics.median(map(len, pages)), statistics.median(len(gzip.compress(page, mtime=0)) for page in pages)


def main() -> int:
    """Print seconds and bytes of both guides and their ratios; 0 when both bars are kept."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keep", type=Path, help="a folder that keeps the generated guides")
    keep = parser.parse_args().keep
    with tempfile.TemporaryDirectory() as temporary:
        found = {}
        for size in SIZES:
            folder = (keep or Path(temporary)) / str(size)
            folder.mkdir(parents=True)
            write_guide(folder, size)
            found[size] = (build(folder), *weight(folder))
            seconds, plain, packed = found[size]
            print(
                f"{size:4} articles a language: {seconds:6.1f} s, a page {plain:7.0f} bytes, {packed:6.0f} compressed",
                flush=True,
            )
    small, big = (found[size] for size in SIZES)
    time_ratio, weight_ratio = big[0] / small[0], big[1] / small[1]
    print(f"time × {time_ratio:.2f} (bar {TIME_BAR}), weight × {weight_ratio:.3f} (bar {WEIGHT_BAR})")
    return 0 if time_ratio <= TIME_BAR and weight_ratio <= WEIGHT_BAR else 1


if __name__ == "__main__":
    sys.exit(main())
