"""In the file of a table no two columns have the same name: a dimension may not be called like a column that is there."""

from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.problem import Problem
from rights_kb.render import tidy


def problems(guide: Guide) -> Iterator[Problem]:
    for table in guide.library.tables.values():
        found = tidy.names(table.dimensions)
        for name in sorted({name for name in found if found.count(name) > 1}):
            what = f"The file of the table would have two columns `{name}`: one of them is a dimension."
            yield Problem(table.place.file, table.place.line, what, "Call the dimension otherwise in data/dimensions.yml.")
