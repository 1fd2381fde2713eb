"""What must hold before anything is published: one rule a file, every problem at once.

A rule is a module of this package with a function `problems(guide)`; its name is the claim that it checks.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rights_kb.library import Library
from rights_kb.models import Call, Page
from rights_kb.problem import Problem
from rights_kb.render.context import Context


@dataclass(frozen=True)
class Guide:
    """What a rule looks at: the library, and the macros that authors may call."""

    library: Library
    macros: Mapping[str, Callable[..., str]]
    # What each call gave, or the error it raised: a memory, not a part of what the guide is.
    _done: dict[tuple[str, str, str], str | Exception] = field(default_factory=dict, repr=False, compare=False)

    def written(self, page: Page, call: Call) -> str:
        """What a call of a known macro writes on a page; each is made once, whichever rules ask. Raises what it raises."""
        key = (page.language, page.slug, call.source)
        if key not in self._done:
            context = Context(self.library, page.language, page.slug)
            try:
                self._done[key] = self.macros[call.name](context, *call.arguments, **call.options)
            except Exception as error:
                # Whichever rule asks for it decides what an error means.
                self._done[key] = error
        done = self._done[key]
        if isinstance(done, Exception):
            raise done
        return done


def rules() -> tuple[str, ...]:
    """The names of all rules."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def of_rule(name: str, guide: Guide) -> Iterator[Problem]:
    """The problems that one rule finds, exceptions not yet taken off."""
    module = importlib.import_module(f"{__name__}.{name}")
    for problem in module.problems(guide):
        yield problem if problem.rule else replace(problem, rule=name)


def problems(guide: Guide) -> list[Problem]:
    """Every problem of the guide, by file and line; those with an exception left out, needless exceptions added."""
    found = {problem for name in rules() for problem in of_rule(name, guide)}
    used = set()
    left = []
    for problem in sorted(found):
        excuse = next((item for item in guide.library.exceptions if _excuses(item, problem)), None)
        if excuse is None:
            left.append(problem)
        else:
            used.add(excuse.place)
    for item in guide.library.exceptions:
        if item.place not in used:
            what = f"The exception from `{item.rule}` is not needed any more."
            left.append(Problem(item.place.file, item.place.line, what, "Remove it.", "exceptions"))
    return sorted(left)


def _excuses(item, problem: Problem) -> bool:
    same_place = item.rule == problem.rule and item.file == problem.file
    return same_place and (item.text is None or item.text in problem.what)
