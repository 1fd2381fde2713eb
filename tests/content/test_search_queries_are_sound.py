"""The queries that measure search have their shape, name pages that exist, and keep their two halves apart."""

import importlib.util
import json
import sys

import pytest
import real_guide

FOLDER = real_guide.ROOT / "bench" / "search-quality"
FILES = {language: FOLDER / f"queries-{language}.jsonl" for language in real_guide.library().languages}
ROW = {"q": "сот", "group": "exact", "half": "tune", "concept": "court", "pages": ["rights/work"]}
KEPT = {**ROW, "q": "мектеп", "half": "kept", "concept": "school"}


def _load():
    spec = importlib.util.spec_from_file_location("queries", FOLDER / "queries.py")
    module = sys.modules["queries"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


queries = _load()


@pytest.mark.parametrize("language", FILES)
def test_a_set_of_queries_is_sound(language):
    assert queries.problems(FILES[language], set(real_guide.library().slugs())) == []


def test_a_concept_is_in_the_same_half_in_every_language():
    halves = {}
    for file in FILES.values():
        for concept, half in queries.concepts(file).items():
            assert halves.setdefault(concept, half) == half, f"{file.name}: {concept}"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([ROW, {**ROW, "q": "Сот "}, KEPT], "queries.jsonl:2  “q” is 'Сот '"),
        ([ROW, {**ROW, "q": "СОТ"}, KEPT], "queries.jsonl:2  the query stands in line 1 already"),
        ([ROW, {**KEPT, "concept": "court"}], "queries.jsonl:2  “court” is in kept (line 2) and tune (line 1)"),
        ([ROW], "no query of the group “exact” is in the half kept"),
        ([{**ROW, "pages": ["rights/moon"]}, KEPT], "queries.jsonl:1  there is no page 'rights/moon'"),
        ([{**ROW, "pages": []}, KEPT], "queries.jsonl:1  0 pages answer it"),
        ([{**ROW, "half": "both"}, KEPT], "queries.jsonl:1  there is no half 'both'"),
        ([{"q": "сот", "pages": ["rights/work"]}], "queries.jsonl:1  the fields are q, pages"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, rows, said):
    file = tmp_path / "queries.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    found = queries.problems(file, {"rights/work"}, fewest=1)
    assert [problem for problem in found if problem.startswith("queries.jsonl") and said in problem]


def test_too_few_queries_are_noticed(tmp_path):
    file = tmp_path / "queries.jsonl"
    file.write_text(json.dumps(ROW) + "\n" + json.dumps(KEPT) + "\n", encoding="utf-8")
    assert queries.problems(file, {"rights/work"}) == [
        "queries.jsonl:2  2 queries are too few to say anything. Write 150 or more"
    ]
