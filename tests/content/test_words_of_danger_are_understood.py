"""What children in danger type shows helplines first; what only shares a word with it does not."""

import pytest
import real_guide

from rights_kb.search.ranking import Index, danger
from rights_kb.search.sections import Section

IN_DANGER = {
    "ky": [
        ("атам мени урат", "help/violence"),
        ("koshuna balasyn sabayt", "help/violence"),
        ("эжемди ала качып кетишти", "penalties/forced-marriage"),
        ("сүрөтүмдү таратып жиберем дейт", "help/bullying"),
        ("өлгүм келип жатат", "help/helpline-111"),
        ("үйдөн кууп чыкты", "help/left-alone"),
        ("меня избили", "help/violence"),
        ("балам жоголуп кетти", "help/index"),
        ("колумду кесип жүрөм", "help/helpline-111"),
        ("жашагым келбей калды", "help/helpline-111"),
        ("kyzym ozumo kol salam deyt", "help/helpline-111"),
        ("мени уурдап кетишти", "penalties/forced-marriage"),
        ("баланы уурдап кетсе эмне болот", "penalties/forced-marriage"),
        ("мени эрге бергени жатышат", "penalties/forced-marriage"),
        ("атам мени сабаптыр", "help/violence"),
        ("мамам кайыш менен чаап койду", "help/violence"),
        ("байкем мага жаман тийише берет", "help/violence"),
        ("апам келбей калды ачка отурабыз", "help/left-alone"),
        ("өгөй атам мени күндө чабат", "help/violence"),
        ("чоң атамдын үйүндө таяк жейм", "help/violence"),
        ("таякем эмчегимди кармайт", "help/violence"),
        ("тууганыбыз баласын сатмакчы", "help/violence"),
        ("апам тамак бербейт ачка жатам", "help/left-alone"),
        ("жашоодон тажадым", "help/helpline-111"),
        ("өзүмдү жек көрөм чыдай албайм", "help/helpline-111"),
        ("мен күйөөгө чыккым келбейт", "penalties/forced-marriage"),
        ("байкем түндө жаныма келет", "help/violence"),
        ("жегенге эч нерсе жок", "help/left-alone"),
        ("үйдүн чатырынан секирем", "help/helpline-111"),
        ("кызды машинага сүйрөп жатышат", "penalties/forced-marriage"),
        ("атам мени үйгө киргизбейт", "help/left-alone"),
        ("кан кетип жатат", "help/index"),
    ],
    "ru": [
        ("отчим меня бьёт", "help/violence"),
        ("меня украли замуж", "penalties/forced-marriage"),
        ("слили мои голые фотки", "help/bullying"),
        ("я не хочу больше жить", "help/helpline-111"),
        ("нам нечего есть", "help/left-alone"),
        ("хочу повеситься", "help/helpline-111"),
        ("ненавижу себя", "help/helpline-111"),
        ("menya bet mama", "help/violence"),
        ("отчим лезет к младшей сестре", "help/violence"),
        ("дядя приходит ко мне ночью", "help/violence"),
        ("мне негде ночевать", "help/left-alone"),
        ("устала жить", "help/helpline-111"),
        ("отчим лупит ремнём", "help/violence"),
        ("меня выдают за старика", "penalties/forced-marriage"),
        ("женщина продаёт младенца", "help/violence"),
    ],
    "en": [
        ("they locked me in", "help/violence"),
        ("he wants to marry me off", "penalties/forced-marriage"),
        ("someone leaked my photos", "help/bullying"),
        ("I want to die", "help/helpline-111"),
        ("left alone at home", "help/left-alone"),
        ("my cousin cuts herself", "help/helpline-111"),
        ("i dont want to be alive anymore", "help/helpline-111"),
        ("mum hits my baby sister", "help/violence"),
        ("someone followed me home", "help/violence"),
        ("uncle comes to my room at night", "help/violence"),
        ("I hate myself", "help/helpline-111"),
        ("they dont let me in the house", "help/left-alone"),
        ("I cant take it anymore", "help/helpline-111"),
        ("my brother is starving", "help/left-alone"),
        ("we have no food at home", "help/left-alone"),
        ("woman selling her newborn baby", "help/violence"),
    ],
}
CALM = {
    "ky": [
        "башкы бет",
        "турмушка чыккан кыздардын саны",
        "үч балага канча пайыз кармашат",
        "эс алуу",
        "паспорт алуу",
        "мен уурдап алдым",
        "балам уурдаса мен жооп беремби",
        "атам менен жашагым келет",
        "алимент төлөбөсө камап салабы",
        "мен үйдү сатып алдым",
        "канча бала үйүндө таяк жейт",
        "опекун баланын үйүн сатып жиберсе",
        "мектеп балага тамак береби",
        "үйсүз калган балага үй",
        "паспорт алып бере турган киши жок",
        "баласын таштап кеткен энеге кандай жаза бар",
    ],
    "ru": [
        "бить тревогу реже",
        "хочу жить с папой",
        "украл телефон",
        "на улице",
        "есть ли льготы",
        "повесить трубку",
        "лупа",
        "следит ли страница за мной",
        "скинуть фото паспорта",
    ],
    "en": [
        "lock the school door",
        "want to live with my father",
        "kick a ball",
        "my passport",
        "photos of the school",
        "my mum is gone to Russia",
        "daughter in law won't let me see my grandkids",
        "legal age to leave a kid home alone",
        "the fine for selling cigarettes to children",
    ],
}


@pytest.fixture(scope="module", params=sorted(IN_DANGER))
def asked(request):
    words = danger(real_guide.library(), request.param)
    pages = [Section(slug, "", {"text": f"{number}"}) for number, slug in enumerate(words.slugs, 100)]
    return request.param, Index(pages, request.param, words)


def test_what_is_typed_in_danger_leads_to_the_page_that_helps(asked):
    language, index = asked
    found = {query: [answer.slug for answer in index.find(query)][:2] for query, _ in IN_DANGER[language]}
    assert {query: slug for query, slug in IN_DANGER[language] if slug not in found[query]} == {}


def test_what_only_shares_a_word_with_it_does_not(asked):
    language, index = asked
    assert [query for query in CALM[language] if index.find(query)] == []
