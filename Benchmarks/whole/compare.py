#!/usr/bin/env python3
"""Times the whole program beside what users would take otherwise. See ../compare.sh."""
import argparse
import csv
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Timing:
    """Seconds of several runs of the same."""

    def __init__(self, seconds, size):
        self.seconds, self.size = seconds, size

    @property
    def median(self):
        return statistics.median(self.seconds)

    def __str__(self):
        speeds = [self.size / 1e6 / second for second in self.seconds]
        return f"{self.size / 1e6 / self.median:9.2f}  ({min(speeds):.2f}–{max(speeds):.2f})"

    def json(self):
        return {"seconds": self.seconds, "median": self.median, "bytes": self.size}


def loads_swift(program):
    """Whether the Swift runtime is no part of the program; False where that cannot be told."""
    loader = shutil.which("ldd")
    if not loader:
        return False
    listed = subprocess.run([loader, program], capture_output=True, text=True, check=False).stdout
    return "libswiftCore" in listed


def run(command):
    """Seconds, peak memory in bytes and standard output of a command that has to succeed."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0), errors.seek(0)
        if process.returncode != 0:
            sys.exit(f"{command[0]} ended with {process.returncode}: {errors.read().decode(errors='replace')[-2000:]}")
        unit = 1 if sys.platform == "darwin" else 1024
        return seconds, usage.ru_maxrss * unit, output.read()


def text_size(path):
    with open(path, encoding="utf-8") as file:
        return sum(len(json.loads(line)["text"].encode()) for line in file if line.strip())


def cut(path, megabytes, place):
    """The first lines of a file, as many bytes as asked for."""
    part, size = place / f"{path.stem}-{megabytes}.jsonl", 0
    with open(path, "rb") as source, open(part, "wb") as target:
        for line in source:
            target.write(line)
            size += len(line)
            if size >= megabytes * 1e6:
                break
    return part


def build_scan(place):
    """The bare scan, or why it cannot be built."""
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if not compiler or not shutil.which("pkg-config"):
        return None, "no C compiler or no pkg-config"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libpcre2-8"], capture_output=True, text=True)
    if flags.returncode != 0:
        return None, "pkg-config does not know libpcre2-8"
    program = place / "scan"
    built = subprocess.run([compiler, "-O2", HERE / "scan.c", "-o", program, *flags.stdout.split()], capture_output=True,
                           text=True)
    return (program, None) if built.returncode == 0 else (None, built.stderr.strip())


def has_spacy():
    # Not imported: the memory of this process would count as that of every program that it starts.
    if importlib.util.find_spec("spacy") is None:
        return "spaCy is not installed (pip install spacy)"
    return None


def write_names(place, most=20_000):
    """Names of the gazetteer, so that the rules look for as many as the program does."""
    names = []
    for table, columns in (("aircraft", ("name", "aliases")), ("places", ("name", "aliases"))):
        with open(ROOT / "Gazetteer" / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    names += (row.get(column) or "").split("|")
    path = place / "names.txt"
    path.write_text("\n".join(dict.fromkeys(name for name in names if name))[: most * 40], encoding="utf-8")
    return path


def measure(label, path, options, place, scan, spacy_reason, names):
    program, repeat = options.program, options.repeat
    size = text_size(path)
    out = place / "out.csv"
    result = {"bytes": size, "file": str(path)}
    one, two, scans = [], [], []
    # Turn by turn, so that what disturbs the machine disturbs all of them.
    for _ in range(repeat):
        one.append(run([program, "extract", path, "-o", out, "--quiet", "--jobs", 1])[0])
        two.append(run([program, "extract", path, "-o", out, "--quiet", "--jobs", 2])[0])
        if scan:
            scans.append(float(run([scan, path])[2].split()[0]))
    first, second = Timing(one, size), Timing(two, size)
    print(f"\n{label}: {size / 1e6:.1f} MB of text")
    print(f"  sortie, one core              {first} MB/s")
    print(f"  sortie, two cores             {second} MB/s   {first.median / second.median:.2f} × one core")
    # Ratios are taken turn by turn.
    result |= {"one": first.json(), "two": second.json(), "twoAgainstOne": [a / b for a, b in zip(one, two)]}
    if scan:
        bare = Timing(scans, size)
        print(f"  bare PCRE2-JIT scan           {bare} MB/s   sortie takes {first.median / bare.median:.2f} × its time")
        result |= {"scan": bare.json(), "againstScan": [a / b for a, b in zip(one, scans)]}
    if spacy_reason is None:
        seconds, read = run([sys.executable, HERE / "spacy-rules.py", path, names, options.spacy_mb])[2].split()
        rival = Timing([float(seconds)], int(read))
        ratio = (first.size / first.median) / (rival.size / rival.median)
        print(f"  spaCy rules                   {rival} MB/s   sortie is {ratio:.0f} × as fast")
        speed = rival.size / rival.median
        result |= {"spacy": rival.json(), "againstSpacy": [size / second / speed for second in one]}
    return result


def seconds_of(options, path, place, *more):
    """Medians with all values: seconds that the program takes for a file on one core."""
    command = [options.program, "extract", path, "-o", place / "out.csv", "--quiet", "--jobs", 1, *more]
    return [run(command)[0] for _ in range(options.repeat)]


def measure_lengths(options, place, megabytes=2):
    """Seconds a megabyte for the same bulletins as texts of other lengths."""
    source = place / "lengths-source.jsonl"
    run([sys.executable, HERE / "make-corpus.py", "dense", megabytes, source])
    with open(source, encoding="utf-8") as file:
        paragraphs = [json.loads(line)["text"] for line in file]
    figures = {}
    for length in (1_000, 10_000, 100_000, 1_000_000, int(megabytes * 1e6)):
        path, text, size = place / f"length-{length}.jsonl", [], 0
        with open(path, "w", encoding="utf-8") as file:
            number = 0

            def write():
                nonlocal number
                number += 1
                file.write(json.dumps({"id": f"l{number}", "text": "\n\n".join(text)}, ensure_ascii=False) + "\n")

            for paragraph in paragraphs:
                text.append(paragraph)
                size += len(paragraph.encode()) + 2
                if size >= length:
                    write()
                    text, size = [], 0
            if text:
                write()
        figures[length] = statistics.median(seconds_of(options, path, place)) / (text_size(path) / 1e6)
    return figures


def hostile_texts(size=200_000):
    """Texts made to slow a reader down, by what is in them."""
    words = {
        "digits": "1", "brackets": "strike (", "and a and a": "and a ", "one word": "x", "quotes": "“",
        "triggers": "raid jet F-16 ", "numbers": "12 strikes 13 raids ", "commas": "Su-24, ",
    }
    return {name: "Two strikes. " + word * (size // len(word.encode())) for name, word in words.items()}


def measure_hostile(options, place):
    """Seconds a megabyte for each hostile text."""
    figures = {}
    for name, text in hostile_texts().items():
        path = place / "hostile.jsonl"
        path.write_text(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n", encoding="utf-8")
        figures[name] = statistics.median(seconds_of(options, path, place)) / (len(text.encode()) / 1e6)
    return figures


def measure_pack(options, place, path):
    """How many times as long the program takes with a pack made of a GeoNames dump."""
    pack = place / "pack"
    run([options.program, "gazetteer", "import", "geonames", options.geonames, "-o", pack])
    own, full = [], []
    for _ in range(options.repeat):
        own.append(run([options.program, "extract", path, "-o", place / "out.csv", "--quiet", "--jobs", 1])[0])
        full.append(run([options.program, "extract", path, "-o", place / "out.csv", "--quiet", "--jobs", 1,
                         "--gazetteer", pack])[0])
    return [a / b for a, b in zip(full, own)]


def ratio(values, digits, unit=""):
    """The median with the least and the most."""
    median, least, most = (f"{value:,.{digits}f}" for value in (statistics.median(values), min(values), max(values)))
    return f"{median}{unit} ({least}–{most})"


def print_table(figures):
    """What is asked for, and what was measured."""
    corpora = list(figures["corpora"].items())
    rows = []
    for label, corpus in corpora:
        is_dense = "dense" in label
        if "againstSpacy" in corpus:
            rows.append((f"{label}: against spaCy rules", ratio(corpus["againstSpacy"], 1, " ×"),
                         "≥ 20 ×" if is_dense else "≥ 500 ×", "≥ 60 ×" if is_dense else "≥ 1,000 ×"))
        if "againstScan" in corpus:
            rows.append((f"{label}: time against a bare PCRE2 scan", ratio(corpus["againstScan"], 2),
                         "≤ 8" if is_dense else "≤ 0.20", "≤ 3" if is_dense else "≤ 0.10"))
        rows.append((f"{label}: two cores against one", ratio(corpus["twoAgainstOne"], 2, " ×"), "≥ 1.85 ×", "≥ 1.95 ×"))
    memory = figures["peakMemoryBytes"]
    rows.append(("peak memory, a tenth / the whole",
                 f"{memory['tenth'] / 1e6:.0f} / {memory['whole'] / 1e6:.0f} MB", "≤ 80 MB", "≤ 48 MB"))
    rows.append(("cold start, short text", ratio([second * 1e3 for second in figures["coldStartSeconds"]], 0, " ms"),
                 "≤ 30 ms", "≤ 15 ms"))
    lengths = list(figures["secondsAMegabyteByLength"].values())
    rows.append(("time a byte, longest over shortest of texts of 1 kB to 2 MB", f"{max(lengths) / min(lengths):.2f} ×",
                 "≤ 1.3 ×", ""))
    normal = statistics.median(lengths)
    rows.append(("hostile texts, time a byte, the worst", f"{max(figures['secondsAMegabyteHostile'].values()) / normal:.1f} ×",
                 "≤ 10 ×", ""))
    if "pack" in figures:
        rows.append(("full GeoNames pack against embedded places", ratio(figures["pack"], 2, " ×"), "≤ 1.15 ×", "≤ 1.05 ×"))
    widths = [max(len(row[column]) for row in rows + [("measure", "here", "must", "stretch")]) for column in range(4)]
    print()
    for row in [("measure", "here", "must", "stretch"), tuple("-" * width for width in widths), *rows]:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


def main():
    parser = argparse.ArgumentParser(prog="compare.sh", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="JSON Lines with 'text'; without any two corpora are made")
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/sortie")
    parser.add_argument("--mb", type=float, default=50, help="size of each corpus that is made")
    parser.add_argument("--spacy-mb", type=float, default=1, help="how much of each spaCy is given")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--geonames", type=Path, help="dump of a country from GeoNames, to time a full pack of places")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    options = parser.parse_args()
    if not options.program.exists():
        sys.exit(f"{options.program} is not there: run 'make build' first")
    if loads_swift(options.program):
        print("note: this program loads the Swift runtime, so that it starts later than what 'make build' makes")

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        scan, scan_reason = build_scan(place)
        spacy_reason = has_spacy()
        for name, reason in (("bare PCRE2 scan", scan_reason), ("spaCy rules", spacy_reason)):
            if reason:
                print(f"skipped: {name}: {reason}")
        files = {path.name: path for path in options.files}
        if not files:
            for kind in ("mixed", "dense"):
                files[kind] = place / f"{kind}.jsonl"
                run([sys.executable, HERE / "make-corpus.py", kind, options.mb, files[kind]])
        names = write_names(place)
        figures = {
            "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
            "load": os.getloadavg()[0],
            "skipped": {"scan": scan_reason, "spacy": spacy_reason},
            "corpora": {
                label: measure(label, path, options, place, scan, spacy_reason, names) for label, path in files.items()
            },
        }
        text = place / "short.txt"
        text.write_text("On 17 November 2016, two Su-24M bombers struck an ammunition depot near Palmyra.\n")
        starts = [run([options.program, "extract", text, "--format", "csv", "--quiet"])[0] for _ in range(20)]
        print(f"\ncold start, short text: {statistics.median(starts) * 1e3:.1f} ms "
              f"({min(starts) * 1e3:.1f}–{max(starts) * 1e3:.1f})")
        whole = next(iter(files.values()))
        command = [options.program, "extract", None, "-o", place / "memory.csv", "--quiet"]
        memory = {}
        for megabytes, path in (("tenth", cut(whole, text_size(whole) / 1e7, place)), ("whole", whole)):
            command[2] = path
            memory[megabytes] = run(command)[1]
        print(f"peak memory, all cores: {memory['tenth'] / 1e6:.1f} MB for a tenth of {next(iter(files))}, "
              f"{memory['whole'] / 1e6:.1f} MB for the whole")
        figures |= {
            "coldStartSeconds": starts, "peakMemoryBytes": memory,
            "secondsAMegabyteByLength": measure_lengths(options, place),
            "secondsAMegabyteHostile": measure_hostile(options, place),
        }
        if options.geonames:
            figures["pack"] = measure_pack(options, place, list(files.values())[-1])
        else:
            print("skipped: full pack of places: no dump of GeoNames is given (--geonames)")
        print_table(figures)
        if options.json:
            options.json.write_text(json.dumps(figures, indent=2) + "\n")
            print(f"figures written to {options.json}")


if __name__ == "__main__":
    main()
