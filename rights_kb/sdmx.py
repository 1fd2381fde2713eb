"""Official statistics as their publisher writes them: SDMX-ML 2.1, structure-specific data and data structures.

Only XML without a document type is read, so that no entity can grow or fetch anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from rights_kb.problem import Refused

# Names that the standard fixes.
TIME = "TIME_PERIOD"
VALUE = "OBS_VALUE"
UNIT = "UNIT_MEASURE"
MULTIPLIER = "UNIT_MULT"
SERIES = "SERIES"
TOTAL = "_T"

MESSAGE = "{http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message}"
STRUCTURE = "{http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure}"
COMMON = "{http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common}"
SPECIFIC = "{http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific}"

# An indicator is some kilobytes, the structure of a whole statistical office some megabytes.
LARGEST = 64 * 2**20
PERIOD = re.compile(r"([0-9]{4})(?:-(?:(Q[1-4])|S([12])|M?(0[1-9]|1[0-2])))?\Z")


class CannotRead(Refused):
    """A file cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Name:
    """Which data structure: two editions of one differ in `version` only."""

    agency: str
    id: str
    version: str

    def __str__(self) -> str:
        return f"{self.agency}:{self.id}({self.version})"


@dataclass(frozen=True)
class Structure:
    """A data structure: for each dimension or attribute that has a list of codes, the codes with a name."""

    name: Name
    dimensions: tuple[str, ...]
    codes: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Figure:
    """One official observation: every code by its dimension or attribute, the period as the guide writes it, the value."""

    codes: Mapping[str, str]
    period: str
    value: Decimal | None


@dataclass(frozen=True)
class Data:
    """The observations of one file, and the structure they say they are of."""

    structure: Name
    figures: tuple[Figure, ...]


def read_structure(path: Path) -> Structure:
    """The data structure of a structure message. Raises CannotRead."""
    root = _root(path, "Structure", "the data structure definition (DSD)")
    found = list(root.iter(f"{STRUCTURE}DataStructure"))
    if len(found) != 1:
        raise CannotRead(f"{path.name}: it defines {len(found)} data structures. Give a file that defines one.")
    lists = {_maintained(item): _names(item) for item in root.iter(f"{STRUCTURE}Codelist")}
    dimensions, codes = [], {}
    for kind in ("Dimension", "Attribute"):
        for item in found[0].iter(f"{STRUCTURE}{kind}"):
            id_ = item.get("id")
            if id_ is None:
                # Inside an attribute the same tag only refers to a dimension.
                continue
            if kind == "Dimension":
                dimensions.append(id_)
            reference = item.find(f"{STRUCTURE}LocalRepresentation/{STRUCTURE}Enumeration/Ref")
            if reference is not None:
                codes[id_] = lists.get(_maintained(reference), {})
    return Structure(_maintained(found[0]), tuple(dimensions), codes)


def read_data(path: Path) -> Data:
    """Every observation of a structure-specific data message. Raises CannotRead."""
    root = _root(path, "StructureSpecificData", "structure-specific data")
    reference = root.find(f"{MESSAGE}Header/{MESSAGE}Structure/{COMMON}Structure/Ref")
    if reference is None:
        raise CannotRead(f"{path.name}: its header names no data structure. Give the file as its publisher wrote it.")
    figures = []
    for set_ in root.iter(f"{MESSAGE}DataSet"):
        if set_.get(f"{SPECIFIC}action", "") == "Delete":
            raise CannotRead(f"{path.name}: it asks to delete figures. Give a file that holds the figures there are.")
        figures += [_figure(codes, path) for codes in _observations(set_)]
    if not figures:
        raise CannotRead(f"{path.name}: it holds no observation.")
    return Data(_maintained(reference), tuple(figures))


def _root(path: Path, wanted: str, what: str) -> Element:
    try:
        if path.stat().st_size > LARGEST:
            raise CannotRead(f"{path.name}: larger than {LARGEST // 2**20} MB. Give the file of one indicator.")
        root = fromstring(path.read_bytes(), forbid_dtd=True)
    except OSError as error:
        raise CannotRead(f"{path}: {error.strerror}. Name an SDMX-ML file.") from error
    except DefusedXmlException as error:
        raise CannotRead(
            f"{path.name}: it declares a document type or entities, which official data never need. Do not trust this file."
        ) from error
    except ParseError as error:
        line, column = error.position
        why = str(error).partition(":")[0]
        raise CannotRead(
            f"{path.name}:{line}  it is no whole XML ({why}, column {column + 1}). Download it again."
        ) from error
    except (LookupError, ValueError) as error:
        raise CannotRead(f"{path.name}: its encoding cannot be read ({error}). Give it in UTF-8.") from error
    if root.tag != f"{MESSAGE}{wanted}":
        raise CannotRead(f"{path.name}: it is `{root.tag.rpartition('}')[2]}`. Give {what} in SDMX-ML 2.1 (`{wanted}`).")
    return root


def _maintained(item: Element) -> Name:
    return Name(item.get("agencyID", ""), item.get("id", ""), item.get("version", "1.0"))


def _names(codelist: Element) -> dict[str, str]:
    """Every code with the first name it is given."""
    found = {}
    for code in codelist.iter(f"{STRUCTURE}Code"):
        name = code.find(f"{COMMON}Name")
        found[code.get("id", "")] = (name.text or "").strip() if name is not None else ""
    return found


def _observations(set_: Element) -> Iterator[dict[str, str]]:
    for item in set_:
        tag = item.tag.rpartition("}")[2]
        if tag == "Obs":
            yield dict(item.attrib)
        elif tag == "Series":
            for observation in item:
                yield {**item.attrib, **observation.attrib}


def _figure(codes: dict[str, str], path: Path) -> Figure:
    typed = codes.get(TIME, "")
    match = PERIOD.match(typed)
    if match is None:
        raise CannotRead(f"{path.name}: {_told(codes)}: `{typed}` is no year, half-year, quarter or month.")
    year, quarter, half, month = match.groups()
    rest = quarter or (half and f"H{half}") or month
    return Figure(codes, f"{year}-{rest}" if rest else year, _number(codes, path))


def _number(codes: dict[str, str], path: Path) -> Decimal | None:
    typed = codes.get(VALUE, "").strip()
    if typed in ("", "NaN"):
        return None
    try:
        value = Decimal(typed)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value.adjusted()) > 30:
        raise CannotRead(f"{path.name}: {_told(codes)}: `{typed}` is no number. Give the file as its publisher wrote it.")
    return value


def _told(codes: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {code}" for name, code in codes.items() if name != VALUE and code != TOTAL)[:300]
