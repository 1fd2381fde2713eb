"""A table stands whole, with its sources, files and history, in one place: there its permanent address leads."""

from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.problem import Problem


def problems(guide: Guide) -> Iterator[Problem]:
    homes: dict[tuple[str, object], str] = {}
    for (language, _), page in sorted(guide.library.pages.items()):
        for call in page.calls:
            slug = call.arguments[0] if call.arguments else None
            if call.name != "kb_table" or call.options.get("about") is not True or not isinstance(slug, str):
                continue
            first = homes.setdefault((language, slug), f"{page.file}:{call.line}")
            if first != f"{page.file}:{call.line}":
                what = f"The table `{slug}` stands whole a second time (first in {first})."
                yield Problem(page.file, call.line, what, "Keep `about=True` in one of the two places.")
