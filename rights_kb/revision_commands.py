"""`kb revisions`: compares the history of the tables with that of an older copy of the guide, a folder or a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rights_kb import problem, revisions
from rights_kb.library import Library, open_library
from rights_kb.project import NotAProject

# All that the tables are made of.
READ = ("mkdocs.yml", "data")
KINDS = ("table", "dimensions")


class CannotCompare(Exception):
    """There is no older guide to compare with; the message says why and what to do."""


def since(older: str, root: Path) -> int:
    """Print every change of the tables since an older guide that their history does not tell; 1 when there is one."""
    with _older(older, root) as folder:
        before, now = _read(folder, older), _read(root, str(root))
        found = revisions.problems(before, now)
    if found:
        print(problem.told(found))
        return 1
    added = sum(len(table.revisions) for table in now.tables.values())
    added -= sum(len(table.revisions) for table in before.tables.values())
    print(f"The history of {len(before.tables)} tables since {older} is whole; new revisions: {added}.")
    return 0


def _read(folder: Path, name: str) -> Library:
    try:
        library = open_library(folder)
    except NotAProject as error:
        raise CannotCompare(f"{name}: {error}") from error
    broken = [found for document in library.documents if document.kind in KINDS for found in document.problems]
    if broken:
        raise CannotCompare(f"The tables of {name} cannot be read:\n{problem.told(broken)}")
    return library


@contextmanager
def _older(named: str, root: Path) -> Iterator[Path]:
    """The folder that was named, or one with the files of that git revision, which is gone afterwards."""
    if Path(named).is_dir():
        yield Path(named)
        return
    # A name that begins with a hyphen would be an option of git.
    if named.startswith("-"):
        raise CannotCompare(f"{named} is no folder and no revision of git.")
    command = ["git", "-C", str(root), "archive", "--format=tar", named, "--", *READ]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise CannotCompare("There is no git here. Name a folder with the older guide.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise CannotCompare(f"{named} is no folder, and git does not know it either: {said}")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
        yield Path(folder)
