"""`kb revisions` finds what was done to figures without being told, and what was told and is told otherwise now."""

import shutil
import subprocess

import pytest

from rights_kb.cli import main

HONEY = "data/tables/honey.yml"
FIRST = "  - {date: 2025-01-10, what: published, reason: {ru: Впервые., en: For the first time.}}\n"
SECOND = "  - {date: 2026-02-03, what: corrected, reason: {ru: Ошибка., en: A mistake.}}\n"


@pytest.fixture
def guide(guide):
    """The small guide with a history of one revision, and a copy of it as it was."""
    guide.change(HONEY, "observations:\n", f"revisions:\n{FIRST}observations:\n")
    guide.before = guide.root.parent / "before"
    shutil.copytree(guide.root, guide.before)
    return guide


def revisions(guide, since=None):
    return main(["--root", str(guide.root), "revisions", "--since", str(since or guide.before)])


def test_an_unchanged_guide_is_whole(guide, capsys):
    assert revisions(guide) == 0
    assert "The history of 2 tables" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 60}", "value: 61}"),
        ("value: 60}", "value: 60, approximate: about}"),
        ("value: 60}", "value: 60, status: disputed}"),
        ("  - {period: 2023, value: 50}\n", "  - {period: 2023, value: 50}\n  - {period: 2022, value: 49}\n"),
    ],
    ids=["another value", "no longer exact", "another status", "one more"],
)
def test_a_figure_that_changed_without_a_revision_is_told_with_its_line(guide, capsys, old, new):
    line = guide.change(HONEY, old, new) + new.count("\n", 0, new.rfind("- {"))
    assert revisions(guide) == 1
    told = "1 figure of `honey` changed without a revision. Add one at the end of `revisions`, and say why."
    assert capsys.readouterr().out == f"{HONEY}:{line}  {told}\n"


def test_a_figure_that_went_without_a_revision_is_told(guide, capsys):
    guide.change(HONEY, "  - {period: 2023, value: 50}\n", "")
    assert revisions(guide) == 1
    assert "1 figure of `honey` changed without a revision." in capsys.readouterr().out


def test_another_unit_without_a_revision_is_told(guide, capsys):
    guide.change(HONEY, "unit: kilogram", "unit: metre")
    assert revisions(guide) == 1
    assert "The unit changed without a revision." in capsys.readouterr().out


def test_a_change_with_a_revision_is_whole(guide, capsys):
    guide.change(HONEY, "value: 60}", "value: 61}")
    guide.change(HONEY, "observations:\n", f"{SECOND}observations:\n")
    assert revisions(guide) == 0
    assert "new revisions: 1." in capsys.readouterr().out


@pytest.mark.parametrize("new", ["For the second time.", "For the first time!"])
def test_a_revision_told_otherwise_is_told(guide, capsys, new):
    line = guide.change(HONEY, "For the first time.", new)
    assert revisions(guide) == 1
    told = "The revision of 2025-01-10 (`published`) was changed, moved or removed."
    assert capsys.readouterr().out == f"{HONEY}:{line}  {told} Put it back as it was; add a new one at the end.\n"


def test_a_revision_that_was_removed_is_told(guide, capsys):
    guide.change(HONEY, f"revisions:\n{FIRST}", "")
    assert revisions(guide) == 1
    assert "The revision of 2025-01-10 (`published`) was changed, moved or removed." in capsys.readouterr().out


def test_a_note_told_better_is_no_revision(guide):
    guide.change(HONEY, "A late spring.", "A late and cold spring.")
    assert revisions(guide) == 0


def test_a_table_that_went_is_told(guide, capsys):
    guide.remove(HONEY)
    assert revisions(guide) == 1
    assert f"{HONEY}:1  The table `honey` is gone" in capsys.readouterr().out


def test_a_table_that_is_new_is_whole(guide):
    (guide.before / HONEY).unlink()
    assert revisions(guide) == 0


@pytest.mark.parametrize("since", ["no-such-revision", "--upload-pack=x", "/"])
def test_what_is_no_older_guide_is_refused(guide, capsys, since):
    assert main(["--root", str(guide.root), "revisions", f"--since={since}"]) == 2
    assert capsys.readouterr().err


def test_an_older_guide_that_cannot_be_read_is_refused(guide, capsys):
    (guide.before / HONEY).write_text("title: [", encoding="utf-8")
    assert revisions(guide) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_revision_of_git_is_an_older_guide_too(guide, capsys):
    def git(*arguments):
        subprocess.run(["git", "-C", str(guide.root), *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", ".")
    git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "--message", "Before")
    assert revisions(guide, "HEAD") == 0
    guide.change(HONEY, "value: 60}", "value: 61}")
    assert revisions(guide, "HEAD") == 1
    assert "1 figure of `honey` changed without a revision." in capsys.readouterr().out
