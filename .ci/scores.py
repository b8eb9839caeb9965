#!/usr/bin/env python3
"""Holds what the developing scores print against tests/floors.toml: figures under `least` may only rise, figures under
`most` may only fall. Python 3.11, standard library only.

    python3 .ci/scores.py [--bin PATH] [--eval FOLDER]    compare and print a table; exit 1 where a floor is broken
    python3 .ci/scores.py --raise                         also write what got better into tests/floors.toml
    python3 .ci/scores.py --write NAME...                 write what these scorers print now, better or worse

The scorers live beside the repository, in ../shared/eval; without them there is nothing to compare, and that is said.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "floors.toml"
HEAD = """\
# What the developing scores may not fall below (`least`) or rise above (`most`); see .ci/scores.py. A change that makes
# figlint better raises them: python3 .ci/scores.py --raise
"""


class Unreadable(Exception):
    """A scorer printed something else than it used to."""


def number(text):
    return float(text.replace(",", ""))


def grab(pattern, text, what):
    match = re.search(pattern, text, re.S)
    if not match:
        raise Unreadable(f"no {what} in its output")
    return match


def seeds(text):
    least, most = {}, {}
    found = grab(r"precision\s+([\d.]+)\s+recall\s+([\d.]+)", text, "precision and recall")
    least["precision"], least["recall"] = (round(number(v) / 100, 3) for v in found.groups())
    labels = grab(r"labels of the found:[^\n]*", text, "labels").group()
    for label in ("value", "kind", "hedge", "unit", "change", "timex", "measure~", "period"):
        hits, of = grab(rf"(?<!\w){re.escape(label)} (\d+)/(\d+)", labels, f"label {label}").groups()
        least[label] = round(number(hits) / max(number(of), 1), 3)
    for case, severity in (("T1", "error"), ("T2", "error"), ("T3", "warning")):
        line = grab(rf"{case} \(wanted[^\n]*", text, case).group()
        least[f"{case} found as {severity}"] = int("FOUND" in line and line.rstrip().endswith(severity))
    most["false alarms"] = int(grab(r"false alarms: (\d+)", text, "false alarms").group(1))
    most["about the set itself"] = int(grab(r"about the reference set itself: (\d+)", text, "set").group(1))
    across = grab(r"T1 across the texts (\w+); other errors and warnings: (\d+)", text, "T1 across texts")
    least["T1 across texts"] = int(across.group(1) == "FOUND")
    most["others across texts"] = int(across.group(2))
    return least, most


def extract(text):
    least, most = {}, {}
    for line in text.splitlines():
        if line.startswith("-- not a target"):
            break
        cells = [cell.split() for cell in line.split("|")]
        if len(cells) < 5 or not cells[0] or cells[0][0] == "suite":
            continue
        name = cells[0][0]
        if name == "not_figures":
            most["not_figures disturbed"] = int(grab(r"(\d+) of \d+", line, "disturbed negatives").group(1))
            continue
        least[f"{name} F1"] = number(cells[1][2])
        least[f"{name} all ok"] = number(cells[3][0])
        most[f"{name} false"] = int(cells[4][0])
    if not least:
        raise Unreadable("no suite in its output")
    return least, most


def corpora(text):
    least, most = {}, {}
    for line in text.splitlines():
        words = line.split()
        if re.fullmatch(r"\w+\s+\d+\s+\d+\s+[\d.]+", line.strip()):
            least[f"{words[0]} found"] = int(words[1])
    for what in ("errors", "warnings"):
        most[f"{what} on untouched texts"] = int(grab(rf"{what} on untouched texts: (\d+)", text, what).group(1))
    if not least:
        raise Unreadable("no planted class in its output")
    return least, most


def gva(text):
    least, most = {}, {}
    for kind in ("killed", "injured"):
        part = grab(rf"{kind}\s+gold > 0: \d+ articles; spoke in (\d+).*?gold among its figures ([\d.]+)%"
                    r".*?in so many words (\d+)/\d+; spoke where gold is 0: (\d+)/", text, kind)
        least[f"{kind} spoke"] = int(part.group(1))
        # As a count: a share would fall when figlint speaks in more articles.
        least[f"{kind} gold among its figures"] = round(int(part.group(1)) * number(part.group(2)) / 100)
        least[f"{kind} found where said"] = int(part.group(3))
        most[f"{kind} spoke where gold is 0"] = int(part.group(4))
    true = grab(r"true facts [^:]*: (\d+) findings against the facts \((\d+) errors\)", text, "true facts")
    most["findings against true facts"] = int(true.group(1))
    most["errors against true facts"] = int(true.group(2))
    most["other findings"] = int(grab(r"other rules: (\d+) findings", text, "other rules").group(1))
    least["changed facts noticed"] = int(grab(r"changed facts [^:]*: noticed (\d+)/", text, "changed facts").group(1))
    return least, most


# Cases whose gold is wrong for news, with the reason; at most 3 % of a set.
ARGUMENTS = {"extract": ["--exceptions", str(ROOT / "tests" / "exceptions.tsv")]}

SCORERS = {"seeds": seeds, "extract": extract, "corpora": corpora, "gva": gva}


def measure(name, folder, binary):
    """What a scorer prints, as floors and ceilings."""
    command = [sys.executable, str(folder / f"score_{name}.py"), "--bin", str(binary), *ARGUMENTS.get(name, [])]
    run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=900)
    if run.returncode != 0:
        raise Unreadable(f"exit code {run.returncode}: {run.stderr.strip()[-300:]}")
    return dict(zip(("least", "most"), SCORERS[name](run.stdout)))


def compare(name, now, floors):
    """Prints one line a figure; the number that are right and that are not."""
    right = wrong = 0
    for side, better in (("least", lambda a, b: a >= b), ("most", lambda a, b: a <= b)):
        for key, floor in floors.get(side, {}).items():
            value = now[side].get(key)
            good = value is not None and better(value, floor)
            right, wrong = right + good, wrong + (not good)
            shown = "missing" if value is None else f"{value:g}"
            mark = "" if good else "  <-- FELL" if side == "least" else "  <-- ROSE"
            if good and value != floor:
                mark = "  better"
            print(f"  {name:8} {key:32} {shown:>9}  {'at least' if side == 'least' else 'at most':8} {floor:g}{mark}")
    return right, wrong


def write(floors):
    lines = [HEAD]
    for name, sides in floors.items():
        for side, figures in sides.items():
            lines.append(f"\n[{name}.{side}]\n")
            lines.extend(f'"{key}" = {value:g}\n' for key, value in figures.items())
    FLOORS.write_text("".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "target" / "release" / "figlint")
    parser.add_argument("--eval", type=pathlib.Path, default=ROOT.parent / "shared" / "eval")
    parser.add_argument("--raise", dest="up", action="store_true")
    parser.add_argument("--write", nargs="+", default=[], choices=SCORERS)
    args = parser.parse_args()
    if not args.eval.is_dir():
        print("scores: there is no ../shared/eval here, so nothing is scored")
        return 0
    floors = tomllib.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    right = wrong = 0
    for name in SCORERS:
        try:
            now = measure(name, args.eval.resolve(), args.bin.resolve())
        except (Unreadable, OSError, ValueError, IndexError, subprocess.TimeoutExpired) as error:
            print(f"  {name:8} cannot be read: {error}")
            wrong += 1
            continue
        if name in args.write:
            floors[name] = now
        elif args.up:
            for side, best in (("least", max), ("most", min)):
                known = floors.setdefault(name, {}).setdefault(side, {})
                for key, value in now[side].items():
                    known[key] = best(known.get(key, value), value)
        good, bad = compare(name, now, floors.get(name, {}))
        right, wrong = right + good, wrong + bad
    if args.up or args.write:
        write(floors)
    print(f"scores: {right} floors hold, {wrong} do not")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
