"""All tables of a language are a valid data package: Frictionless itself finds nothing wrong, and finds what is spoilt."""

import json

import frictionless
import pytest
import real_guide

from rights_kb.render.packages import PACKAGE

LIBRARY = real_guide.library()
CSV = "data/child-labour.csv"
RIGHT = "2023,naryn,"


def mistakes(package):
    """The kinds of mistakes that Frictionless finds."""
    report = frictionless.validate(str(package))
    return {kind for (kind,) in report.flatten(["type"])}


@pytest.mark.parametrize("language", LIBRARY.languages)
def test_the_package_of_every_language_is_valid(published_tables, language):
    package = published_tables / LIBRARY.project.folder(language) / PACKAGE
    assert mistakes(package) == set()
    described = json.loads(package.read_text(encoding="utf-8"))
    assert [resource["name"] for resource in described["resources"]] == list(LIBRARY.tables)


def spoil(path, old, new):
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (",30.8,", ",thirty,", "type-error"),
        (",30.8,", ",308,", "constraint-error"),
        (",naryn,", ",naryyn,", "constraint-error"),
        ("2023,", "in 2023,", "constraint-error"),
        (",value,", ",figure,", "incorrect-label"),
        (",confirmed,", ",sure,", "constraint-error"),
    ],
)
def test_a_spoilt_file_is_found(published_tables, old, new, kind):
    spoil(published_tables / CSV, old, new)
    assert kind in mistakes(published_tables / PACKAGE)


def test_a_file_with_one_other_figure_is_found_by_its_hash(published_tables):
    spoil(published_tables / CSV, ",30.8,", ",30.7,")
    assert mistakes(published_tables / PACKAGE) == {"hash-count"}


def test_a_figure_that_stands_twice_is_found(published_tables):
    path = published_tables / CSV
    path.write_bytes(path.read_bytes() + path.read_bytes().splitlines(keepends=True)[-1])
    assert "primary-key" in mistakes(published_tables / PACKAGE)


def test_a_description_without_its_files_is_found(published_tables):
    (published_tables / CSV).unlink()
    assert mistakes(published_tables / PACKAGE)
