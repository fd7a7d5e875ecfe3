#!/usr/bin/env python3
"""Writes the cases of Tests/EmulatorTests/Instructions: kernels in PTX with what they leave.

The results are computed here, from the PTX ISA with whole numbers and exact fractions, and by
nothing of this project: the cases are what the emulator is held against. Needs Python 3.10 and no
packages; every run writes the same bytes.

    Scripts/make-instruction-cases.py
"""

import importlib
import os
import shutil
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
sys.dont_write_bytecode = True

from make_instruction_cases.case import REGISTRY  # noqa: E402

FAMILIES = [
    "integers", "bits", "floats", "halves", "comparisons", "conversions", "approximations", "memory",
    "atomics", "moves", "warps", "barriers", "matrices", "control",
]


def main():
    root = os.path.join(here, "..", "Tests", "EmulatorTests", "Instructions")
    for family in FAMILIES:
        importlib.import_module("make_instruction_cases." + family).make()
    paths = [case.path for case in REGISTRY]
    assert len(set(paths)) == len(paths), "two cases have one name"
    os.makedirs(root, exist_ok=True)
    for name in os.listdir(root):
        if os.path.isdir(os.path.join(root, name)):
            shutil.rmtree(os.path.join(root, name))
    size = 0
    for case in REGISTRY:
        case.write(root)
        size += len(case.text())
    print(f"{len(paths)} cases, {size} bytes")


main()
