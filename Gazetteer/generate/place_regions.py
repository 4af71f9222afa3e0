"""Rows that are made by rule: compass regions of countries and provinces, and countries."""

COMPASS = {
    "northern": ("north",), "southern": ("south",), "eastern": ("east",), "western": ("west",),
    "north-eastern": ("north-east",), "north-western": ("north-west",),
    "south-eastern": ("south-east",), "south-western": ("south-west",),
}
COUNTRIES = (("Syria", "SY"), ("Iraq", "IQ"))
# Provinces whose parts reports name, with what reports call the province there.
PROVINCES = (
    ("SY", "Aleppo", ("Aleppo",)), ("SY", "Idlib", ("Idlib",)), ("SY", "Latakia", ("Latakia",)),
    ("SY", "Hama", ("Hama",)), ("SY", "Homs", ("Homs",)), ("SY", "Raqqa", ("Raqqa",)),
    ("SY", "Deir ez-Zor", ("Deir ez-Zor", "Deir Ezzor")), ("SY", "Al-Hasakah", ("Hasakah", "Hasaka")),
    ("SY", "Daraa", ("Daraa",)), ("SY", "Suwayda", ("Suwayda", "Sweida")), ("SY", "Quneitra", ("Quneitra",)),
    ("SY", "Rif Dimashq", ("Damascus",)),
    ("IQ", "Nineveh", ("Nineveh",)), ("IQ", "Anbar", ("Anbar",)), ("IQ", "Kirkuk", ("Kirkuk",)),
    ("IQ", "Salah al-Din", ("Salah al-Din",)), ("IQ", "Diyala", ("Diyala",)),
    ("IQ", "Erbil", ("Erbil",)), ("IQ", "Dohuk", ("Dohuk",)),
)
# Country rows: the press name where the source's differs, and other names. "US" is left to the
# patterns: folded it is the pronoun.
NATIONS = {
    "SY": ("Syria", ("Syrian Arab Republic",)), "IQ": ("Iraq", ("Republic of Iraq",)), "LB": ("Lebanon", ()),
    "IL": ("Israel", ()), "PS": ("Palestine", ("Palestinian territories", "Occupied Palestinian Territories")),
    "JO": ("Jordan", ("Hashemite Kingdom of Jordan",)), "TR": ("Turkey", ("Turkiye", "Republic of Turkey")),
    "CY": ("Cyprus", ()), "KW": ("Kuwait", ()), "SA": ("Saudi Arabia", ("Kingdom of Saudi Arabia", "KSA")),
    "QA": ("Qatar", ()), "BH": ("Bahrain", ()), "AE": ("United Arab Emirates", ("UAE", "Emirates")),
    "OM": ("Oman", ()), "YE": ("Yemen", ()), "LY": ("Libya", ()), "EG": ("Egypt", ()),
    "IR": ("Iran", ("Islamic Republic of Iran",)), "AF": ("Afghanistan", ()), "PK": ("Pakistan", ()),
    "SD": ("Sudan", ()), "SO": ("Somalia", ()), "DJ": ("Djibouti", ()), "MA": ("Morocco", ()),
    "TN": ("Tunisia", ()), "DZ": ("Algeria", ()), "AM": ("Armenia", ()), "AZ": ("Azerbaijan", ()),
    "GE": ("Georgia", ()), "RU": ("Russia", ("Russian Federation",)), "UA": ("Ukraine", ()),
    "BY": ("Belarus", ()), "CN": ("China", ()), "KZ": ("Kazakhstan", ()),
    "US": ("United States", ("United States of America", "USA")), "CA": ("Canada", ()), "AU": ("Australia", ()),
    "NZ": ("New Zealand", ()), "GB": ("United Kingdom", ("Great Britain", "Britain", "UK")), "FR": ("France", ()),
    "DE": ("Germany", ()), "NL": ("Netherlands", ("Holland",)), "BE": ("Belgium", ()), "DK": ("Denmark", ()),
    "NO": ("Norway", ()), "SE": ("Sweden", ()), "FI": ("Finland", ()), "IT": ("Italy", ()), "ES": ("Spain", ()),
    "PT": ("Portugal", ()), "PL": ("Poland", ()), "GR": ("Greece", ()), "CZ": ("Czech Republic", ("Czechia",)),
    "HU": ("Hungary", ()), "RO": ("Romania", ()), "BG": ("Bulgaria", ()), "AT": ("Austria", ()),
    "CH": ("Switzerland", ()), "LT": ("Lithuania", ()), "LV": ("Latvia", ()), "EE": ("Estonia", ()),
    "HR": ("Croatia", ()), "RS": ("Serbia", ()), "AL": ("Albania", ()), "IN": ("India", ()), "JP": ("Japan", ()),
}


def add(table, countries):
    """All rows of this file; `countries` is the source's table by ISO code. Governorates must be in the table."""
    _countries(table, countries)
    governorates = {(r["country"], r["admin1"]): r["source"] for r in table.rows if r["feature"] == "governorate"}
    for name, code in COUNTRIES:
        for direction, (short,) in COMPASS.items():
            aliases = [f"{short} {name}", f"{short} of {name}", f"{direction} parts of {name}", f"{direction} regions of {name}"]
            table.add(name=f"{direction.capitalize()} {name}", aliases=aliases, feature="region",
                      country=code, source=_part(countries[code].source))
    for code, admin1, names in PROVINCES:
        source = _part(governorates[code, admin1])
        _countryside(table, code, admin1, names, source)
        for direction, (short,) in COMPASS.items():
            aliases = []
            for name in names:
                aliases += [f"{direction} {name} countryside", f"{name}'s {direction} countryside",
                            f"{direction} {name} province", f"{direction} rural {name}", f"{direction} countryside of {name}",
                            f"{short} {name}", f"{direction} {name}", f"{name} {direction} countryside"]
            table.add(name=f"{direction.capitalize()} {names[0]}", aliases=aliases[:-1] + aliases[-1:], feature="region",
                      admin1=admin1, country=code, source=source)


def _part(source):
    """The source of a region that is a part of what another source knows, by compass or as its countryside."""
    return f"part of {source}"


def _countryside(table, code, admin1, names, source):
    if admin1 == "Rif Dimashq":
        return
    words = ["Rif {0}", "rural {0}", "countryside of {0}", "{0}'s countryside", "{0} outskirts", "{0} suburbs"]
    table.add(name=f"{names[0]} countryside", feature="region", admin1=admin1, country=code, source=source,
              aliases=[w.format(n) for n in names for w in words] + [f"{n} countryside" for n in names[1:]])


def _countries(table, countries):
    for code, (name, aliases) in NATIONS.items():
        record = countries[code]
        table.add(name=name, aliases=list(aliases), feature="country", country=code,
                  population=str(record.population), source=record.source)
