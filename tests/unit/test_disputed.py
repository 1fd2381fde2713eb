"""`kb overdue --disputed` lists what sources disagree on, each with its place, and is no reproach: it ends well."""

from rights_kb.cli import main


def told(guide, capsys):
    assert main(["--root", str(guide.root), "overdue", "--disputed"]) == 0
    return capsys.readouterr().out


def test_nothing_disputed_is_told(guide, capsys):
    assert told(guide, capsys) == "Nothing is disputed.\n"


def test_a_disputed_figure_is_told_at_its_line(guide, capsys):
    table = "data/tables/honey.yml"
    line = guide.change(table, "region: south, value: 35}", "region: south, value: 35, status: disputed}")
    said = told(guide, capsys)
    assert said == f"{table}:{line}  figure `honey`: 2024, region south, 35\n\n1 disputed: 1 figure.\n"


def test_a_disputed_table_is_told_once(guide, capsys):
    guide.change("data/tables/honey.yml", "status: confirmed", "status: disputed")
    assert told(guide, capsys).startswith("data/tables/honey.yml:1  figures `honey`: the whole table\n")


def test_a_contradiction_is_told(guide, capsys):
    file = "data/claims/bees.yml"
    guide.change(file, "- id: B1\n", "- id: B1\n  contradiction: true\n")
    assert f"{file}:{guide.line(file, 'id: B1')}  contradiction `B1`: on " in told(guide, capsys)
