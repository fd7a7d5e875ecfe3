"""Atomic operations. Where programs meet at one address, only the final value is looked at."""

import numpy as np

from .case import Case, tensor
from .formats import DTYPES, UNSIGNED, WIDTHS

COUNT = 16


def rmw(case, kind, element, at, value, mask, shape=(COUNT,), order="acq_rel, gpu"):
    pointers = tensor(shape, f"!tt.ptr<{element}>")
    values, flags = tensor(shape, element), tensor(shape, "i1")
    return case.op(
        f"tt.atomic_rmw {kind}, {order}, {at}, {value}, {mask} : "
        f"({pointers}, {values}, {flags}) -> {values}")


def meanings(element):
    unsigned = UNSIGNED[WIDTHS[element]]

    def bits(f):
        return lambda a, b: f(a.view(unsigned), b.view(unsigned)).view(a.dtype)

    return {
        "add": np.add, "and": np.bitwise_and, "or": np.bitwise_or, "xor": np.bitwise_xor,
        "max": np.maximum, "min": np.minimum, "umax": bits(np.maximum), "umin": bits(np.minimum),
        "exch": lambda a, b: b,
    }


def make_integers(element):
    case = Case(f"atomic-{element}", "each operation gives the old value and leaves the new one")
    limits = np.iinfo(DTYPES[element])
    yes = None
    for kind, meaning in meanings(element).items():
        a, b = (case.random.integers(limits.min, limits.max, COUNT, DTYPES[element], endpoint=True)
                for _ in range(2))
        with np.errstate(over="ignore"):
            p = case.buffer(element, a, meaning(a, b))
        q, old = case.buffer(element, b), case.output(element, a)
        yes = yes or case.constant(True, "i1", (COUNT,))
        value = case.load(q, element, (COUNT,))
        at = case.address(p, element, (COUNT,))
        case.store(old, rmw(case, kind, element, at, value, yes), element, (COUNT,))


def make_floats():
    case = Case("atomic-floats", "sums and exchanges of floats")
    for element in ("f16", "bf16", "f32", "f64"):
        a, b = (case.random.integers(-50, 50, COUNT).astype(DTYPES[element]) for _ in range(2))
        yes = case.constant(True, "i1", (COUNT,))
        q = case.buffer(element, b)
        value = case.load(q, element, (COUNT,))
        for kind, result in (("fadd", a + b), ("exch", b)):
            if kind == "exch" and WIDTHS[element] < 32:
                continue
            p, old = case.buffer(element, a, result), case.output(element, a)
            at = case.address(p, element, (COUNT,))
            case.store(old, rmw(case, kind, element, at, value, yes), element, (COUNT,))


def make_masks():
    case = Case("atomic-mask", "what the mask leaves out stays, even outside the buffer")
    a = np.arange(12, dtype=np.int32)
    p = case.buffer("i32", a, np.where(np.arange(12) < 10, a + 5, a).astype(np.int32))
    at, steps = case.address(p, "i32", (COUNT,)), case.offsets((COUNT,))
    ten, five = case.constant(10, "i32", (COUNT,)), case.constant(5, "i32", (COUNT,))
    inside = case.op(f"arith.cmpi slt, {steps}, {ten} : tensor<16xi32>")
    old = rmw(case, "add", "i32", at, five, inside, order="relaxed, cta")
    y = case.output("i32", np.arange(10, dtype=np.int32))
    case.store(y, old, "i32", (COUNT,), mask=inside)


def make_scalars():
    case = Case("atomic-scalar", "one address, with and without a mask")
    p = case.buffer("i64", np.array([43, 7], np.int64), np.array([45, 7], np.int64))
    y = case.output("i64", np.array([43], np.int64))
    two, yes, no = case.constant(2, "i64"), case.constant(True, "i1"), case.constant(False, "i1")
    old = rmw(case, "add", "i64", p, two, yes, shape=(), order="acquire, sys")
    case.line(f"tt.store {y}, {old} : !tt.ptr<i64>")
    second = case.address(p, "i64", (), start=1)
    rmw(case, "add", "i64", second, two, no, shape=(), order="release, gpu")


