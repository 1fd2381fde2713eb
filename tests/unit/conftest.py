"""A small guide about bees in two languages, right in every way, in which a test makes one mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import real_guide

import macros
from rights_kb import checks
from rights_kb.library import Library, open_library
from rights_kb.problem import Problem
from rights_kb.site.downloads import table_files

REPOSITORY = Path(__file__).parents[2]
BEES = REPOSITORY / "tests" / "fixtures" / "bees"
SCHEMAS = REPOSITORY / "data" / "schema"


class SmallGuide:
    """The guide in `root`; each change gives the line at which it stands, counted in the text itself."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> int:
        """Replace `old`, which must stand exactly once, and give the line on which `new` begins."""
        text = self.text(file)
        assert text.count(old) == 1, f"{file} has {text.count(old)} times: {old}"
        self.write(file, text.replace(old, new))
        return text.count("\n", 0, text.index(old)) + 1

    def add(self, file: str, text: str) -> int:
        """Add lines at the end and give the line of the first."""
        before = self.text(file)
        self.write(file, f"{before}{text}\n")
        return before.count("\n") + 1

    def line(self, file: str, text: str) -> int:
        """The line of the first occurrence of `text`."""
        whole = self.text(file)
        return whole.count("\n", 0, whole.index(text)) + 1

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def remove(self, file: str) -> None:
        (self.root / file).unlink()

    def library(self) -> Library:
        return open_library(self.root)

    def problems(self) -> list[Problem]:
        return checks.problems(checks.Guide(self.library(), macros.MACROS))

    def told(self) -> list[str]:
        """Every problem of every rule as `kb check` prints it."""
        return [str(problem) for problem in self.problems()]

    def told_by(self, rule: str) -> list[str]:
        """The problems of one rule, where a mistake breaks more than one."""
        guide = checks.Guide(self.library(), macros.MACROS)
        return [str(problem) for problem in sorted(set(checks.of_rule(rule, guide)))]


@pytest.fixture
def guide(tmp_path: Path) -> SmallGuide:
    """A right guide of its own for each test."""
    root = tmp_path / "bees"
    shutil.copytree(BEES, root)
    shutil.copytree(SCHEMAS, root / "data" / "schema")
    return SmallGuide(root)


@pytest.fixture
def published_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of the real guide's tables as they are published, and no way to any other host."""
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("The network was asked for something."))
    for name, text in table_files(real_guide.library()).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return tmp_path
