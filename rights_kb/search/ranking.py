"""Which articles a query finds, and why: their sections with title, heading, keywords and text, weighed by rare words."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from rights_kb.library import Library
from rights_kb.search import kyrgyz, words
from rights_kb.search.sections import BETWEEN, Render, Section, sections

# What a word weighs where it stands. A greater weight for titles finds less: they are short already.
WEIGHTS = {"title": 1.5, "keywords": 2.5, "terms": 1.5, "heading": 1.5, "names": 1.0, "text": 1.0}
# How much is believed when not the word itself is found, but one that begins with it, one like it, or the Kyrgyz for it.
BEGUN, ALIKE, TRANSLATED = 0.5, 0.6, 0.8
# Beside the number of times a word stands in a field: how soon more of it says nothing new, and how long fields are.
SOON, LONG = 1.2, 0.4
# What it adds that a query is, word for word, one of the keywords of an article.
WHOLE_KEYWORD = 4.0
# The macros that show helplines and those that list all there is of a kind; how much such a list counts.
HELPLINE, ALL_HELPLINES = "kb_helpline", "kb_helplines"
LISTS = frozenset({"kb_glossary", "kb_sources", "kb_alphabet", "kb_changes", "kb_laws", "kb_statuses"})
REGISTER = 0.6
# So many pages with helplines come first for words of danger; more would hide what was asked for.
HELPING = 2


@dataclass(frozen=True)
class Found:
    """An article with the section that fits best; the higher the score, the better."""

    slug: str
    anchor: str
    score: float


@dataclass(frozen=True)
class Danger:
    """Words of someone who may be in danger, and the articles with helplines that then come first, the best first."""

    phrases: tuple[str, ...]
    slugs: tuple[str, ...]


def open_index(library: Library, language: str, render: Render) -> Index:
    """The index of one language of the guide."""
    found = list(sections(library, language, render))
    return Index(found, language, danger(library, language), registers(library, language))


def danger(library: Library, language: str) -> Danger:
    """The words of danger of one language and the pages with helplines."""
    phrases = tuple(phrase for entry in library.danger_words for phrase in entry.get(language, ()))
    pages = [page for slug in library.slugs() if (page := library.page(language, slug)) and page.danger]
    called = {page.slug: {call.name for call in page.calls} for page in pages}
    helping = [page.slug for page in pages if any(name.startswith(HELPLINE) for name in called[page.slug])]
    # The list of all helplines is the way in; the first page of the guide only leads to it.
    return Danger(phrases, tuple(sorted(helping, key=lambda slug: (slug == "index", ALL_HELPLINES not in called[slug]))))


def registers(library: Library, language: str) -> frozenset[str]:
    """The pages that list all there is of a kind: whoever asks for a thing seldom looks for a list."""
    pages = (page for slug in library.slugs() if (page := library.page(language, slug)))
    return frozenset(page.slug for page in pages if any(call.name in LISTS for call in page.calls))


class Index:
    """The sections of one language, ready to be asked."""

    def __init__(
        self,
        found: list[Section],
        language: str,
        danger: Danger | None = None,
        registers: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language
        self.registers = registers
        self.danger = danger or Danger((), ())
        self.danger_phrases = {_phrase(words.terms(phrase, language)) for phrase in self.danger.phrases} - {()}
        self.sections = found
        # key → number of the section → how much the key says there
        self.weights: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self.phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
        # word as it stands in the texts → its key
        self.spelled: dict[str, str] = {}
        counts: list[tuple[str, int, str, int, int]] = []
        lengths: dict[str, list[int]] = defaultdict(list)
        for number, section in enumerate(found):
            for phrase in filter(None, section.fields.get("keywords", "").split(BETWEEN)):
                self.phrases[_phrase(words.terms(phrase, language))].add(section.slug)
            for field, text in section.fields.items():
                met = words.terms(text, language)
                self.spelled |= {words.spelled(term, language): term.keys[0] for term in met if term.keys and not term.stop}
                keys = [key for term in met for key in term.keys]
                lengths[field].append(len(keys))
                counts += [(key, number, field, keys.count(key), len(keys)) for key in dict.fromkeys(keys)]
        means = {field: sum(many) / len(many) for field, many in lengths.items()}
        for key, number, field, count, length in counts:
            long = 1 - LONG + LONG * length / max(means[field], 1)
            self.weights[key][number] += WEIGHTS[field] * count * (SOON + 1) / (count + SOON * long)
        # How rare a word is, counted in articles.
        pages = len({section.slug for section in found})
        self.rarity = {
            key: math.log(1 + pages / many)
            for key, at in self.weights.items()
            for many in [len({found[number].slug for number in at})]
        }

    def find(self, query: str) -> list[Found]:
        """The articles that answer a query, the best first."""
        asked = self._asked(query)
        for meant in words.other_readings(query, self.language):
            if self._known(self._asked(meant)) > self._known(asked):
                asked = self._asked(meant)
        scores: dict[int, float] = defaultdict(float)
        hits: dict[str, dict[str, float]] = defaultdict(dict)
        for term in asked:
            for number, score in self._scores(term).items():
                scores[number] += score
                slug = self.sections[number].slug
                hits[slug][term.word] = max(hits[slug].get(term.word, 0), score)
        answers = []
        for slug, by_word in hits.items():
            best = max((n for n in scores if self.sections[n].slug == slug), key=lambda n: (scores[n], -n))
            whole = sum(by_word.values()) * len(by_word) / len({term.word for term in asked})
            whole += WHOLE_KEYWORD * (slug in self.phrases.get(_phrase(asked), ()))
            score = (whole + scores[best] / 2) * (REGISTER if slug in self.registers else 1)
            answers.append(Found(slug, self.sections[best].anchor, round(score, 3)))
        ranked = sorted(answers, key=lambda found: (-found.score, found.slug))
        return self._helplines_first(ranked) if self._tells_of_danger(asked) else ranked

    def _tells_of_danger(self, asked: list[kyrgyz.Term]) -> bool:
        keys = {key for term in asked for key in term.keys}
        return any(keys.issuperset(phrase) for phrase in self.danger_phrases)

    def _helplines_first(self, ranked: list[Found]) -> list[Found]:
        """The page with helplines that answers best, then the list of them all, then the others."""
        by_slug = {found.slug: found for found in ranked}
        answering = [found.slug for found in ranked if found.slug in self.danger.slugs]
        helping = dict.fromkeys([*answering[:1], *self.danger.slugs[:1], *answering, *self.danger.slugs])
        first = [by_slug.get(slug, Found(slug, "", 0.0)) for slug in [*helping][:HELPING]]
        return [*first, *(found for found in ranked if found not in first)]

    def _asked(self, query: str) -> list[kyrgyz.Term]:
        found = words.terms(query, self.language)
        return [term for term in found if not term.stop] or found

    def _known(self, asked: list[kyrgyz.Term]) -> int:
        return sum(any(key in self.weights for key in term.keys) for term in asked)

    def _scores(self, term: kyrgyz.Term) -> dict[int, float]:
        """What a word says for each section; parts of a word with hyphens count as one word."""
        total: dict[int, float] = defaultdict(float)
        translated = self._translated(term)
        joined = [
            self._of_keys(self._near(key, "" if translated else words.spelled(term, self.language))) for key in term.keys[:1]
        ]
        parts = [self._of_keys(self._near(key, "")) for key in term.keys[1:]]
        for found, share in [*((each, 1.0) for each in joined), *((each, 1 / len(parts)) for each in parts)]:
            for number, score in found.items():
                total[number] = total[number] + score * share if share < 1 else max(total[number], score)
        for number, score in self._of_keys(translated).items():
            total[number] = max(total[number], score)
        return total

    def _of_keys(self, near: dict[str, float]) -> dict[int, float]:
        found: dict[int, float] = defaultdict(float)
        for key, belief in near.items():
            for number, weight in self.weights[key].items():
                found[number] = max(found[number], belief * weight * self.rarity[key])
        return found

    def _near(self, key: str, typed: str) -> dict[str, float]:
        """The keys of the guide that a typed key may mean, and how much each is believed."""
        near = {key: 1.0} if key in self.weights else {}
        if len(key) >= 3:
            begun = key.rstrip(kyrgyz.VERB)
            near |= {
                other: BEGUN * len(key) / len(other) for other in self.weights if other != key and other.startswith(begun)
            }
        if not near and len(typed) >= 4 and not typed.isdigit():
            # A wrong letter may make an ending of what is none: so the words of the texts are compared, not only their keys.
            for one, others in ((key, {other: other for other in self.weights}), (typed, self.spelled)):
                most = 1 if len(one) < 7 else 2
                for other, meant in others.items():
                    if other[:1].isalpha() and meant in self.weights and (many := apart(one, other, most)) <= most:
                        near[meant] = max(near.get(meant, 0), ALIKE ** max(many, 1))
        return near

    def _translated(self, term: kyrgyz.Term) -> dict[str, float]:
        return {key: TRANSLATED for key in words.translated(term, self.language) if key in self.weights}


def _phrase(met: list[kyrgyz.Term]) -> tuple[str, ...]:
    """What a phrase is about: the keys of its words, without those that say nothing of the subject."""
    return tuple(term.keys[0] for term in met if term.keys and not term.stop)


def apart(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, too many or exchanged with their neighbour; `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, sign in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
