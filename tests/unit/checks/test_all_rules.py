"""What holds for all rules together: each is tested, all speak at once, exceptions are exact, and `kb check` tells them."""

import importlib
import json
from pathlib import Path

import pytest

from rights_kb import checks, cli, strict_yaml
from rights_kb.problem import Problem, told

from ..conftest import BEES

RULES = checks.rules()
HERE = Path(__file__).parent
PAGE = "content/en/keeping/honey.md"
GLOSSARY = "data/glossary.yml"


def test_a_right_guide_has_no_problem(guide):
    assert guide.told() == []


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_its_tests(rule):
    assert (HERE / f"test_{rule}.py").is_file()


@pytest.mark.parametrize("path", sorted(HERE.glob("test_*.py")), ids=lambda path: path.stem)
def test_each_file_of_tests_belongs_to_a_rule(path):
    assert path.stem.removeprefix("test_") in (*RULES, "all_rules")


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_says_in_its_first_line_what_must_hold(rule):
    first = (importlib.import_module(f"rights_kb.checks.{rule}").__doc__ or "").splitlines()[0]
    assert first.endswith(".")


@pytest.mark.parametrize("rule", RULES)
def test_each_problem_knows_its_rule(guide, rule):
    guide.change(GLOSSARY, "A place for hives.", "A <b>bee farm</b> of 5 hivеs")
    guide.add(PAGE, "\n<b>5 bee farms [x](zzz.md)</b> {{ zzz() }}\n\n# No id")
    found = list(checks.of_rule(rule, checks.Guide(guide.library(), {})))
    assert {problem.rule for problem in found} <= {rule}


# All at once


@pytest.fixture
def wrong(guide):
    """The guide with a mistake of another rule in each of six files; gives their places in order."""
    places = [
        (PAGE, guide.add(PAGE, "\nA [bee](zzz.md).") + 1),
        ("content/ru/index.md", guide.change("content/ru/index.md", "Пчёлы дают", "Пчёлы <b> дают")),
        (GLOSSARY, guide.change(GLOSSARY, "A place for hives.", "A place for 5 hives.")),
        ("data/indicator.yml", guide.change("data/indicator.yml", "[hive-count]", "[hive-cont]")),
        (
            "data/laws.yml",
            guide.change("data/laws.yml", "in_force: 2019-06-01", "in_force: 2019-04-01") - 1,
        ),  # told at `date`
        ("data/tables/honey.yml", guide.change("data/tables/honey.yml", "value: 60", "value: 61")),
    ]
    guide.places = [f"{file}:{line}" for file, line in places]
    return guide


def test_all_problems_of_several_files_are_told_at_once(wrong):
    assert [problem.split("  ")[0] for problem in wrong.told()] == wrong.places


def test_problems_come_by_file_and_line(wrong):
    wrong.add(PAGE, "\nA [bee](zzz.md).")
    found = wrong.problems()
    assert [(problem.file, problem.line) for problem in found] == sorted((problem.file, problem.line) for problem in found)


def test_each_problem_says_what_to_write_instead(wrong):
    assert [problem for problem in wrong.problems() if not problem.instead] == []


def test_a_problem_that_two_rules_find_in_the_same_words_is_told_once():
    assert told([Problem("a", 1, "Wrong.", "", "x"), Problem("a", 1, "Wrong.", "", "x")]) == "a:1  Wrong."


# Exceptions


def exception(rule="numbers_of_texts_are_values", file=GLOSSARY, text=None, until="2027-01-01"):
    lines = [
        f"- rule: {rule}",
        f"  file: {file}",
        f"  text: {text}",
        "  why: The number is part of a name.",
        f"  until: {until}",
    ]
    return "\n".join(line for line in lines if line != "  text: None") + "\n"


def test_an_exception_excuses_its_problem(guide):
    guide.change(GLOSSARY, "A place for hives.", "A place for 5 hives.")
    guide.write("data/exceptions.yml", exception())
    assert guide.told() == []


@pytest.fixture
def two_numbers(guide):
    """A guide with two problems of one rule in one file: the numbers 7hives and 9hives."""
    guide.change(GLOSSARY, "Место для ульев.", "Место для 7hives")
    guide.change(GLOSSARY, "A place for hives.", "A place for 9hives")
    return guide


def test_an_exception_with_text_excuses_that_one_problem_and_leaves_the_other(two_numbers):
    two_numbers.write("data/exceptions.yml", exception(text="9hives"))
    (problem,) = two_numbers.told()
    assert "7hives" in problem


def test_an_exception_from_another_rule_excuses_nothing(guide):
    guide.change(GLOSSARY, "A place for hives.", "A place for 5 hives.")
    guide.write("data/exceptions.yml", exception(rule="names_are_right"))
    assert len(guide.told()) == 2


def test_an_exception_for_another_file_excuses_nothing(guide):
    guide.change(GLOSSARY, "A place for hives.", "A place for 5 hives.")
    guide.write("data/exceptions.yml", exception(file="data/laws.yml"))
    assert len(guide.told()) == 2


