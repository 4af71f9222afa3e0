#!/usr/bin/env python3
"""spacy-rules.py FILE.jsonl NAMES.txt MEGABYTES: seconds that spaCy's rules take for the first texts of a file.

What users would write otherwise: a blank English pipeline, sentences, names of places and aircraft by PhraseMatcher, and
token patterns for sorties, aircraft and targets. Prints the seconds and the bytes read.
"""
import json
import sys
import time

import spacy
from spacy.matcher import Matcher, PhraseMatcher

path, names_path, limit = sys.argv[1], sys.argv[2], float(sys.argv[3]) * 1e6
texts, size = [], 0
with open(path, encoding="utf-8") as file:
    for line in file:
        texts.append(json.loads(line)["text"])
        size += len(texts[-1].encode())
        if size >= limit:
            break

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
names = PhraseMatcher(nlp.vocab)
with open(names_path, encoding="utf-8") as file:
    names.add("NAME", list(nlp.tokenizer.pipe(line.strip() for line in file if line.strip())))
number = {"LIKE_NUM": True}
aircraft = {"LOWER": {"IN": ["aircraft", "planes", "jets", "bombers", "fighters", "helicopters", "drones", "warplanes"]}}
rules = Matcher(nlp.vocab)
rules.add("SORTIES", [[number, {"LOWER": {"IN": ["combat", "air"]}, "OP": "?"},
                       {"LOWER": {"IN": ["sorties", "strikes", "airstrikes", "raids"]}}]])
rules.add("AIRCRAFT", [[number, {"OP": "?"}, aircraft]])
rules.add("TARGET", [[{"LOWER": {"IN": ["destroyed", "damaged", "hit", "struck", "bombed", "targeted"]}},
                      {"LIKE_NUM": True, "OP": "?"}, {"IS_ALPHA": True}]])
rules.add("KILLED", [[{"LOWER": {"IN": ["killed", "killing", "wounded"]}}, {"OP": "{0,2}"}, number]])

start = time.perf_counter()
found = 0
for document in nlp.pipe(texts, batch_size=64):
    found += len(list(document.sents)) + len(names(document)) + len(rules(document))
print(f"{time.perf_counter() - start:.6f} {size}")
