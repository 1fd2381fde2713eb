"""Reads the sheets that a browser prints of a page, and says what is wrong with them.

Each function that judges gives a list of sentences, empty where all is well, so that a test can also be shown spoilt sheets.
"""

from __future__ import annotations

import io
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pypdf
import pypdfium2
import zxingcpp
from lxml import html

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
# The resolution of a plain office printer or scanner, in dots an inch.
RASTER = 150
# What a reader of paper has no use for, told by what it is.
NOT_ON_PAPER = (
    "nav",
    "script",
    "[hidden]",
    ".kb-download",
    ".kb-colophon",
    ".kb-contents",
    ".kb-leave-limits",
    "details.kb-claims > summary",
)
INLINE = {"a", "b", "br", "cite", "code", "data", "dfn", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"}
# A page of each kind: the first one, one on danger with folded parts, long tables of words, tables of figures, lists.
ONE_OF_EACH = (
    "index.html",
    "help/violence.html",
    "penalties/parents.html",
    "figures/child-labour.html",
    "about/glossary.html",
)
IN_ALL_LANGUAGES = tuple(f"{folder}{page}" for page in ONE_OF_EACH for folder in ("", "ru/", "en/"))
MARKERS = re.compile(r"[\d.•◦▪■–-]*")


@dataclass(frozen=True)
class Sheet:
    """A printed sheet: its size in points, its text as it is drawn, and the sizes of its letters in points."""

    size: tuple[float, float]
    text: str
    sizes: frozenset[float]


@cache
def sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """The sheets of a printed page."""
    return tuple(_sheet(page) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _sheet(page: pypdf.PageObject) -> Sheet:
    sizes: set[float] = set()

    def note(text: str, drawn: list[float], placed: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size * math.sqrt(abs(_area(drawn) * _area(placed))), 1))

    text = page.extract_text(visitor_text=note)
    return Sheet((float(page.mediabox.width), float(page.mediabox.height)), text, frozenset(sizes))


def _area(matrix: Sequence[float]) -> float:
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def squeezed(text: str) -> str:
    """The text without spaces and line ends, its ligatures taken apart."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", unicodedata.normalize("NFKC", text))


def foot(number: int, of: int, told: str) -> str:
    """What stands at the foot of such a sheet, squeezed."""
    return squeezed(f"{number}/{of}{told}")


def without_feet(found: Sequence[Sheet], told: str) -> list[str]:
    """The squeezed text of each sheet without its foot."""
    count = len(found)
    return [squeezed(sheet.text).replace(foot(number, count, told), "") for number, sheet in enumerate(found, 1)]


def bare_sheets(found: Sequence[Sheet], told: Sequence[str]) -> list[str]:
    """Sheets at whose foot something of what is told, or their own number, is missing."""
    wrong = []
    for number, sheet in enumerate(found, 1):
        wanted = [*told, f"{number}/{len(found)}"]
        wrong += [f"sheet {number}: no {item}" for item in wanted if squeezed(item) not in squeezed(sheet.text)]
    return wrong


def differences(page: html.HtmlElement, found: Sequence[Sheet]) -> list[str]:
    """Texts of the article that are not on paper in its order, and what is on paper without being in the article."""
    told = page.get("data-foot")
    paper = "".join(without_feet(found, told))
    for head in page.cssselect("article thead"):
        # A head is repeated on every sheet that its table reaches.
        paper = paper.replace(squeezed(_shown(head)), "")
    wrong, place, between = [], 0, []
    for text in _texts(page):
        at = paper.find(text, place)
        if at < 0:
            wrong.append(f"not printed: {text}")
        else:
            between.append(paper[place:at])
            place = at + len(text)
    between.append(paper[place:])
    # A label with an outline is drawn twice.
    labels = {squeezed("".join(label.itertext())) for label in page.cssselect("article svg text")}
    surplus = [rest for rest in between if rest not in labels and not MARKERS.fullmatch(rest)]
    return wrong + [f"printed, but not of the article: {rest}" for rest in surplus]


def _texts(page: html.HtmlElement) -> Iterator[str]:
    """The squeezed texts between the edges of blocks, in the order of the page, heads of tables left out."""
    (article,) = page.iter("article")
    left_out = {*page.cssselect(", ".join(f"article {rule}" for rule in (*NOT_ON_PAPER, "thead")))}
    # Only paper shows this part.
    left_out -= {*page.cssselect("aside.kb-paper")}
    yield from filter(None, map(squeezed, _runs(article, left_out)))


def _shown(element: html.HtmlElement) -> str:
    return "".join(_runs(element, set()))


def _runs(element: html.HtmlElement, left_out: set[html.HtmlElement]) -> list[str]:
    """The texts of an element, a block each."""
    runs = [element.text or ""]
    for child in element:
        if child.tag == "svg":
            # A chart draws its labels one by one; its title and description are for ears.
            runs += [*("".join(label.itertext()) for label in child.iter("text") if child not in left_out), ""]
        elif isinstance(child.tag, str) and child not in left_out:
            inner = _runs(child, left_out)
            if child.tag in INLINE:
                number = child.get("data-note")
                inner[-1] += f"[{number}]" if number else ""
                runs[-1] += inner[0]
                runs += inner[1:]
            else:
                runs += [*inner, ""]
        runs[-1] += child.tail or ""
    return runs


def too_small(found: Sequence[Sheet], least: float = 11) -> list[str]:
    """Sheets with letters smaller than so many points; a tenth is what rounding in a PDF takes."""
    return [
        f"sheet {number}: letters of {min(sheet.sizes)} pt"
        for number, sheet in enumerate(found, 1)
        if min(sheet.sizes) < least - 0.1
    ]


def sparse(found: Sequence[Sheet], least: int = 600) -> list[str]:
    """Sheets but the last with fewer letters than that; their foot has about 150."""
    texts = [squeezed(sheet.text) for sheet in found[:-1]]
    return [f"sheet {number}: {len(text)} letters" for number, text in enumerate(texts, 1) if len(text) < least]


def split_rows(page: html.HtmlElement, found: Sequence[Sheet]) -> list[str]:
    """Rows that are on no sheet as a whole."""
    texts = without_feet(found, page.get("data-foot"))
    rows = ["".join(_runs(row, set())) for row in page.cssselect("article tbody tr")]
    return [row for row in rows if not any(squeezed(row) in text for text in texts)]


def headless(table: html.HtmlElement, found: Sequence[Sheet], told: str) -> tuple[int, list[str]]:
    """On how many sheets rows of the table are, and on which of them its head is missing."""
    (head,) = table.iter("thead")
    rows = [squeezed(_shown(row)) for row in table.cssselect("tbody tr")]
    texts = without_feet(found, told)
    reached = {number: text for number, text in enumerate(texts, 1) if any(row in text for row in rows)}
    return len(reached), [f"sheet {number}" for number, text in reached.items() if squeezed(_shown(head)) not in text]


def beyond_the_edge(pdf: bytes, margin: float = 15) -> list[str]:
    """Texts that reach into the margin of so many millimetres on the left or on the right."""
    wrong = []
    for number, sheet in enumerate(pypdfium2.PdfDocument(pdf), 1):
        text = sheet.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            if left < margin * MM or right > sheet.get_width() - margin * MM:
                wrong.append(f"sheet {number}: {text.get_text_bounded(left, bottom, right, top)}")
    return wrong


def codes(pdf: bytes) -> list[str]:
    """What the QR codes of all sheets say, read from a picture of each sheet as a printer makes it."""
    return [code.text for picture in _pictures(pdf, grey=True) for code in zxingcpp.read_barcodes(picture)]


def coloured(pdf: bytes) -> list[str]:
    """Sheets that need a colour, or that are not mostly white."""
    wrong = []
    for number, picture in enumerate(_pictures(pdf, grey=False), 1):
        flat = bytes(picture)
        red, green, blue = flat[0::3], flat[1::3], flat[2::3]
        if red != green or green != blue:
            wrong.append(f"sheet {number} has colours")
        if red.count(255) < len(red) / 2:
            wrong.append(f"sheet {number} is dark")
    return wrong


def _pictures(pdf: bytes, grey: bool) -> Iterator[memoryview]:
    """Each sheet at the resolution of RASTER: rows of points, a byte each in grey, three in colour."""
    for sheet in pypdfium2.PdfDocument(pdf):
        made = sheet.render(scale=RASTER / 72, grayscale=grey, rev_byteorder=True)
        shape = (made.height, made.stride) if grey else (made.height, made.width, made.n_channels)
        yield memoryview(bytes(made.buffer)).cast("B", shape)
