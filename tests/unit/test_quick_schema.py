"""The quick look at data lets nothing pass that the schema refuses, and everything that the guides hold."""

import copy
import json
from decimal import Decimal
from pathlib import Path

import pytest

from rights_kb import documents, quick_schema, schema
from rights_kb.project import open_project

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "data" / "schema"
KINDS = {document.kind: document.data for document in documents.read_all(open_project(ROOT))}
STRANGE = (
    None,
    True,
    False,
    0,
    1,
    1.0,
    -1,
    Decimal("2.50"),
    1900,
    "",
    " ",
    "a",
    "A b",
    "2024-05",
    [],
    [1],
    ["a", "a"],
    {},
    {"a": 1},
)
MISTAKES = 120


def agree(kind, data):
    """Both answer alike; the quick look may leave what fits to the schema, but not let pass what does not."""
    quick, slow = quick_schema.fits(data, kind, SCHEMAS), schema.validator(SCHEMAS, kind).is_valid(data)
    assert slow or not quick, data
    return quick == slow


def small(data, size=2):
    """The data with lists and mappings of many entries cut short."""
    if isinstance(data, dict):
        return {key: small(value) for key, value in data.items()}
    return [small(value) for value in data[:size]] if isinstance(data, list) else data


def spoilt(data, path=()):
    """The data with one thing wrong in it, for each place in it and each kind of wrong."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield (*path, key), "remove", None
        for strange in STRANGE:
            yield (*path, key), "put", strange
        yield from spoilt(value, (*path, key))
    if isinstance(data, dict):
        for name in ("strange", "Ö", "period", "value", "absent", "from"):
            yield (*path, name), "put", "a"
    if isinstance(data, list) and data:
        yield (*path, len(data)), "add", data[0]


def with_mistake(data, path, what, strange):
    whole = copy.deepcopy(data)
    place = whole
    for step in path[:-1]:
        place = place[step]
    if what == "remove":
        del place[path[-1]]
    elif what == "add":
        place.append(strange)
    else:
        place[path[-1]] = strange
    return whole


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_file_of_the_guide_passes_the_quick_look(kind):
    assert quick_schema.fits(KINDS[kind], kind, SCHEMAS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_the_schema_refuses_never_passes(kind):
    data = small(json.loads(json.dumps(KINDS[kind], default=float)))
    assert agree(kind, data)
    every = list(spoilt(data))
    # Every mistake would take minutes; these are spread over all places and, the steps being odd, over all kinds of wrong.
    mistakes = every[:: max(1, len(every) // MISTAKES) | 1]
    alike = sum(agree(kind, with_mistake(data, *mistake)) for mistake in mistakes)
    refused = sum(not quick_schema.fits(with_mistake(data, *mistake), kind, SCHEMAS) for mistake in mistakes)
    assert alike > 0.9 * len(mistakes)
    assert refused > 0.3 * len(mistakes)


def test_a_schema_with_a_keyword_that_is_not_carried_over_is_left_to_the_validator(tmp_path):
    (tmp_path / "common.json").write_text('{"$defs": {}}')
    for name, shape in {"known": {"type": "object"}, "not-known": {"not": {"type": "string"}}}.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(shape))
    assert quick_schema.fits({}, "known", tmp_path)
    assert not quick_schema.fits({}, "not-known", tmp_path)


def test_each_kind_of_file_is_tried():
    assert set(KINDS) == {path.stem for path in SCHEMAS.glob("*.json")} - {"common", "page"}
