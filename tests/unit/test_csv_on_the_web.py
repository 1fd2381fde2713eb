"""The CSV files of a language are what their CSVW metadata say, by the reading of a library for CSVW."""

import pytest
import real_guide
from csvw import CSVW

from rights_kb.render import packages

LIBRARY = real_guide.library()
CSV = "data/child-labour.csv"


@pytest.mark.parametrize("language", LIBRARY.languages)
def test_the_metadata_of_every_language_are_valid(published_tables, language):
    read = CSVW(str(published_tables / LIBRARY.project.folder(language) / packages.CSVW), validate=True)
    assert (read.is_valid, read.warnings) == (True, [])
    assert [str(table.url) for table in read.t.tables] == [f"{slug}.csv" for slug in LIBRARY.tables]


def test_figures_are_read_with_their_types(published_tables):
    read = CSVW(str(published_tables / packages.CSVW), validate=True)
    table = next(table for table in read.t.tables if str(table.url) == "child-labour.csv")
    first = next(iter(table.iterdicts(strict=True)))
    wanted = LIBRARY.tables["child-labour"].observations[0]
    assert (first["value"], first["checked"].date()) == (wanted.value, wanted.checked)


@pytest.mark.parametrize(
    ("old", "new"),
    [(",30.8,", ",thirty,"), (",30.8,", ",308,"), (",naryn,", ",naryyn,"), ("2023,", "in 2023,")],
)
def test_a_spoilt_file_is_found(published_tables, old, new):
    text = (published_tables / CSV).read_bytes().decode("utf-8")
    assert old in text
    (published_tables / CSV).write_bytes(text.replace(old, new, 1).encode("utf-8"))
    assert not CSVW(str(published_tables / packages.CSVW), validate=True).is_valid


def test_a_column_with_another_name_is_found(published_tables):
    text = (published_tables / CSV).read_bytes().decode("utf-8")
    (published_tables / CSV).write_bytes(text.replace(",value,", ",figure,", 1).encode("utf-8"))
    with pytest.raises(ValueError, match="missing required columns"):
        _ = CSVW(str(published_tables / packages.CSVW), validate=True).is_valid
