import macros
from rights_kb.library import open_library
from rights_kb.site import basis


def test_the_macros_that_a_page_is_dated_by_exist():
    named = basis.LAW_MACROS | basis.RULE_MACROS | basis.PENALTY_MACROS | basis.TABLE_MACROS
    assert named | {basis.ALL_LAWS, basis.ALL_TABLES, basis.PENALTIES_OF_PAGE} <= set(macros.MACROS)


def test_the_oldest_day_counts(root):
    library = open_library(root / "tests/fixtures/second-guide")
    lending = library.page("uz", "lending/index")
    # The law was checked a day after the rule that the page quotes.
    assert basis.law_checked(lending, library).isoformat() == "2026-11-19"
    assert basis.figures_checked(lending, library) is None
    assert basis.figures_checked(library.page("uz", "numbers/books"), library).isoformat() == "2026-11-20"
