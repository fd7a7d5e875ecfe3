"""Float arithmetic in every type, with infinities, NaNs, zeros of both signs and subnormals.

Results that are rounded once are stored as their bits, so that they are compared exactly.
"""

import numpy as np

from .case import Case, exact_bits, rows, tensor
from .formats import DTYPES, LARGEST, WIDTHS, from_bits, fused

COUNT = 128
TYPES = ["f16", "bf16", "f32", "f64"]


def edges(element):
    smallest, largest = from_bits([1, LARGEST[element]], element)
    return [0.0, -0.0, np.nan, np.inf, -np.inf, 1.0, -1.0, 1.5, smallest, -smallest, largest]


def operands(case, element):
    """All pairs of edge values, then random ones."""
    values = edges(element)
    a, b = zip(*[(p, q) for p in values for q in values])
    extra = case.random.normal(0, 4, (2, COUNT))
    a, b = np.array([*a, *extra[0]]), np.array([*b, *extra[1]])
    dtype = DTYPES[element]
    return a[:COUNT].astype(dtype), b[:COUNT].astype(dtype)


def numbers(case, element, scale=1.0, count=COUNT):
    return case.random.normal(0, scale, count).astype(DTYPES[element])


def store_bits(case, put, value, element):
    put(case.bits(value, element, (COUNT,)))


def make_arithmetic(element):
    case = Case(f"float-arithmetic-{element}", "sums, differences and products are rounded once")
    kind, integer = tensor((COUNT,), element), f"i{WIDTHS[element]}"
    a, b = operands(case, element)
    c, d, e = numbers(case, element), numbers(case, element), numbers(case, element)
    inputs = [case.buffer(element, v) for v in (a, b, c, d, e)]
    with np.errstate(all="ignore"):
        values = [a + b, a - b, a * b, c + d, c - d, c * d, -c, np.abs(b), fused(c, d, e, element)]
    names = ["addf", "subf", "mulf", "addf", "subf", "mulf", "negf", "absf", "fma"]
    put = rows(case, integer, exact_bits(values, element), COUNT, names)
    a, b, c, d, e = (case.load(v, element, (COUNT,)) for v in inputs)
    for l, r in ((a, b), (c, d)):
        for name in ("addf", "subf", "mulf"):
            store_bits(case, put, case.op(f"arith.{name} {l}, {r} : {kind}"), element)
    store_bits(case, put, case.op(f"arith.negf {c} : {kind}"), element)
    store_bits(case, put, case.op(f"math.absf {b} : {kind}"), element)
    store_bits(case, put, case.op(f"math.fma {c}, {d}, {e} : {kind}"), element)


def make_division(element):
    case = Case(f"float-division-{element}", "quotients within rounding, remainders as fmod")
    kind, integer = tensor((COUNT,), element), f"i{WIDTHS[element]}"
    dtype = DTYPES[element]
    a = numbers(case, element, 8.0)
    b = (numbers(case, element, 2.0) + dtype(0.25)).astype(dtype)
    b[b == 0] = 1
    a[:8] = np.array([1, -1, np.inf, np.nan, 0, -0.0, 5, -5], np.float64).astype(dtype)
    b[:8] = np.array([3, 3, 2, 2, 5, 5, 3, -3], np.float64).astype(dtype)
    x, y = case.buffer(element, a), case.buffer(element, b)
    with np.errstate(all="ignore"):
        z = case.output(element, a / b)
        rest = np.fmod(a.astype(np.float64), b.astype(np.float64)).astype(dtype)
    put = rows(case, integer, exact_bits([rest], element), COUNT, ["remf"])
    l, r = case.load(x, element, (COUNT,)), case.load(y, element, (COUNT,))
    case.store(z, case.op(f"arith.divf {l}, {r} : {kind}"), element, (COUNT,))
    store_bits(case, put, case.op(f"arith.remf {l}, {r} : {kind}"), element)


def ordered(a, b, largest):
    """The larger or smaller of two numbers; zeros are ordered by their signs."""
    if a == b:
        negative = np.signbit(a) != largest
        return a if negative else b
    return a if (a > b) == largest else b


def extremum(a, b, largest, propagates):
    result = []
    for p, q in zip(a.astype(np.float64), b.astype(np.float64)):
        if np.isnan(p) or np.isnan(q):
            result.append(np.nan if propagates else (q if np.isnan(p) else p))
        else:
            result.append(ordered(p, q, largest))
    return np.array(result).astype(a.dtype)


def make_extrema(element):
    case = Case(f"float-extrema-{element}", "NaN spreads or loses; -0 is less than +0")
    kind, integer = tensor((COUNT,), element), f"i{WIDTHS[element]}"
    a, b = operands(case, element)
    x, y = case.buffer(element, a), case.buffer(element, b)
    table = {"minimumf": (False, True), "maximumf": (True, True),
             "minnumf": (False, False), "maxnumf": (True, False)}
    values = [extremum(a, b, *row) for row in table.values()]
    put = rows(case, integer, exact_bits(values, element), COUNT, list(table))
    l, r = case.load(x, element, (COUNT,)), case.load(y, element, (COUNT,))
    for name in table:
        store_bits(case, put, case.op(f"arith.{name} {l}, {r} : {kind}"), element)