def test_a_needless_exception_is_a_problem(guide):
    guide.write("data/exceptions.yml", exception())
    assert guide.told() == [
        "data/exceptions.yml:1  The exception from `numbers_of_texts_are_values` is not needed any more. Remove it."
    ]


def test_a_needless_exception_beside_one_that_is_needed_is_told_at_its_line(guide):
    guide.change(GLOSSARY, "A place for hives.", "A place for 5 hives.")
    guide.write("data/exceptions.yml", exception() + exception(rule="names_are_right"))
    assert guide.told() == ["data/exceptions.yml:5  The exception from `names_are_right` is not needed any more. Remove it."]


def test_an_exception_from_a_rule_that_does_not_exist_is_needless(guide):
    guide.write("data/exceptions.yml", exception(rule="no_such_rule"))
    assert guide.told() == ["data/exceptions.yml:1  The exception from `no_such_rule` is not needed any more. Remove it."]


def test_an_exception_without_reason_is_a_problem(guide):
    guide.write("data/exceptions.yml", exception().replace("  why: The number is part of a name.\n", ""))
    assert guide.told() == ["data/exceptions.yml:1  `why` is missing. Write e.g. `why: …`."]


# The command


def run(root, capsys):
    status = cli.main(["--root", str(root), "check"])
    return status, capsys.readouterr()


def test_check_of_a_right_guide_gives_0(guide, capsys):
    status, shown = run(guide.root, capsys)
    assert (status, shown.err) == (0, "")


def test_check_of_a_right_guide_says_so(guide, capsys):
    assert run(guide.root, capsys)[1].out.startswith("No problems: ")


def test_check_of_a_wrong_guide_gives_1(wrong, capsys):
    assert run(wrong.root, capsys)[0] == 1


def test_check_prints_every_problem_as_place_what_and_instead(wrong, capsys):
    assert run(wrong.root, capsys)[1].out == "\n".join(wrong.told()) + "\n"


def test_check_prints_one_problem_exactly(guide, capsys):
    line = guide.change("data/indicator.yml", "status: confirmed", "status: sure")
    words = "confirmed, secondary, unverified, superseded, disputed"
    expected = f"data/indicator.yml:{line}  `status`: 'sure' is not one of {words}. Write e.g. confirmed.\n"
    assert run(guide.root, capsys)[1].out == expected


def test_check_without_configuration_gives_2(guide, capsys):
    guide.remove("mkdocs.yml")
    status, shown = run(guide.root, capsys)
    assert (status, shown.out) == (2, "")


def test_check_without_configuration_says_what_is_missing(guide, capsys):
    guide.remove("mkdocs.yml")
    expected = f"There is no mkdocs.yml in {guide.root}. Run the command in the folder of the guide.\n"
    assert run(guide.root, capsys)[1].err == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "site_name: Bees\n",
        "plugins:\n",
        "plugins:\n  - i18n\n",
        "plugins:\n  - i18n:\n      languages: []\n",
        "a: [\n",
    ],
)
def test_check_with_a_configuration_that_names_no_languages_gives_2(guide, capsys, text):
    guide.write("mkdocs.yml", text)
    assert run(guide.root, capsys)[0] == 2


def test_check_finds_the_guide_from_a_folder_inside_it(guide, capsys, monkeypatch):
    monkeypatch.chdir(guide.root / "data" / "tables")
    assert cli.main(["check"]) == 0


def test_check_writes_nothing(guide, capsys):
    def state():
        return {path: path.read_bytes() for path in guide.root.rglob("*") if path.is_file()}

    before = state()
    run(guide.root, capsys)
    assert state() == before


# Whatever is typed, it is told, and no rule falls over it

ODD = [None, 5, "x", [], {}, [[1]], {"ru": ["x"]}, {"years": "x"}, "2025-Q", True, -1.5]


@pytest.mark.parametrize("path", sorted((BEES / "data").rglob("*.yml")), ids=lambda path: path.stem)
def test_a_value_of_a_wrong_kind_is_told_and_breaks_no_rule(guide, path):
    file = path.relative_to(BEES).as_posix()
    data, _ = strict_yaml.read_file(path, file)
    keys = list(data[0] if isinstance(data, list) else data)
    for position, key in enumerate(keys):
        changed = json.loads(json.dumps(data, default=float))
        entry = changed[0] if isinstance(changed, list) else changed
        odd = ODD[position % len(ODD)]
        entry[key] = odd
        guide.write(file, json.dumps(changed, ensure_ascii=False))
        for problem in guide.problems():
            assert (problem.line >= 1, "\n" in str(problem)) == (True, False)


@pytest.mark.parametrize("odd", [5, "x", [], {}, [5], [[]], [{}], {"a": 5}, {"a": {}}], ids=str)
def test_a_file_of_a_wrong_kind_is_told_and_breaks_no_rule(guide, odd):
    for path in sorted((BEES / "data").rglob("*.yml")):
        file = path.relative_to(BEES).as_posix()
        before = guide.text(file)
        guide.write(file, json.dumps(odd))
        guide.problems()
        guide.write(file, before)
