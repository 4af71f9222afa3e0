#!/usr/bin/env python3
"""Writes a corpus to time the program with: make-corpus.py dense|mixed MEGABYTES OUT.jsonl

Dense is bulletins alone; mixed is prose about everything else with one bulletin in fifty texts. The same arguments
always give the same bytes. The texts say nothing of anything that happened.
"""
import json
import random
import sys

AIRCRAFT = "Su-24M Su-25SM Su-34 Su-35S MiG-29 Tu-22M3 Mi-28N Ka-52 F-15E F-16C F-35A A-10C B-52H MQ-9 Rafale".split()
OPERATORS = [
    "the Russian Aerospace Forces", "the US-led coalition", "the Syrian Arab Air Force", "the Royal Air Force",
    "the Turkish Air Force", "the Iraqi Air Force", "the French Air Force",
]
PLACES = (
    "Palmyra Raqqa Hama Idlib Aleppo Mosul Tikrit Ramadi Fallujah Sinjar Kirkuk Baiji Homs Daraa Manbij Jarabulus Azaz"
).split()
TARGETS = [
    "an ammunition depot", "two vehicles", "a command post", "three fighting positions", "a mortar position",
    "a supply route", "four bunkers", "a tunnel entrance", "a convoy of seven trucks", "a training camp",
]
SPEAKERS = ["the defence ministry", "a military spokesman", "the monitoring group", "two residents", "the command"]
GROUPS = ["ISIS", "Al-Nusra Front", "the militants", "an armed group"]
MONTHS = "January February March April May June July August September October November December".split()
NUMBERS = "two three four five six seven eight nine ten twelve 14 19 23 40 71".split()

COMMON = """the of and to in a is that was for it with as his on be at by had not are but from or have an they which one
you were her all she there would their we him been has when who will more no if out so said what up its about into than
them can only other new some could time these two may then do first any my now such like our over man me even most made
after also did many before must through back years where much your way well down should because each just those people
how too little state good very make world still own see men work long get here between both life being under never day
same another know while last might us great old year off come since against go came right used take three""".split()
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zan tor mel dra fin sto gre pla ner bis".split()


def main(kind, megabytes, path):
    pick = random.Random(f"{kind} corpus")
    rare = ["".join(pick.choices(SYLLABLES, k=pick.randint(2, 4))) for _ in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(COMMON) + len(rare))]
    words, supply = COMMON + rare, []

    def word():
        if not supply:
            supply.extend(pick.choices(words, weights, k=100_000))
        return supply.pop()

    def day():
        return f"{pick.randint(1, 28)} {pick.choice(MONTHS)}"

    def report():
        force, place, other = pick.choice(OPERATORS), pick.choice(PLACES), pick.choice(PLACES)
        return pick.choice([
            f"On {day()}, {pick.choice(NUMBERS)} {pick.choice(AIRCRAFT)} aircraft of {force} struck {pick.choice(TARGETS)} "
            f"of {pick.choice(GROUPS)} near {place}, {pick.choice(SPEAKERS)} said.",
            f"Near {place}, {pick.choice(NUMBERS)} strikes destroyed {pick.choice(TARGETS)} and {pick.choice(TARGETS)}.",
            f"{force[0].upper() + force[1:]} flew {pick.choice(NUMBERS)} sorties against {pick.choice(NUMBERS)} targets in "
            f"{place} and {other} provinces over the past 24 hours.",
            f"The raid killed at least {pick.choice(NUMBERS)} civilians and wounded {pick.choice(NUMBERS)}, "
            f"{pick.choice(SPEAKERS)} said.",
            f"{pick.choice(SPEAKERS).capitalize()} denied that {force} had bombed {place}.",
            f"Roads around {place} were closed on {day()}, and the figures could not be checked.",
        ])

    def bulletin():
        return "\n".join(" ".join(report() for _ in range(pick.randint(1, 5))) for _ in range(pick.randint(2, 8)))

    def sentence():
        parts = [word() for _ in range(pick.randint(6, 30))]
        if pick.random() < 0.3:
            parts.insert(pick.randrange(len(parts)), str(pick.randint(2, 90_000)))
        if pick.random() < 0.2:
            parts.insert(pick.randrange(1, len(parts)), "in " + pick.choice(PLACES))
        if pick.random() < 0.4:
            parts[pick.randrange(len(parts) - 1)] += ","
        text = " ".join(parts)
        return text[0].upper() + text[1:] + "."

    def prose():
        return "\n".join(" ".join(sentence() for _ in range(pick.randint(1, 6))) for _ in range(pick.randint(3, 12)))

    limit, size, number = megabytes * 1_000_000, 0, 0
    with open(path, "w", encoding="utf-8") as file:
        while size < limit:
            number += 1
            text = bulletin() if kind == "dense" or pick.random() < 0.02 else prose()
            size += len(text.encode())
            published = f"{pick.randint(2014, 2024)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}"
            file.write(json.dumps({"id": f"{kind}-{number}", "published": published, "text": text}) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("dense", "mixed"):
        sys.exit(__doc__)
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3])
