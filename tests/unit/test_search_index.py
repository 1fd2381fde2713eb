"""What goes to the browser: packed texts come back, no page loses a word, a ready-made index is MiniSearch's own."""

import json
import string

import javascript
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights_kb.search import index_file, words
from rights_kb.search.cut import Texts
from rights_kb.search.packed import packed, unpacked
from rights_kb.search.ranking import Danger
from rights_kb.search.sections import BETWEEN, Section

LETTERS = "абөүңА «»“”„()[].,;:!?–—-’'…№%·\n\t\"\\<&ß" + string.ascii_letters + string.digits
SCRIPT = """
import {{ createSearch }} from "{engine}";
import {{ stemmed }} from "{analysers}";
import {{ kindsOf, tokensOf, textOf, numbersOf, wordsOf }} from "{packed}";
import {{ readFileSync }} from "node:fs";
const [made, ready, queries] = JSON.parse(readFileSync(0, "utf8"));
const all = wordsOf(made);
const texts = made.pages.map(([, title]) => textOf(tokensOf(numbersOf(title), all, kindsOf(all))));
const find = (content) => queries.map((query) => createSearch(content, stemmed()).find(query));
console.log(JSON.stringify({{ texts, made: find(made), ready: find(ready) }}));
"""


def spaced(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


@given(st.lists(st.text(LETTERS), max_size=5))
def test_packed_texts_come_back(texts):
    assert unpacked(packed(texts)) == [spaced(text) for text in texts]


def test_words_at_the_beginning_of_a_sentence_need_no_form_of_their_own():
    found = packed(["Бала окуйт. Бала ойнойт.", "Ар бир бала Нарында. Нарында кыш."])
    assert "Бала" not in found.all_words() and "нарында" not in found.all_words()


def pieces(many: int) -> list[Section]:
    """Pages of three pieces each."""
    found = []
    for page in range(many):
        title = f"Title number{page}"
        for place in range(3):
            said = " ".join(f"word{(page * 7 + place * 3 + at) % 90} of part{page}x{place}x{at}." for at in range(30))
            fields = {"title": title, "heading": f"heading{place}", "names": f"row{page}", "text": said}
            first = {"keywords": BETWEEN.join(("green tea", f"key{page}")), "terms": ""} if not place else {}
            found.append(Section(f"page{page}", f"part{place}" if place else "", {**fields, **first}))
    return found


def said(sections: list[Section], language: str = "zz") -> dict[str, set[str]]:
    """The keys of every page."""
    found: dict[str, set[str]] = {}
    for section in sections:
        text = " ".join(section.fields.values())
        keys = {key for term in words.terms(text, language) for key in term.keys}
        found.setdefault(section.slug, set()).update(keys)
    return found


def test_a_cut_leaves_each_page_each_word_that_few_pages_say():
    whole = pieces(5)
    texts = Texts(whole, "zz")
    cut = texts.cut(600)
    assert sum(len(section.fields["text"].split()) for section in cut) < texts.words
    assert said(cut) == said(whole)


def test_what_fits_is_not_cut():
    whole = pieces(2)
    assert Texts(whole, "zz").cut(10_000) == whole


def test_a_cut_without_any_room_still_gives_every_piece():
    assert len(Texts(pieces(3), "zz").cut(0)) == 9


def script(sections: list[Section], monkeypatch, ready_from: int = 10**9) -> dict:
    monkeypatch.setattr(index_file, "PREBUILT_FROM", ready_from)
    slugs = {section.slug: f"{section.slug}.html" for section in sections}
    danger = Danger(("number1",), ("page1",))
    text = index_file.index_file(sections, "zz", slugs, danger, frozenset({"page2"}), {"labels": {}, "helplines": []}, 0)
    return json.loads(text.removeprefix("self.kbSearchIndex=").rstrip(";\n"))


def test_a_ready_made_index_finds_what_minisearch_finds_with_the_same_scores(monkeypatch, tmp_path):
    javascript.need_packages()
    sections = pieces(12)
    made, ready = script(sections, monkeypatch), script(sections, monkeypatch, ready_from=1)
    assert "index" not in made and "index" in ready
    queries = ["word5", "green tea", "part3x1x2 word8", "heading1", "number1", "row7 key7", "wrod5", "nowhere"]
    source = tmp_path / "compare.mjs"
    names = {"engine": "engine.js", "analysers": "analysers.js", "packed": "packed.js"}
    source.write_text(
        SCRIPT.format(**{name: (javascript.ROOT / "search" / file).as_uri() for name, file in names.items()}),
        encoding="utf-8",
    )
    done = javascript.run(source, given=json.dumps([made, ready, queries]))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["texts"] == [f"Title number{page}" for page in range(12)]
    assert found["ready"] == found["made"]
    assert found["made"][0] and found["made"][4][0]["location"] == "page1.html" and found["made"][-1] == []


@pytest.mark.parametrize("room", [7_000, 9_000])
def test_the_index_keeps_to_the_room_there_is(monkeypatch, room):
    monkeypatch.setattr(index_file, "ROOM", room)
    monkeypatch.setattr(index_file, "ROOM_OF_PIECE", 0)
    found = script(pieces(40), monkeypatch)
    text = f"self.kbSearchIndex={json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"
    assert 0.8 * room < index_file.compressed(text) <= room
