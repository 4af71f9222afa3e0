"""Airfields: the rest of Syria's and Iraq's, and what reports call an airfield."""

from place_admin import distance_km
from place_names import is_latin, press_form

FIELDS = frozenset(("airbase", "airport", "airfield"))

# Keywords of the source that say whose an airfield is, not what it is called.
NOT_NAMES = {"Kurdish", "Kurdistan"}


def add_airfields(table, airports, taken):
    """The other airfields of Syria and Iraq, without helipads."""
    for key, record in airports.items():
        if key in taken or record.country not in ("SY", "IQ") or record.kind == "heliport":
            continue
        name, *others = (press_form(n) for n in record.name.split(" / "))
        base = any(word in name for word in ("Air Base", "AFB", "Army Air Field"))
        feature = "airbase" if base else "airport" if "International" in name else "airfield"
        keywords = [k for k in record.alternates if is_latin(k) and len(k) > 4 and k not in NOT_NAMES]
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
