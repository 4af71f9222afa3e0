#!/usr/bin/env python3
"""Opens the HTML report in a real browser: it sorts, filters, leads from words to cells and back, and fetches nothing."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/sortie"
HOSTILE = [
    "</script><script>window.hit=1</script>", '<img src="https://example.org/x.png" onerror="window.hit=1">',
    "\"><svg onload=window.hit=1>", "' onclick='window.hit=1", "</style><link rel=stylesheet href=//example.org/x.css>",
    "javascript:window.hit=1", "\u2028\u2029\u202e</bdi>", "--><iframe src=https://example.org></iframe>",
]
ROWS = "[...document.querySelectorAll('#table tbody tr')]"
TEXTS = f"return {ROWS}.map(row => row.textContent)"


def fixtures():
    """Not all of them, but so many that the table shows their records at once."""
    reports = (path for path in (ROOT / "Tests/Fixtures").rglob("report.txt") if "independent" not in path.parts)
    for report in sorted(reports)[:110]:
        known = report.with_name("report.json")
        line = json.loads(known.read_text("utf-8")) if known.exists() else {}
        line.setdefault("id", str(report.parent.relative_to(ROOT)))
        yield line | {"text": report.read_text("utf-8")}


def hostile():
    for number, words in enumerate(HOSTILE):
        text = f"On 17 November 2016, two Su-24M bombers struck {words} near Palmyra, {words} said. {words}\n"
        yield {"id": f"hostile {number} {words}", "title": words, "source": words, "url": words, "text": text}
    arabic = "قال المتحدث: two Su-24M bombers struck an ammunition depot near مارع (Marea) on 17 November 2016.\n"
    yield {"id": "arabic", "title": "تقرير يومي", "source": "وكالة", "text": arabic}


def report(folder, name, lines):
    texts = folder / f"{name}.jsonl"
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    page = folder / f"{name}.html"
    subprocess.run([PROGRAM, "extract", texts, "-o", page, "--quiet"], check=True, stderr=subprocess.DEVNULL)
    return page


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        folder = pathlib.Path(cls.folder.name)
        cls.page = report(folder, "fixtures", fixtures())
        cls.hostile = report(folder, "hostile", hostile())
        cls.count = cls.page.read_text("utf-8").count('<tr class="record"')

        cls.window = browser.Browser()
        cls.addClassCleanup(cls.window.close)

    def opened(self, page=None, **options):
        """The page as it is when it has just been opened; tests without options share one window."""
        window = self.window
        if options:
            window = browser.Browser(**options)
            self.addCleanup(window.close)
        window.open("/dev/null")
        window.log("performance"), window.log("browser")
        window.open(page or self.page)
        if options.get("scripts", True):
            window.until("document.documentElement.dataset.ready !== undefined")
        return window

    def test_all_records_stand_in_one_table(self):
        window = self.opened()
        self.assertGreater(self.count, 100)
        self.assertEqual(len(window.script(TEXTS)), self.count)
        self.assertEqual(window.script("return document.querySelector('.said').textContent"), f"{self.count} records")

    def test_nothing_is_fetched_and_nothing_goes_wrong(self):
        window = self.opened()
        window.click("#table tr.record a")
        window.until("document.querySelector('dialog').open")
        self.assertEqual(window.requests(), [f"file://{self.page}"])
        self.assertEqual(window.log("browser"), [])

    def test_heads_sort_both_ways_and_say_so(self):
        window = self.opened()
        dates = f"return {ROWS}.map(row => row.cells[0].dataset.v ?? '')"
        window.click("#table th:first-child button")
        self.assertEqual(window.script("return document.querySelector('#table th').ariaSort"), "ascending")
        rising = window.script(dates)
        told = [date for date in rising if date]
        self.assertEqual(told, sorted(told))
        self.assertTrue(all(not date for date in rising[len(told) :]), "what is not told stands last")
        window.click("#table th:first-child button")
        self.assertEqual(window.script("return document.querySelector('#table th').ariaSort"), "descending")
        falling = window.script(dates)
        self.assertEqual(falling, sorted(told, reverse=True) + rising[len(told) :])
        self.assertGreater(len(set(told)), 20)

    def test_confidence_sorts_as_a_number(self):
        window = self.opened()
        window.script("[...document.querySelectorAll('#table th button')].find(b => b.textContent === 'Confidence').click()")
        values = [float(v) for v in window.script(f"return {ROWS}.map(row => row.querySelector('.number').dataset.v)")]
        self.assertEqual(values, sorted(values))

    def test_the_map_is_drawn_nearer_and_moved_by_keys_and_by_the_pointer(self):
        window = self.opened()
        window.script(
            """window.map = document.querySelector('figure.map svg');
            window.box = () => map.getAttribute('viewBox').split(' ').map(Number);
            window.press = key => map.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
            window.size = () => [...map.querySelectorAll('.halo text')].map(t => t.getBoundingClientRect().height)[0];
            window.whole = box(); window.before = size();"""
        )
        whole = window.script("return whole")
        window.script("press('ArrowRight')")
        self.assertEqual(window.script("return box()"), whole, "the whole map cannot be moved")
        window.click(".zoom button")
        window.script("press('+')")
        near = window.script("return box()")
        self.assertAlmostEqual(near[2], whole[2] / 2.25, 1)
        self.assertAlmostEqual(near[0] + near[2] / 2, whole[2] / 2, 1, "the middle stays where it is")
        self.assertAlmostEqual(window.script("return size()"), window.script("return before"), 0)
        window.script("press('ArrowRight'), press('ArrowDown')")
        moved = window.script("return box()")
        self.assertGreater(moved[0], near[0])
        self.assertGreater(moved[1], near[1])
        window.script(
            """const rect = map.getBoundingClientRect();
            const send = (type, x, y) => map.dispatchEvent(new PointerEvent(type, {pointerId: 1, isPrimary: true, button: 0,
              clientX: rect.left + x, clientY: rect.top + y, bubbles: true}));
            map.setPointerCapture = () => {};
            send('pointerdown', 100, 100), send('pointermove', 300, 100), send('pointerup', 300, 100), send('pointermove', 9, 9);"""
        )
        self.assertLess(window.script("return box()")[0], moved[0])
        self.assertEqual(window.script("return box()")[1], moved[1])
        for _ in range(30):
            window.script("press('ArrowLeft'), press('ArrowUp')")
        self.assertEqual(window.script("return box()")[:2], [0, 0], "nothing beyond the edges is shown")
        window.script("press('0')")
        self.assertEqual(window.script("return box()"), whole)

    def test_the_search_finds_words_in_any_spelling_of_accents(self):
        window = self.opened()
        window.type("#filters input[type=search]", "RÁQQA su")
        window.until(f"{ROWS}.length < {self.count}")
        rows = window.script(TEXTS)
        self.assertTrue(rows)
        cards = window.script(
            f"return {ROWS}.map(row => row.textContent + document.getElementById(`r${{row.dataset.t}}-${{row.dataset.r}}`).textContent)"
        )
        self.assertTrue(all("raqqa" in card.lower() and "su" in card.lower() for card in cards))
        window.click("#filters button[type=reset]")
        window.until(f"{ROWS}.length === {self.count}")

    def test_operator_status_and_days_filter(self):
        window = self.opened()
        everything = window.script(
            f"return {ROWS}.map(({{dataset}}) => [dataset.ops, dataset.status, dataset.from ?? '', dataset.to ?? ''])"
        )

        def filtered(label, value):
            window.script(
                """const field = [...document.querySelectorAll('#filters label')].find(l => l.firstChild.data === arguments[0]).lastChild;
                field.value = arguments[1]; field.dispatchEvent(new Event('input', {bubbles: true}));""", label, value)

        filtered("Operator", "Russia")
        expected = [row for row in everything if "Russia" in row[0].split("|")]
        window.until(f"{ROWS}.length === {len(expected)}")
        filtered("From", "2016-01-01")
        filtered("To", "2016-12-31")
        expected = [row for row in expected if row[3] >= "2016-01-01" and "" < row[2] <= "2016-12-31"]
        self.assertTrue(expected)
        window.until(f"{ROWS}.length === {len(expected)}")
        window.click("#filters button[type=reset]")
        filtered("Status", "denied")
        expected = [row for row in everything if row[1] == "denied"]
        self.assertTrue(expected)
        window.until(f"{ROWS}.length === {len(expected)}")

    def test_a_name_of_the_overview_filters_the_records(self):
        window = self.opened()
        window.click(".bar.by-actions a[data-filter=operator][data-value=Russia]")
        window.until(f"{ROWS}.length < {self.count} && {ROWS}.every(row => row.dataset.ops.split('|').includes('Russia'))")

    def test_words_lead_to_their_cell_and_the_cell_leads_back(self):
        window = self.opened()
        window.click("#table tr.record a")
        window.until("document.querySelector('dialog').open")
        words = window.script("const a = document.querySelector('dialog a.m'); return [a.id, a.getAttribute('href').slice(1)]")
        window.click(f"#{words[0]}")
        window.until(f"document.activeElement.id === '{words[1]}'")
        lit = "return [...document.querySelectorAll('.lit')].map(e => e.id)"
        self.assertIn(words[0], window.script(lit))
        self.assertIn(words[1], window.script(lit))
        back = window.script(f"return document.getElementById('{words[1]}').getAttribute('href').slice(1)")
        window.click(f"#{words[1]}")
        window.until(f"document.activeElement.id === '{back}'")
        self.assertIn(words[1], window.script(lit))
        box = window.script(f"const b = document.getElementById('{back}').getBoundingClientRect(); return [b.top, b.bottom]")
        self.assertTrue(0 <= box[0] and box[1] <= 900, "the words are in sight")

    def test_every_highlight_is_tied_to_a_cell_and_every_cell_with_words_to_a_highlight(self):
        window = self.opened()
        loose = window.script(
            """const ends = [...document.querySelectorAll('article a.m, article a.cell, article a.badge')];
            return [ends.length, ends.filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.outerHTML)]"""
        )
        self.assertGreater(loose[0], 1000)
        self.assertEqual(loose[1], [])

    def test_the_keyboard_opens_a_text_closes_it_and_is_back_where_it_was(self):
        window = self.opened()
        window.script("document.querySelectorAll('#table tr.record a')[3].focus()")
        here = window.script("return document.activeElement.hash")
        self.assertNotEqual(
            window.script("return getComputedStyle(document.querySelector('#table a:focus-visible') ?? document.body).outlineStyle"),
            "none", "focus is seen")
        window.press("\ue007")
        window.until("document.querySelector('dialog').open")
        self.assertEqual(window.script("return '#' + document.activeElement.id"), here)
        window.press("\ue00c")
        window.until("!document.querySelector('dialog').open")
        self.assertEqual(window.script("return document.activeElement.hash"), here)
        self.assertEqual(window.script("return document.querySelector('dialog article')"), None)

    def test_the_counts_choose_which_drawing_is_seen(self):
        window = self.opened()
        seen = "return [...document.querySelectorAll('figure > [class^=by-]')].filter(e => e.checkVisibility()).map(e => e.className)"
        self.assertEqual(set(window.script(seen)), {"by-actions"})
        window.click("#by-strikes")
        self.assertEqual(set(window.script(seen)), {"by-strikes"})

    def test_every_text_read_is_listed_with_its_records_or_why_none(self):
        window = self.opened()
        rows = window.script(
            "return [...document.querySelectorAll('#coverage .scroll:first-of-type tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
        )
        self.assertEqual(len(rows), len(list(fixtures())))
        self.assertTrue(all((int(row[3]) > 0) != bool(row[4]) for row in rows))
        self.assertEqual(sum(int(row[3]) for row in rows), self.count)

    def test_hostile_words_run_nothing_and_fetch_nothing(self):
        window = self.opened(self.hostile)
        for _ in range(len(HOSTILE)):
            window.script("document.querySelector('#table tr.record a')?.click(); document.querySelector('dialog .bar-top button:nth-child(2)')?.click()")
        self.assertEqual(window.script("return [window.hit, document.scripts.length, document.images.length, frames.length]"), [None, 1, 0, 0])
        self.assertEqual(window.requests(), [f"file://{self.hostile}"])
        self.assertEqual(window.log("browser"), [])
        titles = window.script("return [...document.querySelectorAll('#coverage tbody th')].map(h => h.textContent)")
        self.assertEqual(titles[: len(HOSTILE)], HOSTILE)

    def test_writing_from_right_to_left_stays_apart_from_what_stands_beside_it(self):
        window = self.opened(self.hostile)
        window.script("[...document.querySelectorAll('#coverage a')].find(a => a.textContent === 'تقرير يومي').click()")
        window.until("document.querySelector('dialog').open")
        direction = window.script("return getComputedStyle(document.querySelector('dialog h3')).direction")
        self.assertEqual(direction, "rtl")
        words = window.script("return document.querySelector('dialog .text').textContent")
        self.assertIn("مارع (Marea)", words)

    def test_nothing_is_wider_than_a_narrow_screen(self):
        window = self.opened(width=360, height=740)
        self.assertLessEqual(window.script("return document.documentElement.scrollWidth"), 360)
        window.click("#table tr.record a")
        window.until("document.querySelector('dialog').open")
        wide = window.script("const h = document.querySelector('dialog .holder'); return h.scrollWidth - h.clientWidth")
        self.assertLessEqual(wide, 0)

    def test_dark_mode_is_dark(self):
        def ground(dark):
            window = self.opened(dark=dark)
            return window.script("return getComputedStyle(document.documentElement).backgroundColor")

        self.assertEqual(ground(False), "rgb(255, 255, 255)")
        self.assertLess(max(map(int, ground(True)[4:-1].split(","))), 60)

    def test_without_scripts_every_text_and_record_is_seen(self):
        window = self.opened(scripts=False)
        # Code of the driver runs where that of pages does not.
        seen = window.script(
            """return [document.documentElement.className,
              [...document.querySelectorAll('article')].filter(a => a.checkVisibility()).length,
              [...document.querySelectorAll('tr.record')].filter(r => r.checkVisibility()).length,
              document.querySelector('#overview').getBoundingClientRect().top < document.querySelector('#texts').getBoundingClientRect().top]"""
        )
        self.assertEqual(seen, ["", len(list(fixtures())), self.count, True])

    def test_paper_gets_every_record(self):
        window = self.opened()
        heads = "return [...document.querySelectorAll('#table th')].map(head => head.textContent + head.childElementCount).slice(0, 2)"
        self.assertEqual(window.script(heads), ["Date1", "Operators1"])
        window.script("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(len(window.script(TEXTS)), self.count)
        self.assertEqual(window.script(heads), ["Date0", "Operators0"], "heads without buttons are repeated on every sheet")
        self.assertGreater(len(window.command("Page.printToPDF")["data"]), 100_000)
        window.script("dispatchEvent(new Event('afterprint'))")
        self.assertEqual(window.script(heads), ["Date1", "Operators1"])


if __name__ == "__main__":
    reason = browser.missing() or (None if PROGRAM.exists() else f"{PROGRAM} is not built")
    # Where programs can be installed, a continuous integration that lacks one has failed to install it.
    if reason and os.environ.get("CI") == "true" and shutil.which("apt-get"):
        sys.exit(f"report_test: {reason}")
    if reason:
        print(f"report_test: skipped: {reason}")
        sys.exit(0)
    unittest.main()
