"""The versions of an article say the same: numbers, dates, phone numbers and laws as rendered, section by section."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from rights_kb import articles, numbers
from rights_kb.checks import Guide
from rights_kb.models import Call, Page, Words
from rights_kb.problem import Problem
from rights_kb.render import colophon
from rights_kb.render.context import MacroError

TAG = re.compile(r"<[^>]*>")
LINK = re.compile(r'href="(tel:[^"]+|https?://[^"]+)"')
# A source keeps the title it was published with, whatever numbers that holds.
CITED = re.compile(r"<cite>.*?</cite>", re.DOTALL)
SHOWN = 4


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    if any(not problem.file.endswith(".md") for problem in library.problems):
        return  # facts that could not be read would differ here once more
    for slug in library.slugs():
        versions = [page for language in library.languages if (page := library.page(language, slug)) is not None]
        sections = [dict(_sections(page, guide)) for page in versions]
        for page, found in zip(versions[1:], sections[1:], strict=True):
            for section, (line, facts) in found.items():
                if section in sections[0]:
                    yield from _compared(page, line, facts, versions[0], sections[0][section][1])


def _compared(page: Page, line: int, facts: Counter, model: Page, wanted: Counter) -> Iterator[Problem]:
    missing, extra = wanted - facts, facts - wanted
    if not missing and not extra:
        return
    parts = []
    if missing:
        parts.append(f"{_listed(missing)} of {model.file} is not here")
    if extra:
        parts.append(f"{_listed(extra)} is only here")
    yield Problem(page.file, line, f"The section differs from {model.file}: {'; '.join(parts)}.", "Say the same in both.")


def _listed(facts: Counter) -> str:
    names = sorted(facts)
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def _sections(page: Page, guide: Guide) -> Iterator[tuple[str, tuple[int, Counter]]]:
    """The id of each section (empty for what stands before the first) with its line and its facts."""
    words = guide.library.words.get(page.language)
    if words is None:
        return
    body = page.body.split("\n")
    starts = [("", page.body_line), *((heading.id or "", heading.line) for heading in page.headings)]
    for position, (id_, line) in enumerate(starts):
        end = starts[position + 1][1] if position + 1 < len(starts) else page.body_line + len(body)
        text = "\n".join(body[line - page.body_line : end - page.body_line])
        if not id_:
            text = f"{page.title}\n{page.summary}\n{text}"
        yield id_, (line if id_ else page.front.line_of("summary"), _facts(text, page, guide, words))


def _facts(text: str, page: Page, guide: Guide, words: Words) -> Counter:
    rendered = articles.filled(articles.without_code(text), lambda call: _result(call, page, guide))
    # How to cite a table differs by the address and the dates of the language, and is not written by anybody.
    rendered = colophon.FOLDED.sub(" ", rendered)
    found = Counter(match[1] for match in LINK.finditer(rendered))
    plain = html.unescape(TAG.sub(" ", CITED.sub(" ", articles.STEP.sub(" ", rendered))))
    found.update(_neutral(match[0], words.language) for match in _number(words.language).finditer(plain))
    return found


def _result(call: Call, page: Page, guide: Guide) -> str:
    """What a macro writes; nothing where it fails, which another rule reports."""
    if call.problem or call.name not in guide.macros:
        return ""
    try:
        return guide.written(page, call)
    except (MacroError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return ""


@cache
def _number(language: str) -> re.Pattern[str]:
    """A number as the language writes it; what stands between two numbers of a list belongs to neither."""
    group, point = map(re.escape, numbers.separators(language))
    return re.compile(rf"(?<![0-9])(?:[0-9]{{1,3}}(?:{group}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:{point}[0-9]+)?")


@cache
def _neutral(typed: str, language: str) -> str:
    """A number as no language in particular writes it."""
    group, point = numbers.separators(language)
    return typed.replace(group, "").replace(point, ".")
