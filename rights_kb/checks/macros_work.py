"""Every macro call of an article can be done; a title or summary shows nothing that is not verified."""

import difflib
import inspect
from collections.abc import Callable, Iterator
from functools import cache

from rights_kb.articles import MACRO_PREFIX
from rights_kb.checks import Guide
from rights_kb.models import Call, Page
from rights_kb.problem import Problem
from rights_kb.render.context import MacroError


def problems(guide: Guide) -> Iterator[Problem]:
    if guide.library.problems:
        # Facts that could not be read would be missed here again; their own problems come first.
        checked = {problem.file for problem in guide.library.problems}
        if any(not name.endswith(".md") for name in checked):
            yield from _names_only(guide)
            return
    for page in guide.library.pages.values():
        headlines = {page.front.line_of("title"), page.front.line_of("summary")}
        for call in page.calls:
            yield from _of(page, call, guide, call.line in headlines)


def _names_only(guide: Guide) -> Iterator[Problem]:
    for page in guide.library.pages.values():
        for call in page.calls:
            if call.problem:
                yield Problem(page.file, call.line, *call.problem)
            elif call.name not in guide.macros:
                yield _unknown(page, call, guide)


def _of(page: Page, call: Call, guide: Guide, headline: bool) -> Iterator[Problem]:
    if call.problem:
        yield Problem(page.file, call.line, *call.problem)
        return
    if call.name not in guide.macros:
        yield _unknown(page, call, guide)
        return
    macro = guide.macros[call.name]
    try:
        _taken(macro).bind(None, *call.arguments, **call.options)
    except TypeError as error:
        what = f"{call.source}: {error}."
        yield Problem(page.file, call.line, what, f"It takes {_signature(macro)}.")
        return
    try:
        shown = guide.written(page, call)
    except MacroError as error:
        instead = error.instead or "Write one that exists: see data/."
        yield Problem(page.file, call.line, f"{call.source}: {error.what}", instead)
        return
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # A value of a kind that the macro cannot work with: in a build it would be a traceback.
        what = f"{call.source} cannot be done ({type(error).__name__}: {error})."
        yield Problem(page.file, call.line, what, f"It takes {_signature(macro)}: see macros/README.md.")
        return
    if headline and "kb-status--" in shown:
        what = f"{call.source}: a title or summary shows confirmed facts only."
        yield Problem(page.file, call.line, what, "Tell it in the text, where its status can be explained.")


def _unknown(page: Page, call: Call, guide: Guide) -> Problem:
    near = difflib.get_close_matches(call.name, guide.macros, 3)
    instead = f"Write one of: {', '.join(near)}." if near else f"Macros begin with {MACRO_PREFIX}: see macros/README.md."
    return Problem(page.file, call.line, f"There is no macro `{call.name}`.", instead)


@cache
def _taken(macro: Callable[..., str]) -> inspect.Signature:
    """What a macro takes: the context of the page first."""
    return inspect.signature(macro)


def _signature(macro) -> str:
    parameters = list(_taken(macro).parameters.values())[1:]
    return ", ".join(parameter.name for parameter in parameters) or "nothing"
