"""Which articles a query finds, and what `kb search` prints."""

import subprocess
import sys
from pathlib import Path

import pytest

from rights_kb import cli
from rights_kb.search.ranking import Danger, Index, Section, apart

ROOT = Path(__file__).parents[2]


def index(language: str, **texts: str) -> Index:
    """An index of articles by slug with one section each."""
    return Index([Section(slug, "", {"title": slug, "text": text}) for slug, text in texts.items()], language)


def found(index: Index, query: str) -> list[str]:
    return [answer.slug for answer in index.find(query)]


KYRGYZ = index(
    "ky",
    maintenance="Ата-эне алимент төлөөгө милдеттүү.",
    school="Ар бир бала мектепте билим алат.",
    life="Өмүр бою эркинен ажыратуу.",
)
RUSSIAN = index("ru", rights="Права ребёнка записаны в законе.", school="Школы принимают всех детей.")
ENGLISH = index("en", rights="Children’s rights are written in laws.", school="Schools admit every child; teachers help.")


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("алименттен", "maintenance"),
        ("алиментти төлөбөгөн", "maintenance"),
        ("алимнет", "maintenance"),
        ("aliment", "maintenance"),
        ("омур бою", "life"),
        ("ѳмүр", "life"),
        ("МЕКТЕПТЕРГЕ", "school"),
        ("школа", "school"),
        ("shkola", "school"),
        ("школьник", "school"),
        ("school", "school"),
        ("атаэне", "maintenance"),
        ("ата эне", "maintenance"),
    ],
)
def test_kyrgyz_is_found_however_it_is_typed(query, slug):
    assert found(KYRGYZ, query)[0] == slug


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("право ребенка", "rights"),
        ("ghfdf", "rights"),
        ("ht,tyrf", "rights"),
        ("prava rebenka", "rights"),
        ("shkoly", "school"),
        ("школа", "school"),
        ("шкалы", "school"),
    ],
)
def test_russian_is_found_with_its_endings_typos_and_the_wrong_keyboard(query, slug):
    assert found(RUSSIAN, query)[0] == slug


@pytest.mark.parametrize(("query", "slug"), [("right", "rights"), ("teacher", "school"), ("techers", "school")])
def test_english_is_found_with_its_endings_and_typos(query, slug):
    assert found(ENGLISH, query)[0] == slug


def test_helplines_come_first_for_words_of_danger():
    texts = [Section(slug, "", {"text": text}) for slug, text in (("figures", "Зомбулук зомбулук."), ("help", "Чалыңыз."))]
    asked = Index(texts, "ky", Danger(((("зомбулук", "уруп жатат"), ("help",)),), ("help",)))
    assert found(asked, "зомбулукка") == ["help", "figures"]
    assert found(asked, "атам мени уруп жатышат") == ["help"]
    assert found(asked, "избивают") == ["help", "figures"]
    assert found(asked, "чалуу") == ["help"]
    assert "help" not in found(asked, "сандар")


def test_the_pages_that_help_in_a_danger_come_before_others():
    texts = [Section(slug, "", {"text": "They locked the house."}) for slug in ("law", "list", "other", "help")]
    asked = Index(texts, "en", Danger(((("locked in", "tied"), ("help",)),), ("list", "help")))
    assert found(asked, "locked in a house") == ["list", "help", "law", "other"]
    assert found(asked, "tied") == ["help", "list"]


def test_small_words_of_a_phrase_of_danger_count():
    texts = [Section(slug, "", {"text": "A lock."}) for slug in ("law", "help")]
    asked = Index(texts, "en", Danger(((("locked in",), ("help",)),), ("help",)))
    assert found(asked, "they locked me in")[0] == "help"
    assert found(asked, "a lock")[0] == "law"


def test_a_word_with_a_star_in_a_phrase_of_danger_stands_for_what_begins_so():
    texts = [Section(slug, "", {"text": "Жашоо. Келүү."}) for slug in ("law", "help")]
    asked = Index(texts, "ky", Danger(((("жашагым* келбе*",), ("help",)),), ("help",)))
    assert found(asked, "жашагым келбейт")[0] == "help"
    assert found(asked, "жашагым келет")[0] == "law"


def test_two_words_that_are_typed_as_one_are_found():
    texts = [
        Section(slug, "", {"text": text}) for slug, text in (("school", "Бала бакча."), ("work", "Бала."), ("law", "Сот."))
    ]
    assert found(Index(texts, "ky"), "балабакчага") == ["school", "work"]
    short = [Section("elders", "", {"text": "Чоң ата."}), Section("law", "", {"text": "Сот."})]
    assert found(Index(short, "ky"), "чоңата") == ["elders"]


def test_a_mistake_in_a_word_with_endings_is_found():
    texts = [Section(slug, "", {"text": text}) for slug, text in (("teens", "Өспүрүм. Мекендеш."), ("law", "Сот."))]
    asked = Index(texts, "ky")
    for mistyped in ("өспрүм", "өспүрмүгө", "мекендшетер", "мкендештердин"):
        assert found(asked, mistyped) == ["teens"], mistyped
    assert found(asked, "мектептер") == []


def test_a_russian_word_with_two_kyrgyz_ones_leads_where_both_are_said():
    texts = [
        Section(slug, "", {"text": text})
        for slug, text in (("mother", "Эне."), ("grandmother", "Чоң эне."), ("old", "Чоң."))
    ]
    assert found(Index(texts, "ky"), "бабушка")[0] == "grandmother"


def test_what_is_nowhere_is_not_found():
    assert found(KYRGYZ, "компьютер") == []


@pytest.mark.parametrize("query", ["", " ", "\0", "(((*", "<script>", "👩‍👧", "а" * 10_000, "-" * 10_000, "ыыыыььььь"])
@pytest.mark.parametrize("asked", [KYRGYZ, RUSSIAN, ENGLISH], ids=["ky", "ru", "en"])
def test_nothing_is_too_odd_to_be_asked(asked, query):
    assert found(asked, query) == []


def test_letters_exchanged_with_their_neighbour_are_one_mistake():
    assert apart("алимнет", "алимент", 2) == 1
    assert apart("бала", "мектеп", 2) == 3


def test_the_command_prints_keys_and_articles_with_their_scores(capsys):
    assert cli.main(["--root", str(ROOT), "search", "ky", "укугум"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "укугум  →  укук"
    score, article = lines[1].split()
    assert float(score) > 0
    assert article.startswith("ky/")


def test_the_command_says_when_nothing_is_found(capsys):
    assert cli.main(["--root", str(ROOT), "search", "en", "zzzzqqqq"]) == 1
    assert "Nothing is found." in capsys.readouterr().out


def test_the_command_says_nothing_where_nobody_reads_on():
    command = [sys.executable, "-m", "rights_kb", "--root", str(ROOT), "search", "ky", "бала"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as kb:
        kb.stdout.close()
        assert kb.stderr.read() == b""
    assert kb.returncode == 1


def test_the_command_names_the_languages_of_the_guide(capsys):
    assert cli.main(["--root", str(ROOT), "search", "de", "Kind"]) == 2
    assert "Write one of: ky, ru, en" in capsys.readouterr().err
