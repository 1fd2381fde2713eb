"""The command `kb`: what a maintainer asks of the guide without building it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rights_kb import checks, problem
from rights_kb.library import open_library
from rights_kb.project import NotAProject

ROOT_HELP = "the folder of the guide (default: the current folder, or the nearest one above it with a mkdocs.yml)"


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when there are problems, 2 when the command cannot be run."""
    parser = argparse.ArgumentParser(prog="kb", description="Facts, texts and translations of this guide.")
    parser.add_argument("--root", type=Path, help=ROOT_HELP)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="read everything and show every problem at once")
    chosen = parser.parse_args(arguments)
    try:
        return check(chosen.root or nearest_root(Path.cwd()))
    except NotAProject as error:
        print(error, file=sys.stderr)
        return 2


def nearest_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds a guide; `start` itself where there is none."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), start)


def check(root: Path) -> int:
    """Print every problem of the guide; 1 when there is one."""
    import macros

    library = open_library(root)
    found = checks.problems(checks.Guide(library, macros.MACROS))
    if found:
        print(problem.told(found))
        print(f"\n{len(found)} problems. Nothing is published while one of them stands.", file=sys.stderr)
        return 1
    articles = len(library.pages)
    figures = sum(len(table.observations) for table in library.tables.values())
    print(
        f"No problems: {articles} articles in {len(library.languages)} languages, {len(library.tables)} tables with "
        f"{figures} figures, {len(library.penalties)} penalties, {len(library.rules)} rules, {len(library.sources)} sources."
    )
    return 0
