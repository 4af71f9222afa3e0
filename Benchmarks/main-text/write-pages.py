#!/usr/bin/env python3
"""Writes the pages on which the main-text step is measured, and what a careful reader takes from each.

usage: write-pages.py FOLDER

For every page FOLDER/HALF/NAME.html and NAME.json: `text`, the lines of the text; `optional`, words that may be given
or left out (headline, day, author, captions); `published`.
"""

import json
import pathlib
import sys

import articles
import first
import second

VARIANTS = 3


def write(folder, manners, base):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (manner, shape) in enumerate(manners):
        for variant in range(VARIANTS):
            seed = base + 10 * number + variant
            shape = dict(shape)
            # Short and long texts of one manner.
            shape["length"] = max(2, shape.get("length", 8) + (variant - 1) * 3)
            article = articles.Article(seed, **shape)
            page, captions = manner(article, articles.furniture(seed))
            name = f"{manner.__name__.replace('_', '-')}-{variant + 1}"
            data = page if isinstance(page, bytes) else page.encode("utf-8")
            (folder / f"{name}.html").write_bytes(data)
            gold = {"title": article.title, "published": article.day.isoformat(), "text": article.gold(),
                    "optional": [article.title, article.long(), article.author] + captions}
            (folder / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    write(root / "first", first.MANNERS, 1000)
    write(root / "second", second.MANNERS, 5000)


main()
