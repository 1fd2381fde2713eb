"""The files of a guide as they were read, before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rights_kb import schema, strict_yaml
from rights_kb.problem import Problem
from rights_kb.project import Project

# Kind of file → where it lives below data/. Folders hold one document a file, the file name being its slug.
FILES = {
    "sources": "sources.yml",
    "laws": "laws.yml",
    "helplines": "helplines.yml",
    "glossary": "glossary.yml",
    "indicator": "indicator.yml",
    "dimensions": "dimensions.yml",
    "exceptions": "exceptions.yml",
}
FOLDERS = {"table": "tables", "penalty": "penalties", "rules": "rules", "claims": "claims", "words": "words"}


@dataclass(frozen=True)
class Document:
    """One YAML file: its kind, its name without the ending, and its data with lines (None where it is broken)."""

    kind: str
    stem: str
    file: str
    data: Any
    problems: tuple[Problem, ...]
    bad_entries: frozenset[int]

    @property
    def sound(self) -> bool:
        """Whether models can be made of it; of a list with bad entries, the other entries still can."""
        return self.data is not None and (not self.problems or (isinstance(self.data, list) and self.bad_entries != frozenset()))


def read_all(project: Project) -> tuple[Document, ...]:
    """Every data file of the project, in the order of its name."""
    return tuple(_read(project, kind, path) for kind, path in _paths(project.data))


def _paths(data: Path) -> Iterator[tuple[str, Path]]:
    for kind, name in FILES.items():
        if (data / name).is_file():
            yield kind, data / name
    for kind, name in FOLDERS.items():
        for path in sorted((data / name).glob("*.yml")):
            yield kind, path


def stray_files(project: Project) -> Iterator[Path]:
    """Files below data/ that nothing reads: a wrong ending, a wrong folder, a misspelt name."""
    known = {path for _, path in _paths(project.data)}
    for path in sorted(project.data.rglob("*")):
        if path.is_file() and path not in known and path.parent != project.data / "schema":
            yield path


def _read(project: Project, kind: str, path: Path) -> Document:
    file = project.name_of(path)
    data, problems = strict_yaml.read_file(path, file)
    bad: set[int] = set()
    if data is not None:
        folder = project.data / "schema"
        found = list(schema.problems(data, kind, folder, file))
        problems = [*problems, *found]
        if found and isinstance(data, list):
            bad = schema.bad_entries(data, kind, folder)
    return Document(kind, path.stem, file, data, tuple(problems), frozenset(bad))
