#!/usr/bin/env python3
"""Makes Sources/CReportPage/outlines.csv, the outlines of countries behind the map of the report.

The outlines are those of Natural Earth (public domain) as QGIS ships them in its world map; Debian has the file in the
package qgis-common, at /usr/share/qgis/resources/data/world_map.gpkg.

    pip install shapely==2.2.0
    Gazetteer/generate/outlines.py world_map.gpkg > Sources/CReportPage/outlines.csv

A row is a country or a disputed border: kind, ISO 3166 alpha-2 code, name, the place of its label, and its lines as
hundredths of degrees, "longitude latitude" with each point but the first told as the step from the one before. Lines are
joined by "|". Neighbours share the points of their border, so that no gap opens where both are simplified.
"""

import csv
import sqlite3
import sys

import shapely

# Around the countries that the gazetteer knows borders are kept finer than elsewhere.
REGION = shapely.box(24, 11, 64, 43)
FINE, COARSE = 0.04, 0.35
# Islands and enclaves below these areas, in square degrees, are left out; no country loses all its parts.
SMALLEST_FINE, SMALLEST_COARSE = 0.01, 0.6
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
SHORT_NAMES = {
    "Iran (Islamic Republic of)": "Iran", "Syrian Arab Republic": "Syria", "United States of America": "United States",
    "United Republic of Tanzania": "Tanzania", "Democratic Republic of the Congo": "DR Congo",
    "Republic of Serbia": "Serbia", "Republic of the Congo": "Congo",
}


def geometry(blob):
    """The geometry of a GeoPackage's blob: a head, an envelope, well-known binary."""
    return shapely.from_wkb(blob[8 + ENVELOPE_BYTES[(blob[3] >> 1) & 7] :])


def lines(shape, smallest):
    parts = list(getattr(shape, "geoms", [shape]))
    if parts[0].geom_type == "LineString":
        return [part.coords for part in parts]
    largest = max(part.area for part in parts)
    kept = [part for part in parts if part.area >= min(smallest, largest)]
    kept.sort(key=lambda part: -part.area)
    rings = []
    for part in kept:
        rings.append(part.exterior.coords)
        rings.extend(hole.coords for hole in part.interiors if shapely.Polygon(hole).area >= smallest)
    return rings


def steps(coordinates):
    """The line in hundredths of degrees, without points that fall together; empty where nothing is left."""
    points = []
    for x, y, *_ in coordinates:
        point = (round(x * 100), round(y * 100))
        if not points or points[-1] != point:
            points.append(point)
    if len(points) < 2:
        return ""
    words, before = [], (0, 0)
    for point in points:
        words.append(f"{point[0] - before[0]} {point[1] - before[1]}")
        before = point
    return " ".join(words)


def label(shape):
    largest = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest)
    return circle.coords[0]


def main():
    database = sqlite3.connect(sys.argv[1])
    countries = [
        (code or "", SHORT_NAMES.get(name, name), geometry(blob))
        for code, name, blob in database.execute('select iso_a2, NAME, geom from countries order by NAME, fid')
    ]
    shapes = [shape for _, _, shape in countries]
    if not shapely.coverage_is_valid(shapes):
        sys.exit("the outlines of the countries overlap")
    fine = shapely.coverage_simplify(shapes, FINE)
    coarse = shapely.coverage_simplify(shapes, COARSE)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["kind", "code", "name", "longitude", "latitude", "lines"])
    for (code, name, shape), near, far in zip(countries, fine, coarse):
        is_near = shape.intersects(REGION)
        whole = near.intersection(shapely.box(-180, -58, 180, 90)) if is_near else far
        # Russia and the like reach into the region with one end: their far islands stay coarse.
        if is_near and shape.area > 300:
            whole = far
        rings = lines(whole, SMALLEST_FINE if is_near and shape.area <= 300 else SMALLEST_COARSE)
        told = [line for line in map(steps, rings) if line]
        if not told or shape.bounds[3] < -60:
            continue
        x, y = label(shape)
        out.writerow(["country", code if len(code) == 2 and code.isalpha() else "", name, f"{x:.2f}", f"{y:.2f}", "|".join(told)])
    for name, blob in database.execute("select name, geom from disputed_borders order by name, fid"):
        shape = geometry(blob)
        if not shape.intersects(REGION):
            continue
        told = [line for line in map(steps, lines(shapely.simplify(shape, 0.02), 0)) if line]
        if told:
            x, y = shape.centroid.coords[0]
            out.writerow(["disputed", "", name, f"{x:.2f}", f"{y:.2f}", "|".join(told)])


main()
