#!/usr/bin/env python3
"""Times the whole program beside what users would take otherwise. See ../compare.sh."""
import argparse
import csv
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
    try:
        import spacy  # noqa: F401
    except ImportError:
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
    result |= {"one": first.json(), "two": second.json(), "twoAgainstOne": first.median / second.median}
    if scan:
        bare = Timing(scans, size)
        print(f"  bare PCRE2-JIT scan           {bare} MB/s   sortie takes {first.median / bare.median:.2f} × its time")
        result |= {"scan": bare.json(), "againstScan": first.median / bare.median}
    if spacy_reason is None:
        seconds, read = run([sys.executable, HERE / "spacy-rules.py", path, names, options.spacy_mb])[2].split()
        rival = Timing([float(seconds)], int(read))
        ratio = (first.size / first.median) / (rival.size / rival.median)
        print(f"  spaCy rules                   {rival} MB/s   sortie is {ratio:.0f} × as fast")
        result |= {"spacy": rival.json(), "againstSpacy": ratio}
    return result


def main():
    parser = argparse.ArgumentParser(prog="compare.sh", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="JSON Lines with 'text'; without any two corpora are made")
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/sortie")
    parser.add_argument("--mb", type=float, default=50, help="size of each corpus that is made")
    parser.add_argument("--spacy-mb", type=float, default=1, help="how much of each spaCy is given")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    options = parser.parse_args()
    if not options.program.exists():
        sys.exit(f"{options.program} is not there: run 'make build' first")

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
        figures |= {"coldStartSeconds": starts, "peakMemoryBytes": memory}
        if options.json:
            options.json.write_text(json.dumps(figures, indent=2) + "\n")
            print(f"figures written to {options.json}")


if __name__ == "__main__":
    main()
