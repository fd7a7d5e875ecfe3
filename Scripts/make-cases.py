#!/usr/bin/env python3
"""Writes the cases of Tests/ConformanceTests/Cases: kernels with their arguments and results.

The results are computed here, by numpy and by exact fractions, and by nothing of this project: the
cases are what the interpreter is held against. The same versions write the same bytes.

    python3 -m venv /tmp/cases && /tmp/cases/bin/pip install numpy==2.4.6 ml_dtypes==0.6.0
    /tmp/cases/bin/python Scripts/make-cases.py
"""

import importlib
import os
import shutil
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
sys.dont_write_bytecode = True

from make_cases.case import REGISTRY  # noqa: E402

FAMILIES = [
    "integers", "floats", "conversions", "functions", "shapes", "memory", "reductions", "products",
    "control", "atomics", "descriptors", "programs",
]


def main():
    root = os.path.join(here, "..", "Tests", "ConformanceTests", "Cases")
    for family in FAMILIES:
        importlib.import_module("make_cases." + family).make()
    names = [case.name for case in REGISTRY]
    assert len(set(names)) == len(names), "two cases have one name"
    shutil.rmtree(root, ignore_errors=True)
    for case in REGISTRY:
        case.write(root)
    print(f"{len(names)} cases")


main()
