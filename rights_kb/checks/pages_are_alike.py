"""Every article exists in every language, with the same front matter, headings and heading ids."""

from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.models import Page
from rights_kb.problem import Problem

SAME = ("audience", "laws", "related", "danger")


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    broken = {problem.file for problem in library.problems}
    folder = library.project.name_of(library.project.content)
    for slug in library.slugs():
        found = {language: library.page(language, slug) for language in library.languages}
        model = next(page for page in found.values() if page is not None)
        for language, page in found.items():
            file = f"{folder}/{language}/{slug}.md"
            if page is None:
                if file not in broken:
                    what = f"The article `{slug}` is missing in `{language}`."
                    yield Problem(file, 1, what, f"Translate {model.file}.")
            elif page is not model:
                yield from _alike(page, model)
    for page in library.pages.values():
        yield from _headings(page)
        yield from _translation(page, guide)


def _alike(page: Page, model: Page) -> Iterator[Problem]:
    for key in SAME:
        if getattr(page, key) != getattr(model, key):
            what = f"`{key}` differs from {model.file}."
            yield Problem(page.file, page.front.line_of(key), what, _like(key, model))
    mine = [(heading.level, heading.id) for heading in page.headings]
    theirs = [(heading.level, heading.id) for heading in model.headings]
    for position, (own, other) in enumerate(zip(mine, theirs, strict=False)):
        if own != other:
            heading, wanted = page.headings[position], model.headings[position]
            what = f"The heading “{heading.text}” stands where {model.file}:{wanted.line} has “{wanted.text}”."
            yield Problem(page.file, heading.line, what, f"Write {'#' * wanted.level} … {{#{wanted.id}}}.")
            return
    if len(mine) < len(theirs):
        missing = model.headings[len(mine)]
        what = f"{len(mine)} headings; {model.file} has {len(theirs)}: “{missing.text}” (line {missing.line}) is missing."
        last = page.headings[-1].line if page.headings else page.body_line
        yield Problem(page.file, last, what, f"Write {'#' * missing.level} … {{#{missing.id}}}.")
    elif len(mine) > len(theirs):
        extra = page.headings[len(theirs)]
        what = f"{len(mine)} headings; {model.file} has {len(theirs)}: “{extra.text}” is not there."
        yield Problem(page.file, extra.line, what, "Remove it, or add it in the other languages.")


def _like(key: str, model: Page) -> str:
    """How to write what the model has, in YAML."""
    if key not in model.front:
        return f"Remove `{key}`."
    value = model.front[key]
    return f"Write `{key}: [{', '.join(value)}]`." if isinstance(value, list) else f"Write `{key}: {str(value).lower()}`."


def _headings(page: Page) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    above = 1
    for heading in page.headings:
        if heading.level == 1:
            what = f"“{heading.text}” is a heading of the first level; the title is that."
            yield Problem(page.file, heading.line, what, "Write ## for a section.")
        elif heading.level > above + 1:
            what = f"“{heading.text}” skips a level."
            yield Problem(page.file, heading.line, what, f"Write {'#' * (above + 1)}.")
        above = heading.level
        if heading.id is None:
            what = f"The heading “{heading.text}” has no id."
            yield Problem(page.file, heading.line, what, "Write {#a-name} behind it, the same in all languages.")
        elif heading.id in seen:
            what = f"The id `{heading.id}` stands twice (first in line {seen[heading.id]})."
            yield Problem(page.file, heading.line, what, "Write another id.")
        else:
            seen[heading.id] = heading.line


def _translation(page: Page, guide: Guide) -> Iterator[Problem]:
    line = page.front.line_of("translation")
    if page.translated_from is not None and page.translated_from not in guide.library.languages:
        what = f"`{page.translated_from}` is not a language of this guide."
        yield Problem(page.file, line, what, f"Write one of: {', '.join(guide.library.languages)}.")
    elif page.translated_from == page.language:
        yield Problem(page.file, line, "A text is not its own translation.", "Write `translation: original`.")
    originals = [
        language
        for language in guide.library.languages
        if (other := guide.library.page(language, page.slug)) is not None and other.original
    ]
    if page.original and len(originals) > 1 and page.language != originals[0]:
        what = f"Two languages say that they are the original: {', '.join(originals)}."
        yield Problem(page.file, line, what, f"Write `translation: {{of: {originals[0]}, checked: null}}` in one.")
    if page.translated_from is not None and not originals:
        what = "No language has the original of this article."
        yield Problem(page.file, line, what, f"Write `translation: original` in the file of `{page.translated_from}`.")
