"""Who is speaking: the library, the language of the text, and the page it stands on."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from rights_kb import numbers
from rights_kb.library import Library
from rights_kb.models import Text, Value, Words

# Markdown would read these as its own signs; as character references they are only text.
MARKDOWN_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]|~^"})
# Inside a tag it reads these before it sees the tag.
SIGNS_IN_TAGS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`{}[]|"})
# What makes a heading, a list, a quotation or a rule of a line that begins with it.
LINE_START_OF_TEXT = re.compile(r"\A((?:[0-9]+(?=[.)](?:\s|\Z)))?)([#+=:!?.)-])")
LINE_BREAK = re.compile(r"[ \t]*[\n\r][ \t\n\r]*")

# Behind the name of a macro: it stands there with `about=True`, with everything that is known.
WHOLE = "+"


class MacroError(Exception):
    """A macro cannot do what it was asked: `what` is wrong and what to write `instead`."""

    def __init__(self, what: str, instead: str = "") -> None:
        super().__init__(f"{what} {instead}".strip())
        self.what = what
        self.instead = instead


@dataclass(frozen=True)
class Context:
    library: Library
    language: str
    slug: str

    @property
    def words(self) -> Words:
        return self.library.words[self.language]

    def label(self, key: str) -> str:
        """A word of the interface in the language of the text."""
        return self.words.labels[key]

    def text(self, text: Text, values: Mapping[str, Value] | None = None) -> str:
        """The text in this language with its values filled in; another language only where it has no version in this."""
        typed = text.by_language.get(self.language) or next(iter(text.by_language.values()))
        return numbers.filled(typed, values if values is not None else text.values, self.words)

    def html(self, text: Text) -> str:
        """The text, escaped, marked with its language where that is not the page's."""
        if self.language in text.by_language:
            return str(escape(self.text(text)))
        language, typed = next(iter(text.by_language.items()))
        words = self.library.words.get(language, self.words)
        return f'<span lang="{escape(language)}">{escape(numbers.filled(typed, text.values, words))}</span>'

    def href(self, slug: str, anchor: str = "") -> str:
        """The address of another page relative to this one, the same in every language."""
        start = posixpath.dirname(self.slug) or "."
        target = posixpath.relpath(f"{slug}.html", start)
        if slug == self.slug and anchor:
            target = ""
        return f"{target}#{anchor}" if anchor else target

    def file(self, name: str) -> str:
        """The address of a file of this language that is no page, relative to this page."""
        return posixpath.relpath(name, posixpath.dirname(self.slug) or ".")

    def address(self, slug: str, anchor: str = "") -> str:
        """The whole address of a page in this language, in the default one where it is not translated."""
        project = self.library.project
        language = self.language if self.library.page(self.language, slug) else project.default
        whole = project.absolute(f"{project.folder(language)}{slug}.html")
        return f"{whole}#{anchor}" if anchor else whole

    def whole_home_of(self, macro: str, first: object) -> str | None:
        """The page on which a macro stands with that first argument and `about=True`, or None."""
        return homes(self.library).get((macro + WHOLE, first))

    def home_of(self, macro: str, first: object = None) -> str | None:
        """The page on which a macro stands (with that first argument), or None."""
        return homes(self.library).get((macro, first))

    def link(self, macro: str, anchor: str, shown: str, first: object = None) -> str:
        """`shown` (already HTML) linked to the page on which a macro stands; without such a page not linked."""
        slug = self.home_of(macro, first)
        return f'<a href="{escape(self.href(slug, anchor))}">{shown}</a>' if slug else shown


def homes(library: Library) -> Mapping[tuple[str, object], str]:
    """Macro name and first argument → the page on which it stands first; the name alone has argument None."""
    found = library.__dict__.get("_homes")
    if found is None:
        found = {}
        for slug in library.slugs():
            page = library.page(library.project.default, slug)
            for call in page.calls if page else ():
                if call.problem is None:
                    found.setdefault((call.name, None), slug)
                    first = call.arguments[0] if call.arguments else None
                    whole = call.options.get("about") is True
                    if whole and isinstance(first, str):
                        found.setdefault((call.name + WHOLE, first), slug)
                    if isinstance(first, str):
                        found.setdefault((call.name, first), slug)
        for (name, first), slug in list(found.items()):
            if name.endswith(WHOLE):
                found[name.removesuffix(WHOLE), first] = slug
        library.__dict__["_homes"] = found  # a cache, not a change: the library stays as it was read
    return found


def one(shelf: Mapping[str, Any], id_: object, kind: str) -> Any:
    """The entry of that id. Raises MacroError with the nearest ids."""
    if not isinstance(id_, str) or id_ not in shelf:
        near = difflib.get_close_matches(str(id_), shelf, 3)
        raise MacroError(f"There is no {kind} `{id_}`.", f"Write one of: {', '.join(near)}." if near else "")
    return shelf[id_]


def markdown(html: str) -> str:
    """HTML for the middle of a sentence, in one line: signs of Markdown become character references."""
    first, *pieces = LINE_BREAK.sub(" ", html.strip(" \t\n\r")).split("<")
    parts = [LINE_START_OF_TEXT.sub(lambda match: f"{match[1]}&#{ord(match[2])};", first.translate(MARKDOWN_SIGNS))]
    for piece in pieces:
        tag, closing, rest = piece.partition(">")
        parts.append("<" + tag.translate(SIGNS_IN_TAGS) + closing + rest.translate(MARKDOWN_SIGNS))
    return "".join(parts)


def lines(parts: Iterable[str]) -> str:
    """A block of HTML, one tag a line, so that a search finds words and not words glued together."""
    return "\n".join(part for part in parts if part)
