"""Reads the charts of a built site from their files alone, beside the tables they lead to, and says what is wrong.

Each function gives a list of sentences, empty where all is well, so that a test can also be shown a spoilt page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from lxml import etree, html

MOST_BYTES = 8 * 1024
# What may stand in a chart: shapes, text and names. Nothing that runs, asks for something, or styles.
ELEMENTS = {"svg", "title", "desc", "g", "pattern", "rect", "line", "circle", "text"}
ATTRIBUTES = {
    *("id", "class", "role", "aria-labelledby", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "dx", "width", "height"),
    *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "overflow"),
    *("font-weight", "font-style", "text-anchor", "patternunits", "patterntransform", "patternUnits", "patternTransform"),
}

Read = Callable[[str], html.HtmlElement]


def charts(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """The charts of a page."""
    return tree.cssselect("figure.kb-chart")


def form(chart: html.HtmlElement) -> str:
    """The form of a chart, as its id tells."""
    return chart.get("id").split("-")[1]


def disagreements(page: str, read: Read, labels: Mapping[str, str]) -> list[str]:
    """Charts of a page that show other figures than the table they lead to; `read` gives the page of an address."""
    found = []
    for chart in charts(read(page)):
        address, _, anchor = urljoin(page, chart.find(".//figcaption//a").get("href")).partition("#")
        tables = read(address or page).xpath("//figure[@id=$anchor]//table", anchor=anchor)
        if len(tables) != 1:
            found.append(f"{page}: {chart.get('id')} leads to no table")
            continue
        found += [f"{page}: {chart.get('id')}: {what}" for what in _compared(chart, _cells(tables[0]), labels)]
    return found


def _compared(chart: html.HtmlElement, cells: dict[tuple[str, str], str], labels: Mapping[str, str]) -> list[str]:
    intro = labels[f"chart_{form(chart)}"]
    told = " ".join(chart.find(".//desc").text.split())
    if not told.startswith(f"{intro} "):
        return ["the description is not in the language of the page"]
    wanted = " ".join(f"{part}." for part in _expected(chart, cells, told, labels))
    found = [] if told == f"{intro} {wanted}" else [f"it is described as “{told}”; the table says “{wanted}”"]
    shown = Counter(" ".join(text.text.removesuffix("*").split()) for text in chart.iter("text"))
    missing = Counter(_figures(told.removeprefix(intro))) - shown
    return found + [f"{figure} is described, but not drawn" for figure in missing]


def _expected(chart: html.HtmlElement, cells: dict[tuple[str, str], str], told: str, labels: Mapping[str, str]) -> list[str]:
    """How the figures of the table would be told, in the order and for the rows that the chart has."""
    rows, columns = (list(dict.fromkeys(key[place] for key in cells)) for place in (0, 1))
    if form(chart) == "trend":
        columns.reverse()
        named = [row for row in rows if f" {row}: " in told]
        lines = [(f"{row}: ", row) for row in named] or [("", rows[0])]
        return [head + "; ".join(f"{column} – {cells[row, column]}" for column in columns) for head, row in lines]
    if form(chart) == "pairs" and len(columns) > 1 and any(f" {column}: " in told for column in columns):
        both = [row for row in rows if f" {row} – " in told]
        return [f"{column}: " + "; ".join(f"{row} – {cells[row, column]}" for row in both) for column in columns]
    in_title = [column for column in columns if column in chart.find(".//strong").text_content().split(", ")] or columns[:1]
    of_period = {row: cells[row, in_title[0]] for row in rows}
    order = [item.rpartition(" – ")[0] for item in told.removeprefix(labels[f"chart_{form(chart)}"]).strip().split("; ")]
    absent = labels["not_published"]
    if form(chart) == "ranked" and len(order) != sum(figure != absent for figure in of_period.values()):
        return ["as many figures as the table has"]
    return ["; ".join(f"{row} – {of_period.get(row, absent)}" for row in order)]


def _figures(told: str) -> list[str]:
    """The figures of a description, without the statuses behind them."""
    return [re.sub(r" \([^)]*\)$", "", figure) for figure in re.findall(r" – ([^;]*?)(?=;|\.(?: |$))", told)]


def _cells(table: html.HtmlElement) -> dict[tuple[str, str], str]:
    """What a table shows by the heads of row and column; marks of notes are left out."""
    heads = [" ".join(head.text_content().split()) for head in table.cssselect("thead th")][1:]
    cells = {}
    for row in table.cssselect("tbody tr"):
        name = " ".join(row.find("th").text_content().split())
        for head, cell in zip(heads, row.findall("td"), strict=True):
            cells[name, head] = " ".join("".join(cell.xpath(".//text()[not(ancestor::sup)]")).split())
    return cells


def wrong_lengths(page: str, tree: html.HtmlElement, parse: Callable[[str], float]) -> list[str]:
    """Charts with bars that are not as long as the figures behind them; `parse` gives the number of a written figure."""
    found = []
    for chart in charts(tree):
        if form(chart) not in ("ranked", "pairs"):
            continue
        figures = [parse(text.text.removesuffix("*")) for text in chart.iter("text") if text.get("dx")]
        wide = [float(rect.get("width")[:-1]) for rect in chart.iter("rect") if rect.getparent().tag != "pattern"]
        if len(figures) != len(wide):
            found.append(f"{page}: {chart.get('id')} has {len(wide)} bars for {len(figures)} figures")
            continue
        longest = max(wide) / max(figures)
        found += [
            f"{page}: {chart.get('id')}: the bar of {figure} is {length} long"
            for figure, length in zip(figures, wide, strict=True)
            if abs(figure * longest - length) > 0.02
        ]
    return found


def unsound(page: str, tree: html.HtmlElement) -> list[str]:
    """Charts that are too heavy, nameless, or hold more than shapes and text."""
    found = []
    ids = Counter(tree.xpath("//@id"))
    for chart in charts(tree):
        name = f"{page}: {chart.get('id')}"
        (image,) = chart.cssselect("svg.kb-chart__drawing")
        size = len(etree.tostring(image, encoding="utf-8"))
        if size > MOST_BYTES:
            found.append(f"{name} has {size} bytes")
        labelled = [image.xpath(".//*[@id=$id]", id=id_) for id_ in image.get("aria-labelledby", "").split()]
        words = [element[0].text for element in labelled if element]
        if [element[0].tag for element in labelled if element] != ["title", "desc"] or not all(words):
            found.append(f"{name} has no title and description")
        elif words[0] != chart.find(".//strong").text_content():
            found.append(f"{name} has another title than its caption")
        found += [f"{name}: the id {id_} stands twice" for id_ in image.xpath(".//@id") if ids[id_] > 1]
        for element in image.iter(etree.Element):
            if element.tag not in ELEMENTS:
                found.append(f"{name} holds <{element.tag}>")
            found += [f"{name} has the attribute {key}" for key in element.attrib if key not in ATTRIBUTES]
    return found
