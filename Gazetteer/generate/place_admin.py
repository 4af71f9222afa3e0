"""One spelling for every governorate and district, and a guess where a source tells none."""

import csv
import math
from collections import Counter, defaultdict


def distance_km(lat1, lon1, lat2, lon2):
    """Great-circle distance in kilometres."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = (math.sin((b - a) / 2) ** 2
         + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2)
    return 12742 * math.asin(math.sqrt(h))


def read_spellings(path):
    """`(country, level, source spelling) → name`, from places-admin.csv."""
    with open(path, encoding="utf-8", newline="") as file:
        return {(r["country"], r["level"], r["source"]): r["name"] for r in csv.DictReader(file)}


def settle(records, spellings):
    """Rewrites `admin1` and `admin2` of every record to the file's spellings.

    A record without them takes those of the majority of its five nearest neighbours
    that have them: a guess that errs only along borders of districts.
    """
    grid = defaultdict(list)
    for record in records:
        record.admin1 = spellings.get((record.country, "1", record.admin1), record.admin1)
        record.admin2 = spellings.get((record.country, "2", record.admin2), record.admin2.replace("'", ""))
        if record.admin1 and record.admin2:
            grid[_cell(record)].append(record)
    for record in records:
        if record.admin1 and record.admin2:
            continue
        near = _nearest(record, grid, 5)
        if near:
            (admin1, admin2), _ = Counter((n.admin1, n.admin2) for n in near).most_common(1)[0]
            record.admin1 = record.admin1 or admin1
            if record.admin1 == admin1:
                record.admin2 = record.admin2 or admin2


def _cell(record):
    return record.country, int(record.latitude * 5), int(record.longitude * 5)


def _nearest(record, grid, count):
    country, y, x = _cell(record)
    for reach in (1, 2, 4):
        found = [
            other
            for dy in range(-reach, reach + 1)
            for dx in range(-reach, reach + 1)
            for other in grid.get((country, y + dy, x + dx), ())
        ]
        if len(found) >= count:
            break
    found.sort(key=lambda o: distance_km(record.latitude, record.longitude, o.latitude, o.longitude))
    return found[:count]