def make_programs():
    case = Case("atomic-programs", "many programs add to the same addresses", grid=(8, 2, 1))
    totals = case.buffer("i32", np.zeros(COUNT, np.int32),
                         (np.arange(COUNT) * 16 + sum(range(8)) * 2).astype(np.int32))
    greatest = case.buffer("i32", np.full(1, -1, np.int32), np.array([7], np.int32))
    seen = case.buffer("i32", np.zeros(1, np.int32), np.array([255], np.int32))
    sums = case.buffer("f32", np.zeros(1, np.float32), np.array([sum(range(8)) * 2], np.float32))
    pid = case.op("tt.get_program_id x : i32", "pid")
    steps = case.offsets((COUNT,))
    wide = case.op(f"tt.splat {pid} : i32 -> tensor<16xi32>")
    value = case.op(f"arith.addi {steps}, {wide} : tensor<16xi32>")
    yes, all_yes = case.constant(True, "i1"), case.constant(True, "i1", (COUNT,))
    rmw(case, "add", "i32", case.address(totals, "i32", (COUNT,)), value, all_yes,
        order="relaxed, gpu")
    rmw(case, "max", "i32", greatest, pid, yes, shape=())
    one = case.constant(1, "i32")
    bit = case.op(f"arith.shli {one}, {pid} : i32")
    rmw(case, "or", "i32", seen, bit, yes, shape=())
    number = case.op(f"arith.sitofp {pid} : i32 to f32")
    rmw(case, "fadd", "f32", sums, number, yes, shape=())


def make_same_address():
    case = Case("atomic-same-address", "elements of one tile that meet at an address all count")
    index = case.random.integers(0, 4, 32).astype(np.int32)
    x = case.buffer("i32", index)
    y = case.buffer("i32", np.zeros(4, np.int32), np.bincount(index, minlength=4).astype(np.int32))
    at = case.address(y, "i32", (32,), case.load(x, "i32", (32,)))
    ones, yes = case.constant(1, "i32", (32,)), case.constant(True, "i1", (32,))
    rmw(case, "add", "i32", at, ones, yes, shape=(32,))


def make_swaps():
    case = Case("atomic-compare-and-swap", "a new value only where the old one is as expected")
    for element in ("i32", "i64", "f32", "f64"):
        dtype = DTYPES[element]
        a = np.arange(COUNT).astype(dtype)
        expected = np.where(np.arange(COUNT) % 3 == 0, a, a + dtype(1)).astype(dtype)
        new = (a * dtype(2) + dtype(100)).astype(dtype)
        p = case.buffer(element, a, np.where(a == expected, new, a).astype(dtype))
        q, r = case.buffer(element, expected), case.buffer(element, new)
        old = case.output(element, a)
        at = case.address(p, element, (COUNT,))
        compare, value = case.load(q, element, (COUNT,)), case.load(r, element, (COUNT,))
        kind = tensor((COUNT,), element)
        result = case.op(
            f"tt.atomic_cas acq_rel, gpu, {at}, {compare}, {value} : "
            f"({tensor((COUNT,), f'!tt.ptr<{element}>')}, {kind}, {kind}) -> {kind}")
        case.store(old, result, element, (COUNT,))
    p = case.buffer("i16", np.array([5], np.int16), np.array([-9], np.int16))
    five, nine = case.constant(5, "i16"), case.constant(-9, "i16")
    case.op(f"tt.atomic_cas relaxed, gpu, {p}, {five}, {nine} : (!tt.ptr<i16>, i16, i16) -> i16")


def make_lock():
    case = Case("atomic-lock", "programs take turns by compare-and-swap and exchange",
                grid=(8, 1, 1))
    lock = case.buffer("i32", np.zeros(1, np.int32))
    data = case.buffer("f32", np.zeros(16, np.float32), np.full(16, 28, np.float32))
    at = case.address(data, "f32", (16,))
    case.text(f"""
%pid = tt.get_program_id x : i32
%free = arith.constant 0 : i32
%taken = arith.constant 1 : i32
%yes = arith.constant true
scf.while : () -> () {{
  %old = tt.atomic_cas acquire, gpu, {lock}, %free, %taken : (!tt.ptr<i32>, i32, i32) -> i32
  %busy = arith.cmpi eq, %old, %taken : i32
  scf.condition(%busy)
}} do {{
  scf.yield
}}
%v = tt.load {at} : tensor<16x!tt.ptr<f32>>
%number = arith.sitofp %pid : i32 to f32
%wide = tt.splat %number : f32 -> tensor<16xf32>
%sum = arith.addf %v, %wide : tensor<16xf32>
tt.store {at}, %sum : tensor<16x!tt.ptr<f32>>
gpu.barrier
%released = tt.atomic_rmw exch, release, gpu, {lock}, %free, %yes : (!tt.ptr<i32>, i32, i1) -> i32
""")


def make():
    make_integers("i32")
    make_integers("i64")
    make_floats()
    make_masks()
    make_scalars()
    make_programs()
    make_same_address()
    make_swaps()
    make_lock()
