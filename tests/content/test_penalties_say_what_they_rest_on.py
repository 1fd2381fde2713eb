"""A penalty in force names its law and article, the edition that was read, and the day it was checked."""

from datetime import date

import pytest
import real_guide

IN_FORCE = sorted(slug for slug, item in real_guide.library().penalties.items() if item.status != "superseded")


@pytest.mark.parametrize("slug", IN_FORCE)
def test_a_penalty_in_force_has_law_article_edition_and_check_date(slug):
    library = real_guide.library()
    penalty = library.penalties[slug]
    law = library.laws[penalty.law]
    assert penalty.article
    assert law.status == "in-force"
    assert law.edition is not None
    assert date.min < penalty.checked.on <= penalty.checked.again < date.max
    # Nobody can have checked it in an edition before that edition was there.
    assert law.edition <= penalty.checked.on


@pytest.mark.parametrize("slug", sorted(set(real_guide.library().penalties) - set(IN_FORCE)))
def test_a_penalty_of_the_past_says_what_replaced_it_and_stands_in_no_table_of_today(slug):
    library = real_guide.library()
    penalty = library.penalties[slug]
    assert penalty.superseded_by or penalty.note
    assert all(library.penalties[other].status != "superseded" for other in penalty.superseded_by)
