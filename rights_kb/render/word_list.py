"""All words of the guide from A to Z: titles and keywords of its articles, terms of its glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import groupby

from markupsafe import escape

from rights_kb.foreign_words import language_of, vocabularies
from rights_kb.render.alphabet import alphabetical
from rights_kb.render.context import Context, lines

# Makes the macros in a title; gives HTML. Handed in, since macros are written on top of this package.
Render = Callable[[str, Context], str]
# Where words stand that begin with no letter of the alphabet.
OTHERS = "0–9"


def listed(context: Context, render: Render) -> str:
    """The letters as links, then the words below each letter, linked to their pages; out of the search, which has them."""
    order = alphabetical(context)
    known = vocabularies(context.library)
    found = _entries(context, render)
    groups = [
        (initial, list(words))
        for initial, words in groupby(
            sorted(found, key=lambda word: (*_place(word, context), order(word), word)), _initial(context)
        )
    ]
    letters = [f'<li><a href="#{_anchor(initial, context)}">{escape(initial.upper())}</a></li>' for initial, _ in groups]
    parts = [
        "<div data-search-exclude>",
        f'<nav class="kb-letters" aria-label="{escape(context.label("letters"))}">',
        *("<ul>", *letters, "</ul>"),
        "</nav>",
    ]
    for initial, words in groups:
        parts += [
            f'<section aria-labelledby="{_anchor(initial, context)}">',
            f'<h3 id="{_anchor(initial, context)}">{escape(initial.upper())}</h3>',
            '<ul class="kb-words">',
            *(_item(_told(word, context, known), found[word]) for word in words),
            *("</ul>", "</section>"),
        ]
    return lines([*parts, "</div>"])


def _entries(context: Context, render: Render) -> dict[str, list[tuple[str, str]]]:
    """Word → the addresses and the titles (as HTML) of what it leads to."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for slug in context.library.slugs():
        page = context.library.page(context.language, slug)
        if page is None or slug == context.slug:
            continue
        title = render(page.title, Context(context.library, context.language, slug))
        for word in (title, *(str(escape(keyword)) for keyword in page.keywords)):
            found[word][context.href(slug)] = title
    home = context.home_of("kb_glossary")
    if home and (page := context.library.page(context.language, home)):
        title = render(page.title, Context(context.library, context.language, home))
        for term in context.library.glossary.values():
            if context.language in term.terms.by_language:
                names = (context.text(term.terms), *term.also.get(context.language, ()))
                for name in names:
                    found[str(escape(name))][context.href(home, f"term-{term.id}")] = title
    return {word: list(links.items()) for word, links in found.items()}


def _told(word: str, context: Context, known: Mapping[str, frozenset[str]]) -> str:
    """A word as HTML; one that readers type in another language, as keywords have them too, marked with that language."""
    language = language_of(word, context.language, known) if "<" not in word else context.language
    return word if language == context.language else f'<span lang="{escape(language)}">{word}</span>'


def _item(word: str, links: list[tuple[str, str]]) -> str:
    """A word that leads to one place is the link itself; else the places are named behind it."""
    if len(links) == 1:
        return f'<li><a href="{escape(links[0][0])}">{word}</a></li>'
    places = "; ".join(f'<a href="{escape(href)}">{title}</a>' for href, title in links)
    return f"<li>{word}: {places}</li>"


def _initial(context: Context) -> Callable[[str], str]:
    def initial(word: str) -> str:
        small = _first(word)
        return small if small in context.words.alphabet else OTHERS

    return initial


def _first(word: str) -> str:
    return next((letter for letter in word.lower() if letter.isalnum()), "")


def _place(word: str, context: Context) -> tuple[int, str]:
    """Where the group of a word stands: letters in the order of the alphabet, all others behind."""
    initial = _initial(context)(word)
    return (context.words.alphabet.index(initial), "") if initial != OTHERS else (len(context.words.alphabet), "")


def _anchor(initial: str, context: Context) -> str:
    return f"letter-{context.words.alphabet.index(initial) + 1 if initial != OTHERS else 0}"
