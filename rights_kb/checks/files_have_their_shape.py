"""Every file can be read, fits its schema, and is one that the guide knows."""

from collections.abc import Iterator

from rights_kb import documents
from rights_kb.checks import Guide
from rights_kb.problem import Problem


def problems(guide: Guide) -> Iterator[Problem]:
    yield from guide.library.problems
    project = guide.library.project
    known = ", ".join([*documents.FILES.values(), *(f"{name}/*.yml" for name in documents.FOLDERS.values())])
    for path in documents.stray_files(project):
        yield Problem(project.name_of(path), 1, "Nothing reads this file.", f"Move it to one of: {known}.")
    for document in guide.library.documents:
        slug = document.stem.replace("-", "")
        if document.kind in ("table", "penalty") and not (slug.isascii() and slug.isalnum() and slug.islower()):
            what = f"`{document.stem}` is not a slug."
            yield Problem(document.file, 1, what, "Name the file in lower-case Latin letters, digits and hyphens.")
