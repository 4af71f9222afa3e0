#!/usr/bin/env python3
"""Measures the main text and the day of publication that sortie and trafilatura take from pages.

usage: compare.py SORTIE FOLDER      SORTIE is the built program, FOLDER what write-pages.py wrote

Word-level F1: words of the text as a bag; words of headline, day, author and captions may be given or left out, so that
neither program is blamed for its habits there. Needs the package trafilatura.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

import trafilatura


def words(text):
    return collections.Counter(re.findall(r"\w+", text.replace("\u200e", "").lower()))


def score(given, gold):
    right = words(" ".join(gold["text"]))
    found = words(given)
    # What is given beyond the text may be headline, day, author or caption.
    surplus = found - right
    found = found - (surplus & words(" ".join(gold["optional"] + [gold["published"], "by"])))
    hits = sum((found & right).values())
    precision = hits / sum(found.values()) if found else 0
    recall = hits / sum(right.values())
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0


def by_sortie(program, page):
    out = subprocess.run([program, "texts", str(page)], capture_output=True, timeout=60)
    if out.returncode != 0:
        sys.exit(out.stderr.decode())
    result = json.loads(out.stdout)
    return result["text"], result.get("published")


def by_trafilatura(page):
    result = trafilatura.bare_extraction(page.read_bytes(), include_comments=False, with_metadata=True)
    if result is None:
        return "", None
    result = result if isinstance(result, dict) else result.as_dict()
    return result["text"] or "", result["date"]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    for half in sorted(p for p in root.iterdir() if p.is_dir()):
        totals = collections.defaultdict(list)
        days = collections.Counter()
        pages = sorted(half.glob("*.html"))
        for page in pages:
            gold = json.loads(page.with_suffix(".json").read_text("utf-8"))
            line = f"{page.stem:24}"
            for name, read in [("sortie", lambda p: by_sortie(program, p)), ("trafilatura", by_trafilatura)]:
                text, day = read(page)
                figures = score(text, gold)
                totals[name].append(figures)
                days[name] += day == gold["published"]
                line += f"  {name} P {figures[0]:.3f} R {figures[1]:.3f} F1 {figures[2]:.3f} {'day' if day == gold['published'] else f'({day})':12}"
            print(line)
        print(f"\n{half.name}: {len(pages)} pages")
        for name, figures in totals.items():
            means = [sum(column) / len(figures) for column in zip(*figures)]
            print(f"  {name:12} precision {means[0]:.4f}  recall {means[1]:.4f}  F1 {means[2]:.4f}  day right {days[name]} of {len(pages)}")
        print()


main()
