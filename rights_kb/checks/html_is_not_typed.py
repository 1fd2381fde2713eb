"""An article holds Markdown only: no HTML, no scripts, no images or links that load or lead elsewhere unseen."""

import re
from collections.abc import Iterator

from rights_kb import articles
from rights_kb.checks import Guide
from rights_kb.documents import texts
from rights_kb.problem import Problem

TAG = re.compile(r"<(?:/?[A-Za-z][^>]*|!--|!\[CDATA|\?)")
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>]*>?")
SCRIPT_LINK = re.compile(r"(?:javascript|data|vbscript|file)\s*:", re.IGNORECASE)
TARGET = re.compile(r"(!?)\[[^\]]*\]\(\s*<?([^)\s>]*)")
DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s*(\S+)")
EVENT = re.compile(r"\{[^}]*\b(?:on\w+|style|src|srcdoc|href)\s*=", re.IGNORECASE)


def problems(guide: Guide) -> Iterator[Problem]:
    for page in guide.library.pages.values():
        for line, text in articles.markdown_lines(page):
            yield from _of(page.file, line, text)
        for key in ("title", "summary"):
            if TAG.search(articles.MACRO.sub("", page.front[key])):
                yield Problem(page.file, page.front.line_of(key), f"`{key}` holds HTML.", "Write plain words.")
    for typed in texts(guide.library.documents, guide.library.languages):
        if TAG.search(typed.text) or AUTOLINK.search(typed.text):
            yield Problem(typed.file, typed.line, f"`{typed.key}` holds HTML.", "Write plain words; a tag would be shown as text.")


def _of(file: str, line: int, text: str) -> Iterator[Problem]:
    tag = AUTOLINK.search(text) or TAG.search(text)
    if tag:
        shown = tag[0] if len(tag[0]) <= 40 else tag[0][:37] + "…"
        yield Problem(file, line, f"{shown} is HTML.", "Write Markdown, or use a macro.")
    if EVENT.search(text):
        yield Problem(file, line, "An attribute in braces would load or run something.", "Write only {#id} there.")
    definition = DEFINITION.match(text)
    targets = [(match[1], match[2]) for match in TARGET.finditer(text)] + ([("", definition[1])] if definition else [])
    for image, target in targets:
        if SCRIPT_LINK.match(target.strip()):
            yield Problem(file, line, f"The link {target} would run something.", "Write the path of an article.")
        elif "//" in target or target.startswith("mailto:"):
            kind = "image" if image else "link"
            what = f"The {kind} {target} leads to another host."
            instead = "Remove it." if image else "Add it to data/sources.yml and write {{ kb_source(\"id\") }}."
            yield Problem(file, line, what, instead)
