"""Checks of places.csv and english-words.csv as they stand."""

import csv

from place_keys import letters, mid
from place_table import COLUMNS

FEATURES = frozenset("""country governorate district sub-district city town village quarter airbase airport airfield
port region river lake sea mountain border-crossing dam oil-field camp facility""".split())
# A curated row may lack coordinates: it keeps a longer name from being read as the town inside it
# ("Mosul Dam" is not Mosul). Settlements and airfields may not.
WITHOUT_POINT = frozenset("""region country governorate quarter sea river lake mountain
dam oil-field facility camp border-crossing""".split())
# South, west, north, east in degrees, a little wider than the country.
BOUNDS = {
    "SY": (32.2, 35.5, 37.4, 42.5), "IQ": (29.0, 38.7, 37.5, 48.7), "LB": (33.0, 35.0, 34.8, 36.7),
    "IL": (29.4, 34.2, 33.4, 35.9), "PS": (31.2, 34.2, 32.6, 35.6), "JO": (29.1, 34.9, 33.4, 39.4),
    "TR": (35.8, 25.6, 42.2, 44.9), "CY": (34.5, 32.2, 35.8, 34.7), "KW": (28.5, 46.5, 30.2, 48.6),
    "SA": (16.3, 34.4, 32.2, 55.7), "QA": (24.4, 50.7, 26.2, 51.7), "BH": (25.7, 50.3, 26.4, 50.9),
    "AE": (22.6, 51.4, 26.2, 56.5), "OM": (16.6, 51.9, 26.5, 59.9), "YE": (12.0, 41.8, 19.0, 54.6),
    "LY": (19.4, 9.3, 33.3, 25.2), "EG": (21.9, 24.6, 31.8, 36.9), "IR": (25.0, 44.0, 39.8, 63.4),
    "RU": (41.1, 19.6, 81.9, 180.0), "UA": (44.3, 22.1, 52.4, 40.3), "DJ": (10.9, 41.7, 12.8, 43.5),
    "GR": (34.7, 19.3, 41.8, 28.3), "IT": (35.4, 6.6, 47.1, 18.6), "DE": (47.2, 5.8, 55.1, 15.1),
}
# Spellings that reports use and that must lead to a row, by name, alias or rule.
REQUIRED = """
Al-Bab, Palmyra, Tadmur, Deir ez-Zor, Dayr az Zawr, Deir Ezzor, Raqqa, Ar Raqqah, Manbij, Ayn Isa, Mar'a, Marea,
Abu Kamal, Al-Bukamal, Albu Kamal, Mayadin, Al Shadaddi, Shaddadi, Al Hasakah, Kobani, Ayn al-Arab, Jarabulus, Dabiq,
Azaz, Afrin, Idlib, Jisr al-Shughur, Maarat al-Numan, Khan Sheikhoun, Khan Shaykhun, Saraqib, Ariha, Hama, Homs,
Rastan, Talbiseh, Qaryatayn, Latakia, Salma, Hmeymim, Khmeimim, Jableh, Tartus, Shayrat, T-4, Tiyas, Mezzeh, Damascus,
Douma, Eastern Ghouta, Zabadani, Daraa, Quneitra, Al-Tanf, Tabqa, Thawrah, Tell Abyad, Ras al-Ayn, Qamishli, Sukhna,
Mosul, Sinjar, Rabia, Hit, Ramadi, Haditha, Al-Qaim, Fallujah, Tal Afar, Qayyarah, Bayji, Kirkuk, Hawija, Rawa, Anah,
Rutbah, Makhmur, Tikrit, Kisik, Al Asad
"""
LARGEST = 1_250_000


def check(places, words):
    """The problems found, each as `file:line: what`."""
    problems = []
    with open(places, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != COLUMNS:
            problems.append(f"{places}:1: columns are {reader.fieldnames}")
        rows = list(reader)
    previous = ""
    keys = set()
    for line, row in enumerate(rows, 2):
        where = f"{places}:{line}: {row['id']}"
        if row["id"] <= previous:
            problems.append(f"{where}: {'double' if row['id'] == previous else 'not sorted'}")
        previous = row["id"]
        problems += [f"{where}: no {column}" for column in ("id", "name", "feature", "source") if not row[column].strip()]
        if row["feature"] not in FEATURES:
            problems.append(f"{where}: unknown feature {row['feature']}")
        problems += _coordinates(where, row)
        keys.update(key(name) for name in [row["name"], *row["aliases"].split("|")] if name for key in (mid, letters))
    for spelling in REQUIRED.replace("\n", " ").split(","):
        if not keys & {mid(spelling.strip()), letters(spelling)}:
            problems.append(f"{places}: required spelling not found: {spelling.strip()}")
    if places.stat().st_size > LARGEST:
        problems.append(f"{places}: {places.stat().st_size} bytes, more than {LARGEST}")
    with open(words, encoding="utf-8", newline="") as file:
        listed = [row["word"] for row in csv.DictReader(file)]
    if listed != sorted(set(listed)):
        problems.append(f"{words}: not sorted or with doubles")
    countries = {row["name"].lower() for row in rows if row["feature"] == "country"}
    problems += [f"{words}: {word} is a country" for word in listed if word in countries]
    return problems


def _coordinates(where, row):
    if not row["latitude"] and not row["longitude"]:
        return [] if row["feature"] in WITHOUT_POINT else [f"{where}: no coordinates"]
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    if row["country"] not in BOUNDS:
        return [] if not row["country"] else [f"{where}: no bounds known for {row['country']}"]
    south, west, north, east = BOUNDS[row["country"]]
    if south <= latitude <= north and west <= longitude <= east:
        return []
    return [f"{where}: {latitude}, {longitude} is outside {row['country']}"]
