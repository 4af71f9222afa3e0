"""Makes english-words.csv: place names that are also English words or common names.

A word is taken when wordfreq puts it at Zipf 3.5 or more in English (three times in a million words)
and a place of the table, or of the full GeoNames dumps that a user may import, is spelt like it
but for case, diacritics, apostrophes and the article; unless the place is better known than the word.
"""

import csv
import re

from place_keys import ARTICLES
from place_names import ascii_only, is_latin

ZIPF = 3.5
# Cities and regions that English news means as places when it uses the word.
KNOWN = frozenset("""
aleppo mosul damascus homs hama idlib raqqa baghdad basra kirkuk erbil fallujah ramadi tikrit palmyra latakia
kobani sinjar beirut tripoli sidon tyre baalbek gaza jerusalem haifa tel aviv amman ankara istanbul izmir antakya
tehran isfahan tabriz riyadh doha manama muscat cairo sanaa aden benghazi sirte misrata djibouti nicosia moscow
kiev kyiv odessa sevastopol hebron nablus ramallah jericho nazareth jeddah mecca medina dubai sharjah
alexandria giza euphrates tigris mediterranean caspian kurdistan golan donetsk kharkiv samara kazan rostov ufa
petersburg saint omsk perm volgograd krasnodar novosibirsk yekaterinburg chelyabinsk adana bursa konya diyarbakir iraqi kurdish syrian turkish
""".split())
PROTECTED_FEATURES = frozenset(("country", "sea", "river", "governorate"))


def write(path, rows, records):
    """Writes the words of `rows` and `records`, sorted, each with where its frequency comes from."""
    from wordfreq import zipf_frequency

    words = set()
    for row in rows:
        if row["feature"] not in PROTECTED_FEATURES:
            for name in [row["name"], *row["aliases"]]:
                words.update(_single_words(name))
    for record in records:
        if record.kind.startswith("PPL"):
            for name in [record.name, *record.alternates]:
                if is_latin(name):
                    words.update(_single_words(name))
    protected = {
        word for row in rows if row["feature"] in PROTECTED_FEATURES
        for name in [row["name"], *row["aliases"]] for word in _single_words(name)
    }
    found = sorted(w for w in words - protected - KNOWN if zipf_frequency(w, "en") >= ZIPF)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "source"))
        writer.writerows((word, "wordfreq 3.1.1") for word in found)


def _single_words(name):
    """A name of one word, as it stands and without its article: both are looked up in running text."""
    parts = [w for w in re.split(r"[\s\-]+", ascii_only(name).lower()) if w]
    if len(parts) == 2 and parts[0] in ARTICLES:
        parts = parts[1:]
    return parts if len(parts) == 1 and parts[0].isalpha() else []
