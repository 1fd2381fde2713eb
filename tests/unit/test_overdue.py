"""`kb overdue` lists what must be looked at again: by harm, then what is not confirmed, then the longest overdue."""

from datetime import date

import pytest

from rights_kb.cli import main
from rights_kb.overdue import KINDS, overdue


def kb(guide, today):
    return main(["--root", str(guide.root), "overdue", "--today", today])


def test_nothing_is_overdue_before_its_day(guide, capsys):
    assert kb(guide, "2026-01-01") == 0
    first = min(item.since for item in overdue(guide.library(), date(9000, 1, 1)))
    assert capsys.readouterr().out == f"Nothing is overdue on 2026-01-01. The next is due on {first}.\n"


def test_what_is_due_is_told_with_its_line(guide, capsys):
    guide.change("data/tables/honey.yml", "check_again: 2027-03-01", "check_again: 2026-04-01")
    assert kb(guide, "2026-04-11") == 1
    said = capsys.readouterr().out
    assert "data/tables/honey.yml:1  figures `honey`: since 2026-04-01, 10 days overdue." in said
    assert said.endswith("1 to look at again by 2026-04-11: 1 figures.\n")


def test_a_thing_is_due_on_its_very_day(guide, capsys):
    guide.change("data/tables/honey.yml", "check_again: 2027-03-01", "check_again: 2026-04-01")
    assert kb(guide, "2026-03-31") == 0
    assert kb(guide, "2026-04-01") == 1
    assert "due today" in capsys.readouterr().out


def test_the_most_harmful_comes_first(guide):
    found = overdue(guide.library(), date(9000, 1, 1))
    assert [KINDS.index(item.kind) for item in found] == sorted(KINDS.index(item.kind) for item in found)
    assert {item.kind for item in found} >= {"helpline", "penalty", "rule", "figures"}
    first = [item.danger for item in found if item.kind == "helpline"]
    assert first == sorted(first, reverse=True)


def test_of_one_kind_the_unconfirmed_and_then_the_longest_overdue_comes_first(guide):
    figures = [item.id for item in overdue(guide.library(), date(9000, 1, 1)) if item.kind == "figures"]
    assert figures == ["hives", "honey"]


def test_a_day_that_is_none_is_refused(guide, capsys):
    with pytest.raises(SystemExit) as stopped:
        kb(guide, "tomorrow")
    assert stopped.value.code == 2
    assert "tomorrow is no day. Write it as 2027-03-01." in capsys.readouterr().err
