#!/usr/bin/env python3
"""Writes the cases of Tests/EmulatorTests/Instructions: kernels in PTX with what they leave.

The results are computed here, from the PTX ISA with whole numbers and exact fractions, and by
nothing of this project: the cases are what the emulator is held against. Needs Python 3.10 and no
packages; every run writes the same bytes.

    Scripts/make-instruction-cases.py [--assemble] [--output FOLDER]

`--assemble` has every version of ptxas that `Scripts/fetch-ptxas` has fetched assemble each case
and fails if one complains. With another `--output`, INSTRUCTION_CASES_SEED in the environment gives
other random operands.
"""

import argparse
import concurrent.futures
import glob
import importlib
import os
import shutil
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
sys.dont_write_bytecode = True

from make_instruction_cases.case import REGISTRY  # noqa: E402

FAMILIES = [
    "integers", "bits", "floats", "halves", "comparisons", "conversions", "approximations", "memory",
    "atomics", "moves", "warps", "barriers", "matrices", "control",
]


DEFAULT = os.path.join(here, "..", "Tests", "EmulatorTests", "Instructions")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--assemble", action="store_true")
    parser.add_argument("--output", default=DEFAULT)
    options = parser.parse_args()
    for family in FAMILIES:
        importlib.import_module("make_instruction_cases." + family).make()
    paths = [case.path for case in REGISTRY]
    assert len(set(paths)) == len(paths), "two cases have one name"
    os.makedirs(options.output, exist_ok=True)
    for name in os.listdir(options.output):
        if os.path.isdir(os.path.join(options.output, name)):
            shutil.rmtree(os.path.join(options.output, name))
    for case in REGISTRY:
        case.write(options.output)
    print(f"{len(paths)} cases, {sum(len(case.text()) for case in REGISTRY)} bytes")
    if options.assemble:
        assemble(options.output)


def assemble(root):
    """Has every ptxas assemble every case."""
    programs = sorted(glob.glob(os.path.join(here, "..", ".tools", "ptxas-*")))
    if not programs:
        sys.exit("no ptxas below .tools: run Scripts/fetch-ptxas")
    with tempfile.TemporaryDirectory() as folder:

        def complaint(job):
            index, (program, case) = job
            done = subprocess.run(
                [program, "-arch=" + case.target, os.path.join(root, case.path + ".ptx"), "-o",
                 os.path.join(folder, f"{index}.cubin")], capture_output=True, text=True)
            said = done.stdout + done.stderr
            return said or (f"{case.path}: exit code {done.returncode}" if done.returncode else "")

        jobs = [(program, case) for program in programs for case in REGISTRY]
        with concurrent.futures.ThreadPoolExecutor() as pool:
            complaints = [text for text in pool.map(complaint, enumerate(jobs)) if text]
    if complaints:
        sys.exit("".join(complaints))
    print(f"assembled by {', '.join(os.path.basename(program) for program in programs)}")


main()
