"""Keys under which two spellings of one Arabic or Kurdish place name meet.

An imitation of the program's own rules, used here only to leave out aliases
that a rule makes anyway and to test that required spellings are found.

- `fold`: case, diacritics, apostrophes, hyphens, spaces, articles, doubled letters.
- `mid`: also the letters that transliterations disagree on (kh/h, q/k, ou/u, ei/ay …).
"""

import re
import unicodedata

ARTICLES = frozenset(
    "al ar as ash at ath ad adh az an el er es esh et eth ed edh ez en".split()
)
# The first word of many names, in the spellings that no letter rule joins.
HEADS = {
    "der": "dayr", "dair": "dayr",
    "kfar": "kafr", "kafar": "kafr", "kfr": "kafr", "kefar": "kafr", "kufr": "kafr",
    "maaret": "maarat", "marat": "maarat", "maarrat": "maarat", "marrat": "maarat",
    "tel": "tall", "tell": "tall", "tal": "tall", "tall": "tall",
    "jesr": "jisr", "djisr": "jisr",
    "cheikh": "shaykh", "shekh": "shaykh", "shiekh": "shaykh", "sheik": "shaykh",
    "en": "ayn",
}
SPECIAL = str.maketrans({
    "ı": "i", "İ": "i", "ə": "a", "Ə": "a", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae",
})
REMOVED = re.compile(r"[`'ʿʾʼ‘’′´ʻ\"“”.]")
SEPARATOR = re.compile(r"[\s\-‐‑‒–—_/]+")
PAIRS = (
    ("kh", "h"), ("gh", "g"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ei", "ay"), ("ai", "ay"), ("ey", "ay"), ("e", "a"), ("o", "u"),
)
DOUBLED = re.compile(r"(.)\1+")


def plain(text):
    """Lower-case ASCII letters and digits, words apart, no marks."""
    text = unicodedata.normalize("NFKD", text.translate(SPECIAL))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return SEPARATOR.sub(" ", REMOVED.sub("", text)).strip()


def _words(text):
    words = plain(text).split()
    kept = [w for w in words if w not in ARTICLES]
    # Never strip a name down to three letters or fewer: Al-Bab stays apart from "bab".
    if len("".join(kept)) <= 3:
        return words
    return kept


def fold(text):
    """The stricter key."""
    return DOUBLED.sub(r"\1", "".join(_words(text)))


def mid(text):
    """The looser key; the empty string when nothing is left."""
    words = _words(text)
    if words and len(words) > 1:
        words[0] = HEADS.get(words[0], words[0])
    key = "".join(words)
    for old, new in PAIRS:
        key = key.replace(old, new)
    key = DOUBLED.sub(r"\1", key)
    stripped = re.sub(r"(ah|a|h)$", "", key)
    return stripped if len(stripped) >= 3 else key


def skeleton(text):
    """Consonants only, French and Turkish digraphs as one: tells a transliteration from a translation."""
    key = plain(text).replace("tch", "sh").replace("ch", "sh").replace("dj", "j").replace("rh", "gh")
    key = key.replace("kh", "h").replace("gh", "g").replace("q", "k").replace("c", "j").replace("x", "h")
    return DOUBLED.sub(r"\1", re.sub(r"[aeiouwyh\s]", "", key))


def letters(name):
    """The letters and digits of a name run together: a hyphen, a space and nothing are one to the program."""
    return "".join(plain(name).split())


def found_anyway(name, others):
    """Whether a text that holds `name` is read as one of `others`, so that it need not be listed beside them."""
    return any(_finds(_reading(other), _reading(name)) for other in others)


def _reading(name):
    """The letters of a name run together, its words, and which capitals a text must have to be read as it."""
    words = re.findall(r"[^\W\d_]+|\d+", REMOVED.sub("", unicodedata.normalize("NFC", name)))
    letters = [plain(word) for word in words]
    first = next((i for i, word in enumerate(letters) if word not in ARTICLES and word != "the"), 0)
    upper = [word[0].isupper() for word in words]
    demands = set()
    if upper and (upper[first] or letters[first].isascii() and not letters[first].isdigit() and not any(upper)):
        demands.add("capital")
    shouted = all(word.isupper() for word in words)
    if shouted and (len(words) == 1 and len(words[0]) <= 3 or 1 < len(words) <= 4 and all(len(w) == 1 for w in words)):
        demands.add("all capitals")
    number = len(words) > 1 and not words[0].isdigit() and words[1].isdigit() and len(words[0]) <= 5
    return "".join(letters), len(words), demands, number


def _finds(this, other):
    return this[0] == other[0] and this[1] >= other[1] and this[2] <= other[2] and this[3] == other[3]
