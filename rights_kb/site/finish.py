"""What is done to a site when all its pages are built: fewer bytes, one style sheet, names with hashes, policies."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from rights_kb.foreign_words import ForeignWords, marked
from rights_kb.site import assets, security
from rights_kb.site.icon import with_icon_inside
from rights_kb.site.inline_scripts import with_short_scripts
from rights_kb.site.leftovers import without_marks
from rights_kb.site.short_markup import short
from rights_kb.site.unbroken import unbroken


def finish(site: Path, others: Mapping[str, str], site_url: str, foreign: ForeignWords) -> None:
    """Add the files that are no pages, then finish all pages and their assets; what no page uses is taken out.

    Raises stylesheets.Unfit before any page or asset is changed.
    """
    write(site, {name: text.encode() for name, text in others.items()})
    read = {name: with_short_scripts(without_marks(html)) for name, html in read_pages(site).items()}
    where = assets.place(site_url)
    pages = {name: with_icon_inside(unbroken(marked(html, foreign)), name, site, where) for name, html in read.items()}
    made = assets.dressed(pages, site, where)
    brief = {name: short(html) for name, html in made.pages.items()}
    secured = {name: security.secured(html) for name, html in brief.items()}
    headers = security.headers_file(brief.values())
    shutil.rmtree(site / assets.FOLDER, ignore_errors=True)
    write(site, {name: html.encode() for name, html in secured.items()})
    write(site, {**made.assets, security.NAME: headers.encode()})


def read_pages(site: Path) -> dict[str, str]:
    """All pages of a site by their paths below its root."""
    paths = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def write(site: Path, files: Mapping[str, bytes]) -> None:
    """Write files below the root of a site, with their folders."""
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
