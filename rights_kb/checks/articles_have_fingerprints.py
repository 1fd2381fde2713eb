"""Of every law whose text was read, each article that a fact rests on has its fingerprint, taken from that edition."""

from collections.abc import Iterator

from rights_kb import law_text
from rights_kb.checks import Guide
from rights_kb.problem import Problem

COMMAND = "Run `kb law fingerprint FILE --write` with the text that was read."


def problems(guide: Guide) -> Iterator[Problem]:
    library = guide.library
    if any(not problem.file.endswith(".md") for problem in library.problems):
        return  # what could not be read would seem to be missing
    for id_, known in library.fingerprints.items():
        if id_ not in library.laws:
            what = f"There is no law `{id_}`."
            yield Problem(known.place.file, known.place.line, what, "Remove its fingerprints, or add it to data/laws.yml.")
    for law in library.laws.values():
        known = library.fingerprints.get(law.id)
        if law.edition is None:
            continue
        wanted = law_text.resting_on(library, law.id)
        if known and known.edition != law.edition:
            what = f"The fingerprints of `{law.id}` are of {known.edition}; the edition that was read is {law.edition}."
            yield Problem(known.place.file, known.place.line, what, COMMAND)
        for number, facts in wanted.items():
            if known is None or number not in known.articles:
                fact = facts[0]
                what = f"Article {number} of `{law.id}` has no fingerprint."
                yield Problem(fact.place.file, fact.place.line, what, COMMAND)
