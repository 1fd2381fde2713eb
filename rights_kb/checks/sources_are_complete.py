"""A confirmed fact names its source, and a source can be found again."""

from collections.abc import Iterator

from rights_kb.checks import Guide
from rights_kb.problem import Problem


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    for source in library.sources.values():
        if not source.addresses and source.note is None:
            what = f"The source `{source.id}` has no address."
            yield Problem(source.place.file, source.place.line, what, "Write its address, or say in `note` where it is.")
    for rule in library.rules.values():
        if rule.status == "confirmed" and rule.law is None and not rule.sources:
            what = f"The rule `{rule.id}` is confirmed, but names neither a law nor a source."
            yield Problem(rule.place.file, rule.place.line, what, "Write `law` and `article`, or `sources`.")
        if rule.law is not None and rule.article is None and rule.status == "confirmed" and not rule.sources:
            what = f"The rule `{rule.id}` names a law, but no article."
            yield Problem(rule.place.file, rule.place.line, what, 'Write `article: "…"`, or name the source that tells it.')
    for penalty in library.penalties.values():
        if penalty.status != "superseded" and (penalty.law is None or penalty.article is None):
            what = "A penalty in force names its law and article."
            yield Problem(penalty.place.file, 1, what, 'Write `law` and `article: "…"`.')
        if penalty.status == "superseded" and not penalty.superseded_by and penalty.note is None:
            what = "A superseded penalty says what replaced it."
            yield Problem(penalty.place.file, 1, what, "Write `superseded_by`, or why nothing did in `note`.")
    for helpline in library.helplines.values():
        if helpline.status in ("confirmed", "secondary") and not helpline.sources:
            what = f"The helpline `{helpline.id}` is {helpline.status}, but names no source."
            yield Problem(helpline.place.file, helpline.place.line, what, "Write `sources`, or `status: unverified`.")
