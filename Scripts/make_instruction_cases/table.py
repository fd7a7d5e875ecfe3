"""The opcodes that the project's table lists, so that cases can go through all forms of memory."""

import glob
import itertools
import os
import re

here = os.path.dirname(os.path.abspath(__file__))
OPCODES = os.path.join(here, "..", "..", "Sources", "Backends", "PTX", "Opcodes")


def sets():
    with open(os.path.join(OPCODES, "OpcodeTable.swift")) as file:
        text = file.read()
    text = text[text.index("static let sets"):]
    text = text[:text.index("\n  ]\n")]
    return dict(re.findall(r'"(\w+)":\s*"([^"]*)"', text))


SETS = sets()


def words(text):
    found = []
    for part in text.split(","):
        numbers = re.fullmatch(r"(\d+)\.\.(\d+)/(\d+)", part)
        if part[0] == "$":
            found += SETS[part[1:]].split(",")
        elif numbers:
            low, high, step = map(int, numbers.groups())
            found += map(str, range(low, high + 1, step))
        else:
            found.append(part)
    return found


def expand(pattern):
    pieces = []
    for piece in re.findall(r"<[^>]*>|\[[^\]]*\]|[^<\[]+", pattern):
        if piece[0] not in "<[":
            pieces.append([piece])
            continue
        inside = re.sub(r"^\w=", "", piece[1:-1])
        choices = words(inside)
        pieces.append(["", *("." + c for c in choices)] if piece[0] == "[" else choices)
    return ["".join(parts) for parts in itertools.product(*pieces)]


def opcodes():
    """All opcodes, by the file whose table lists them."""
    found = {}
    for path in sorted(glob.glob(os.path.join(OPCODES, "Families", "*.swift"))):
        with open(path) as file:
            text = file.read()
        body = re.search(r'"""\n(.*?)"""', text, re.S).group(1)
        body = re.sub(r"\\\n\s*", "", body)
        names = found.setdefault(os.path.basename(path).removesuffix(".swift"), [])
        for line in filter(str.strip, body.splitlines()):
            head = re.split(r" : | :$|:$| ; ", line.strip())[0]
            head = head.strip().removesuffix(":").strip()
            roots = re.match(r"[^.\[]*", head).group()
            pattern = head[len(roots):].replace(" ", "")
            for root in roots.split("|"):
                names += [root.strip() + rest for rest in expand(pattern)]
    return found


TABLE = opcodes()
