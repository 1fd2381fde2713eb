"""Reads a built site as a stranger would, from its files alone, and says what is wrong with it.

Each function gives a list of sentences, empty where all is well, so that a test can also be shown a spoilt page.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

# Elements that make a browser ask for something.
ASKING = ("script[src]", "img[src]", "iframe[src]", "source[src]", "video[src]", "audio[src]", "embed[src]", "object[data]")
FETCHED_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest", "modulepreload"}


def pages(site: Path) -> list[str]:
    """The addresses of all pages below the root of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


@cache
def read(path: Path) -> html.HtmlElement:
    """One page."""
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def search_index(site: Path, language: str) -> dict:
    """What the search of a language holds."""
    script = (site / f"search/{language}.js").read_text(encoding="utf-8")
    return json.loads(script.removeprefix("self.kbSearchIndex=").rstrip(";\n"))


def searched(site: Path, language: str) -> list[str]:
    """The pages that the search of a language knows, by their addresses below the root."""
    return [page[0] for page in search_index(site, language)["pages"]]


def broken_links(site: Path, base: str = "/") -> list[str]:
    """Links and files of the site that lead nowhere, or to an anchor that is not there; `base` is where the site lives."""
    found = []
    for page in pages(site):
        tree = read(site / page)
        for element in tree.xpath("//*[@href or @src]"):
            address = element.get("href") or element.get("src")
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(urlsplit(urljoin(f"{base}{page}", address)).path)
            target = site / path.removeprefix(base) if parts.path else site / page
            if target.is_dir():
                found.append(f"{page}: {address} is a folder; from a folder of files nothing would open")
            elif not target.is_file():
                found.append(f"{page}: {address} leads to no file")
            elif parts.fragment and not _has_anchor(target, unquote(parts.fragment)):
                found.append(f"{page}: {address} leads to no place on that page")
    return found


def _has_anchor(path: Path, anchor: str) -> bool:
    return anchor in _ids(path)


@cache
def _ids(path: Path) -> frozenset[str]:
    return frozenset(read(path).xpath("//@id"))


def repeated_ids(site: Path) -> list[str]:
    """Ids that stand twice on a page."""
    found = []
    for page in pages(site):
        ids = read(site / page).xpath("//@id")
        found += [f"{page}: the id {id_} stands twice" for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1})]
    return found


def unmade_macros(site: Path) -> list[str]:
    """Pages with braces that should have become text, wherever a reader or a search may meet them; scripts may have them."""
    found = []
    for page in pages(site):
        markup = re.sub(r"(?s)<script.*?</script>", "", (site / page).read_text(encoding="utf-8"))
        if re.search(r"\{\{|\}\}|\{%|%\}", markup):
            found.append(page)
    return found


def foreign_requests(site: Path) -> list[str]:
    """Whatever would make a browser ask another host for something by itself."""
    found = []
    for page in pages(site):
        tree = read(site / page)
        asked = [element.get("src") or element.get("data") for rule in ASKING for element in tree.cssselect(rule)]
        for link in tree.cssselect("link[href]"):
            if FETCHED_LINKS & set(link.get("rel", "").split()):
                asked.append(link.get("href"))
        asked += [part for style in tree.xpath("//style/text()|//@style") for part in re.findall(r"url\(([^)]*)\)", style)]
        found += [f"{page}: {address}" for address in asked if _is_foreign(address)]
    for path in sorted(site.rglob("*.css")):
        styles = path.read_text(encoding="utf-8")
        asked = re.findall(r"url\(([^)]*)\)", styles) + re.findall(r"@import\s+([^;]*);", styles)
        found += [f"{path.name}: {address}" for address in asked if _is_foreign(address)]
    return found


def _is_foreign(address: str) -> bool:
    return bool(re.match(r"""["'\s]*(?:[a-z]+:)?//""", address))


def wrong_languages(site: Path, default: str, others: list[str]) -> list[str]:
    """Pages whose `lang` is not that of the folder they lie in."""
    found = []
    for page in pages(site):
        folder = page.partition("/")[0]
        wanted = folder if folder in others else default
        given = read(site / page).get("lang")
        if given != wanted:
            found.append(f'{page}: lang="{given}" instead of "{wanted}"')
    return found


def wrong_alternates(site: Path, site_url: str, default: str, others: list[str]) -> list[str]:
    """Pages whose hreflang links are not absolute, not mutual, without themselves or without a right x-default."""
    given = {page: _alternates(site / page) for page in pages(site) if page != "404.html"}
    found = []
    for page, alternates in given.items():
        tree = read(site / page)
        if tree.cssselect('meta[name="robots"][content~="noindex"]'):
            found += [f"{page}: is not to be indexed, but has alternates"] if alternates else []
            continue
        own = next((code for code in others if page.startswith(f"{code}/")), default)
        if alternates.get(own) != site_url + page:
            found.append(f"{page}: does not name itself as its version in {own}")
        if alternates.get("x-default") != alternates.get(default):
            found.append(f"{page}: x-default is not the version in {default}")
        for code, address in alternates.items():
            if not address.startswith(site_url):
                found.append(f"{page}: {address} is not an absolute address of this site")
            elif given.get(address.removeprefix(site_url)) != alternates:
                found.append(f"{page}: {address} ({code}) does not link back")
        canonical = [link.get("href") for link in tree.cssselect('link[rel="canonical"]')]
        if canonical != [site_url + page]:
            found.append(f"{page}: the canonical address is {canonical}")
    return found


def _alternates(path: Path) -> dict[str, str]:
    links = read(path).cssselect('head link[rel="alternate"][hreflang]')
    return {link.get("hreflang"): link.get("href") for link in links}


def sitemap(site: Path) -> dict[str, dict[str, str]]:
    """The addresses of the sitemap, each with its alternates by language."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = etree.parse(str(site / "sitemap.xml"))
    return {
        entry.findtext("s:loc", namespaces=names): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", namespaces=names)
        }
        for entry in tree.findall("s:url", namespaces=names)
    }


def kinds(site: Path) -> list[str]:
    """A few pages that together show every class and element of the guide, and so every kind of thing there is to see."""
    shown = {
        page: set(re.findall(r"\bkb-[\w-]+|<[a-z]\w*", (site / page).read_text(encoding="utf-8"))) for page in pages(site)
    }
    missing, found = set().union(*shown.values()), []
    while missing:
        best = max(sorted(shown), key=lambda page: (len(shown[page] & missing), -len(shown[page])))
        missing -= shown[best]
        found.append(best)
    return found
