"""Reductions, scans and histograms."""

import numpy as np

from .case import Case, tensor
from .formats import DTYPES

SHAPE = (4, 8, 16)


def make_sums():
    for axis in range(3):
        case = Case(f"reduce-sum-axis{axis}", "sums along one of three axes, of integers and floats")
        a = case.random.integers(-1000, 1000, SHAPE).astype(np.int32)
        b = case.random.normal(0, 1, SHAPE).astype(np.float32)
        x, y = case.buffer("i32", a), case.buffer("f32", b)
        rest = a.sum(axis).shape
        z = case.output("i32", a.sum(axis, dtype=np.int32))
        w = case.output("f32", b.astype(np.float64).sum(axis).astype(np.float32))
        total, = case.reduce([case.load(x, "i32", SHAPE)], ["i32"], SHAPE, axis,
                             case.binary("arith.addi", "i32"))
        case.store(z, total, "i32", rest)
        total, = case.reduce([case.load(y, "f32", SHAPE)], ["f32"], SHAPE, axis,
                             case.binary("arith.addf", "f32"))
        case.store(w, total, "f32", rest)


def make_combiners():
    table = [
        ("i8", "arith.maxsi", np.maximum), ("i16", "arith.minsi", np.minimum),
        ("i32", "arith.xori", np.bitwise_xor), ("i32", "arith.andi", np.bitwise_and),
        ("i64", "arith.ori", np.bitwise_or), ("i64", "arith.muli", np.multiply),
        ("f32", "arith.maxnumf", np.fmax), ("f32", "arith.minimumf", np.minimum),
        ("f64", "arith.mulf", np.multiply), ("f16", "arith.maximumf", np.maximum),
        ("bf16", "arith.minnumf", np.fmin),
    ]
    case = Case("reduce-combiners", "each associative operation over rows and to one number")
    for element, name, function in table:
        if element[0] == "i":
            limits = np.iinfo(DTYPES[element])
            a = case.random.integers(limits.min, limits.max, (4, 16), DTYPES[element])
        else:
            a = case.random.uniform(0.5, 2, (4, 16)).astype(DTYPES[element])
            if name in ("arith.maxnumf", "arith.minimumf"):
                a[1, 3] = np.nan
        x = case.buffer(element, a)
        with np.errstate(all="ignore"):
            result = function.reduce(a, 1)
            whole = function.reduce(a[0])
        y = case.output(element, result.astype(DTYPES[element]))
        z = case.output(element, np.array([whole]).astype(DTYPES[element]))
        value = case.load(x, element, (4, 16))
        combine = case.binary(name, element)
        total, = case.reduce([value], [element], (4, 16), 1, combine)
        case.store(y, total, element, (4,))
        first = case.load(x, element, (16,))
        total, = case.reduce([first], [element], (16,), 0, combine)
        case.line(f"tt.store {z}, {total} : !tt.ptr<{element}>")


def make_argmax():
    case = Case("reduce-argmax", "the greatest and its place; the first of equals")
    a = case.random.integers(0, 6, (8, 16)).astype(np.float32)
    x = case.buffer("f32", a)
    y, z = case.output("f32", a.max(1)), case.output("i32", a.argmax(1).astype(np.int32))
    v, w = case.output("f32", a.max(0)), case.output("i32", a.argmax(0).astype(np.int32))
    value = case.load(x, "f32", (8, 16))

    def combine(l, r):
        equal = case.op(f"arith.cmpf oeq, {l[0]}, {r[0]} : f32")
        before = case.op(f"arith.cmpi slt, {l[1]}, {r[1]} : i32")
        tie = case.op(f"arith.andi {equal}, {before} : i1")
        above = case.op(f"arith.cmpf ogt, {l[0]}, {r[0]} : f32")
        left = case.op(f"arith.ori {above}, {tie} : i1")
        return [case.op(f"arith.select {left}, {l[0]}, {r[0]} : f32"),
                case.op(f"arith.select {left}, {l[1]}, {r[1]} : i32")]

    for axis, (best, place) in ((1, (y, z)), (0, (v, w))):
        extent = (8, 16)[axis]
        steps = case.op(
            f"tt.make_range {{end = {extent} : i32, start = 0 : i32}} : tensor<{extent}xi32>")
        index = case.widened(steps, "i32", axis, (8, 16))
        values = case.reduce([value, index], ["f32", "i32"], (8, 16), axis, combine)
        rest = ((8, 16)[1 - axis],)
        case.store(best, values[0], "f32", rest)
        case.store(place, values[1], "i32", rest)


