"""Parts that must make up a total do, or the table says by how much its source is off, and why."""

import pytest

RULE = "sums_add_up"
HONEY = "data/tables/honey.yml"
WHY = "why: {ru: Так в источнике., en: So in the source.}"


def test_a_right_guide_passes(guide):
    assert guide.told_by(RULE) == []


def advice(off):
    return f"Look at the figures; if the source itself is off, write `differs: {{by: {off}, why: …}}`."


@pytest.mark.parametrize(("total", "off"), [("61", "1"), ("59", "-1"), ("6", "-54")])
def test_a_total_that_its_parts_do_not_make_is_a_problem(guide, total, off):
    line = guide.change(HONEY, "{period: 2024, value: 60}", f"{{period: 2024, value: {total}}}")
    assert guide.told() == [f"{HONEY}:{line}  2024: 25 + 35 makes 60, not {total}. {advice(off)}"]


def test_a_part_that_is_off_is_told_at_the_total(guide):
    guide.change(HONEY, "region: north, value: 25", "region: north, value: 52")
    line = guide.line(HONEY, "{period: 2024, value: 60}")
    assert guide.told() == [f"{HONEY}:{line}  2024: 52 + 35 makes 87, not 60. {advice('-27')}"]


def test_every_period_that_is_off_is_told(guide):
    guide.change(HONEY, "value: 50}", "value: 51}")
    guide.change(HONEY, "value: 60}", "value: 61}")
    assert len(guide.told()) == 2


def test_a_total_within_the_tolerance_is_right(guide):
    guide.change(HONEY, "tolerance: 0", "tolerance: 1")
    guide.change(HONEY, "value: 60}", "value: 61}")
    assert guide.told() == []


def test_a_total_beyond_the_tolerance_is_a_problem(guide):
    guide.change(HONEY, "tolerance: 0", "tolerance: 1")
    line = guide.change(HONEY, "value: 60}", "value: 62}")
    assert guide.told() == [f"{HONEY}:{line}  2024: 25 + 35 makes 60, not 62. {advice('2')}"]


def test_decimals_are_added_exactly(guide):
    text = guide.text(HONEY).replace("decimals: 0", "decimals: 1")
    for whole, tenth in (("50", "0.3"), ("20", "0.1"), ("30", "0.2"), ("60", "0.3"), ("25", "0.1"), ("35", "0.2")):
        text = text.replace(f"value: {whole}", f"value: {tenth}")
    guide.write(HONEY, text)
    assert guide.told_by(RULE) == []


def test_a_period_without_all_parts_is_not_added_up(guide):
    guide.add(HONEY, "  - {period: 2025, value: 70}\n  - {period: 2025, region: north, value: 1}")
    assert guide.told() == []


@pytest.mark.parametrize("which", ["value: 60", "value: 35"])
def test_a_period_with_an_unknown_figure_is_not_added_up(guide, which):
    guide.change(HONEY, which, "absent: {ru: Нет., en: None.}")
    assert guide.told_by(RULE) == []


def test_a_difference_that_the_source_has_is_right_once_it_is_told(guide):
    guide.change(HONEY, "tolerance: 0", f"tolerance: 0\n    period: 2024\n    differs: {{by: 1, {WHY}}}")
    guide.change(HONEY, "value: 60}", "value: 61}")
    assert guide.told() == []


def test_another_difference_than_the_one_that_is_told_is_a_problem(guide):
    guide.change(HONEY, "tolerance: 0", f"tolerance: 0\n    period: 2024\n    differs: {{by: 1, {WHY}}}")
    line = guide.change(HONEY, "value: 60}", "value: 62}")
    assert guide.told() == [f"{HONEY}:{line}  2024: 25 + 35 makes 60, not 62. {advice('2')}"]


def test_a_difference_that_is_no_more_is_a_problem(guide):
    guide.change(HONEY, "tolerance: 0", f"tolerance: 0\n    differs: {{by: 1, {WHY}}}")
    line = guide.line(HONEY, "- dimension: region")
    told = "The parts make up the total, so `differs` is not needed. Remove `differs`."
    assert guide.told() == [f"{HONEY}:{line}  {told}"]


def test_a_sum_of_one_period_leaves_the_others_alone(guide):
    guide.change(HONEY, "tolerance: 0", "tolerance: 0\n    period: 2024")
    guide.change(HONEY, "value: 50}", "value: 51}")
    assert guide.told() == []


HIVES = "data/tables/hives.yml"
SHARES = "sums: [{dimension: hive, total: 100, parts: [log, frame], tolerance: 0.1}]\nobservations:"


@pytest.mark.parametrize("log", ["12.5", "12.4", "12.6"])
def test_shares_that_make_a_hundred_within_the_tolerance_are_right(guide, log):
    guide.change(HIVES, "observations:", SHARES)
    guide.change(HIVES, "value: 12.5", f"value: {log}")
    assert guide.told() == []


def test_shares_that_do_not_make_a_hundred_are_told_at_the_first(guide):
    guide.change(HIVES, "observations:", SHARES)
    line = guide.change(HIVES, "{period: 2024, hive: log, value: 12.5}", "{period: 2024, hive: log, value: 12.3}")
    assert guide.told() == [f"{HIVES}:{line}  2024: 12.3 + 87.5 makes 99.8, not 100. {advice('0.2')}"]


def test_shares_with_one_that_is_unknown_are_not_added_up(guide):
    guide.change(HIVES, "observations:", SHARES)
    guide.add(HIVES, "  - {period: 2025, hive: frame, value: 50.0}")
    assert guide.told() == []


def test_a_share_of_nothing_is_refused(guide):
    line = guide.change(HIVES, "observations:", SHARES.replace("total: 100", "total: -100"))
    assert [problem.partition("  ")[0] for problem in guide.told()] == [f"{HIVES}:{line}"]
