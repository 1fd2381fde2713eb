"""`kb law` writes fingerprints, lists exactly what a newer text changes, and refuses what it cannot read."""

import pytest

from rights_kb.cli import main


def kb(guide, *arguments):
    return main(["--root", str(guide.root), "law", *map(str, arguments)])


def test_the_text_that_was_read_changes_nothing(guide, capsys):
    assert kb(guide, "check", guide.root / "law.txt") == 0
    assert "none of the 3 articles that facts rest on has changed since 2024-02-01" in capsys.readouterr().out


def test_exactly_the_facts_of_a_changed_article_are_listed(guide, capsys):
    guide.change("law.txt", "one hundred metres", "two hundred metres")
    assert kb(guide, "check", guide.root / "law.txt") == 1
    said = capsys.readouterr().out
    line = guide.line("data/rules/bee-law.yml", "- id: distance-to-school")
    assert f"data/rules/bee-law.yml:{line}  rule `distance-to-school`: look at it again." in said
    assert "+ 2. A hive stands no nearer than two hundred metres to a school;" in said
    assert "working-hours" not in said


def test_a_change_of_an_article_that_nothing_rests_on_is_not_told(guide, capsys):
    guide.change("law.txt", "is fined twice", "is fined thrice")
    assert kb(guide, "check", guide.root / "law.txt") == 0


def test_fingerprints_are_written_as_they_stand_in_the_guide(guide):
    before = guide.text("data/fingerprints.yml")
    guide.remove("data/fingerprints.yml")
    assert kb(guide, "fingerprint", guide.root / "law.txt", "--write") == 0
    assert guide.text("data/fingerprints.yml") == before


def test_without_write_nothing_is_written(guide, capsys):
    guide.remove("data/fingerprints.yml")
    assert kb(guide, "fingerprint", guide.root / "law.txt") == 0
    assert not (guide.root / "data" / "fingerprints.yml").exists()
    assert "edition: 2024-02-01" in capsys.readouterr().out


def test_a_text_that_lacks_an_article_is_refused_and_nothing_is_written(guide, capsys):
    before = guide.text("data/fingerprints.yml")
    guide.change("law.txt", "Article 5.", "Article 6.")
    assert kb(guide, "fingerprint", guide.root / "law.txt", "--write") == 1
    assert "article 5 is not in law.txt; rule `working-hours` rest on it" in capsys.readouterr().err
    assert guide.text("data/fingerprints.yml") == before


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_bytes(b"\xff\xfe\x00A"), "not a text in UTF-8"),
        (lambda path: path.write_text("Another Act of 2 May 1990, No. 8"), "name no law of data/laws.yml"),
        (lambda path: path.write_text("Bee Act of 1 May 2019, No. 7"), "no article was found"),
        (lambda path: path.unlink(), "No such file"),
    ],
)
def test_what_is_no_text_of_a_law_is_refused_with_a_reason(guide, capsys, make, said):
    path = guide.root / "law.txt"
    make(path)
    assert kb(guide, "check", path) == 2
    assert said in capsys.readouterr().err


def test_an_unknown_law_is_refused_with_those_there_are(guide, capsys):
    assert kb(guide, "check", guide.root / "law.txt", "--law", "wasp-law") == 2
    assert "there is no law `wasp-law`. Write `--law ID` with one of: bee-law." in capsys.readouterr().err
