"""The rows of places.csv: ids, aliases, order, and the file itself."""

import csv
from collections import defaultdict

from place_keys import found_anyway, mid
from place_names import slug

COLUMNS = ("id name arabic aliases feature admin1 admin2 country latitude longitude"
           " population pcode source").split()
SETTLEMENTS = frozenset(("city", "town", "village", "quarter", "camp"))
UNITS = frozenset(("governorate", "district", "sub-district"))


class Table:
    """Rows under way; `finish` gives them ids and order."""

    def __init__(self):
        self.rows = []

    def add(self, **values):
        """Appends a row; `aliases` is a list; coordinates are numbers or None. Gives the row."""
        row = {column: values.get(column) or "" for column in COLUMNS}
        row["aliases"] = list(values.get("aliases") or [])
        for axis in ("latitude", "longitude"):
            value = values.get(axis)
            row[axis] = "" if value is None else f"{value:.4f}"
        self.rows.append(row)
        return row

    def finish(self):
        self._name_units()
        self._yield_to_theatre()
        for row in self.rows:
            row["aliases"] = _distinct(row["name"], row["aliases"])
        self._give_ids()
        self.rows.sort(key=lambda row: row["id"])

    def _name_units(self):
        """A unit is reachable by its bare name only where no settlement has that name."""
        settled = {
            (row["country"], mid(name))
            for row in self.rows if row["feature"] in SETTLEMENTS
            for name in [row["name"], *row["aliases"]]
        }
        for row in self.rows:
            bare = row.pop("_bare", None)
            if bare and (row["country"], mid(bare)) not in settled:
                row["aliases"].append(bare)

    def _yield_to_theatre(self):
        """A far city gives up an alias that is the name of a settlement in Syria or Iraq (Rosh HaAyin: Ras al-Ayn)."""
        own = {mid(row["name"]) for row in self.rows if row["country"] in ("SY", "IQ") and row["feature"] in SETTLEMENTS}
        for row in self.rows:
            if row["country"] not in ("SY", "IQ") and row["feature"] in SETTLEMENTS:
                row["aliases"] = [a for a in row["aliases"] if mid(a) not in own or mid(a) == mid(row["name"])]

    def _give_ids(self):
        groups = defaultdict(list)
        for row in self.rows:
            row["_slug"] = row["id"] or f"{row['country'].lower()}-{slug(row['name'])}".strip("-")
            groups[row["_slug"]].append(row)
        used = set()
        for base, group in sorted(groups.items()):
            group.sort(key=_importance)
            for position, row in enumerate(group):
                candidates = [base] if position == 0 else []
                candidates += [f"{base}-{slug(row['admin2'])}", f"{base}-{slug(row['admin1'])}"]
                candidates += [f"{base}-{slug(row['source'].split()[-1])}"]
                row["id"] = next(c for c in candidates if c not in used and not c.endswith("-"))
                used.add(row["id"])
        for row in self.rows:
            del row["_slug"]

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            for row in self.rows:
                writer.writerow({**{c: row[c] for c in COLUMNS}, "aliases": "|".join(row["aliases"])})


def _distinct(name, aliases):
    """The aliases that neither the name nor another alias makes."""
    kept = list(dict.fromkeys(alias for alias in aliases if alias and alias != name))
    for alias in list(reversed(kept)):
        others = [other for other in kept if other != alias]
        if found_anyway(alias, [name, *others]):
            kept.remove(alias)
    return kept


def _importance(row):
    order = ("country city town airbase airport quarter region village").split()
    rank = order.index(row["feature"]) if row["feature"] in order else len(order)
    return rank, -int(row["population"] or 0), row["source"]
