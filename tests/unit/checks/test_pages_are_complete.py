"""Every article has words for the search, a heading, and rests on a law or on facts of the data."""

RULE = "pages_are_complete"
HONEY = "content/en/keeping/honey.md"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def test_too_few_keywords_are_a_problem(guide):
    text = guide.text(HONEY)
    old = next(line for line in text.splitlines() if line.startswith("keywords:"))
    line = guide.change(HONEY, old, "keywords: [bees]")
    instead = "Write the words people would look for: everyday words, loans, questions, at least three."
    assert guide.told() == [f"{HONEY}:{line}  `keywords` holds 1 entries. {instead}"]


def test_missing_keywords_are_a_problem(guide):
    text = guide.text(HONEY)
    old = next(line for line in text.splitlines() if line.startswith("keywords:"))
    guide.change(HONEY, old + "\n", "")
    assert [problem for problem in guide.told() if "`keywords` holds 0 entries" in problem]


def test_an_article_without_a_heading_is_a_problem(guide):
    text = guide.text(HONEY)
    front = text[: text.index("---", 4) + 4]
    guide.write(HONEY, front + 'Honey: {{ kb_newest("honey") }}.\n')
    assert any(f"{HONEY}:" in problem and "has no heading" in problem for problem in guide.told_by(RULE))


def test_an_article_that_rests_on_nothing_is_a_problem(guide):
    text = guide.text(HONEY)
    front = text[: text.index("---", 4) + 4].replace("laws: [bee-law]", "laws: []")
    front = front.replace('{{ kb_newest("honey") }} of honey', "Honey")
    guide.write(HONEY, front + "## Honey {#harvest}\n\nHoney is sweet.\n")
    line = guide.line(HONEY, "laws:")
    assert [problem for problem in guide.told_by(RULE) if problem.startswith(f"{HONEY}:{line}  The article rests on no law")]
