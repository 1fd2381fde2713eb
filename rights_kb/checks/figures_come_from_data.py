"""No figure, sum, term, date, article or phone number is typed in an article: a macro writes it from the data."""

import re
from collections.abc import Iterator

from rights_kb import articles
from rights_kb.checks import Guide
from rights_kb.problem import Problem

NUMBER = re.compile(r"[^\s,;:()«»“”\"]*[0-9][^\s,;()«»“”\"]*")
STEP = re.compile(r"\s*[0-9]+[.)]\s")
PHONE = re.compile(r"\+?[0-9][0-9 ()-]{5,}[0-9]")


def problems(guide: Guide) -> Iterator[Problem]:
    for page in guide.library.pages.values():
        for line, text in articles.prose(page):
            plain = STEP.sub(" ", text, count=1) if STEP.match(text) else text
            phone = PHONE.search(plain)
            if phone:
                what = f"The number {phone[0]} is typed in the text."
                instead = 'Write {{ kb_helpline("id") }} for a phone number, or another macro.'
                yield Problem(page.file, line, what, instead)
                continue
            for match in NUMBER.finditer(plain):
                what = f"The figure {match[0].rstrip('.')} is typed in the text."
                instead = "Write a macro (kb_figure, kb_newest, kb_value, kb_penalty, kb_law …): see macros/README.md."
                yield Problem(page.file, line, what, instead)
