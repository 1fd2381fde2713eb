"""Common nouns: their case, plural and possessive forms, made by vowel harmony, meet their word."""

from rights_kb.search.kyrgyz import key

NOUNS = """
    сабак бөлмө дүкөн базар эшик терезе кат жол көпүрө дарыя тамак нан сүт эт кийим бут кол көз баш чач жүрөк кан тиш
    мурун кулак ооз белги сан тизме бет сүрөт ыр оюн топ той майрам аш кайгы коркунуч үмүт ишеним тилек ой акыл эс
    билимдүүлүк эркиндик теңдик тынчтык согуш аскер милиция полициячы тергөөчү адвокат нотариус күбө айыпкер жабырлануучу
    арызданма чечим токтом протокол архив архивчи айлык пенсия жөлөкпул салык карыз банк насыя ипотека батир турак-жай
    жер-үй мал жылкы уй кой эчки тоок дан буудай дыйкан чабан айдоочу дарыкана оорукана ооруканачы медайым психолог
    психика стресс депрессия өлүм төрөт кош эгиз небере чоңата чоңэне таене таята эже карындаш ини жээн жээнтоо бөлө келин
    күйөөбала кайнене ажырашуу никелешүү той-топур калың кудалашуу ала-качуу зордоо уурулук тоноо алдамчылык пара
    паракорчулук коррупция шайлоо депутат парламент министр премьер акимчилик аким мэрия кеңеш кеңешме фонд долбоор
    программа отчет эсеп каржы бюджет грант стипендия студент университет колледж лицей гимназия класс лагерь каникул
    экзамен баа күндөлүк китепкана компьютер интернет сайт билдирүү сүйлөшүү чалуу кабар гезит журнал радио теле үн музыка
    спорт бассейн футбол чемпион медаль сыйлык аба-ырай кар жамгыр шамал күн ай жылдыз дүйнө мамлекет чекара паспорт виза
    билет поезд учак унаа такси авария өрт сел жер титирөө куткаруу чукул тез жардамчы бала-бакча ымыркай наристе
    өспүрүмчүлүк улгайган кары карылык майып майыптык көмөк камсыздандыруу документтештирүү күбөлүк туулуу эмгекчи жумушчу
    келишим каттоочу мөөр тамга укукчу мыйзамчы тартип тарбиячы чектөө тыюу эреже кыймыл коопсуз коркутуу басмырлоо кордоо
    сабоо кыйкыруу мушташ жаракат жара сынык оору дары ичимдик тамеки наркотик баңгилик кумар
""".split()
VOWELS = "аеёиоөуүыэюя"
VOICELESS = "птксшчфхцщ"
WIDE = dict(zip(VOWELS, "аеоеоөаөаеаа", strict=True))
NARROW = dict(zip(VOWELS, "ыиуиуүуүыиуы", strict=True))
# The same endings after an ending, whose vowel is the wide one.
NARROW_AFTER_WIDE = {"а": "ы", "е": "и", "о": "у", "ө": "ү"}
SOFT = {"к": "г", "п": "б"}
# Where a vowel and н end a word, дыйканы could be an accusative, too.
FORGIVEN = 0.01


def forms(noun: str) -> list[str]:
    """Six cases of the noun, its plural and what belongs to a third person."""
    last = noun[-1]
    vowel = next(letter for letter in reversed(noun) if letter in VOWELS)
    a, i = WIDE[vowel], NARROW[vowel]
    d, g = ("т", "к") if last in VOICELESS else ("д", "г")
    n = "н" if last in VOWELS else d
    plural = noun + ("л" if last in VOWELS or last in "йр" else d) + a + "р"
    owned = noun + "с" + i if last in VOWELS else noun[:-1] + SOFT.get(last, last) + i
    j = NARROW_AFTER_WIDE[a]
    singular = [noun + ending for ending in (g + a, d + a, d + a + "н", n + i, n + i + "н")]
    many = [plural + ending for ending in ("", "г" + a, "д" + a, "д" + a + "н", "д" + j, "д" + j + "н", j, j + "н")]
    return [*singular, *many, *(owned + ending for ending in ("", "н", "н" + i + "н"))]


def test_nearly_every_form_meets_its_noun():
    pairs = [(noun, form) for noun in NOUNS for form in forms(noun)]
    apart = [(noun, form) for noun, form in pairs if key(form) != key(noun)]
    assert len(pairs) > 3000
    assert len(apart) <= FORGIVEN * len(pairs), apart


def test_the_forms_are_those_of_the_grammar():
    assert forms("китеп")[:6] == ["китепке", "китепте", "китептен", "китепти", "китептин", "китептер"]
    assert forms("көчө")[-3:] == ["көчөсү", "көчөсүн", "көчөсүнүн"]
