"""Every text is there in every language of the guide and in no other, and so is every word of the interface."""

from collections.abc import Iterator
from typing import Any

from rights_kb.checks import Guide
from rights_kb.documents import is_text, mappings
from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict

# Lists of names by language: not every language has one.
BY_LANGUAGE = ("also", "avoid")


def problems(guide: Guide) -> Iterator[Problem]:
    languages = guide.library.languages
    for document in guide.library.documents:
        if document.kind in ("words", "exceptions"):
            continue
        for key, mapping in mappings(document.data):
            for language in mapping if key in BY_LANGUAGE else ():
                if language not in languages:
                    yield _foreign(document.file, mapping, language, languages)
            if not is_text(mapping, languages):
                continue
            # A source keeps its title in the languages it was published in.
            partial = document.kind == "sources" and key == "title"
            missing = [] if partial else [language for language in languages if language not in mapping]
            for language in missing:
                what = f"The text `{key}` is missing in `{language}`."
                yield Problem(document.file, mapping.line, what, f"Write `{language}: …` beside the others.")
            for language in mapping:
                if language not in languages and not partial:
                    yield _foreign(document.file, mapping, language, languages)
    yield from _words(guide)


def _foreign(file: str, mapping: LocatedDict, language: str, languages: tuple[str, ...]) -> Problem:
    instead = f"Its languages are {', '.join(languages)}: see mkdocs.yml."
    return Problem(file, mapping.line_of(language), f"`{language}` is not a language of this guide.", instead)


def _words(guide: Guide) -> Iterator[Problem]:
    read = {document.stem: document for document in guide.library.documents if document.kind == "words"}
    for language in guide.library.languages:
        if language not in read:
            file = f"{guide.library.project.name_of(guide.library.project.data)}/words/{language}.yml"
            what = f"The words of `{language}` are missing."
            yield Problem(file, 1, what, "Copy the file of another language and translate it.")
    keys = {language: _keys(document.data, "") for language, document in read.items() if document.data is not None}
    everything = {key: line for found in keys.values() for key, line in found.items()}
    for language, found in keys.items():
        for key in sorted(set(everything) - set(found)):
            yield Problem(
                read[language].file, 1, f"The word `{key}` is missing.", f"Write `{key}` as in the other languages."
            )


def _keys(data: Any, key: str) -> dict[str, int]:
    """The keys whose words every language needs; how many forms a unit has differs from language to language."""
    found: dict[str, int] = {}
    if isinstance(data, LocatedDict):
        for name, value in data.items():
            inner = f"{key}.{name}" if key else name
            if name in ("letters", "month_names", "law_text", "suffixes") or inner.count(".") >= 2:
                continue
            found[inner] = data.line_of(name)
            found |= _keys(value, inner)
    return found
