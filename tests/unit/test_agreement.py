"""Endings behind numbers, shares and years, and the forms of units, are what a reader of the language writes.

The table in fixtures/agreement holds the number words as they are read, each in full in each case.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
import real_guide

from rights_kb import agreement, numbers
from rights_kb.render.context import MacroError

WORDS = real_guide.library().words
KY, RU, EN = WORDS["ky"], WORDS["ru"], WORDS["en"]
TABLE = Path(__file__).parents[1] / "fixtures" / "agreement" / "ky.tsv"
READ = [
    (row["number"], row["nominative"], case, word)
    for row in csv.DictReader(TABLE.open(encoding="utf-8"), delimiter="\t")
    for case, word in row.items()
    if case not in ("number", "nominative")
]
# The number as it is written, the unit, and how it looks in each case that is named.
WRITTEN = """
3 - possessive 3-ү
6 - possessive 6-сы
40 - possessive 40-ы
12 - possessive 12-си
18 - possessive 18-и
29 - possessive 29-у
111 - possessive 111-и
5 - dative 5ке
9 - dative 9га
13 - dative 13кө
16 - dative 16га
20 - dative 20га
44 - dative 44кө
70 - dative 70ке
112 - dative 112ге
200 - dative 200гө
3000 - dative 3 000ге
15 - ablative 15тен
18 - ablative 18ден
54 - ablative 54төн
65 - locative 65те
33 - genitive 33түн
26.7 percent possessive 26,7%ы
26.7 percent dative 26,7%га
26.7 percent genitive 26,7%дын
26.7 percent accusative 26,7%ды
26.7 percent locative 26,7%да
26.7 percent ablative 26,7%дан
26.7 percent attributive 26,7%дагы
26.7 percent possessive-accusative 26,7%ын
26.7 percent possessive-dative 26,7%ына
26.7 percent possessive-locative 26,7%ында
26.7 percent possessive-ablative 26,7%ынан
26.7 percent possessive-genitive 26,7%ынын
3 percent possessive 3%ы
26.7 - dative 26,7ге
19.6 - ablative 19,6дан
16.0 - dative 16,0гө
0.5 - dative 0,5ке
0.25 - ablative 0,25тен
0.10 - ablative 0,10дон
12000 som dative 12 000 сомго
12000 som ablative 12 000 сомдон
12000 som genitive 12 000 сомдун
12000 som accusative 12 000 сомду
5 child dative 5 балага
5 child possessive 5 баласы
5 child genitive 5 баланын
2 family dative 2 үй-бүлөгө
2 family ablative 2 үй-бүлөдөн
7 case locative 7 учурда
14 day dative 14 күнгө
14 day ablative 14 күндөн
10 working-day dative 10 жумуш күнүнө
10 working-day ablative 10 жумуш күнүнөн
10 working-day genitive 10 жумуш күнүнүн
6 hour dative 6 саатка
6 hour ablative 6 сааттан
16 age dative 16 жашка
16 age ablative 16 жаштан
16 age locative 16 жашта
3 year dative 3 жылга
3 year genitive 3 жылдын
9 month dative 9 айга
9 month ablative 9 айдан
40 request ablative 40 кайрылуудан
40 request genitive 40 кайрылуунун
8 institution locative 8 мекемеде
"""
YEARS = """
2018 possessive 2018-жылы
2018 attributive 2018-жылдагы
2018 ablative 2018-жылдан
2018 dative 2018-жылга
2018 genitive 2018-жылдын
2018 locative 2018-жылда
2018 accusative 2018-жылды
2023 possessive 2023-жылы
2023 possessive-dative 2023-жылына
2000 possessive 2000-жылы
"""
RUSSIAN = """
1 child name 1 ребёнок
2 child name 2 ребёнка
5 child name 5 детей
11 child name 11 детей
21 child name 21 ребёнок
22 child name 22 ребёнка
112 child name 112 детей
1.5 child name 1,5 ребёнка
1 child limit 1 ребёнка
2 child limit 2 детей
21 child limit 21 ребёнка
25 child limit 25 детей
1 year name 1 год
3 year name 3 года
7 year name 7 лет
14 year name 14 лет
101 year name 101 год
1 year limit 1 года
3 year limit 3 лет
7.5 year name 7,5 года
1 som name 1 сом
24 som name 24 сома
12000 som name 12 000 сомов
12001 som limit 12 001 сома
12000 som limit 12 000 сомов
1 month limit 1 месяца
6 month limit 6 месяцев
4 hour name 4 часа
36 hour name 36 часов
31 day name 31 день
42 day name 42 дня
30 calendar-day name 30 календарных дней
1 working-day limit 1 рабочего дня
10 working-day limit 10 рабочих дней
1 family name 1 семья
34 family name 34 семьи
812 family name 812 семей
1 person name 1 человек
3 person name 3 человека
15 person name 15 человек
"""


def rows(text, columns):
    """Each line in so many columns; the last holds the rest."""
    return [line.split(" ", columns - 1) for line in text.strip().split("\n")]


def shown(text):
    return text.replace(numbers.NO_BREAK, " ")


def test_there_are_at_least_two_hundred_examples():
    assert len(READ) + len(rows(WRITTEN, 4)) + len(rows(YEARS, 3)) + len(rows(RUSSIAN, 4)) >= 200


@pytest.mark.parametrize(("number", "read", "case", "word"), READ)
def test_a_number_takes_the_ending_of_its_word(number, read, case, word):
    hyphen = "-" if case.startswith("possessive") else ""
    assert word.startswith(read)
    assert agreement.suffix(int(number), None, case, KY) == hyphen + word.removeprefix(read)


@pytest.mark.parametrize(("number", "unit", "case", "expected"), rows(WRITTEN, 4))
def test_a_number_with_its_unit_is_written_with_its_ending(number, unit, case, expected):
    assert shown(agreement.amount(Decimal(number), None if unit == "-" else unit, case, KY)) == expected


@pytest.mark.parametrize(("year", "case", "expected"), rows(YEARS, 3))
def test_a_year_takes_the_ending_of_the_word_behind_it(year, case, expected):
    assert agreement.year(year, case, KY) == expected


def test_a_bare_year_takes_the_ending_of_its_last_word():
    assert "2018" + agreement.suffix(2018, None, "ablative", KY) == "2018ден"


@pytest.mark.parametrize(("number", "unit", "form", "expected"), rows(RUSSIAN, 4))
def test_a_russian_unit_has_the_form_its_number_asks_for(number, unit, form, expected):
    value = Decimal(number)
    assert f"{numbers.number(value, 'ru')} {numbers.unit_word(value, unit, RU, form)}".replace("\u00a0", " ") == expected
    if form == "limit":
        assert shown(agreement.amount(value, unit, "genitive", RU)) == expected


@pytest.mark.parametrize("words", [RU, EN], ids=["ru", "en"])
def test_a_language_without_the_case_shows_the_number_unchanged(words):
    assert agreement.amount(Decimal("26.7"), "percent", "ablative", words) == numbers.percent(
        Decimal("26.7"), words.language
    )
    assert agreement.year("2018", "possessive", words) == "2018"


def test_a_unit_without_the_form_is_told():
    with pytest.raises(agreement.NoSuchForm, match=r"`call` has no form `limit` in `ru`\. Write it in data/words/ru\.yml"):
        agreement.amount(5, "call", "genitive", RU)


@pytest.mark.parametrize("case", agreement.cases({"ky": KY}))
def test_every_case_fits_every_unit_and_number(case):
    for value in (0, 1, 26, 300, 12000, 10**9):
        for unit in (None, "percent", *KY.units):
            assert "{" not in agreement.amount(value, unit, case, KY)


class TestMacros:
    def render(self, call, language="ky"):
        import macros

        return macros.plain(macros.render("{{ " + call + " }}", real_guide.context(language, "rights/work")))

    def test_a_figure_takes_a_case(self):
        assert self.render('kb_figure("child-labour", 2018, case="ablative")') == "26,7%дан"
        assert self.render('kb_figure("child-labour", 2018, case="ablative", unit=False)') == "26,7ден"
        assert shown(self.render('kb_figure("child-labour", 2018, case="ablative")', "ru")) == "26,7 %"

    def test_the_ending_changes_with_the_figure(self):
        assert self.render('kb_newest("child-labour", unit=False, sex="boys", case="dative")') == "23,2ге"
        assert self.render('kb_newest("child-labour", unit=False, area="naryn", case="locative")') == "30,8де"

    def test_a_period_and_a_value_take_a_case(self):
        assert self.render('kb_period("child-labour", case="attributive")') == "2023-жылдагы"
        assert shown(self.render('kb_value("yearly-leave-under-18", "days", case="dative")')) == "30 календардык күнгө"

    def test_without_a_case_nothing_is_different(self):
        assert self.render('kb_figure("child-labour", 2018)') == "26,7%"

    @pytest.mark.parametrize(
        ("call", "said"),
        [
            ('kb_figure("child-labour", 2018, case="vocative")', "There is no case `vocative`. Write one of: genitive"),
            ('kb_period("migrants-children-placed", "2025-01/2025-08", case="dative")', "Only a year|has no such figure"),
        ],
    )
    def test_what_has_no_case_is_told(self, call, said):
        with pytest.raises(MacroError, match=said):
            self.render(call)
