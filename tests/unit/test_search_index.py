"""What goes to the browser: packed texts come back, no page loses a word, and it ranks as `kb search` does."""

import json
import string
from pathlib import Path

import javascript
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights_kb.search import index_file, words
from rights_kb.search.cut import MOST_PAGES, Texts
from rights_kb.search.packed import Packed, hashed, packed, unpacked
from rights_kb.search.ranking import Danger, Index
from rights_kb.search.said import ASKED, MANY_PAGES, MANY_PHRASES, OFTEN
from rights_kb.search.said import said as weighed
from rights_kb.search.sections import BETWEEN, Section

LETTERS = "абөүңА «»“”„()[].,;:!?–—-’'…№%·\n\t\"\\<&ß" + string.ascii_letters + string.digits
SCRIPT = """
import {{ createSearch }} from "{engine}";
import {{ stemmed }} from "{analysers}";
import {{ hashed, kindsOf, tokensOf, textOf, numbersOf, sumsOf, wordsOf }} from "{packed}";
import {{ readFileSync }} from "node:fs";
const [made, ready, queries, keys] = JSON.parse(readFileSync(0, "utf8"));
const all = wordsOf(made);
const texts = made.pages.map(([, title]) => textOf(tokensOf(numbersOf(title), all, kindsOf(all))));
const find = (content) => queries.map((query) => createSearch(content, stemmed()).find(query));
const told = {{ texts, made: find(made), ready: find(ready), hashes: keys.map(hashed), sums: sumsOf(made.unsaid) }};
console.log(JSON.stringify(told));
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
            asked = f"tea of page{page} asked{page} asked{page % 4}x heading1"
            first = {"keywords": BETWEEN.join(("green tea", f"key{page}")), "terms": "", "asked": asked} if not place else {}
            found.append(Section(f"page{page}", f"part{place}" if place else "", {**fields, **first}))
    return found


def said(sections: list[Section], language: str = "zz") -> dict[str, set[str]]:
    """The keys of every page."""
    found: dict[str, set[str]] = {}
    for section in sections:
        text = " ".join(text for field, text in section.fields.items() if field != "asked")
        keys = {key for term in words.terms(text, language) for key in term.keys}
        found.setdefault(section.slug, set()).update(keys)
    return found


def test_a_cut_leaves_each_page_each_word_that_few_pages_say():
    whole = pieces(5)
    texts = Texts(whole, "zz")
    cut = texts.cut(600)
    assert sum(len(section.fields["text"].split()) for section in cut) < texts.words
    few = {
        key: sum(key in keys for keys in said(whole).values()) <= MOST_PAGES for keys in said(whole).values() for key in keys
    }
    for slug, keys in said(whole).items():
        assert {key for key in keys if few[key]} <= said(cut)[slug]
    assert not all(few.values())


def test_what_fits_is_not_cut():
    whole = pieces(2)
    assert Texts(whole, "zz").cut(10_000) == whole


def test_a_cut_without_any_room_still_gives_every_piece():
    assert len(Texts(pieces(3), "zz").cut(0)) == 9


def test_a_word_that_readers_ask_with_and_the_text_says_often_weighs_as_a_keyword():
    texts = {"much": "tea tea tea tea", "some": "tea tea", "little": "tea"}
    found = weighed([Section(slug, "", {"text": text, "asked": "tea cup"}) for slug, text in texts.items()], "zz")
    assert found.weights == {
        "much": {"tea": OFTEN, "cup": ASKED},
        "some": {"tea": OFTEN, "cup": ASKED},
        "little": {"tea": ASKED, "cup": ASKED},
    }


def test_a_word_in_many_phrases_of_a_page_weighs_as_a_keyword():
    asked = {"much": 10, "some": MANY_PHRASES, "little": MANY_PHRASES - 1}
    phrases = {slug: BETWEEN.join(f"tea cup{number}" for number in range(many)) for slug, many in asked.items()}
    found = weighed([Section(slug, "", {"text": "", "asked": of}) for slug, of in phrases.items()], "zz")
    assert {slug: own["tea"] for slug, own in found.weights.items()} == {"much": OFTEN, "some": OFTEN, "little": ASKED}
    assert found.weights["much"]["cup1"] == ASKED


def test_a_word_that_is_all_that_readers_ask_weighs_as_a_keyword():
    asked = BETWEEN.join(("tea", "the cup of tea", "row"))
    found = weighed([Section("page", "", {"names": "row cup", "text": "nothing", "asked": asked})], "en")
    key = {word: words.first_keys(word, "en")[0] for word in ("tea", "cup", "row", "nothing")}
    assert {word: found.weights["page"][key[word]] for word in ("tea", "row", "cup")} == {
        "tea": OFTEN,
        "row": OFTEN,
        "cup": ASKED,
    }


@pytest.mark.parametrize(
    ("phrases", "others", "counts"),
    [
        (["green leaves for tea"], MANY_PAGES - 1, False),
        (["green leaves for tea"], MANY_PAGES - 2, True),
        (["leaves for tea"], MANY_PAGES - 1, True),
        (["green leaves for tea", "black leaves for tea"], MANY_PAGES - 1, True),
    ],
    ids=["one long phrase", "fewer pages", "a short phrase", "two phrases"],
)
def test_a_word_in_one_long_phrase_says_nothing_of_a_page_where_many_pages_are_asked_with_it(phrases, others, counts):
    asked = {"page": phrases} | {f"other{number}": ["tea"] for number in range(others)}
    found = weighed([Section(slug, "", {"text": "", "asked": BETWEEN.join(of)}) for slug, of in asked.items()], "zz")
    assert ("tea" in found.asked["page"]) is counts
    assert "leaves" in found.asked["page"]


def test_only_words_that_readers_seldom_ask_with_have_no_letters_in_the_index():
    asked = {"one": ("tea", "red cup", "cup bowl", "cup plate"), "two": ("red plate", "spoon knife")}
    found = weighed([Section(slug, "", {"text": "knife", "asked": BETWEEN.join(of)}) for slug, of in asked.items()], "zz")
    assert found.unsaid == {"red", "bowl", "plate", "spoon"}


DANGER = Danger(((("number1", "of tea"), ("page2", "page1")), (("row* key7",), ("page3",))), ("page0", "page1"))
REGISTERS = frozenset({"page2"})
RELATED = {"page3": ("page4", "page5", "nowhere"), "page0": ("page7",)}


def script(sections: list[Section], monkeypatch, ready_from: int = 10**9) -> dict:
    monkeypatch.setattr(index_file, "PREBUILT_FROM", ready_from)
    slugs = {section.slug: f"{section.slug}.html" for section in sections}
    around = {"labels": {}, "helplines": []}
    text = index_file.index_file(sections, "zz", slugs, DANGER, REGISTERS, RELATED, around, 0)
    return json.loads(text.removeprefix("self.kbSearchIndex=").rstrip(";\n"))


def ask(folder: Path, made: dict, ready: dict, queries: list[str], keys: list[str]) -> dict:
    """What the code of the browser makes of two index files, queries and keys."""
    javascript.need_packages()
    source = folder / "ask.mjs"
    names = {"engine": "engine.js", "analysers": "analysers.js", "packed": "packed.js"}
    source.write_text(
        SCRIPT.format(**{name: (javascript.ROOT / "search" / file).as_uri() for name, file in names.items()}),
        encoding="utf-8",
    )
    done = javascript.run(source, given=json.dumps([made, ready, queries, keys]))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_browser_finds_what_the_command_finds_from_texts_and_ready_made(monkeypatch, tmp_path):
    sections = pieces(12)
    made, ready = script(sections, monkeypatch), script(sections, monkeypatch, ready_from=1)
    assert "index" not in made and "index" in ready
    queries = ["word5", "green tea", "part3x1x2 word8", "heading1", "number1", "row7 key7", "wrod5", "nowhere"]
    queries += [
        "asked3",
        "asked2x tea",
        "of",
        "word5longer",
        "title number3",
        "askde3",
        "part0x0",
        "greenheading1",
        "askedtea",
        "headingkey77",
    ]
    keys = ["", "бала", "көз", "a" * 50, "\U0001f476"]
    found = ask(tmp_path, made, ready, queries, keys)
    assert found["texts"] == [f"Title number{page}" for page in range(12)]
    assert found["hashes"] == [hashed(key) for key in keys]
    # What only readers say has a number.
    assert hashed("asked3") in found["sums"] and sorted(found["sums"]) == found["sums"]
    index = Index(sections, "zz", DANGER, REGISTERS, RELATED)
    for query, browser, ready_made in zip(queries, found["made"], found["ready"], strict=True):
        command = [(f"{answer.slug}.html", pytest.approx(answer.score, abs=0.001)) for answer in index.find(query)]
        assert [(answer["location"], answer["score"]) for answer in browser] == command, query
        assert ready_made == browser, query
    answers = dict(zip(queries, found["made"], strict=True))
    assert answers["number1"][0]["location"] == "page1.html" and answers["nowhere"] == []
    assert answers["asked3"][0]["location"] == "page3.html"
    assert len(answers["greenheading1"]) == 12


def repeated(many: int) -> list[Section]:
    """Pages that say the same words again and again."""
    found = []
    for page in range(many):
        text = " ".join(f"word{(page * 31 + at * at * 7 + at // 3) % 97}" for at in range(200))
        asked = f"tea{page}"
        found.append(Section(f"page{page}", "", {"title": f"Title{page}", "asked": asked, "text": ""}))
        found.append(Section(f"page{page}", "part", {"heading": f"part{page}", "text": text}))
    return found


def test_words_for_whose_texts_there_is_no_room_lead_to_the_same_pages(monkeypatch, tmp_path):
    sections = repeated(12)
    index = Index(sections, "zz", DANGER, REGISTERS, RELATED)
    queries = ["word55", "word40 word41", "tea3 word96", "title7", "word13 part7"]
    expected = [
        [(f"{answer.slug}.html", pytest.approx(answer.score, abs=0.001)) for answer in index.find(query)]
        for query in queries
    ]
    assert all(expected)
    monkeypatch.setattr(index_file, "ROOM_OF_PIECE", 0)
    for room, told in ((1_000, True), (300, False)):
        monkeypatch.setattr(index_file, "ROOM", room)
        content = script(sections, monkeypatch)
        all_words = Packed(tuple(content["common"]), content["words"], content["letters"], ()).all_words()
        assert "word55" not in all_words
        found = ask(tmp_path, content, content, queries, [])["made"]
        assert ([[(answer["location"], answer["score"]) for answer in one] for one in found] == expected) is told, room


@pytest.mark.parametrize("room", [5_500, 7_000])
def test_the_index_keeps_to_the_room_there_is(monkeypatch, room):
    monkeypatch.setattr(index_file, "ROOM", room)
    monkeypatch.setattr(index_file, "ROOM_OF_PIECE", 0)
    found = script(pieces(40), monkeypatch)
    text = f"self.kbSearchIndex={json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"
    assert 0.8 * room < index_file.compressed(text) <= room
