"""A link between articles leads to an article and a heading that exist, in the same language."""

import difflib
import posixpath
import re
from collections.abc import Iterator

from rights_kb import articles
from rights_kb.checks import Guide
from rights_kb.models import Page
from rights_kb.problem import Problem

TARGET = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]+)")


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    known = library.slugs()
    for page in library.pages.values():
        for slug in page.related:
            if slug not in known:
                yield _nothing(page.file, page.front.line_of("related"), slug, known)
        for law in page.laws:
            if law not in library.laws:
                near = difflib.get_close_matches(law, library.laws, 3)
                instead = f"Write one of: {', '.join(near)}." if near else "Add it to data/laws.yml first."
                yield Problem(page.file, page.front.line_of("laws"), f"There is no law `{law}`.", instead)
        for line, text in articles.markdown_lines(page):
            for match in TARGET.finditer(text):
                yield from _target(page, line, match[1], guide)


def _target(page: Page, line: int, target: str, guide: Guide) -> Iterator[Problem]:
    if "//" in target or ":" in target or articles.RESULT in target:
        return
    path, _, anchor = target.partition("#")
    slug = page.slug
    if path:
        if not path.endswith(".md"):
            yield Problem(
                page.file, line, f"The link {target} does not lead to an article.", "Write the path of its .md file."
            )
            return
        slug = posixpath.normpath(posixpath.join(posixpath.dirname(page.slug), path)).removesuffix(".md")
    other = guide.library.page(page.language, slug)
    if other is None:
        if slug not in guide.library.slugs():
            yield _nothing(page.file, line, slug, guide.library.slugs())
        return
    ids = {heading.id for heading in other.headings}
    macro_ids = any(call.name not in ("", *INLINE) for call in other.calls)
    if anchor and anchor not in ids and not macro_ids:
        near = difflib.get_close_matches(anchor, [id_ for id_ in ids if id_], 3)
        instead = f"Write one of: {', '.join(near)}." if near else "Write the id of a heading there."
        yield Problem(page.file, line, f"{other.file} has no heading `{anchor}`.", instead)


# Macros that write no element with an id; of the others, the built pages are looked at.
INLINE = (
    "kb_figure",
    "kb_newest",
    "kb_period",
    "kb_penalty",
    "kb_indicator",
    "kb_law",
    "kb_edition",
    "kb_rule",
    "kb_value",
    "kb_cite",
    "kb_helpline",
    "kb_term",
    "kb_source",
)


def _nothing(file: str, line: int, slug: str, known: tuple[str, ...]) -> Problem:
    near = difflib.get_close_matches(slug, known, 3)
    instead = f"Write one of: {', '.join(near)}." if near else "Write the path of an article that exists."
    return Problem(file, line, f"There is no article `{slug}`.", instead)
