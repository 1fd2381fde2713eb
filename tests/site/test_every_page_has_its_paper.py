"""Every page carries what its sheets say: the code and the foot of its own address, and the addresses of its links."""

import re
from urllib.parse import urljoin

import built_pages
import pytest
import zxingcpp

MODULE = 4  # points of a picture for each module of a code
MARGIN = 4  # empty modules around it
STEP = re.compile(r"([Mmh])(-?[\d.]+) ?(-?[\d.]+)?")


def code(svg) -> str:
    """What a QR code says, read from the path that draws it: rows of strokes, one module high."""
    side = int(svg.get("viewbox").split()[2])
    size = (side + 2 * MARGIN) * MODULE
    picture = bytearray(b"\xff" * size * size)
    x = y = 0.0
    for step, first, second in STEP.findall(svg.cssselect("path")[0].get("d")):
        if step == "h":
            left = (int(x) + MARGIN) * MODULE
            for row in range((int(y) + MARGIN) * MODULE, (int(y) + MARGIN + 1) * MODULE):
                start = row * size + left
                picture[start : start + int(first) * MODULE] = bytes(int(first) * MODULE)
            x += float(first)
        else:
            x, y = (float(first), float(second)) if step == "M" else (x + float(first), y + float(second))
    return "".join(found.text for found in zxingcpp.read_barcodes(memoryview(picture).cast("B", (size, size))))


def wrong(tree) -> list[str]:
    """What is not right about the paper of a page."""
    (canonical,) = tree.xpath('//link[@rel="canonical"]/@href')
    (paper,) = tree.cssselect("article aside.kb-paper")
    foot = tree.get("data-foot", "").split("\n")
    found = []
    if "hidden" not in paper.attrib:
        found.append("what is for paper can be seen on a screen")
    if foot[0] != canonical or len(foot) < 3:
        found.append(f"the foot is {foot}")
    if code(paper.cssselect("svg")[0]) != canonical:
        found.append("the code says another address")
    if paper.cssselect(".kb-paper__from p")[0].text_content() != "".join(foot):
        found.append("the end of the article says something else than the foot")
    return found + _notes_wrong(tree, paper)


def _notes_wrong(tree, paper) -> list[str]:
    listed = [item.text_content().strip() for item in paper.cssselect("ol li")]
    found = [f"{address} is listed twice" for address in sorted(set(listed)) if listed.count(address) > 1]
    pointed = set()
    for link in tree.cssselect("article a[href]"):
        number, href = link.get("data-note"), link.get("href")
        if number:
            pointed.add(int(number))
            # Where a page lives does not matter for what its address ends with.
            if not listed[int(number) - 1].endswith(urljoin("https://x/", href).removeprefix("https://x/")):
                found.append(f"note {number} is not the address of {href}")
        elif href.startswith("http") and link.text_content().strip() != href:
            found.append(f"{href} has no note")
    if pointed != set(range(1, len(listed) + 1)):
        found.append("the numbers in the text are not those of the list")
    return found


def test_every_page_has_it(site):
    pages = [page for page in built_pages.pages(site) if page != "404.html"]
    assert {page: trouble for page in pages if (trouble := wrong(built_pages.read(site / page)))} == {}


def test_a_page_that_is_not_translated_leads_to_where_its_text_is(root, build, tmp_path):
    site = tmp_path / "site"
    assert build(root / "tests/fixtures/second-guide/mkdocs.yml", site).returncode == 0
    tree = built_pages.read(site / "ru/lending/lost-book.html")
    assert wrong(tree) == []
    foot = tree.get("data-foot")
    assert foot.startswith("https://kutubxona.example/qollanma/lending/lost-book.html\nOʻzbekcha · Проверено: ")
    assert foot.endswith("\nБиблиотека: 12-34")


@pytest.mark.parametrize(
    ("rule", "name", "value", "told"),
    [
        ("html", "data-foot", "https://elsewhere.example/\na\nb", "the foot is"),
        ("aside.kb-paper path", "d", "M0 0.5h7", "the code says"),
        ("article a[data-note]", "data-note", "2", "note 2 is not"),
    ],
)
def test_a_page_with_another_paper_is_noticed(site, rule, name, value, told):
    tree = built_pages.html.document_fromstring((site / "rights/work.html").read_text(encoding="utf-8"))
    element = tree if rule == "html" else tree.cssselect(rule)[0]
    element.set(name, value)
    assert any(item.startswith(told) for item in wrong(tree))