def make_welford():
    case = Case("reduce-welford", "mean and variance by merging counts, means and deviations")
    a = case.random.normal(3, 2, (4, 32)).astype(np.float32)
    x = case.buffer("f32", a)
    mean = case.output("f32", a.astype(np.float64).mean(1).astype(np.float32))
    deviation = case.output("f32", (a.astype(np.float64).var(1) * 32).astype(np.float32))
    count = case.output("f32", np.full(4, 32, np.float32))
    value = case.load(x, "f32", (4, 32))
    zeros, ones = case.constant(0.0, "f32", (4, 32)), case.constant(1.0, "f32", (4, 32))

    def combine(l, r):
        delta = case.op(f"arith.subf {r[0]}, {l[0]} : f32")
        n = case.op(f"arith.addf {l[2]}, {r[2]} : f32")
        part = case.op(f"arith.divf {r[2]}, {n} : f32")
        step = case.op(f"arith.mulf {delta}, {part} : f32")
        m = case.op(f"arith.addf {l[0]}, {step} : f32")
        square = case.op(f"arith.mulf {delta}, {delta} : f32")
        scaled = case.op(f"arith.mulf {square}, {l[2]} : f32")
        weighted = case.op(f"arith.mulf {scaled}, {part} : f32")
        both = case.op(f"arith.addf {l[1]}, {r[1]} : f32")
        return [m, case.op(f"arith.addf {both}, {weighted} : f32"), n]

    results = case.reduce([value, zeros, ones], ["f32"] * 3, (4, 32), 1, combine)
    for target, result in zip((mean, deviation, count), results):
        case.store(target, result, "f32", (4,))


def make_scans():
    for axis in (0, 1):
        for reverse in (False, True):
            way = "backward" if reverse else "forward"
            case = Case(f"scan-{way}-axis{axis}", "running sums and products of rows or columns")
            a = case.random.integers(-1000, 1000, (8, 16)).astype(np.int32)
            b = case.random.uniform(0.8, 1.2, (8, 16)).astype(np.float32)
            x, y = case.buffer("i32", a), case.buffer("f32", b)

            def running(f, v):
                v = np.flip(v, axis) if reverse else v
                r = f(v, axis)
                return np.flip(r, axis).copy() if reverse else r

            z = case.output("i32", running(np.cumsum, a).astype(np.int32))
            w = case.output("f32", running(np.cumprod, b.astype(np.float64)).astype(np.float32))
            total, = case.scan([case.load(x, "i32", (8, 16))], ["i32"], (8, 16), axis, reverse,
                               case.binary("arith.addi", "i32"))
            case.store(z, total, "i32", (8, 16))
            total, = case.scan([case.load(y, "f32", (8, 16))], ["f32"], (8, 16), axis, reverse,
                               case.binary("arith.mulf", "f32"))
            case.store(w, total, "f32", (8, 16))


def make_recurrence():
    for reverse in (False, True):
        way = "backward" if reverse else "forward"
        case = Case(f"scan-recurrence-{way}", "h = a h + b, scanned as pairs of factor and summand")
        a = case.random.choice([-3, -1, 1, 2], (2, 16)).astype(np.int64)
        b = case.random.integers(-9, 9, (2, 16)).astype(np.int64)
        x, y = case.buffer("i64", a), case.buffer("i64", b)
        states, state = np.zeros_like(a), np.zeros(2, np.int64)
        for i in (range(15, -1, -1) if reverse else range(16)):
            state = a[:, i] * state + b[:, i]
            states[:, i] = state
        factors = np.flip(np.cumprod(np.flip(a, 1), 1), 1) if reverse else np.cumprod(a, 1)
        z, w = case.output("i64", states), case.output("i64", factors)

        def combine(l, r):
            factor = case.op(f"arith.muli {l[0]}, {r[0]} : i64", "t")
            carried = case.op(f"arith.muli {r[0]}, {l[1]} : i64", "t")
            return [factor, case.op(f"arith.addi {carried}, {r[1]} : i64", "t")]

        f, h = case.scan([case.load(x, "i64", (2, 16)), case.load(y, "i64", (2, 16))],
                         ["i64", "i64"], (2, 16), 1, reverse, combine)
        case.store(z, h, "i64", (2, 16))
        case.store(w, f, "i64", (2, 16))


def make_running_maximum():
    case = Case("scan-maximum", "the greatest so far, which no inverse could give")
    a = case.random.normal(0, 1, 64).astype(np.float32)
    x, y = case.buffer("f32", a), case.output("f32", np.maximum.accumulate(a))
    best, = case.scan([case.load(x, "f32", (64,))], ["f32"], (64,), 0, False,
                      case.binary("arith.maxnumf", "f32"))
    case.store(y, best, "f32", (64,))


def make_histograms():
    case = Case("histogram", "how often each number occurs, with and without a mask")
    a = case.random.integers(0, 16, 128).astype(np.int32)
    flags = case.random.integers(0, 2, 128).astype(np.int8)
    x, m = case.buffer("i32", a), case.buffer("i8", flags)
    y = case.output("i32", np.bincount(a, minlength=16).astype(np.int32))
    z = case.output("i32", np.bincount(a[flags != 0], minlength=32).astype(np.int32))
    value, flag = case.load(x, "i32", (128,)), case.load(m, "i8", (128,))
    zero = case.constant(0, "i8", (128,))
    mask = case.op(f"arith.cmpi ne, {flag}, {zero} : {tensor((128,), 'i8')}")
    case.store(y, case.op(f"tt.histogram {value} : tensor<128xi32> -> tensor<16xi32>"),
               "i32", (16,))
    counts = case.op(f"tt.histogram {value}, {mask} : tensor<128xi32> -> tensor<32xi32>")
    case.store(z, counts, "i32", (32,))


def make():
    make_sums()
    make_combiners()
    make_argmax()
    make_welford()
    make_scans()
    make_recurrence()
    make_running_maximum()
    make_histograms()
