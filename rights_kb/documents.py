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
    "changes": "changes.yml",
    "fingerprints": "fingerprints.yml",
    "exceptions": "exceptions.yml",
    "danger-words": "danger-words.yml",
    "names": "names.yml",
}
FOLDERS = {
    "table": "tables",
    "penalty": "penalties",
    "rules": "rules",
    "claims": "claims",
    "words": "words",
    "asked": "asked",
}


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
        return self.data is not None and (
            not self.problems or (isinstance(self.data, list) and self.bad_entries != frozenset())
        )


def read_all(project: Project) -> tuple[Document, ...]:
    """Every data file of the project, in the order of its name."""
    return tuple(_read(project, kind, path) for kind, path in _paths(project.data))


def read_table(project: Project, slug: str, words: bool = False) -> tuple[Document, ...]:
    """Only the files that one table is made of: its own, where there is one, the dimensions and, if asked, the words."""
    wanted = {("dimensions", "dimensions"), ("table", slug)}
    return tuple(
        _read(project, kind, path)
        for kind, path in _paths(project.data)
        if (kind, path.stem) in wanted or (words and kind == "words")
    )


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


@dataclass(frozen=True)
class Typed:
    """A text as it stands in a data file: its line, its language, the key it stands under, and what is written."""

    file: str
    line: int
    language: str
    key: str
    text: str
    kind: str


def texts(read: tuple[Document, ...], languages: tuple[str, ...]) -> Iterator[Typed]:
    """Every text of every data file, in every language."""
    for document in read:
        if document.kind == "words" and isinstance(document.data, strict_yaml.LocatedDict):
            for key, line, text in _strings(document.data, ""):
                if not key.startswith(("letters", "language_names", "law_text", "suffixes")):
                    yield Typed(document.file, line, document.stem, key, text, document.kind)
        else:
            yield from _texts_in(document.data, "", languages, document)


def asked(read: tuple[Document, ...]) -> Iterator[Typed]:
    """What readers type, phrase by phrase, each under the slug of the page that answers it."""
    for document in read:
        if document.kind == "asked" and isinstance(document.data, strict_yaml.LocatedDict):
            for slug, phrases in document.data.items():
                for place, phrase in enumerate(phrases if isinstance(phrases, strict_yaml.LocatedList) else ()):
                    if isinstance(phrase, str):
                        yield Typed(document.file, phrases.lines[place], document.stem, slug, phrase, document.kind)


def _texts_in(data: Any, key: str, languages: tuple[str, ...], document: Document) -> Iterator[Typed]:
    if isinstance(data, strict_yaml.LocatedDict):
        if is_text(data, languages):
            for language, text in data.items():
                if isinstance(text, str):
                    yield Typed(document.file, data.line_of(language), language, key, text, document.kind)
            return
        for name, value in data.items():
            yield from _texts_in(value, name, languages, document)
    elif isinstance(data, strict_yaml.LocatedList):
        for value in data:
            yield from _texts_in(value, key, languages, document)


def is_text(data: strict_yaml.LocatedDict, languages: tuple[str, ...]) -> bool:
    """Whether a mapping is a text: it has a language for a key, and what stands there is written words."""
    return any(isinstance(data.get(language), str) for language in languages)


def _strings(data: Any, key: str) -> Iterator[tuple[str, int, str]]:
    for name, value in data.items():
        inner = f"{key}.{name}" if key else name
        if isinstance(value, str):
            yield inner, data.line_of(name), value
        elif isinstance(value, strict_yaml.LocatedDict):
            yield from _strings(value, inner)


def mappings(data: Any, key: str = "") -> Iterator[tuple[str, strict_yaml.LocatedDict]]:
    """Every mapping inside `data` with the key it stands under."""
    if isinstance(data, strict_yaml.LocatedDict):
        yield key, data
        for name, value in data.items():
            yield from mappings(value, name)
    elif isinstance(data, strict_yaml.LocatedList):
        for value in data:
            yield from mappings(value, key)
