#!/usr/bin/env python3
"""Checks the hand-kept tables of this folder's parent: aircraft, air-forces, munitions, target-types.

    python3 Gazetteer/generate/check_tables.py [FOLDER]

Prints one line a fault, `file:line: error: …`, and ends with status 1 if there is any. What counts as
the same spelling follows the program's rules: case, diacritics, and a hyphen, a space or nothing between
letters and digits (Su-24M, Su24M, SU 24M).

A row's `source` names where its designation, names or years were looked up. `WordNet 3.0` stands for plain English words
that the dictionary has, with the word in brackets where it is not the row's own name, and with the words of the name
where it is put together from several. `curated` says that a row was not looked up: a type that the editors put in from
general knowledge.
"""

import csv
import pathlib
import re
import sys
import unicodedata

AIRCRAFT_CLASSES = {
    "fighter", "fighter-bomber", "bomber", "attack", "helicopter", "drone", "transport", "tanker",
    "reconnaissance", "early-warning", "aircraft",
}
FORCE_KINDS = {"state", "air-force", "naval-air", "coalition", "group"}
MUNITION_CATEGORIES = {
    "guided-bomb", "bomb", "barrel-bomb", "cluster-munition", "incendiary", "thermobaric", "missile", "air-to-surface-missile",
    "cruise-missile", "anti-tank-missile", "anti-ship-missile", "anti-radiation-missile",
    "air-to-air-missile", "rocket", "gun", "chemical", "mine", "loitering-munition", "fuze-or-kit", "generic",
}
TARGET_CATEGORIES = {
    "position", "vehicle", "weapon", "personnel", "infrastructure", "facility", "supply", "oil", "building",
    "medical", "school", "market", "residential", "religious", "aircraft", "naval", "camp",
    "communications", "other",
}

# The columns of each table, those whose cells hold spellings, and those with a closed set of values.
TABLES = {
    "aircraft": (
        ["id", "name", "family", "aliases", "nicknames", "class", "crewed", "origin", "operators", "source"],
        ["aliases", "nicknames"],
        {"class": AIRCRAFT_CLASSES, "crewed": {"yes", "no"}},
    ),
    "air-forces": (
        ["id", "name", "kind", "operator", "aliases", "adjectives", "metonyms", "cues", "source"],
        ["aliases", "adjectives", "metonyms"],
        {"kind": FORCE_KINDS},
    ),
    "munitions": (
        ["id", "name", "aliases", "category", "guided", "origin", "source"],
        ["aliases"],
        {"category": MUNITION_CATEGORIES, "guided": {"yes", "no", ""}},
    ),
    "target-types": (
        ["id", "name", "aliases", "category", "source"],
        ["aliases"],
        {"category": TARGET_CATEGORIES},
    ),
}

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
# A state or group that flies a type, with the first and last year where they are known: RU:1974-1993, SY.
OPERATOR = re.compile(r"([A-Z]{2}|[a-z]+(-[a-z]+)*)(:(\d{4})?-(\d{4})?)?\Z")
COUNTRY = re.compile(r"[A-Z]{2}\Z")


def spelling(name):
    """The key under which the program's rules make two spellings the same."""
    text = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).lower()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("’", "'")
    return re.sub(r"(?<=[a-z])[- ](?=\d)|(?<=\d)[- ](?=[a-z])", "", text)


def values(cell):
    return cell.split("|") if cell else []


def check(path, columns, spellings, closed):
    """Yields (line, problem) for one table."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        if next(reader) != columns:
            yield 1, f"the columns must be {','.join(columns)}"
            return
        rows = []
        for cells in reader:
            if len(cells) != len(columns):
                yield reader.line_num, f"{len(cells)} cells, not {len(columns)}"
                continue
            rows.append((reader.line_num, dict(zip(columns, cells))))

    seen, owners, before = {}, {}, ""
    families = {row["id"] for _, row in rows if not row.get("family")}
    for line, row in rows:
        if not ID.match(row["id"]):
            yield line, f"id {row['id']!r} is no lower-case slug"
        if row["id"] in seen:
            yield line, f"id {row['id']!r} is on line {seen[row['id']]} too"
        elif row["id"] < before:
            yield line, f"id {row['id']!r} is not in order: it follows {before!r}"
        seen.setdefault(row["id"], line)
        before = row["id"]

        for column in ("name", "source"):
            if not row[column].strip():
                yield line, f"no {column}"
        for column, cell in row.items():
            if cell != cell.strip() or any(value != value.strip() or not value for value in values(cell)):
                yield line, f"{column} holds an empty or padded value: {cell!r}"
        for column, allowed in closed.items():
            if row[column] not in allowed:
                yield line, f"{column} {row[column]!r} is unknown"

        if row.get("family") and row["family"] not in families:
            yield line, f"family {row['family']!r} has no row, or belongs to a family itself"
        for value in values(row.get("operators", "")):
            if not OPERATOR.match(value):
                yield line, f"operator {value!r} is no country or group with years"
        if row.get("origin") and not COUNTRY.match(row["origin"]):
            yield line, f"origin {row['origin']!r} is no two-letter code"

        own = set()
        for value in [row["name"]] + [value for column in spellings for value in values(row[column])]:
            key = spelling(value)
            if key in own:
                yield line, f"{value!r} is listed twice, or made by a rule from another spelling of the row"
                continue
            own.add(key)
            other = owners.setdefault(key, (line, row["id"]))
            if other[1] != row["id"]:
                yield line, f"{value!r} belongs to {other[1]!r} on line {other[0]} already"


def main(folder):
    faults = 0
    for name, (columns, spellings, closed) in TABLES.items():
        path = folder / f"{name}.csv"
        for line, problem in check(path, columns, spellings, closed):
            print(f"{path.name}:{line}: error: {problem}")
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(pathlib.Path(given[0]) if given else pathlib.Path(__file__).resolve().parent.parent))