def make_comparison(element):
    case = Case(f"float-compare-{element}", "ordered predicates are false of NaN, the others true")
    kind = tensor((COUNT,), element)
    a, b = operands(case, element)
    x, y = case.buffer(element, a), case.buffer(element, b)
    p, q = a.astype(np.float64), b.astype(np.float64)
    unordered = np.isnan(p) | np.isnan(q)
    base = {"eq": p == q, "gt": p > q, "ge": p >= q, "lt": p < q, "le": p <= q, "ne": p != q}
    table = {"o" + n: v & ~unordered for n, v in base.items()}
    table |= {"u" + n: v | unordered for n, v in base.items()}
    put = rows(case, "i8", [v.astype(np.int8) for v in table.values()], COUNT, list(table))
    l, r = case.load(x, element, (COUNT,)), case.load(y, element, (COUNT,))
    for name in table:
        flag = case.op(f"arith.cmpf {name}, {l}, {r} : {kind}")
        put(case.op(f"arith.extui {flag} : {tensor((COUNT,), 'i1')} to {tensor((COUNT,), 'i8')}"))


def make_clamp(element):
    case = Case(f"float-clamp-{element}", "NaN becomes the lower bound, or stays")
    kind, integer = tensor((COUNT,), element), f"i{WIDTHS[element]}"
    a, _ = operands(case, element)
    low = numbers(case, element)
    high = (low + np.abs(numbers(case, element)) + DTYPES[element](0.5)).astype(DTYPES[element])
    inputs = [case.buffer(element, v) for v in (a, low, high)]
    x = a.astype(np.float64)
    inner = np.minimum(np.fmax(x, low.astype(np.float64)), high.astype(np.float64))
    values = [inner.astype(a.dtype), np.where(np.isnan(x), np.nan, inner).astype(a.dtype)]
    put = rows(case, integer, exact_bits(values, element), COUNT, ["none", "all"])
    x, l, h = (case.load(v, element, (COUNT,)) for v in inputs)
    for mode in ("none", "all"):
        value = case.op(f"tt.clampf {x}, {l}, {h}, propagateNan = {mode} : {kind}")
        store_bits(case, put, value, element)


def make_precise():
    case = Case("float-precise", "the precise quotient and root are rounded once, to nearest")
    a, b = np.abs(numbers(case, "f32", 100.0)), numbers(case, "f32", 3.0)
    a[:6] = [0, np.inf, 1e-40, 2, 3, 1e38]
    b[:6] = [3, 3, 7, 3, 7, 1e-3]
    x, y = case.buffer("f32", a), case.buffer("f32", b)
    with np.errstate(all="ignore"):
        values = [np.sqrt(a), a / b]
    put = rows(case, "i32", exact_bits(values, "f32"), COUNT, ["precise_sqrt", "precise_divf"])
    l, r = case.load(x, "f32", (COUNT,)), case.load(y, "f32", (COUNT,))
    store_bits(case, put, case.op(f"tt.precise_sqrt {l} : {tensor((COUNT,), 'f32')}"), "f32")
    store_bits(case, put, case.op(f"tt.precise_divf {l}, {r} : {tensor((COUNT,), 'f32')}"), "f32")


def make_rounding():
    case = Case("float-floor-ceil", "down and up to whole numbers; signs of zeros stay")
    for element in ("f32", "f64"):
        a = numbers(case, element, 3.0)
        a[:10] = [0.0, -0.0, -0.5, 0.5, 1.0, -1.0, np.inf, -np.inf, 2.0**30 + 1, -1e-30]
        x = case.buffer(element, a)
        integer = f"i{WIDTHS[element]}"
        put = rows(case, integer, exact_bits([np.floor(a), np.ceil(a)], element), COUNT,
                   ["floor", "ceil"])
        value = case.load(x, element, (COUNT,))
        for name in ("floor", "ceil"):
            store_bits(case, put, case.op(f"math.{name} {value} : {tensor((COUNT,), element)}"),
                       element)


def make_constants():
    case = Case("float-constants", "constants written as decimals and as bits")
    table = [("f32", "1.500000e+00", 1.5), ("f32", "0x7F800000", np.inf),
             ("f32", "0xFF800000", -np.inf), ("f32", "-1.000000e-03", -1e-3),
             ("f32", "1.000000e+10", 1e10), ("f32", "0x00000001", 1e-45),
             ("f32", "0.693147182", 0.693147182), ("f16", "0xFC00", -np.inf),
             ("f16", "6.550400e+04", 65504), ("bf16", "0x3F80", 1.0),
             ("bf16", "-3.000000e+00", -3), ("f64", "3.1415926535897931", np.pi),
             ("f64", "0x7FF0000000000000", np.inf)]
    for element, spelled, value in table:
        integer = f"i{WIDTHS[element]}"
        for shape in ((), (4,)):
            full = np.full(shape or (1,), value).astype(DTYPES[element])
            y = case.output(integer, exact_bits([full], element)[0])
            text = f"dense<{spelled}>" if shape else spelled
            number = case.op(f"arith.constant {text} : {tensor(shape, element)}")
            case.store(y, case.bits(number, element, shape, via="arith.bitcast"), integer, shape)


def make():
    for element in TYPES:
        make_arithmetic(element)
        make_division(element)
        make_extrema(element)
        make_comparison(element)
    make_clamp("f32")
    make_clamp("f16")
    make_precise()
    make_rounding()
    make_constants()
