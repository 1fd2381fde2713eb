"""Writes search/vectors/ky.tsv: words and the keys that both analysers must give.

    python search/vectors/make.py

The words are those of the guide's Kyrgyz texts and data, and the forms of paradigms-ky.tsv; each also as readers type it:
without ө ү ң, with look-alike letters, in Latin letters, in capitals. Look at the difference before you commit it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from rights_kb.search.kyrgyz import CYRILLIC, WORD, analyser

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TARGET = HERE / "ky.tsv"
HEADER = "# word\tkey; written by make.py, checked by the analyser in Python and by the one in JavaScript\n"
PLAIN = str.maketrans("өүңӨҮҢ", "оунОУН")
ALIKE = str.maketrans("аеосрхөң", "aeocpxѳӊ")
LATIN = dict(
    zip("абвгдежзийклмнңоөпрстуүфхцыэ", "a b v g d e j z i y k l m n n o o p r s t u u f h ts y e".split(), strict=True)
)
LATIN |= {"ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "yo", "ь": "", "ъ": ""}
TURKISH = LATIN | {"ө": "ö", "ү": "ü", "ң": "ñ", "ы": "ı", "ж": "zh"}
# What is no word of any language, and must be the same in both all the same.
ODD = [
    *"a ы я ю 2026 14-жаштагы 111 İstanbul ǅ ΣΑΣ ﬁ naïve café 日本語 ا x2 a-b-c ата‑эне й и\u0306 ҚЫЗ мұмкүнчүлүк".split(),
    *"баӊгизат aлимент үйбүлө uy-bulo Üy-bülö jash zhash boyu akyikatchy ъ ь бб гг аа ттт ннннн ЮНИСЕФ юсаид ½ x² Ⅷ".split(),
    *"_",
    *"14төгү 7де 18ге 16дагылар 100дөн".split(),
    "ѳмүр",
    "а" * 41,
    "лар" * 5,
    "тын" * 9,
    "q" * 60,
]


def words() -> Iterator[str]:
    """Every word to be tried, each as it is and as readers type it."""
    texts = [*sorted((ROOT / "content" / "ky").rglob("*.md")), *sorted((ROOT / "data").rglob("*.yml"))]
    plain = {word for path in texts for word in WORD.findall(path.read_text(encoding="utf-8").lower())}
    # One word in seven, the same ones every time, says enough: the file stays small enough to read its changes.
    plain = {word for word in plain if crc32(word.encode()) % 7 == 0}
    plain |= set(WORD.findall((HERE / "paradigms-ky.tsv").read_text(encoding="utf-8").partition("\n")[2]))
    for word in sorted(plain):
        yield word
        if CYRILLIC.search(word) and re.search("[аеоөүңыу]", word):
            yield from (word.translate(PLAIN), word.translate(ALIKE), word.upper())
            yield from ("".join(table.get(letter, letter) for letter in word) for table in (LATIN, TURKISH))
    yield from ODD


def main() -> None:
    """Write the file."""
    lines = sorted({f"{word}\t{analyser().key(word)}\n" for word in words()})
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()
