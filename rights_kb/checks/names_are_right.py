"""A law or a term is called by its name, not by an outdated or wrong one."""

import re
from collections.abc import Iterator

from rights_kb import articles
from rights_kb.checks import Guide
from rights_kb.documents import texts
from rights_kb.models import Text
from rights_kb.problem import Problem


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    wrong: dict[str, list[tuple[re.Pattern[str], str, str]]] = {language: [] for language in library.languages}
    for entry in library.glossary.values():
        for language, names in entry.avoid.items():
            wrong.get(language, []).extend((_pattern(name), name, _in(entry.terms, language)) for name in names)
    for law in library.laws.values():
        for language, names in law.avoid.items():
            wrong.get(language, []).extend((_pattern(name), name, _in(law.title, language)) for name in names)
    for page in library.pages.values():
        for line, text in articles.prose(page):
            yield from _of(page.file, line, text, wrong[page.language])
    for typed in texts(library.documents, library.languages):
        # A name is told as it is; what the first article said is told in its own words.
        if typed.kind in ("laws", "sources", "glossary") or typed.key in ("said", "avoid"):
            continue
        yield from _of(typed.file, typed.line, typed.text, wrong.get(typed.language, []))


def _of(file: str, line: int, text: str, wrong: list[tuple[re.Pattern[str], str, str]]) -> Iterator[Problem]:
    for pattern, name, right in wrong:
        for match in pattern.finditer(text):
            # A name between quotation marks is spoken about, not used.
            if text[: match.start()].endswith(("«", "“")) and text[match.end() :].lstrip(ENDINGS).startswith(("»", "”")):
                continue
            yield Problem(file, line, f"“{match[0]}” is not the right name ({name}).", f"Write “{right}”.")


ENDINGS = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz"


def _in(text: Text, language: str) -> str:
    """The right name; where it is missing in that language, which is a problem of its own, the first there is."""
    return text.by_language.get(language) or next(iter(text.by_language.values()))


def _pattern(name: str) -> re.Pattern[str]:
    """The name at the start of a word, in whatever case its first letter stands; endings may follow."""
    return re.compile(r"(?<!\w)" + re.escape(name), re.IGNORECASE)
