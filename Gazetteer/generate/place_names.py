"""Turning the names of the sources into press forms, aliases and ids."""

import re
import unicodedata

from place_keys import ARTICLES, mid, plain, skeleton

# Words that mark a title or another language's exonym, not a spelling of the name.
CLUTTER = re.compile(
    r"gouvernorat|governorate|province|provin[zt]|mahafz|muhafa|mühaf|district|county|county|ilçe|ilcesi"
    r"|kaza|qada|qaḑ|nahi|nāḩ|subdistrict|kormány|guberni|pokrajina|séng|airport|aéroport|flughafen"
    r"|\bili\b|muhofaz|muhāfaz|guvern|kegubern|parêzg|parezg|liwa|farms|mazāri|viloj|viloya|sheng|\bxian\b| - "
    r"|markaz|merkez|jiman|city of|stadt|ville|\d"
    # Polish, German, Czech, Lithuanian, Russian and other languages' ways of writing Arabic.
    r"|ijja|ija\b|sz|dsch|dzh|dz|cz|\beh[lstnrd]-|\bi syria\b|a[js]as\b|[aeou]j[bdfghklmnrstvz]|oe|ae|ue",
    re.IGNORECASE,
)
# Words before a village's name that reports leave out.
TITLES = re.compile(r"^(Qaryat|Nahiyat|Markaz|Qada|Mujamma)\s+(?=\S{4})")
# Letters that transliterations of Arabic, Kurdish and Turkish use; others mark other languages' exonyms.
TRANSLITERATION = re.compile(r"^[A-Za-zÀÂÄÇÉÈÊËÎÏÔÖÛÜàâäçéèêëîïôöûüĀāĪīŪūḨḩḤḥḐḑḌḍŞşŚṢṣŢţṬṭZ̧z̧ẒẓĞğıİȨḎḏṮṯḪẖḫẔẕ̧̱̄'`‘’ʻʼʿʾ \-]+$")
GENERIC = frozenset(
    "al tall tell tel khirbat khirbet mazraat mazraah qaryat shaykh sheikh umm abu bir ayn ain dayr deir kafr jubb "
    "rasm wadi jabal kabir saghir sharqi gharbi fawqani tahtani shamali janubi qibli maarat maarrat mazra qasr qabr "
    "bayt beit bait burj khan ras bab bani aarab arab marj hawsh haush tulul mushrifah quran koran coran jihad sin".split()
)


def is_english(word):
    """True for a word so common in English (Zipf 3.5) that a spelling of a village should not be it."""
    from wordfreq import zipf_frequency

    return zipf_frequency(word, "en") >= 3.5


def is_arabic(text):
    """True when every letter is in the Arabic block (and none is Kurdish or Persian only)."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all("\u0621" <= c <= "\u064a" for c in letters)


def is_latin(text):
    """True when the name is spelt in letters that a transliteration would use."""
    return bool(TRANSLITERATION.match(text))


def ascii_only(text):
    """Without diacritics; apostrophes for ʿayn and hamza go, an ordinary one stays out too."""
    text = text.translate(str.maketrans({"ı": "i", "İ": "I", "ə": "a", "Ə": "A", "ø": "o", "ł": "l", "đ": "d", "ß": "ss"}))
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[`'‘’ʻʼʿʾ´]", "", text).encode("ascii", "ignore").decode().strip()


def press_form(text):
    """`Ma‘arrat an Nu‘mān` → `Maarrat al-Numan`; `Ar Raqqah` → `Al-Raqqah`."""
    text = TITLES.sub("", ascii_only(text))
    words = re.split(r"[\s_]+", re.sub(r"\b([A-Za-z]{2})-(?=\w)", r"\1 ", text))
    out = []
    for position, word in enumerate(words):
        if word.lower() in ARTICLES and position + 1 < len(words):
            out.append("Al-" if position == 0 else "al-")
        else:
            out.append(word[:1].upper() + word[1:] + " ")
    return re.sub(r"\s+", " ", "".join(out)).strip()


def alias_form(text):
    """An alias as typed in ASCII, spaces single."""
    return re.sub(r"\s+", " ", ascii_only(text)).strip()


def useful_aliases(name, alternates, limit, strict):
    """Up to `limit` spellings whose key differs from the name's and from each other's.

    `strict` keeps only those whose consonants resemble the name's: needed for records whose
    alternates were copied from another thing of the same name ("Jihad", "Abu Bakr").
    """
    if limit <= 0:
        return []
    seen = {mid(name)}
    own = skeleton(name)
    loose = {_loose(name)}
    chosen = []
    for alternate in alternates:
        # The package's own letter-by-letter renderings ("tl brak") are in lower case.
        if not is_latin(alternate) or CLUTTER.search(alternate) or alternate == alternate.lower():
            continue
        form = alias_form(alternate)
        bare = plain(form)
        if len(bare) < 4 or bare in GENERIC or len(form) > 40:
            continue
        key = mid(form)
        if " " not in bare and is_english(bare):
            continue
        if key in seen or _loose(form) in loose:
            continue
        if strict and not resembles(own, skeleton(form)):
            continue
        seen.add(key)
        loose.add(_loose(form))
        chosen.append(form)
        if len(chosen) == limit:
            break
    return chosen


def _loose(text):
    """French, Turkish and Kurdish letters as English ones: tells clutter from a new spelling."""
    text = plain(text)
    for old, new in (("tch", "sh"), ("ch", "sh"), ("dj", "j"), ("rh", "gh"), ("aa", "a"), ("oua", "wa"),
                     ("oue", "wa"), ("oui", "wi"), ("aou", "aw"), ("ss", "s"), ("x", "kh"), ("c", "j"), ("v", "w")):
        text = text.replace(old, new)
    return mid(re.sub(r"\b(j)h", r"sh", text)).replace("y", "").replace("i", "")


def resembles(one, other):
    common = _longest_common(one, other)
    return common * 2 >= max(len(one), len(other), 2)


def _longest_common(one, other):
    row = [0] * (len(other) + 1)
    for a in one:
        previous = 0
        for j, b in enumerate(other, 1):
            kept = row[j]
            row[j] = previous + 1 if a == b else max(row[j], row[j - 1])
            previous = kept
    return row[-1]


def slug(text):
    """Lower-case ASCII words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_only(text).lower()).strip("-")
