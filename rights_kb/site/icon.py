"""The icon of a site in its pages: a file of its own is one more request, which puts off what a reader sees first."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from rights_kb.site.assets import Place
from rights_kb.site.stylesheets import Unfit

LINK = re.compile(r'(?P<start><link rel="icon" href=")(?P<address>[^":]*\.svg)"')
INDENT = re.compile(r"\s*\n\s*")
# What may stand in an address as it is. A double quote would end the attribute, and is written as a single one.
KEPT = "!$&'()*+,-./:;=?@_~"


def with_icon_inside(html: str, page: str, site: Path, where: Place) -> str:
    """The page with the drawing itself in place of its address; an icon that is no SVG stays a file. Raises Unfit."""

    def inside(link: re.Match[str]) -> str:
        path = where.path(link["address"], page)
        if path is None or not (site / path).is_file():
            raise Unfit(
                f"{page}: its icon {link['address']} is no file of the site. Name one in mkdocs.yml: theme: favicon."
            )
        return f'{link["start"]}{address((site / path).read_text(encoding="utf-8"))}"'

    return LINK.sub(inside, html)


def address(drawing: str) -> str:
    """An SVG as an address that holds it whole. Raises Unfit where a text in it would be changed."""
    if "'" in drawing:
        raise Unfit("The icon has single quotation marks. Write double ones around its attributes, and none in its texts.")
    return f"data:image/svg+xml,{quote(INDENT.sub('', drawing.strip()).replace(chr(34), chr(39)), safe=KEPT)}"
