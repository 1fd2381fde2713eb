"""An article holds Markdown only: no HTML, no scripts, no images or links that load or lead elsewhere unseen."""

import html
import re
from collections.abc import Iterator

from rights_kb import articles
from rights_kb.checks import Guide
from rights_kb.documents import texts
from rights_kb.models import Page
from rights_kb.problem import Problem

TAG = re.compile(r"<(?:/?[A-Za-z][^>]*>?|!--|!\[CDATA|\?)")
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>]*>?")
# Python-Markdown takes everything up to the last brace of a line for attributes, and all of them reach the page.
ATTRIBUTE = re.compile(r"\{(?!%)[^\n]*=[^\n]*\}")
# Where a link leads, whatever stands between its brackets; a target may stand in the next line.
TARGET = re.compile(r"(!\[[^\]\n]*)?\]\(\s*(<[^>\n]*>|[^)\s]*)")
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]*\]:[ ]*\n?[ ]*(\S+)", re.MULTILINE)
PATH = re.compile(r"[\w./-]*(?:#[\w-]*)?")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
SCRIPTS = ("javascript:", "data:", "vbscript:", "file:")


def problems(guide: Guide) -> Iterator[Problem]:
    for page in guide.library.pages.values():
        yield from _of(page)
        for key in ("title", "summary"):
            if TAG.search(articles.MACRO.sub("", page.front[key])):
                yield Problem(page.file, page.front.line_of(key), f"`{key}` holds HTML.", "Write plain words.")
    for typed in texts(guide.library.documents, guide.library.languages):
        if TAG.search(typed.text) or AUTOLINK.search(typed.text):
            instead = "Write plain words; a tag would be shown as text."
            yield Problem(typed.file, typed.line, f"`{typed.key}` holds HTML.", instead)


def _of(page: Page) -> Iterator[Problem]:
    """Looks at code too: what is code to us and what is code to Markdown must never differ to an attacker's profit."""
    body = articles.without_macros(page.body)
    for line, text in enumerate(body.split("\n"), page.body_line):
        tag = AUTOLINK.search(text) or TAG.search(text)
        if tag:
            shown = tag[0] if len(tag[0]) <= 40 else tag[0][:37] + "…"
            yield Problem(page.file, line, f"{shown} is HTML.", "Write Markdown, or use a macro.")
        if ATTRIBUTE.search(text):
            yield Problem(page.file, line, "An attribute in braces would load or run something.", "Write only {#id} there.")
    for match in TARGET.finditer(body):
        line = page.body_line + body.count("\n", 0, match.start(2))
        yield from _target(page.file, line, "image" if match[1] else "link", match[2].strip("<>"))
    for match in DEFINITION.finditer(body):
        line = page.body_line + body.count("\n", 0, match.start(1))
        yield from _target(page.file, line, "link", match[1].strip("<>"))


def _target(file: str, line: int, kind: str, target: str) -> Iterator[Problem]:
    # As a browser reads it: entities resolved, white space and case left aside, a backslash for a slash.
    read = re.sub(r"[\s\x00-\x20]", "", html.unescape(target)).lower().replace("\\", "/")
    if read.startswith(SCRIPTS):
        yield Problem(file, line, f"The {kind} {target} would run something.", "Write the path of an article.")
    elif read.startswith("tel:"):
        yield Problem(file, line, f"The number {target} is typed in a link.", 'Write {{ kb_helpline("id") }}.')
    elif "//" in read or SCHEME.match(read):
        instead = "Remove it." if kind == "image" else 'Add it to data/sources.yml and write {{ kb_source("id") }}.'
        yield Problem(file, line, f"The {kind} {target} leads to another host.", instead)
    elif not PATH.fullmatch(target):
        what = f"The {kind} {target} is not the path of a file."
        yield Problem(file, line, what, "Write a path of letters, digits, hyphens and dots.")
