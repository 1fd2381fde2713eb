"""The pieces of an article that can be found by themselves: below each heading, each table, each term, each helpline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from rights_kb.articles import HEADING
from rights_kb.foreign_words import alphabet
from rights_kb.library import Library
from rights_kb.models import Page
from rights_kb.render.context import Context

BETWEEN = " · "
# Elements that begin a piece of their own where they have an id, and the elements inside that name it.
OWN = {"figure": "caption", "dt": "dfn", "section": "strong"}
# What stands around a fact on many pages, and addresses: they would be found everywhere; charts: their tables are found.
LEFT_OUT = {"kb-chart", "kb-source", "kb-others", "kb-address", "kb-status", "kb-downloads", "kb-unseen"}
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "col"}
INLINE = {
    "a",
    "b",
    "strong",
    "em",
    "i",
    "span",
    "abbr",
    "cite",
    "dfn",
    "code",
    "sup",
    "sub",
    "time",
    "data",
    "small",
    "mark",
}
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
# A line says something where it has a word or is a number to call.
TELLING = re.compile(r"[^\W\d_]{2}|^\+?\d[\d -]{2,}$")
LIST_SIGN = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+|^[ \t]*>[ \t]?|^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+\w+", re.MULTILINE)
# A short name of a row is a thing that readers look for, a long one a sentence among others.
ROW_NAME = 5

Render = Callable[[str, Context], str]


@dataclass(frozen=True)
class Section:
    """A piece of an article; its anchor is empty for the beginning.

    Fields: title, heading, names and text; the beginning has keywords, terms and asked as well. `names` are the rows of
    a table. `text` has a sentence a line; none of them is repeated.
    """

    slug: str
    anchor: str
    fields: dict[str, str]


@dataclass
class _Piece:
    anchor: str
    heading: str = ""
    # The element that began it, empty for a heading of Markdown.
    begun_by: str = ""
    names: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections(library: Library, language: str, render: Render) -> Iterator[Section]:
    """The pieces of all articles written in a language, their macros done."""
    for slug in library.slugs():
        page = library.page(language, slug)
        if page is not None:
            yield from of_page(library, page, render, render(page.body, Context(library, language, slug)))


def of_page(library: Library, page: Page, render: Render, body: str) -> Iterator[Section]:
    """The pieces of an article whose text, with its macros done, is `body`: Markdown with HTML in it."""
    context = Context(library, page.language, page.slug)
    title = plain(render(page.title, context))
    # What is left of a note of sources whose names are left out.
    sources = tuple(f"{context.label(name)}:" for name in ("source", "sources"))
    first = {
        "keywords": BETWEEN.join(page.keywords),
        "terms": BETWEEN.join(_terms(page, library)),
        "asked": BETWEEN.join(library.asked.get(page.language, {}).get(page.slug, ())),
    }
    for piece in _pieces(f"{render(page.summary, context)}\n\n{body}", page.language):
        lines = (" ".join(line.split()) for part in piece.text for line in SENTENCE.split(part))
        sentences = "\n".join(dict.fromkeys(line for line in lines if TELLING.search(line) and not line.startswith(sources)))
        fields = {"heading": piece.heading, "names": BETWEEN.join(piece.names), "text": sentences}
        yield Section(page.slug, piece.anchor, {"title": title, **(first if not piece.anchor else {}), **fields})


def plain(text: str) -> str:
    """The words of a line of Markdown and HTML."""
    return " ".join(" ".join(_Reader(_Piece("")).read(text)[0].text).split())


def _terms(page: Page, library: Library) -> list[str]:
    """The terms of the glossary that the article explains, in each language that is written in the letters of its own.

    What is written in other letters takes much room, and is seldom typed there.
    """
    ids = dict.fromkeys(str(call.arguments[0]) for call in page.calls if call.name == "kb_term" and call.arguments)
    found = [library.glossary[id_] for id_ in ids if id_ in library.glossary]
    by_language = [term.terms.by_language for term in found]
    return [
        text for terms in by_language for text in terms.values() if alphabet(text) == alphabet(terms.get(page.language, ""))
    ]


def _pieces(body: str, language: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    start, lines = _Piece(""), []
    for line in [*body.split("\n"), None]:
        match = HEADING.match(line) if line is not None else None
        if line is None or (match and match[3]):
            pieces += _Reader(start, language).read("\n".join(lines))
            start, lines = _Piece(match[3], plain(match[2])) if match else start, []
        else:
            lines.append(line)
    return pieces


class _Reader(HTMLParser):
    """Reads Markdown with HTML in it: the words of each piece, without what is in another language than the text."""

    def __init__(self, start: _Piece, language: str | None = None) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.pieces = [start]
        self.piece = start
        # The name of each open element, and what its words are.
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []

    def read(self, text: str) -> list[_Piece]:
        """The pieces of a text, that which was begun before it first."""
        self.feed(text)
        self.close()
        self._end_words()
        return self.pieces

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag not in INLINE or tag == OWN.get(self.piece.begun_by):
            self._end_words()
        left_out = LEFT_OUT & set(given.get("class", "").split())
        if tag in OWN and "id" in given and self.language and not left_out:
            # The names of tables are long, and the heading is near: so a table is shown from its heading on.
            anchor = (self.pieces[0].anchor if tag == "figure" else "") or given["id"]
            self.piece = _Piece(anchor, begun_by=tag)
            self.pieces.append(self.piece)
        if tag not in VOID:
            self.open.append((tag, self._role(tag, given)))

    def _role(self, tag: str, given: dict[str, str]) -> str:
        foreign = self.language is not None and given.get("lang", self.language) != self.language
        to_source = tag == "a" and "#source-" in given.get("href", "")
        hidden = "data-search-exclude" in given or to_source or tag in ("script", "style", "svg")
        if foreign or hidden or LEFT_OUT & set(given.get("class", "").split()):
            return "out"
        if tag == "data" and any(name == "td" for name, _ in self.open):
            return "out"
        if tag == "th":
            return "row" if given.get("scope") == "row" else "out"
        return "heading" if tag == OWN.get(self.piece.begun_by) and not self.piece.heading else ""

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self.open):
            return
        if tag not in INLINE or self.open[-1][1] == "heading":
            self._end_words()
        while self.open and self.open.pop()[0] != tag:
            pass
        # What follows a table or a card goes on with the piece that stood before it.
        if self.piece.begun_by == ("dt" if tag == "dl" else tag) and tag != "dt":
            self.piece = self.pieces[0]

    def handle_data(self, text: str) -> None:
        if all(role != "out" for _, role in self.open):
            self.words.append(text if self.open else _without_signs(text))

    def _end_words(self) -> None:
        said = " ".join("".join(self.words).split()) if self.open else "".join(self.words)
        self.words = []
        roles = {role for _, role in self.open}
        if not said.strip():
            return
        if "heading" in roles:
            self.piece.heading = f"{self.piece.heading} {said}".strip()
        elif "row" in roles and len(said.split()) <= ROW_NAME:
            self.piece.names.append(said)
        else:
            self.piece.text.append(said)


def _without_signs(text: str) -> str:
    """Markdown without its signs: addresses of links, ids, emphasis, lists."""
    text = re.sub(r"\]\([^)]*\)|\{[#:.][^}]*\}", " ", text)
    text = re.sub(r"https?://\S+", " ", LIST_SIGN.sub("\n", text))
    return re.sub(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|[`\[]", "", text)
