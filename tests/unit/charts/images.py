"""Reads a drawn chart as a browser would: its texts and shapes, lengths as numbers."""

from __future__ import annotations

from lxml import etree

from rights_kb.render.charts import drawing
from rights_kb.render.charts.drawing import Drawing

SVG = "{http://www.w3.org/2000/svg}"


def image(drawn: Drawing) -> etree._Element:
    """The whole image; a drawing that is not well-formed raises an error here."""
    text = drawing.svg("c", "Title", "Description", drawn)
    return etree.fromstring(text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def texts(drawn: Drawing) -> list[str]:
    """The lines of text, in the order of the file."""
    return ["".join(element.itertext()) for element in image(drawn).iter(f"{SVG}text")]


def shapes(drawn: Drawing, tag: str) -> list[etree._Element]:
    """The shapes of a kind, those of patterns left out."""
    return [element for element in image(drawn).iter(f"{SVG}{tag}") if element.getparent().tag != f"{SVG}pattern"]


def length(element: etree._Element, name: str) -> float:
    """A length in per cent or em, as a number."""
    return float(element.get(name).removesuffix("%").removesuffix("em"))


def lowest(drawn: Drawing) -> float:
    """The base line of the lowest text that stands in the image itself, in em."""
    return max(length(element, "y") for element in shapes(drawn, "text"))
