"""A text of the data holds no digits: each number is a placeholder with a value, the same in all languages."""

import re
from collections.abc import Iterator
from typing import Any

from rights_kb.checks import Guide
from rights_kb.documents import is_text
from rights_kb.numbers import PLACEHOLDER
from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict, LocatedList

DIGIT = re.compile(r"[0-9]")
# Names, not sentences: the name of an act or of a source may hold a number.
NAMES = {("laws", "title"), ("sources", "title"), ("sources", "publisher")}
PLACES = ("values",)


def problems(guide: Guide) -> Iterator[Problem]:
    for document in guide.library.documents:
        if document.kind not in ("words", "exceptions"):
            yield from _of(document.kind, document.file, document.data, {}, guide.library.languages, "")


def _of(kind: str, file: str, data: Any, values: dict, languages: tuple[str, ...], key: str) -> Iterator[Problem]:
    """Walks down with the values that are in reach, and looks whether each value is used by some text beside it."""
    if isinstance(data, LocatedList):
        for item in data:
            yield from _of(kind, file, item, values, languages, key)
        return
    if not isinstance(data, LocatedDict):
        return
    if is_text(data, languages):
        if (kind, key) not in NAMES:
            yield from _text(file, data, values, key)
        return
    own = data.get("values")
    reach = {**values, **own} if isinstance(own, LocatedDict) else values
    for name, value in data.items():
        if name not in PLACES:
            yield from _of(kind, file, value, reach, languages, name)
    if isinstance(own, LocatedDict):
        used = set(_placeholders(data, languages))
        for name in own:
            if name not in used:
                what = f"The value `{name}` stands in no text."
                yield Problem(file, own.line_of(name), what, f"Write {{{name}}} in the text, or remove the value.")


def _text(file: str, text: LocatedDict, values: dict, key: str) -> Iterator[Problem]:
    wanted = {language: set(PLACEHOLDER.findall(typed)) for language, typed in text.items() if isinstance(typed, str)}
    everywhere = set().union(*wanted.values()) if wanted else set()
    for language, typed in text.items():
        if not isinstance(typed, str):
            continue
        line = text.line_of(language)
        bare = PLACEHOLDER.sub("", typed)
        if DIGIT.search(bare):
            shown = re.search(r"\S*[0-9]\S*", bare)
            what = f"`{key}`: the number {shown[0] if shown else ''} is typed in the text."
            yield Problem(file, line, what, "Write {name} there, and `values: {name: {value: …}}` beside the text.")
        elif "{" in bare or "}" in bare:
            yield Problem(file, line, f"`{key}`: a brace that is no placeholder.", "Write {name} in small Latin letters.")
        for name in sorted(wanted[language] - set(values)):
            what = f"`{key}`: {{{name}}} has no value."
            yield Problem(file, line, what, f"Write `values: {{{name}: {{value: …}}}}` beside the text.")
        for name in sorted(everywhere - wanted[language]):
            what = f"`{key}`: {{{name}}} is missing in `{language}`, but stands in another language."
            yield Problem(file, line, what, f"Write {{{name}}} where the number belongs.")


def _placeholders(data: Any, languages: tuple[str, ...]) -> Iterator[str]:
    if isinstance(data, LocatedList):
        for item in data:
            yield from _placeholders(item, languages)
    elif isinstance(data, LocatedDict):
        if is_text(data, languages):
            for typed in data.values():
                if isinstance(typed, str):
                    yield from PLACEHOLDER.findall(typed)
        else:
            for value in data.values():
                yield from _placeholders(value, languages)
