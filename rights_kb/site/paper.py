"""What a printed page carries beside its article: where it comes from, and where its links lead."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import urljoin

import segno
from markupsafe import Markup, escape

# A link, or what has no link that a reader of paper needs: ways about the site are not printed, and the meaning of
# a term stands beside it. Values in quotation marks may hold ">".
PART = re.compile(
    r'<nav\b.*?</nav>|<dfn\b.*?</dfn>|(?P<start><a\b(?P<attributes>(?:[^>"\']|"[^"]*"|\'[^\']*\')*))>(?P<words>.*?)</a>',
    re.DOTALL,
)
HREF = re.compile(r'\shref="([^"]*)"')
DOWNLOAD = re.compile(r"\sdownload\b")
TAG = re.compile(r"<[^>]*>")
# Behind these is no page: a number is dialled, and what is written to stands in the text.
NOT_READ = ("tel:", "mailto:", "sms:")
PAGE = re.compile(r"<html\b")


@dataclass(frozen=True)
class Foot:
    """What tells where a sheet comes from: the address of the page, then lines of words."""

    address: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole foot, a line each."""
        return "\n".join((self.address, *self.lines))

    @property
    def code(self) -> Markup:
        """The QR code of the address as an SVG element, without the margin that the paper around it gives."""
        made = segno.make(self.address, error="l", micro=False)
        return Markup(made.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))


@dataclass(frozen=True)
class Numbered:
    """An article whose links have numbers that only print shows, and the addresses by number from 1."""

    article: Markup
    addresses: tuple[str, ...]


def numbered(article: str, address: str) -> Numbered:
    """Number the links of an article that lives at the whole address; each address has one number, however often it stands.

    Left alone: links to the same page, numbers to dial, files to download, links whose words are their address already.
    """
    numbers: dict[str, int] = {}

    def mark(found: re.Match[str]) -> str:
        target = _target(found, address)
        if target is None:
            return found[0]
        number = numbers.setdefault(target, len(numbers) + 1)
        return f'{found["start"]} data-note="{number}">{found["words"]}</a>'

    return Numbered(Markup(PART.sub(mark, article)), tuple(numbers))


def with_foot(page: str, foot: Foot) -> str:
    """The finished page, its foot where the boxes at the edge of a sheet read it. Raises ValueError without <html>."""
    made, count = PAGE.subn(lambda found: f'{found[0]} data-foot="{escape(foot.text)}"', page, count=1)
    if not count:
        raise ValueError("The page has no <html>, which carries the foot of its sheets.")
    return made


def _target(found: re.Match[str], address: str) -> str | None:
    href = HREF.search(found["attributes"] or "")
    if href is None or DOWNLOAD.search(found["attributes"]):
        return None
    written = html.unescape(href[1])
    if written.startswith(NOT_READ):
        return None
    target = urljoin(address, written)
    words = html.unescape(TAG.sub("", found["words"])).strip()
    same_page = target.partition("#")[0] == address.partition("#")[0]
    return None if same_page or words == target else target
