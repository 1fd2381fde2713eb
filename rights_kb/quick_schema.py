"""A quick look at data by its schema: what surely fits is not validated again; what may not is left to `schema`.

Each schema becomes a tree of small functions that say yes or no. Anything they do not carry over makes the answer no.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

Fits = Callable[[Any], bool]

TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float, Decimal),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
# What a schema may say without a meaning for the data.
SILENT = frozenset(("$defs", "$id", "$schema", "description", "examples", "title"))
SHARED = "common.json"


class NotCarried(Exception):
    """A schema says something that is not carried over here."""


def fits(data: Any, kind: str, folder: Path) -> bool:
    """Whether the data surely fits the schema of its kind; False where it does not, or where only `schema` can say."""
    look = _look(folder, kind)
    return look is not None and look(data)


@cache
def _look(folder: Path, kind: str) -> Fits | None:
    shared = json.loads((folder / SHARED).read_text(encoding="utf-8"))["$defs"]
    try:
        return _Shapes(shared).look(json.loads((folder / f"{kind}.json").read_text(encoding="utf-8")))
    except NotCarried:
        return None


class _Shapes:
    """Makes functions of schemas that refer to the `shared` ones."""

    def __init__(self, shared: Mapping[str, Any]) -> None:
        self.shared = shared
        self.made: dict[str, Fits] = {}

    def look(self, shape: Any) -> Fits:
        """The function of a schema. Raises NotCarried."""
        if isinstance(shape, bool):
            return lambda value: shape
        said = {keyword: value for keyword, value in shape.items() if keyword not in SILENT}
        looks = []
        if "$ref" in said:
            looks.append(self.referred(said.pop("$ref")))
        for keyword, several in (("allOf", _all), ("anyOf", _any), ("oneOf", _one)):
            if keyword in said:
                # A "no" that only means "I cannot say" would turn two forms that fit into one.
                if keyword == "oneOf" and any(set(inner) != {"required"} for inner in said[keyword]):
                    raise NotCarried(keyword)
                looks.append(several([self.look(inner) for inner in said.pop(keyword)]))
        wanted = said.pop("type", None)
        if wanted is not None:
            looks.append(_of_type([wanted] if isinstance(wanted, str) else wanted))
        for keyword in ("const", "enum"):
            if keyword in said:
                typed = said.pop(keyword)
                looks.append(_words([typed] if keyword == "const" else typed))
        looks += [look for look in (_text(said), _number(said), self.array(said), self.object(said)) if look]
        if said:
            raise NotCarried(", ".join(said))
        return looks[0] if len(looks) == 1 else _all(looks)

    def referred(self, reference: str) -> Fits:
        file, _, name = reference.partition("#/$defs/")
        if file not in ("", SHARED) or name not in self.shared:
            raise NotCarried(reference)
        if name not in self.made:
            self.made[name] = _never  # a schema that refers to itself fits nothing here
            self.made[name] = _remembering(self.look(self.shared[name]))
        return self.made[name]

    def array(self, said: dict[str, Any]) -> Fits | None:
        least, most = said.pop("minItems", 0), said.pop("maxItems", None)
        unique = said.pop("uniqueItems", False)
        each = self.look(said.pop("items")) if "items" in said else None
        if not (least or most is not None or unique or each):
            return None

        def look(value: Any) -> bool:
            if not isinstance(value, list):
                return True
            if len(value) < least or (most is not None and len(value) > most):
                return False
            if unique and (not all(type(item) is str for item in value) or len(set(value)) < len(value)):
                return False
            return each is None or all(map(each, value))

        return look

    def object(self, said: dict[str, Any]) -> Fits | None:
        required, least = said.pop("required", ()), said.pop("minProperties", 0)
        depends = said.pop("dependentRequired", {})
        known = {name: self.look(inner) for name, inner in said.pop("properties", {}).items()}
        names = self.look(said.pop("propertyNames")) if "propertyNames" in said else None
        if not (required or least or depends or known or names or "additionalProperties" in said):
            return None
        others = self.look(said.pop("additionalProperties", True))

        def look(value: Any) -> bool:
            if not isinstance(value, dict):
                return True
            if len(value) < least:
                return False
            for name in required:
                if name not in value:
                    return False
            for name, needed in depends.items():
                if name in value and not all(other in value for other in needed):
                    return False
            for name, inner in value.items():
                if names is not None and not names(name):
                    return False
                if not known.get(name, others)(inner):
                    return False
            return True

        return look


def _never(value: Any) -> bool:
    return False


def _all(looks: Collection[Fits]) -> Fits:
    def look(value: Any) -> bool:
        for each in looks:
            if not each(value):
                return False
        return True

    return look


def _any(looks: Collection[Fits]) -> Fits:
    return lambda value: any(look(value) for look in looks)


def _one(looks: Collection[Fits]) -> Fits:
    return lambda value: sum(look(value) for look in looks) == 1


def _of_type(names: list[str]) -> Fits:
    types = tuple(type_ for name in names for type_ in TYPES[name])
    # To Python true is a number too, to a schema it is not; what a float may be is left to `schema`.
    booleans = "boolean" in names
    return lambda value: isinstance(value, types) and (booleans or value.__class__ is not bool)


def _words(typed: list[Any]) -> Fits:
    if not all(item is None or isinstance(item, str | bool) for item in typed):
        raise NotCarried("a number among words")
    words = tuple(item for item in typed if not isinstance(item, bool))
    truths = tuple(item for item in typed if isinstance(item, bool))
    # To Python 1 and true are the same, to a schema they are not.
    return lambda value: value in truths if value.__class__ is bool else value in words


def _text(said: dict[str, Any]) -> Fits | None:
    least, pattern = said.pop("minLength", 0), said.pop("pattern", None)
    if pattern is None:
        return (lambda value: not isinstance(value, str) or len(value) >= least) if least else None
    found = re.compile(pattern).search
    return lambda value: not isinstance(value, str) or (len(value) >= least and found(value) is not None)


def _number(said: dict[str, Any]) -> Fits | None:
    bounds = {keyword: said.pop(keyword) for keyword in ("minimum", "maximum", "exclusiveMinimum") if keyword in said}
    if not bounds:
        return None
    least, most, above = (bounds.get(keyword) for keyword in ("minimum", "maximum", "exclusiveMinimum"))

    def look(value: Any) -> bool:
        if not isinstance(value, TYPES["number"]):
            return True
        return (least is None or value >= least) and (most is None or value <= most) and (above is None or value > above)

    return look


def _remembering(look: Fits) -> Fits:
    """The same function, quicker for a word that fitted before: codes, periods and ids come again and again."""
    fitted: set[str] = set()

    def remembered(value: Any) -> bool:
        if value.__class__ is str:
            if value in fitted:
                return True
            if look(value):
                fitted.add(value)
                return True
            return False
        return look(value)

    return remembered
