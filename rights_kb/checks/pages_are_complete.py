"""Every article has words for the search, a heading, and rests on a law or on facts of the data."""

from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.problem import Problem

LEAST_KEYWORDS = 3
# Macros that only name something; the others bring a fact with its law or source.
NAMING = ("kb_term",)


def problems(guide: Guide) -> Iterator[Problem]:
    for page in guide.library.pages.values():
        if len(page.keywords) < LEAST_KEYWORDS:
            what = f"`keywords` holds {len(page.keywords)} entries."
            instead = "Write the words people would look for: everyday words, loans, questions, at least three."
            yield Problem(page.file, page.front.line_of("keywords"), what, instead)
        if not page.headings:
            what = "The article has no heading."
            yield Problem(page.file, page.body_line, what, "Write ## … {#a-name} over each part.")
        facts = [call for call in page.calls if call.name in guide.macros and call.name not in NAMING]
        if not page.laws and not facts:
            what = "The article rests on no law and on no fact of the data."
            instead = "Name its `laws`, or bring in a fact with a macro such as kb_rule or kb_figure."
            yield Problem(page.file, page.front.line_of("laws"), what, instead)
