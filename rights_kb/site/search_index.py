"""Where the search of each language lives, and what it takes: scripts that are the same for every guide, and an index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rights_kb.library import Library
from rights_kb.render.context import Context
from rights_kb.search.index_file import compressed, index_file
from rights_kb.search.ranking import danger, registers, related
from rights_kb.search.sections import Render, of_page
from rights_kb.site.addresses import address

FOLDER = "assets/search"
UI, WORKER = f"{FOLDER}/ui.js", f"{FOLDER}/worker.js"
# The page of all words, which is there without a script.
MACRO = "kb_alphabet"
# What the search says, by its names in the index file: a label or a pattern of data/words.
LABELS = {
    "placeholder": "search_placeholder",
    "begin": "search_begin",
    "nearest": "search_nearest",
    "help": "help_now",
    "share": "search_share",
    "shared": "search_shared",
}
PATTERNS = {"found": "search_found", "nothing": "search_nothing"}


@dataclass(frozen=True)
class Addresses:
    """The files of the search as seen from a page; `analyser` and `alphabet` are empty where there is none."""

    script: str
    worker: str
    analyser: str
    index: str
    base: str
    alphabet: str


def index_address(language: str) -> str:
    """The index of a language below the root of the site.

    It is no asset: its name stays when its content changes, so that a changed article changes no other page.
    """
    return f"search/{language}.js"


def analyser_address(language: str) -> str:
    """The script that makes keys of the words of a language, below the root of the site."""
    return f"{FOLDER}/analyser-{language}.js"


def alphabet_address(library: Library, language: str) -> str | None:
    """The page of all words in a language below the root of the site; None where no page lists them."""
    slug = Context(library, language, "").home_of(MACRO)
    return None if slug is None else address(library.project, language, slug)


def addresses(library: Library, language: str, theme: Path, href: Callable[[str], str]) -> Addresses:
    """The files of the search; `href` makes an address below the root of the site one that a page can link to."""
    analyser = analyser_address(language)
    alphabet = alphabet_address(library, language)
    return Addresses(
        script=href(UI),
        worker=href(WORKER),
        analyser=href(analyser) if (theme / analyser).is_file() else "",
        index=href(index_address(language)),
        base=href("").rstrip("/") + "/",
        alphabet=href(alphabet) if alphabet else "",
    )


def search_files(library: Library, render: Render, bodies: Mapping[tuple[str, str], str], theme: Path) -> dict[str, str]:
    """The index of every language by its file. `bodies` holds the articles by language and slug, their macros done."""
    found = {}
    for language in library.languages:
        slugs = [slug for slug in library.slugs() if (language, slug) in bodies and library.page(language, slug)]
        pieces = [
            piece
            for slug in slugs
            if (page := library.page(language, slug)) is not None
            for piece in of_page(library, page, render, bodies[language, slug])
        ]
        scripts = (theme / name for name in (UI, WORKER, analyser_address(language)))
        found[index_address(language)] = index_file(
            pieces,
            language,
            {slug: address(library.project, language, slug) for slug in slugs},
            danger(library, language),
            registers(library, language),
            related(library, language),
            _said(library, language),
            sum(compressed(script.read_text(encoding="utf-8")) for script in scripts if script.is_file()),
        )
    return found


def _said(library: Library, language: str) -> dict[str, object]:
    context = Context(library, language, "index")
    words = context.words
    labels = {name: words.labels[key] for name, key in LABELS.items()}
    patterns = {name: words.patterns[key] for name, key in PATTERNS.items()}
    lines = [item for item in library.helplines.values() if item.danger]
    return {
        "labels": {**labels, **patterns},
        "helplines": [{"number": item.number, "dial": item.dial, "name": context.text(item.name)} for item in lines],
    }
