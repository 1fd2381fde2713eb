"""The command `kb`: what a maintainer asks of the guide without building it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rights_kb import checks, disputed, import_commands, law_commands, overdue, problem, readability, revision_commands
from rights_kb.library import open_library, open_table
from rights_kb.project import NotAProject

ROOT_HELP = "the folder of the guide (default: the current folder, or the nearest one above it with a mkdocs.yml)"


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when there are problems, 2 when the command cannot be run."""
    parser = argparse.ArgumentParser(prog="kb", description="Facts, texts and translations of this guide.")
    parser.add_argument("--root", type=Path, help=ROOT_HELP)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="read everything and show every problem at once")
    checking.add_argument("--report", action="store_true", help="show how easy each article is to read, too")
    law = commands.add_parser("law", help="what a newer text of a law changes").add_subparsers(dest="law", required=True)
    taking = law.add_parser("fingerprint", help="take the fingerprints of the articles that facts rest on")
    taking.add_argument("--write", action="store_true", help="write them into data/fingerprints.yml")
    comparing = law.add_parser("check", help="list the facts whose article differs in this text")
    for each in (taking, comparing):
        each.add_argument("file", type=Path, help="the whole text of the law as plain text")
        each.add_argument("--law", dest="law_id", metavar="ID", help="its id, where the text does not name it")
    importing = commands.add_parser("import", help="bring in official figures").add_subparsers(dest="format", required=True)
    official = importing.add_parser("sdmx", help="show what an SDMX-ML 2.1 file would change in a table")
    official.add_argument("file", type=Path, help="structure-specific data, as the publisher wrote them")
    official.add_argument("--structure", type=Path, required=True, metavar="DSD", help="the definition of its structure")
    official.add_argument("--table", required=True, metavar="SLUG", help="the table: its file name in data/tables/")
    official.add_argument("--write", action="store_true", help="write the new and changed figures into the table")
    tables = commands.add_parser("table", help="a table as a spreadsheet").add_subparsers(
        dest="table_command", required=True
    )
    exporting = tables.add_parser("export", help="write a table into a file for Excel")
    exporting.add_argument("slug", metavar="SLUG", help="the table: its file name in data/tables/")
    exporting.add_argument("--xlsx", action="store_true", required=True, help="as an Excel workbook")
    exporting.add_argument("--to", type=Path, metavar="FILE", help="the file to write (default: SLUG.xlsx here)")
    returning = tables.add_parser("import", help="show what a file that came back would change in its table")
    returning.add_argument("file", type=Path, metavar="FILE", help="the .xlsx, or its sheet `figures` as CSV UTF-8")
    returning.add_argument("--write", action="store_true", help="write the new and changed figures into the table")
    due = commands.add_parser("overdue", help="list what must be looked at again, the most harmful first")
    due.add_argument("--today", type=_day, help="the day to count from, such as 2027-03-01 (default: today)")
    due.add_argument("--disputed", action="store_true", help="list what sources disagree on instead, whenever it is due")
    history = commands.add_parser("revisions", help="show which changed figures their table's history does not tell")
    history.add_argument("--since", required=True, metavar="REV", help="a git revision, or a folder with the older guide")
    searching = commands.add_parser("search", help="print the search keys of a query and the articles that it finds")
    searching.add_argument("language", help="the code of the language, such as ky")
    searching.add_argument("query", help="what a reader types")
    with _nothing_thrown_away():
        try:
            done = _run(parser.parse_args(arguments))
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has seen enough, as `head` has. What is still to be written at the end goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
        return done


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Leave off looking for garbage: what a command reads it needs to its end, and looking takes a quarter of its time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _run(chosen: argparse.Namespace) -> int:
    root = chosen.root or nearest_root(Path.cwd())
    try:
        if chosen.command == "check":
            return check(root, chosen.report)
        if chosen.command == "import":
            table = open_table(root, chosen.table)
            return import_commands.sdmx_file(chosen.file, chosen.structure, chosen.table, table, chosen.write)
        if chosen.command == "revisions":
            return revision_commands.since(chosen.since, root)
        if chosen.command == "table":
            return _spreadsheet(root, chosen)
        if chosen.command == "search":
            return search(root, chosen.language, chosen.query)
        library = open_library(root)
        if chosen.command == "overdue":
            # The one command that may know what day it is: a build never does.
            if chosen.disputed:
                print(disputed.report(library))
                return 0
            day = chosen.today or date.today()
            print(overdue.report(library, day))
            return 1 if overdue.overdue(library, day) else 0
        if chosen.law == "fingerprint":
            return law_commands.fingerprint(chosen.file, chosen.law_id, library, chosen.write)
        return law_commands.check(chosen.file, chosen.law_id, library)
    except (NotAProject, law_commands.CannotRead, revision_commands.CannotCompare, problem.Refused) as error:
        print(error, file=sys.stderr)
        return 2


def _spreadsheet(root: Path, chosen: argparse.Namespace) -> int:
    from rights_kb import table_commands  # openpyxl takes as long to load as everything else; only these two need it

    if chosen.table_command == "export":
        return table_commands.export(root, chosen.slug, chosen.to)
    return table_commands.bring_in(root, chosen.file, chosen.write)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{typed} is no day. Write it as 2027-03-01.") from error


def nearest_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds a guide; `start` itself where there is none."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), start)


def check(root: Path, report: bool = False) -> int:
    """Print every problem of the guide; 1 when there is one."""
    import macros

    library = open_library(root)
    found = checks.problems(checks.Guide(library, macros.MACROS))
    if found:
        print(problem.told(found))
        count = f"{len(found)} problem{'s' if len(found) > 1 else ''}"
        print(f"\n{count}. Nothing is published while one of them stands.", file=sys.stderr)
        return 1
    if report:
        print(readability.report(library))
    articles = len(library.pages)
    figures = sum(len(table.observations) for table in library.tables.values())
    print(
        f"No problems: {articles} articles in {len(library.languages)} languages, {len(library.tables)} tables with "
        f"{figures} figures, {len(library.penalties)} penalties, {len(library.rules)} rules, {len(library.sources)} sources."
    )
    return 0


def search(root: Path, language: str, query: str) -> int:
    """Print what a query finds; 1 when it is nothing, 2 when the guide does not speak the language."""
    import macros
    from rights_kb.search import command

    library = open_library(root)
    if language not in library.languages:
        print(f"The guide has no language {language}. Write one of: {', '.join(library.languages)}.", file=sys.stderr)
        return 2
    return command.search(library, language, query, macros.render)
