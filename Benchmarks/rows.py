#!/usr/bin/env python3
"""Times row kernels of Nereid beside Triton's and PyTorch's, in turn, on one GPU.

    python3 Benchmarks/rows.py path/to/nereid results.jsonl [LENGTH...]
    python3 Benchmarks/rows.py --compile LENGTH...   (only fills Triton's cache of compiled kernels)

Needs PyTorch and Triton. For each length of rows: Nereid, Triton (the best of several numbers of
warps), PyTorch, and Nereid again. All data is random, all caches are cold, all figures are medians of
single launches between two events; the rate counts one read and one write of the matrix. A line of the
results is one measurement.
"""
import json
import subprocess
import sys

import torch
import triton
import triton.language as tl
from triton.testing import do_bench

LENGTHS = [256, 1000, 1024, 2048, 4096, 8192, 12345, 16384, 32768, 65536]


@triton.jit
def softmax_rows(out, inp, stride, rows, columns, BLOCK: tl.constexpr, STAGES: tl.constexpr):
    column = tl.arange(0, BLOCK)
    mask = column < columns
    for row in tl.range(tl.program_id(0), rows, tl.num_programs(0), num_stages=STAGES):
        x = tl.load(inp + row * stride + column, mask=mask, other=-float("inf")).to(tl.float32)
        e = tl.exp(x - tl.max(x, 0))
        tl.store(out + row * stride + column, e / tl.sum(e, 0), mask=mask)


@triton.jit
def layer_norm_rows(out, inp, weight, bias, stride, columns, eps, BLOCK: tl.constexpr):
    row = tl.program_id(0)
    column = tl.arange(0, BLOCK)
    mask = column < columns
    x = tl.load(inp + row * stride + column, mask=mask, other=0).to(tl.float32)
    centered = tl.where(mask, x - tl.sum(x, 0) / columns, 0.0)
    scale = tl.rsqrt(tl.sum(centered * centered, 0) / columns + eps)
    w = tl.load(weight + column, mask=mask).to(tl.float32)
    b = tl.load(bias + column, mask=mask).to(tl.float32)
    tl.store(out + row * stride + column, centered * scale * w + b, mask=mask)


@triton.jit
def rms_norm_rows(out, inp, weight, stride, columns, eps, BLOCK: tl.constexpr):
    row = tl.program_id(0)
    column = tl.arange(0, BLOCK)
    mask = column < columns
    x = tl.load(inp + row * stride + column, mask=mask, other=0).to(tl.float32)
    scale = tl.rsqrt(tl.sum(x * x, 0) / columns + eps)
    w = tl.load(weight + column, mask=mask).to(tl.float32)
    tl.store(out + row * stride + column, x * scale * w, mask=mask)


def time(run):
    return do_bench(run, warmup=10, rep=40, return_mode="median")


def best(configurations):
    found = []
    for config, run in configurations:
        try:
            found.append((time(run), config))
        except Exception as error:  # a configuration that does not fit the machine
            print("skipped", config, type(error).__name__, file=sys.stderr)
    return min(found)


def candidates(x, y, w, b, rows, length):
    """What a user who tunes would try: for each kernel, configurations and launches."""
    block = triton.next_power_of_2(length)
    # More elements than this do not fit into a thread's registers, and take minutes to compile.
    warp_counts = [warps for warps in (1, 2, 4, 8, 16, 32) if block <= 128 * 32 * warps]
    return {
        "softmax": [
            ((warps, grid, stages), lambda warps=warps, grid=grid, stages=stages: softmax_rows[(grid,)](
                y, x, length, rows, length, block, stages, num_warps=warps))
            for warps in warp_counts for grid, stages in ((rows, 1), (132 * 4, 2), (132 * 8, 2))],
        "layer-norm": [
            (warps, lambda warps=warps: layer_norm_rows[(rows,)](
                y, x, w, b, length, length, 1e-5, block, num_warps=warps)) for warps in warp_counts],
        "rms-norm": [
            (warps, lambda warps=warps: rms_norm_rows[(rows,)](
                y, x, w, length, length, 1e-5, block, num_warps=warps)) for warps in warp_counts],
    }


def data(rows, length):
    x = torch.randn(rows, length, device="cuda", dtype=torch.bfloat16)
    w = torch.randn(length, device="cuda", dtype=torch.bfloat16)
    return x, torch.empty_like(x), w, torch.randn_like(w)


def compile_only(lengths):
    for length in lengths:
        for found in candidates(*data(16, length), 16, length).values():
            for config, run in found:
                try:
                    run()
                except Exception as error:  # a configuration that does not fit the machine
                    print("skipped", length, config, type(error).__name__, file=sys.stderr)


def main():
    if sys.argv[1] == "--compile":
        return compile_only([int(word) for word in sys.argv[2:]])
    tool, path = sys.argv[1], sys.argv[2]
    lengths = [int(word) for word in sys.argv[3:]] or LENGTHS
    with open(path, "a") as results:

        def note(**row):
            print(json.dumps(row), flush=True)
            results.write(json.dumps(row) + "\n")
            results.flush()

        note(machine=torch.cuda.get_device_name(0), torch=torch.__version__, triton=triton.__version__)
        for length in lengths:
            rows = 16384 if length <= 16384 else 4096
            size = 2 * rows * length * 2

            def report(kernel, peer, milliseconds, **more):
                note(kernel=kernel, length=length, rows=rows, peer=peer, ms=round(milliseconds, 5),
                     gbs=round(size / milliseconds / 1e6, 1), **more)

            def nereid():
                text = subprocess.run(
                    [tool, "bench", "softmax", "layer-norm", "rms-norm", "--length", str(length), "--json",
                     "--repetitions", "100"],
                    capture_output=True, text=True)
                if text.returncode not in (0, 1) or not text.stdout:
                    print(text.stderr, file=sys.stderr)
                    return
                for row in json.loads(text.stdout)["rows"]:
                    report(row["kernel"], "nereid", row["milliseconds"], config=[row["warps"], row["programs"], row["variant"]],
                           copy=round(row["copyGigabytesPerSecond"], 1), agrees=row["agrees"],
                           error=row["largestError"])

            nereid()
            x, y, w, b = data(rows, length)
            for kernel, found in candidates(x, y, w, b, rows, length).items():
                ms, config = best(found)
                report(kernel, "triton", ms, config=config)
            report("softmax", "torch", time(lambda: torch.softmax(x, -1)))
            report("layer-norm", "torch", time(lambda: torch.nn.functional.layer_norm(x, (length,), w, b)))
            report("rms-norm", "torch", time(lambda: torch.nn.functional.rms_norm(x, (length,), w)))
            del x, y
            torch.cuda.empty_cache()
            nereid()


main()
