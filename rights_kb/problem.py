"""What is wrong in a file, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class Refused(Exception):
    """Something that was asked for is not done, and nothing was changed; the message says why and what to do."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: `file` relative to the project, `line` from 1, `what` is wrong, `instead` what to write."""

    file: str
    line: int
    what: str
    instead: str = ""
    rule: str = ""

    def __str__(self) -> str:
        advice = f" {self.instead}" if self.instead else ""
        return f"{self.file}:{self.line}  {self.what}{advice}"


def told(problems: Iterable[Problem]) -> str:
    """All problems, one a line, by file and line, each once."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
