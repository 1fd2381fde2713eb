"""What readers type leads to a page that there is, in a language of the guide; in danger, to one about danger."""

import difflib
import re
from collections.abc import Iterator, Sequence

from rights_kb.checks import Guide
from rights_kb.library import Library
from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict

# A star in a phrase of danger that stands where it says nothing: not right behind a letter at the end of a word.
STRAY_STAR = re.compile(r"(?<!\w)\*|\*(?!\s|$)")


def problems(guide: Guide) -> Iterator[Problem]:
    yield from _asked(guide.library)
    yield from _in_danger(guide.library)


def _asked(library: Library) -> Iterator[Problem]:
    for document in library.documents:
        if document.kind != "asked" or not isinstance(document.data, LocatedDict):
            continue
        if document.stem not in library.languages:
            what = f"`{document.stem}` is no language of the guide."
            yield Problem(document.file, 1, what, f"Name the file by one of: {', '.join(library.languages)}.")
            continue
        slugs = [slug for slug in library.slugs() if library.page(document.stem, slug)]
        for slug in document.data:
            if slug not in slugs:
                yield _nothing(slug, slugs, document.file, document.data.line_of(slug))


def _in_danger(library: Library) -> Iterator[Problem]:
    slugs = library.slugs()
    for entry in library.danger_words:
        for phrase in (phrase for phrases in entry.words.values() for phrase in phrases if STRAY_STAR.search(phrase)):
            what = f"“{phrase}” has a star where it says nothing."
            instead = "Write it at the end of a word, for what begins with these letters, such as lock*."
            yield Problem(entry.place.file, entry.place.line, what, instead)
        for slug in entry.pages:
            pages = [page for language in library.languages if (page := library.page(language, slug))]
            if not pages:
                yield _nothing(slug, slugs, entry.place.file, entry.place.line)
            elif not pages[0].danger:
                what = f"`{slug}` is no page about danger, but `{entry.id}` leads there."
                yield Problem(entry.place.file, entry.place.line, what, "Name pages that have `danger: true`.")


def _nothing(slug: str, slugs: Sequence[str], file: str, line: int) -> Problem:
    near = difflib.get_close_matches(slug, slugs, 3)
    instead = f"Write one of: {', '.join(near)}." if near else "Write the path of an article without .md."
    return Problem(file, line, f"There is no page `{slug}`.", instead)
