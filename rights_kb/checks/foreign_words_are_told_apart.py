"""Words in foreign letters can be marked with their language, and no name is listed that nothing shows."""

from collections.abc import Iterator

from rights_kb import articles
from rights_kb.checks import Guide
from rights_kb.documents import texts
from rights_kb.foreign_words import WORD, alphabet, any_of
from rights_kb.models import Words
from rights_kb.problem import Problem


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    names = any_of(name.name for name in library.names.values())
    for page in library.pages.values():
        for line, text in articles.prose(page):
            for word in _unknown(names.sub("", text), library.words.get(page.language)):
                instead = f'Write {{{{ kb_foreign("xx", "{word}") }}}} with the code of its language.'
                yield Problem(page.file, line, _what(word), instead)
    for typed in texts(library.documents, library.languages):
        for word in _unknown(names.sub("", typed.text), library.words.get(typed.language)):
            instead = "Write it in the letters of the text, or list it in data/names.yml with its language."
            yield Problem(typed.file, typed.line, _what(word), instead)
    yield from _needless_names(guide)


def _what(word: str) -> str:
    return f"Nobody could hear in which language “{word}” is: its letters are not those of the text."


def _unknown(text: str, words: Words | None) -> Iterator[str]:
    """Words in an alphabet that is neither the text's own nor one whose language is told in `letters: foreign`."""
    if words is None:
        return
    known = {alphabet(words.months[0]), "", *words.foreign}
    for match in WORD.finditer(text):
        # A letter by itself is no word.
        if len(match[0]) > 1 and alphabet(match[0]) not in known:
            yield match[0]


def _needless_names(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    if not library.names:
        return
    files = {page.file for page in library.pages.values()} | {document.file for document in library.documents}
    own = {name.place.file for name in library.names.values()}
    read = [(library.project.root / file).read_text(encoding="utf-8", errors="replace") for file in sorted(files - own)]
    for name in library.names.values():
        if not any(name.name in text for text in read):
            yield Problem(name.place.file, name.place.line, f"No text has the name “{name.name}”.", "Remove the entry.")
