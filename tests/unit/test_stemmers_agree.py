"""The stemmers of the browser and of Python give the same keys for the words of the guide, as a ready-made index needs."""

import json
import re

import javascript
import pytest
import real_guide

from rights_kb.search import words

SCRIPT = """
import {{ createAnalyser }} from "{analyser}";
import {{ readFileSync }} from "node:fs";
const [rules, words] = JSON.parse(readFileSync(0, "utf8"));
const {{ terms }} = createAnalyser(rules);
console.log(JSON.stringify(words.map((word) => terms(word).map(({{ word, keys, stop }}) => [word, keys, stop]))));
"""
STEMMED = [language for language in real_guide.library().languages if words.rules(language).get("rules", {}).get("stemmer")]


@pytest.mark.parametrize("language", STEMMED)
def test_every_word_of_the_articles_has_the_same_keys(language, tmp_path):
    pages = (page for (code, _), page in real_guide.library().pages.items() if code == language)
    met = sorted({word for page in pages for word in re.findall(r"[\w’'-]+", page.body)})
    assert len(met) > 1000
    source = tmp_path / "keys.mjs"
    address = (javascript.ROOT / "search" / language / "analyser.js").as_uri()
    source.write_text(SCRIPT.format(analyser=address), encoding="utf-8")
    done = javascript.run(source, given=json.dumps([words.rules(language), met]))
    assert done.returncode == 0, done.stderr
    there = [[(word, tuple(keys), stop) for word, keys, stop in found] for found in json.loads(done.stdout)]
    here = [[(term.word, term.keys, term.stop) for term in words.terms(word, language)] for word in met]
    assert [word for word, one, other in zip(met, there, here, strict=True) if one != other] == []
