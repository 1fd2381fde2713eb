"""Where the texts of the codes are at hand, none of the articles that facts rest on differs from its fingerprint."""

import pytest
import real_guide

from rights_kb import law_commands, law_text

TEXTS = sorted((real_guide.ROOT.parent / "shared" / "facts" / "law").glob("*.txt"))


@pytest.mark.skipif(not TEXTS, reason="the texts of the codes are not part of the project")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_code_is_the_one_that_was_read(path):
    library = real_guide.library()
    law, articles = law_commands.read(path, None, library)
    assert law_text.changes(articles, library.fingerprints[law.id].articles) == []
