#!/usr/bin/env python3
"""Opens tables, workbooks, maps, databases and data packages with the programs that people open them with."""

import csv
import datetime
import importlib.util
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/sortie"
FILES = ["wide.csv", "sorties.xlsx", "sorties.sqlite", "map.geojson", "records.jsonl"]
AWKWARD = ["=1+1", "-5 °C; \"quoted\"", "غارات على مارع", "🛩️👨‍👩‍👧", "2017-01-24", "007", "_x0041_", "a\tb"]


def texts():
    """The fixtures, and texts whose titles are hard on spreadsheets."""
    for report in sorted((ROOT / "Tests/Fixtures").rglob("report.txt")):
        known = report.with_name("report.json")
        line = json.loads(known.read_text("utf-8")) if known.exists() else {}
        line.setdefault("id", str(report.parent.relative_to(ROOT / "Tests/Fixtures")))
        yield line | {"text": report.read_text("utf-8")}
    for number, title in enumerate(AWKWARD):
        yield {
            "id": f"awkward-{number}", "title": title, "url": f"https://example.org/{number}", "published": "2016-11-18",
            "text": f"On 17 November 2016, two Russian Su-24M bombers struck {number + 2} depots near Palmyra.\n",
        }


def extract(folder, *arguments):
    return subprocess.run(
        [PROGRAM, "extract", "texts.jsonl", "--quiet", *arguments], cwd=folder, check=True, capture_output=True)


def needs(program=None, module=None):
    """Skips where a program or a Python package is missing; the reason is printed."""
    missing = program if program and not shutil.which(program) else None
    missing = module if module and not importlib.util.find_spec(module) else missing
    return unittest.skipIf(missing, f"{missing} is not installed")


class TablesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        lines = [json.dumps(text) + "\n" for text in texts()]
        (cls.folder / "texts.jsonl").write_text("".join(lines), "utf-8")
        cls.text_count = len(lines)
        extract(cls.folder, *[argument for name in FILES for argument in ("-o", name)])
        extract(cls.folder, "--format", "datapackage", "-o", "package", "--raw")
        extract(cls.folder, "-o", "excel.csv", "--excel", "--delimiter", "semicolon")
        with open(cls.folder / "package/wide.csv", encoding="utf-8", newline="") as file:
            cls.rows = list(csv.DictReader(file))
        assert len(cls.rows) > 100
        described = json.loads((cls.folder / "package/datapackage.json").read_text("utf-8"))
        cls.types = {field["name"]: field["type"] for field in described["resources"][0]["schema"]["fields"]}

    def typed(self, column, text):
        """The value of a cell of CSV as Python holds it."""
        if text == "":
            return None
        convert = {
            "integer": int, "number": float, "boolean": lambda text: text == "true",
            "date": datetime.date.fromisoformat,
        }
        return convert.get(self.types[column], str)(text)

    @needs(module="openpyxl")
    def test_openpyxl_reads_the_values_and_types_of_the_workbook(self):
        import openpyxl
        from openpyxl.utils.escape import unescape

        book = openpyxl.load_workbook(self.folder / "sorties.xlsx")
        self.assertEqual(
            book.sheetnames,
            ["Sorties", "Participants", "Places", "Targets", "Casualties", "Munitions", "Claims", "Sources", "Coverage",
             "Absences", "Findings", "Codebook"])
        sheet = book["Sorties"]
        header = [cell.value for cell in sheet[1]]
        self.assertEqual(header, list(self.rows[0]))
        seen = set()
        for row, expected in zip(sheet.iter_rows(min_row=2), self.rows, strict=True):
            for cell, column in zip(row, header, strict=True):
                value = cell.value
                if isinstance(value, datetime.datetime):
                    self.assertEqual(cell.number_format, "yyyy-mm-dd")
                    value = value.date()
                elif isinstance(value, str):
                    self.assertEqual(cell.data_type, "s", "text is never a formula")
                    value = unescape(value)
                wanted = self.typed(column, expected[column])
                self.assertEqual(value, wanted, column)
                if wanted is not None:
                    seen.add(self.types[column])
        self.assertEqual(seen, {"string", "integer", "number", "boolean", "date"})
        self.assertEqual(book["Coverage"].max_row, self.text_count + 1)
        for sheet in book:
            self.assertTrue(sheet.freeze_panes, sheet.title)
            self.assertTrue(sheet.auto_filter.ref, sheet.title)
        links = [cell.hyperlink.target for row in book["Sources"].iter_rows() for cell in row if cell.hyperlink]
        self.assertIn("https://example.org/0", links)
        lists = {rule.formula1 for rule in book["Sorties"].data_validations.dataValidation}
        self.assertIn('"reported,planned,aborted,denied,disputed"', lists)
        self.assertEqual(len(book["Sorties"].conditional_formatting), 2)
        explained = {(row[0].value, row[1].value) for row in book["Codebook"].iter_rows(min_row=2)}
        for sheet in book:
            if sheet.title != "Codebook":
                self.assertTrue(all((sheet.title, cell.value) in explained for cell in sheet[1]), sheet.title)

    @needs(module="pandas")
    def test_pandas_reads_types_without_being_told(self):
        import pandas

        table = pandas.read_csv(self.folder / "wide.csv")
        book = pandas.read_excel(self.folder / "sorties.xlsx")
        self.assertEqual(len(table), len(self.rows))
        self.assertEqual(list(book.columns), list(table.columns))
        for data in (table, book):
            for column, kind in self.types.items():
                if data[column].notna().any() and kind in ("integer", "number"):
                    self.assertTrue(pandas.api.types.is_numeric_dtype(data[column]), column)
        self.assertTrue(pandas.api.types.is_datetime64_any_dtype(book["date_start"]))
        self.assertEqual(table["strikes_net"].sum(), book["strikes_net"].sum())

    @needs(program="soffice")
    def test_libreoffice_gives_the_values_back(self):
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        for name, options in [("sorties.xlsx", []), ("excel.csv", ["--infilter=CSV:59,34,76,1"])]:
            out = self.folder / f"back-{name}"
            subprocess.run(
                ["soffice", profile, "--headless", *options, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
                 "--outdir", out, self.folder / name],
                check=True, capture_output=True, timeout=300)
            with open(out / (pathlib.Path(name).stem + ".csv"), encoding="utf-8", newline="") as file:
                back = list(csv.DictReader(file))
            self.assertEqual(len(back), len(self.rows), name)
            for row, expected in zip(back, self.rows, strict=True):
                for column, kind in self.types.items():
                    value, wanted = row[column], expected[column]
                    if kind in ("integer", "number") and wanted:
                        # The workbook shows the confidence with two decimals.
                        self.assertAlmostEqual(float(value), float(wanted), delta=0.00501, msg=f"{name} {column}")
                    elif kind == "boolean":
                        self.assertEqual(value.lower(), wanted, f"{name} {column}")
                    else:
                        # A cell that is made safe has an apostrophe before it in CSV.
                        safe = "'" + wanted if name == "excel.csv" and wanted[:1] in tuple("=+-@\t") else wanted
                        self.assertEqual(value.replace("\n", " "), safe.replace("\n", " "), f"{name} {column}")

    @needs(module="frictionless")
    def test_frictionless_finds_the_data_package_valid(self):
        import frictionless

        report = frictionless.validate(self.folder / "package/datapackage.json")
        self.assertEqual(report.flatten(["type", "title", "note"]), [])
        self.assertTrue(report.valid)
        self.assertEqual(report.stats["tasks"], 12)
        # The validator looks: a word that is on no list is found.
        broken = self.folder / "broken"
        shutil.copytree(self.folder / "package", broken)
        records = broken / "records.csv"
        records.write_bytes(records.read_bytes().replace(b",strike,", b",raid,", 1))
        report = frictionless.validate(broken / "datapackage.json")
        self.assertEqual({error[0] for error in report.flatten(["type"])}, {"constraint-error"})

    @needs(program="ogrinfo")
    def test_gdal_reads_the_map(self):
        done = subprocess.run(
            ["ogrinfo", "-ro", "-al", "-so", self.folder / "map.geojson"], check=True, capture_output=True, text=True)
        self.assertIn(f"Feature Count: {len(self.rows)}", done.stdout)
        self.assertIn("latitude: Real", done.stdout)
        self.assertIn("strikes_net: Integer", done.stdout)
        self.assertIn("date_start: Date", done.stdout)
        self.assertEqual(done.stderr, "")

    def test_sqlite_finds_the_database_sound(self):
        database = sqlite3.connect(self.folder / "sorties.sqlite")
        self.addCleanup(database.close)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        self.assertEqual(database.execute("SELECT count(*) FROM coverage").fetchone()[0], self.text_count)
        rows = {row[0]: row for row in database.execute("SELECT * FROM sorties")}
        self.assertEqual(len(rows), len({row["sortie_id"] for row in self.rows}))
        for expected in self.rows:
            for value, (column, text) in zip(rows[expected["sortie_id"]], expected.items(), strict=True):
                wanted = text if self.types[column] == "date" and text else self.typed(column, text)
                self.assertEqual(value, wanted, column)
        found = database.execute("SELECT count(*) FROM evidence_search WHERE evidence_search MATCH 'palmyra'")
        self.assertGreaterEqual(found.fetchone()[0], len(AWKWARD))

    @needs(module="datasette")
    def test_datasette_opens_the_database_as_it_is(self):
        done = subprocess.run(
            [sys.executable, "-m", "datasette", self.folder / "sorties.sqlite", "--get",
             "/sorties/records.json?_search=palmyra&_shape=array"],
            check=True, capture_output=True, text=True)
        self.assertGreaterEqual(len(json.loads(done.stdout)), len(AWKWARD))


if __name__ == "__main__":
    unittest.main(verbosity=2 if os.environ.get("CI") else 1)
