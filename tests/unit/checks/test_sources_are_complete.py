"""A confirmed fact names its source, and a source can be found again."""

import pytest

RULE = "sources_are_complete"
RULES = "data/rules/bee-law.yml"
PENALTY = "data/penalties/poisoning-bees.yml"
OLD = "data/penalties/old-poisoning-bees.yml"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_a_source_without_address_is_a_problem(guide):
    guide.change("data/sources.yml", '["https://gazette.example/1"]', "[]")
    line = guide.line("data/sources.yml", "- id: bee-gazette")
    told = "The source `bee-gazette` has no address. Write its address, or say in `note` where it is."
    assert guide.told() == [f"data/sources.yml:{line}  {told}"]


def test_a_source_without_address_may_say_where_it_is(guide):
    guide.change("data/sources.yml", '["https://gazette.example/1"]', "[]\n  note: {ru: В архиве., en: In the archive.}")
    assert guide.told() == []


def test_a_confirmed_rule_without_law_and_source_is_a_problem(guide):
    text = guide.text(RULES).replace('  law: bee-law\n  article: "5"\n', "")
    guide.write(RULES, text)
    line = guide.line(RULES, "- id: working-hours")
    told = "The rule `working-hours` is confirmed, but names neither a law nor a source."
    assert guide.told() == [f"{RULES}:{line}  {told} Write `law` and `article`, or `sources`."]


def test_a_confirmed_rule_without_article_is_a_problem(guide):
    guide.change(RULES, '  article: "5"\n', "")
    line = guide.line(RULES, "- id: working-hours")
    told = 'The rule `working-hours` names a law, but no article. Write `article: "…"`, or name the source that tells it.'
    assert guide.told() == [f"{RULES}:{line}  {told}"]


def test_a_confirmed_rule_may_rest_on_a_source(guide):
    guide.change(RULES, '  article: "5"\n', "  sources: [bee-gazette]\n")
    assert guide.told() == []


def test_a_rule_that_is_not_confirmed_needs_no_article(guide):
    guide.change(RULES, '  article: "5"\n  status: confirmed', "  status: unverified")
    assert guide.told() == []


@pytest.mark.parametrize("removed", ["law: bee-law\n", 'article: "9"\n'])
def test_a_penalty_in_force_without_law_or_article_is_a_problem(guide, removed):
    guide.write(PENALTY, guide.text(PENALTY).replace(removed, "", 1))
    told = 'A penalty in force names its law and article. Write `law` and `article: "…"`.'
    assert f"{PENALTY}:1  {told}" in guide.told_by(RULE)


def test_a_superseded_penalty_that_nothing_replaced_is_a_problem(guide):
    guide.change(OLD, "superseded_by: [poisoning-bees]\n", "")
    told = "A superseded penalty says what replaced it. Write `superseded_by`, or why nothing did in `note`."
    assert guide.told() == [f"{OLD}:1  {told}"]


def test_a_superseded_penalty_may_say_why_nothing_replaced_it(guide):
    guide.change(OLD, "superseded_by: [poisoning-bees]\n", "note: {ru: Больше не наказывают., en: No longer punished.}\n")
    assert guide.told() == []


@pytest.mark.parametrize("status", ["confirmed", "secondary"])
def test_a_helpline_without_source_is_a_problem(guide, status):
    file = "data/helplines.yml"
    guide.change(file, "sources: [hive-count]", "sources: []")
    guide.change(file, "status: confirmed", f"status: {status}")
    told = f"The helpline `beekeepers` is {status}, but names no source. Write `sources`, or `status: unverified`."
    assert guide.told() == [f"{file}:1  {told}"]


def test_an_unverified_helpline_needs_no_source(guide):
    guide.change("data/helplines.yml", "sources: [hive-count]", "sources: []")
    guide.change("data/helplines.yml", "status: confirmed", "status: unverified")
    assert guide.told_by(RULE) == []
