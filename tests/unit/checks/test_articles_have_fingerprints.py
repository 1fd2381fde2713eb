"""Of every law whose text was read, each article that a fact rests on has its fingerprint, taken from that edition."""

import pytest

RULE = "articles_have_fingerprints"
FILE = "data/fingerprints.yml"
COMMAND = "Run `kb law fingerprint FILE --write` with the text that was read."


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def without(guide, article):
    """Take the fingerprint of one article out."""
    lines = guide.text(FILE).splitlines(keepends=True)
    guide.write(FILE, "".join(line for line in lines if not line.startswith(f'    "{article}": ')))


@pytest.mark.parametrize(
    ("article", "file", "fact"),
    [
        ("4", "data/rules/bee-law.yml", "- id: distance-to-school"),
        ("5", "data/rules/bee-law.yml", "- id: working-hours"),
        ("9", "data/penalties/poisoning-bees.yml", "law: bee-law"),
    ],
)
def test_an_article_without_fingerprint_is_a_problem_at_the_fact_that_rests_on_it(guide, article, file, fact):
    without(guide, article)
    place = f"{file}:{guide.line(file, fact)}"
    assert guide.told() == [f"{place}  Article {article} of `bee-law` has no fingerprint. {COMMAND}"]


def test_a_law_without_any_fingerprint_is_a_problem_for_each_article(guide):
    guide.remove(FILE)
    assert [problem.split("  ")[1].split(" of ")[0] for problem in guide.told()] == ["Article 9", "Article 4", "Article 5"]


def test_a_law_whose_text_nobody_read_needs_no_fingerprint(guide):
    guide.remove(FILE)
    guide.change("data/laws.yml", "  edition: 2024-02-01\n", "")
    assert guide.told_by(RULE) == []


def test_fingerprints_of_another_edition_are_a_problem(guide):
    guide.change(FILE, "edition: 2024-02-01", "edition: 2023-02-01")
    line = guide.line(FILE, "bee-law:")
    told = "The fingerprints of `bee-law` are of 2023-02-01; the edition that was read is 2024-02-01."
    assert guide.told() == [f"{FILE}:{line}  {told} {COMMAND}"]


def test_fingerprints_of_no_law_are_a_problem(guide):
    line = guide.add(FILE, 'bee-lau:\n  edition: 2024-02-01\n  articles: {"1": ["0123456789ab"]}')
    assert guide.told() == [
        f"{FILE}:{line}  There is no law `bee-lau`. Remove its fingerprints, or add it to data/laws.yml."
    ]


def test_a_fingerprint_that_no_fact_needs_is_right(guide):
    guide.add(FILE, '    "77": ["0123456789ab"]')
    assert guide.told() == []


def test_while_facts_cannot_be_read_no_fingerprint_is_missed(guide):
    guide.remove(FILE)
    guide.change("data/indicator.yml", "value: 10", "value: many")
    assert guide.told_by(RULE) == []
