"""Each official file, imported into the tables that come from it, changes nothing, the first time and the second."""

import shutil

import pytest
import real_guide

from rights_kb.cli import main

FILES = real_guide.ROOT.parent / "shared" / "facts" / "nsc-sdg"
TABLES = {slug: table.official.file for slug, table in real_guide.library().tables.items() if table.official}


@pytest.mark.skipif(not FILES.is_dir(), reason=f"The official files are not beside the project ({FILES}).")
@pytest.mark.parametrize("slug", TABLES)
def test_an_official_file_changes_nothing(slug, tmp_path, capsys):
    root = tmp_path / "guide"
    root.mkdir()
    shutil.copy(real_guide.ROOT / "mkdocs.yml", root)
    shutil.copytree(real_guide.ROOT / "data", root / "data")
    table = root / "data" / "tables" / f"{slug}.yml"
    before = table.read_bytes()
    structure = next(FILES.glob("*DSD*.xml"))
    command = ["--root", root, "import", "sdmx", FILES / f"{TABLES[slug]}.xml", "--structure", structure, "--table", slug]
    for _ in range(2):
        assert main([*map(str, command), "--write"]) == 0
        assert "none differs" in capsys.readouterr().out
        assert table.read_bytes() == before


@pytest.mark.skipif(not FILES.is_dir(), reason=f"The official files are not beside the project ({FILES}).")
def test_every_official_file_has_a_table():
    assert {path.stem for path in FILES.glob("*.xml") if "DSD" not in path.name} == set(TABLES.values())
