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
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from rights_kb import quick_schema
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
# How a value of a type looks where its schema gives no example.
PLAIN_EXAMPLES = {"string": "…", "integer": "1", "number": "1", "boolean": "true", "object": "{…}", "null": "null"}


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


def fits(value: Any, folder: Path, shape: str) -> bool:
    """Whether a value has one of the shapes that all kinds of files share, such as "period"."""
    return _shared(folder, shape).is_valid(value)


@cache
def _shared(folder: Path, shape: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"common.json#/$defs/{shape}"}, registry=_schemas(folder)[1])


def problems(data: Any, kind: str, folder: Path, file: str, first_line: int = 1) -> Iterator[Problem]:
    """Every place where `data` does not fit the schema of its kind, with its line, each once."""
    if quick_schema.fits(data, kind, folder):
        return
    errors = validator(folder, kind).iter_errors(data)
    # One error comes for each missing key, and each of them knows of all.
    yield from dict.fromkeys(problem for error in errors for problem in _told(error, data, file, first_line, folder))


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
    if error.validator in ("anyOf", "oneOf"):
        if all(set(branch) == {"required"} for branch in error.validator_value):
            if isinstance(error.instance, dict):
                yield _one_of_keys(error, data, file, first_line)
            return
        meant = _branch_meant(error)
        if meant:
            for inner in meant:
                yield from _told(inner, data, file, first_line, folder)
            return
    path = list(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        what = f"`{error.instance}` is not {error.schema.get('description', 'a name that may stand here')}."
        instead = _advice(folder, error.schema, None) or "Write small Latin letters; a text has language codes there."
        yield Problem(file, line_of(data, [*path, error.instance], first_line), what, instead, "schema")
        return
    if error.validator == "pattern" and error.instance == "" and "minLength" in error.schema:
        return  # that it is empty is told already
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
                place = line_of(data, [*path, key], first_line)
                yield Problem(file, place, f"`{key}` is not a key here.", instead, "schema")
        return
    yield Problem(file, line, f"{name}: {_what(error)}", _advice(folder, shape, None, error.instance), "schema")


def _branch_meant(error: ValidationError) -> list[ValidationError]:
    """The mistakes of the one form out of several that was meant, or none where no form comes near."""
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    near = []
    for found in branches.values():
        here = [inner for inner in found if inner.absolute_path == error.absolute_path]
        if not any(inner.validator in ("type", "const", "enum") or _all_keys_strange(inner) for inner in here):
            near.append((len(here), len(found), found))
    return min(near, key=lambda item: item[:2])[2] if near and error.instance != {} else []


def _all_keys_strange(error: ValidationError) -> bool:
    if error.validator != "additionalProperties":
        return False
    return not any(key in error.schema.get("properties", {}) for key in error.instance)


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
    if isinstance(value, str) and "enum" in shape:
        near = difflib.get_close_matches(value, map(str, shape["enum"]), 1)
        if near:
            return f"Write {near[0]}."
    example = _example(folder, shape)
    if example is None:
        return ""
    if key is None and example == PLAIN_EXAMPLES["string"]:
        return "Write a text."
    return f"Write e.g. `{key}: {example}`." if key else f"Write e.g. {example}."


def _example(folder: Path, shape: dict[str, Any]) -> Any:
    """The example of a shape, or one made of its parts; None where nothing says how it looks."""
    if "examples" in shape:
        return shape["examples"][0]
    if "$ref" in shape:
        return _example(folder, _schemas(folder)[0]["common.json"]["$defs"][shape["$ref"].rpartition("/")[2]])
    if "enum" in shape:
        return shape["enum"][0]
    if shape.get("type") == "array":
        inside = _example(folder, shape.get("items", {}))
        return None if inside is None else f"[{inside}]"
    return PLAIN_EXAMPLES.get(str(shape.get("type")))
