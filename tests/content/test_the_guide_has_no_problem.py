"""The real guide passes its own checks."""

import real_guide

from rights_kb import cli


def test_kb_check_finds_no_problem(capsys):
    status = cli.check(real_guide.ROOT)
    assert status == 0, "\n" + capsys.readouterr().out
