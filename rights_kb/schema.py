"""Whether data has its shape: JSON Schemas with messages that say what to write instead."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry, Resource

from rights_kb.problem import Problem
from rights_kb.strict_yaml import LocatedDict, LocatedList

TYPE_WORDS = {
    "object": "a mapping (`key: value`)",
    "array": "a list (`[a, b]` or lines that begin with `- `)",
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}


@cache
def _schemas(folder: Path) -> tuple[dict[str, Any], Registry]:
    documents = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    resources = [(name, Resource.from_contents(document)) for name, document in documents.items()]
    return documents, Registry().with_resources(resources)


@cache
def validator(folder: Path, kind: str) -> Draft202012Validator:
    """The validator of a kind of file. Raises KeyError where `folder` has no schema of that name."""
    documents, registry = _schemas(folder)
    return Draft202012Validator(documents[f"{kind}.json"], registry=registry)


def problems(data: Any, kind: str, folder: Path, file: str, first_line: int = 1) -> Iterator[Problem]:
    """Every place where `data` does not fit the schema of its kind, with its line."""
    for error in validator(folder, kind).iter_errors(data):
        yield from _told(error, data, file, first_line, folder)


def bad_entries(data: Any, kind: str, folder: Path) -> set[int]:
    """The positions of the list entries that do not fit (empty for data that is not a list)."""
    return {error.absolute_path[0] for error in validator(folder, kind).iter_errors(data) if error.absolute_path}


def line_of(data: Any, path: list[Any], first_line: int = 1) -> int:
    """The line of the value at `path`, or of the nearest thing around it whose line is known."""
    line = getattr(data, "line", first_line)
    for step in path:
        if isinstance(data, LocatedDict) and step in data:
            line = data.line_of(step)
            data = data[step]
        elif isinstance(data, LocatedList) and isinstance(step, int) and step < len(data):
            line = data.lines[step]
            data = data[step]
        else:
            break
    return line


def _told(error: ValidationError, data: Any, file: str, first_line: int, folder: Path) -> Iterator[Problem]:
    if error.validator in ("anyOf", "oneOf") and "required" in str(error.validator_value):
        yield _one_of_keys(error, data, file, first_line)
        return
    if error.validator in ("anyOf", "oneOf") and error.context:
        nearest = best_match(error.context) if _same_kind(error) else None
        if nearest is not None and nearest.absolute_path != error.absolute_path:
            yield from _told(nearest, data, file, first_line, folder)
            return
    path = list(error.absolute_path)
    line = line_of(data, path, first_line)
    name = f"`{path[-1]}`" if path and isinstance(path[-1], str) else "This entry"
    shape = error.schema if isinstance(error.schema, dict) else {}
    if error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                inner = _property(error, key)
                yield Problem(file, line, f"`{key}` is missing.", _advice(folder, inner, key), "schema")
        return
    if error.validator == "additionalProperties" and error.validator_value is False:
        known = sorted(shape.get("properties", {}))
        for key in error.instance:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, 1)
                instead = f"Write `{near[0]}`." if near else f"Write one of: {', '.join(known)}."
                yield Problem(file, line_of(data, [*path, key], first_line), f"`{key}` is not a key here.", instead, "schema")
        return
    yield Problem(file, line, f"{name}: {_what(error)}", _advice(folder, shape, None, error.instance), "schema")


def _same_kind(error: ValidationError) -> bool:
    """Whether the branches take the same kind of value, so that the nearest branch tells more than the whole."""
    return isinstance(error.instance, dict) and any(inner.validator != "type" for inner in error.context)


def _one_of_keys(error: ValidationError, data: Any, file: str, first_line: int) -> Problem:
    keys = [f"`{key}`" for branch in error.validator_value for key in branch.get("required", [])]
    line = line_of(data, list(error.absolute_path), first_line)
    present = [key for key in keys if key.strip("`") in error.instance]
    if len(present) > 1:
        return Problem(file, line, f"{' and '.join(present)} exclude each other.", "Keep one of the two.", "schema")
    return Problem(file, line, f"One of {' or '.join(keys)} is missing.", "Unknown is `absent` with the reason.", "schema")


def _property(error: ValidationError, key: str) -> dict[str, Any]:
    return error.schema.get("properties", {}).get(key, {}) if isinstance(error.schema, dict) else {}


def _what(error: ValidationError) -> str:
    value = error.instance
    shown = _shown(value)
    match error.validator:
        case "type":
            wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
            return f"{shown} is not {' or '.join(TYPE_WORDS[name] for name in wanted)}."
        case "enum":
            return f"{shown} is not one of {', '.join(map(str, error.validator_value))}."
        case "const":
            return f"{shown} is not {error.validator_value}."
        case "pattern":
            description = error.schema.get("description")
            return f"{shown} is not {description}." if description else f"{shown} has not the form that is needed here."
        case "minLength" | "minItems" | "minProperties":
            return "it is empty."
        case "uniqueItems":
            return "the same entry stands twice."
        case "minimum" | "maximum" | "exclusiveMinimum":
            return f"{shown} is out of range."
        case "anyOf" | "oneOf":
            description = error.schema.get("description", "what belongs here")
            return f"{shown} is not {description}."
        case "propertyNames":
            return f"{shown} is not a name that may stand here."
        case _:
            return f"{shown} does not belong here."


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= 60 else f"'{value[:57]}…'"
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "this mapping"
    if isinstance(value, list):
        return "this list"
    return str(value).lower()


def _advice(folder: Path, shape: dict[str, Any], key: str | None, value: Any = None) -> str:
    if isinstance(value, str) and shape.get("type") in ("number", "integer"):
        as_number = value.replace(",", ".").replace("\u00a0", "").replace(" ", "").rstrip("%")
        if as_number.replace(".", "", 1).lstrip("-").isdigit():
            return f"Write {as_number}."
    example = shape.get("examples", [None])[0]
    if example is None and "$ref" in shape:
        example = _example_of(folder, shape["$ref"])
    if example is None:
        return ""
    return f"Write e.g. `{key}: {example}`." if key else f"Write e.g. {example}."


def _example_of(folder: Path, reference: str) -> Any:
    shapes = _schemas(folder)[0]["common.json"]["$defs"]
    return shapes.get(reference.rpartition("/")[2], {}).get("examples", [None])[0]
