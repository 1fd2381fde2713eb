"""What readers type leads to a page that there is, in a language of the guide."""

import difflib
from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
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
                near = difflib.get_close_matches(slug, slugs, 3)
                instead = f"Write one of: {', '.join(near)}." if near else "Write the path of an article without .md."
                yield Problem(document.file, document.data.line_of(slug), f"There is no page `{slug}`.", instead)
