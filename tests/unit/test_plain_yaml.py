"""What is read from the parser's events is what the whole tree gives: the same data and types at the same lines."""

from pathlib import Path

import pytest

from rights_kb import strict_yaml

FIXTURES = Path(__file__).parents[1] / "fixtures"
FILES = sorted((FIXTURES / "bees" / "data").rglob("*.yml")) + sorted((FIXTURES / "second-guide" / "data").rglob("*.yml"))


def seen(data):
    """The data with its types and lines, to be compared."""
    if isinstance(data, dict):
        return data.line, data.lines, {key: (data.line_of(key), seen(value)) for key, value in data.items()}
    if isinstance(data, list):
        return data.line, data.lines, [seen(value) for value in data]
    return type(data), str(data)


def both(text, monkeypatch):
    plain = strict_yaml.read_text(text, "f.yml", 3)
    with monkeypatch.context() as patched:
        patched.setattr(strict_yaml._Plain, "data", lambda self: strict_yaml.UNUSUAL)
        return plain, strict_yaml.read_text(text, "f.yml", 3)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FIXTURES).as_posix())
def test_a_file_of_a_guide_is_read_alike(path, monkeypatch):
    text = path.read_text(encoding="utf-8")
    assert strict_yaml._Plain(text, 1).data() is not strict_yaml.UNUSUAL
    (plain, nothing), (whole, problems) = both(text, monkeypatch)
    assert nothing == problems == []
    assert seen(plain) == seen(whole)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: {c: 2,\n d: 3}\ne:\n- x\n- [1,\n  2]\n",
        "a: null\nb: ''\nc: |\n  12\nd: -0.50\ne: 12345678901234567890\n",
        "? a\n: 1\n",
        "{a: 1, b: [1, 2], c: {d: 1}}",
        "x",
        "- {}\n- []\n",
    ],
)
def test_a_text_without_problems_is_read_alike(text, monkeypatch):
    (plain, nothing), (whole, problems) = both(text, monkeypatch)
    assert nothing == problems == []
    assert seen(plain) == seen(whole)


WORDS = ("no", "010", "~", "", "{v: 12,4}", "!x 1", "&b [1]\nc: *b", "<<", "[", "12:30", "0x1F", "True", "1\na: 2")
TEXTS = (*(f"a: {word}" for word in WORDS), "<<: {a: 1}", "[a]: 1", "---\na: 1\n---\nb: 2", "", "[" * 40 + "]" * 40)


@pytest.mark.parametrize("text", TEXTS)
def test_what_may_be_a_problem_is_left_to_the_whole_tree(text):
    assert strict_yaml._Plain(text, 1).data() is strict_yaml.UNUSUAL
    _data, problems = strict_yaml.read_text(text, "f.yml")
    assert problems
