"""Governorates, districts and sub-districts of Syria, and the settlements they are named after."""

from collections import defaultdict

from place_admin import distance_km
from place_keys import mid
from place_names import is_arabic, is_latin, press_form, useful_aliases
from place_sources import OWN_IDS


def add_units(table, sources, selection, spellings):
    """Syrian governorates, districts and sub-districts with P-codes (Iraq's governorates are in the selection)."""
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
            bare = pick.get("name") or (level == "subdistricts" and _seat_name(table, unit, names)) or spellings.get(("SY", depth, names[0]), press_form(names[0]))
            governorate = governorates.get(unit.get("governorateId"), unit)["name"]["en"]
            district = districts[unit["districtId"]]["name"]["en"] if "districtId" in unit else names[0]
            full = bare if bare.endswith(title) else f"{bare} {title}"
            words = [title] + (["Province"] if feature == "governorate" else [])
            more = useful_aliases(bare, [press_form(n) for n in names if is_latin(n)], 3, strict=False)
            aliases = [f"{n} {w}" for n in [bare, *more] for w in words][1:]
            if feature == "governorate":
                # Reports tell a province by its bare name: "al-Bab, Aleppo".
                aliases += [bare, *more]
            aliases += [a for a in (pick.get("aliases") or "").split("|") if a]
            row = table.add(
                name=full, arabic=(unit["name"]["ar"] or "").removeprefix("مركز "), aliases=aliases, feature=feature,
                admin1=spellings.get(("SY", "1", governorate), governorate),
                admin2="" if feature == "governorate" else spellings.get(("SY", "2", district), district),
                country="SY", latitude=unit["centroid"]["latitude"], longitude=unit["centroid"]["longitude"],
                pcode=code, source=f"Open-Syria {code}")
            row["_bare"] = bare


def _seat_name(table, unit, names):
    """The name of the settlement in the table that the unit is named after, within 30 km."""
    keys = {mid(n) for n in names if is_latin(n)}
    arabic = {n.removeprefix("مركز ").removeprefix("ال") for n in names if is_arabic(n)}
    centre = unit["centroid"]["latitude"], unit["centroid"]["longitude"]
    near = sorted(
        (row["feature"] == "village", distance_km(*centre, float(row["latitude"]), float(row["longitude"])), row["name"])
        for row in table.rows
        if row["country"] == "SY" and row["feature"] in ("city", "town", "village") and row["latitude"]
        and (keys & {mid(n) for n in [row["name"], *row["aliases"]]} or row["arabic"].removeprefix("ال") in arabic))
    near = [n for n in near if n[1] < 30]
    return near[0][2] if near else ""


def seats(sources):
    """GeoNames ids of the settlements that Syrian units are named after: the nearest of that name within 25 km."""
    by_name = defaultdict(list)
    for key, record in sources.geonames.items():
        if record.country == "SY" and record.kind == "PPL" and int(key) < OWN_IDS:
            for spelling in {mid(n) for n in [record.name, *record.alternates] if is_latin(n)} | {
                    n.removeprefix("ال") for n in record.alternates if is_arabic(n)}:
                by_name[spelling].append(key)
    found = {}
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
                found.setdefault(near[0][1], unit["externalIds"]["ochaPcode"])
    return found


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
