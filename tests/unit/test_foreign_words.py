import pytest

from rights_kb.foreign_words import ForeignWords, alphabet, language_of, marked, of_library, vocabularies

from .conftest import SmallGuide


@pytest.fixture
def foreign(guide: SmallGuide) -> ForeignWords:
    names = ["{id: queen, name: Matka, language: ru-Latn, why: A Russian word in Latin letters.}"]
    names.append("{id: hive, name: Matka-24/ulej, language: und, why: The number of a make of hives.}")
    guide.write("data/names.yml", "".join(f"- {name}\n" for name in names))
    return of_library(guide.library())


def body(text: str) -> str:
    return f'<html lang="ru"><head><title>UNICEF</title></head><body>{text}</body></html>'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<p>Пчёлы UNICEF тут.</p>", '<p>Пчёлы <span lang="en">UNICEF</span> тут.</p>'),
        ("<p>Файл PDF-а</p>", '<p>Файл <span lang="en">PDF</span>-а</p>'),
        ("<p>CIS Legislation, 24</p>", '<p><span lang="en">CIS Legislation</span>, 24</p>'),
        ("<p>CRC/C/KGZ/5-6</p>", '<p><span lang="en">CRC/C/KGZ</span>/5-6</p>'),
        ("<p>R&amp;D &#x27;я&#x27;</p>", '<p><span lang="en">R</span>&amp;<span lang="en">D</span> &#x27;я&#x27;</p>'),
        ("<p>Matka Queen</p>", '<p><span lang="ru-Latn">Matka</span> <span lang="en">Queen</span></p>'),
        ("<p>«Matka-24/ulej»</p>", '<p>«<span lang="und">Matka-24/ulej</span>»</p>'),
        ("<p>Matkas</p>", '<p><span lang="en">Matkas</span></p>'),
        ('<p lang="en">Bees <b>UNICEF</b></p>CSV', '<p lang="en">Bees <b>UNICEF</b></p><span lang="en">CSV</span>'),
        ("<p>a<br>ab<img alt='>'>я</p>", '<p><span lang="en">a</span><br><span lang="en">ab</span><img alt=\'>\'>я</p>'),
    ],
)
def test_a_passage_in_foreign_letters_gets_its_language(foreign, text, wanted):
    assert marked(body(text), foreign) == body(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Пчёлы и мёд, 24 %, XX век.</p>",
        "<p>24.kg, (a_b.pdf), bees.example/honey, me@bees, https://bees, n=1</p>",
        "<p><code>make test</code> <kbd>Tab</kbd></p>",
        '<p title="UNICEF">Пчёлы</p><!-- UNICEF --><script>if (a<b) "it\'s"</script><style>p{}</style>',
        "<svg><text>UNICEF</text></svg>",
    ],
)
def test_what_belongs_to_no_language_or_is_no_text_stays_as_it_is(foreign, text):
    assert marked(body(text), foreign) == body(text)


def test_a_language_that_tells_nothing_of_foreign_letters_stays_as_it_is(foreign):
    page = '<html lang="en"><body><p>Bees пчёлы</p></body></html>'
    assert marked(page, foreign) == page


def test_a_listed_name_is_marked_in_any_language_but_its_own(guide):
    guide.write("data/names.yml", "- {id: place, name: пасека, language: ru, why: A Russian word in every text.}\n")
    foreign = of_library(guide.library())
    page = '<html lang="{}"><body>пасека пасеки{}</body></html>'
    assert marked(page.format("ru", ""), foreign) == page.format("ru", "")
    english = page.format("en", "").replace(">пасека", '><span lang="ru">пасека</span>')
    assert marked(page.format("en", ""), foreign) == english


def test_marking_twice_changes_nothing(foreign):
    once = marked(body("<p>Пчёлы UNICEF и Matka</p>"), foreign)
    assert once.count("<span") == 2 and marked(once, foreign) == once


@pytest.mark.parametrize(("word", "name"), [("ңa", "cyrillic"), ("ʻa", "modifier"), ("12а", "cyrillic"), ("12", "")])
def test_an_alphabet_is_that_of_the_first_letter(word, name):
    assert alphabet(word) == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Опеку над детьми", "ru"),
        ("мыйзам", "ky"),
        ("мыйзамга", "ky"),
        ("опека мыйзамы", "ky"),
        ("над", "ru"),
        ("надо", "ky"),
        ("опека башкача", "ky"),
    ],
)
def test_words_in_the_same_letters_are_of_the_language_whose_articles_have_them_all(guide, text, language):
    guide.add("content/ru/keeping/honey.md", "\nОпека над детьми.")
    guide.add("content/en/keeping/honey.md", "\nМыйзам.")
    of_guide = vocabularies(guide.library())
    assert language_of(text, "ky", {"ky": of_guide["en"], "ru": of_guide["ru"]}) == language


def test_a_vocabulary_has_no_code_and_no_macros(guide):
    guide.add("content/ru/keeping/honey.md", '\nЗдесь Пасека, `код` и {{ kb_newest("honey") }}.')
    known = vocabularies(guide.library())
    assert {"пасека", "пасе-", "здесь"} <= known["ru"]
    assert not {"код", "kb_newest", "honey"} & known["ru"] and "пасека" not in known["en"]
