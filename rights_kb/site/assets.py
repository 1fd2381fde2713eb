"""The files that belong to the looks and workings of pages: one style sheet, names with a hash, and nothing unused.

A name with a hash of what is in the file lets a browser keep the file for ever, and never mix an old one with a new page.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from rights_kb.site.inline_scripts import inline_scripts
from rights_kb.site.names_in_use import names_in_use
from rights_kb.site.stylesheets import Unfit, one_stylesheet

FOLDER = "assets"
STYLESHEET = f"{FOLDER}/kb.css"
LINK = re.compile(r'[ \t]*<link\b[^>]*\brel="stylesheet"[^>]*>\n?')
ATTRIBUTE = re.compile(rf'(?<=\s)(?P<name>href|src|data-[\w-]+)="(?P<value>[^"<>\s]*\b{FOLDER}/[^"<>\s]+)"')
DIGITS = 8


@dataclass(frozen=True)
class Place:
    """Where a site lives: the path of its root on its host, which addresses that begin with a slash start from."""

    root: str

    def path(self, reference: str, page: str) -> str | None:
        """The path below the root of the site of what a page refers to; None for what lies outside."""
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = urljoin(f"{self.root}/{page}", unquote(parts.path))
        return path.removeprefix(f"{self.root}/") if path.startswith(f"{self.root}/") else None


@dataclass(frozen=True)
class Dressed:
    """Pages that name their assets by names with hashes, and these assets; both by their paths below the root."""

    pages: Mapping[str, str]
    assets: Mapping[str, bytes]


def place(site_url: str) -> Place:
    """Where a site of this address lives."""
    return Place(urlsplit(site_url).path.rstrip("/"))


def dressed(pages: Mapping[str, str], site: Path, where: Place) -> Dressed:
    """The pages with one style sheet and hashed names, and what they use of the assets of a built site. Raises Unfit."""
    sheets = _sheets(pages, where)
    linked = {page: _with_one_sheet(html, page, where) for page, html in pages.items()}
    used = _used(linked, where) - {STYLESHEET}
    assets = {path: _read(site / path, path) for path in sorted(used)}
    if sheets:
        scripts = {content.decode() for path, content in assets.items() if path.endswith(".js")}
        scripts.update(code for html in pages.values() for code in inline_scripts(html))
        names = names_in_use([*pages.values()], scripts)
        text = one_stylesheet({path: _read(site / path, path).decode() for path in sheets}, names)
        assets[STYLESHEET] = text.encode()
    named = {path: _hashed(path, content) for path, content in assets.items()}
    renamed = {page: _with_names(html, page, where, named) for page, html in linked.items()}
    return Dressed(renamed, {named[path]: content for path, content in assets.items()})


def _sheets(pages: Mapping[str, str], where: Place) -> list[str]:
    """The style sheets that pages link, each once, in their order."""
    found: dict[str, None] = {}
    for page, html in pages.items():
        for link in LINK.findall(html):
            path = where.path(_address(link), page)
            if path is None:
                raise Unfit(
                    f"{page}: links {_address(link)}, which is not of this site. Put the style sheet into theme/{FOLDER}/."
                )
            found[path] = None
    return [*found]


def _address(link: str) -> str:
    found = re.search(r'\bhref="([^"]*)"', link)
    if found is None or re.search(r'\bmedia="(?!all")', link):
        raise Unfit(
            f"{link.strip()}: give it an address and no condition. Write the condition into the style sheet: @media."
        )
    return found[1]


def _with_one_sheet(html: str, page: str, where: Place) -> str:
    """The page with the link to the one style sheet in the place of its first link."""
    links = LINK.findall(html)
    if not links:
        return html
    address = _address(links[0])
    path = where.path(address, page) or ""
    one = links[0].replace(f'"{address}"', f'"{address.removesuffix(path)}{STYLESHEET}"')
    left = LINK.sub("", html[html.index(links[0]) + len(links[0]) :])
    return f"{html[: html.index(links[0])]}{one}{left}"


def _used(pages: Mapping[str, str], where: Place) -> set[str]:
    found = set()
    for page, html in pages.items():
        for match in ATTRIBUTE.finditer(html):
            path = where.path(match["value"], page)
            if path and path.startswith(f"{FOLDER}/"):
                found.add(path)
    return found


def _read(file: Path, path: str) -> bytes:
    if not file.is_file():
        raise Unfit(f"{path}: the pages name it, and there is no such file. Put it into theme/{path}, or take out its name.")
    return file.read_bytes()


def _hashed(path: str, content: bytes) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:DIGITS]}{ending}"


def _with_names(html: str, page: str, where: Place, named: Mapping[str, str]) -> str:
    def renamed(match: re.Match[str]) -> str:
        value = match["value"]
        path = where.path(value, page)
        if path not in named:
            return match[0]
        folder, slash, name = urlsplit(value).path.rpartition("/")
        rest = value[len(folder + slash + name) :]
        return f'{match["name"]}="{folder}{slash}{quote(posixpath.basename(named[path]))}{rest}"'

    return ATTRIBUTE.sub(renamed, html)
