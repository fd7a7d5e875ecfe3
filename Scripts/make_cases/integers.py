"""Integer arithmetic at every width, with the values where it wraps, truncates and changes sign."""

import numpy as np

from .case import Case, exact_bits, rows, tensor
from .formats import DTYPES, UNSIGNED

COUNT = 128
WIDTHS = [8, 16, 32, 64]


def edges(width):
    top = 1 << (width - 1)
    return [-top, -top + 1, -7, -2, -1, 0, 1, 2, 5, top - 2, top - 1]


def operands(case, width, nonzero=False):
    """All pairs of edge values, then random ones; n of them."""
    dtype = DTYPES[f"i{width}"]
    values = edges(width)
    top = 1 << (width - 1)
    pairs = [(a, b) for a in values for b in values]
    if nonzero:
        pairs = [(a, b) for a, b in pairs if b != 0 and not (a == -top and b == -1)]
    a, b = (np.array(v, dtype) for v in zip(*pairs[:COUNT]))
    more = COUNT - len(a)
    limits = np.iinfo(dtype)
    extra = case.random.integers(limits.min, limits.max, (2, more), dtype, endpoint=True)
    extra[1][extra[1] == 0] = 3
    extra[1][extra[1] == -1] = 3
    return np.concatenate([a, extra[0]]), np.concatenate([b, extra[1]])


def wrapped(values, width):
    """Python integers cut to their low bits, as signed numbers."""
    mask = (1 << width) - 1
    return np.array([int(v) & mask for v in values], np.uint64).astype(UNSIGNED[width]).view(
        DTYPES[f"i{width}"])


def quotient(a, b):
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def unsigned(values, width):
    return [int(v) & ((1 << width) - 1) for v in values]


def binary_case(case, width, a, b, table):
    """One row for each operation of `table`: its name, and its meaning on signed, unsigned pairs."""
    element = f"i{width}"
    x, y = case.buffer(element, a), case.buffer(element, b)
    ints = list(zip(map(int, a), map(int, b)))
    bits = list(zip(unsigned(a, width), unsigned(b, width)))
    expected = [wrapped([f(p, q) for p, q in (bits if is_unsigned else ints)], width)
                for _, is_unsigned, f in table]
    put = rows(case, element, expected, COUNT, [row[0] for row in table])
    l = case.load(x, element, (COUNT,))
    r = case.load(y, element, (COUNT,))
    for name, _, _ in table:
        put(case.op(f"arith.{name} {l}, {r} : {tensor((COUNT,), element)}"))


ARITHMETIC = [
    ("addi", False, lambda a, b: a + b), ("subi", False, lambda a, b: a - b),
    ("muli", False, lambda a, b: a * b),
    ("minsi", False, min), ("minui", True, min), ("maxsi", False, max), ("maxui", True, max),
]
DIVISION = [
    ("divsi", False, quotient), ("divui", True, lambda a, b: a // b),
    ("remsi", False, lambda a, b: a - b * quotient(a, b)), ("remui", True, lambda a, b: a % b),
]
PREDICATES = {
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "slt": lambda a, b: a < b,
    "sle": lambda a, b: a <= b, "sgt": lambda a, b: a > b, "sge": lambda a, b: a >= b,
}
PREDICATES |= {"u" + name[1:]: PREDICATES[name] for name in ("slt", "sle", "sgt", "sge")}


def make_width(width):
    element, kind = f"i{width}", tensor((COUNT,), f"i{width}")
    case = Case(f"integer-arithmetic-{element}", "sums, differences, products wrap; extrema")
    binary_case(case, width, *operands(case, width), ARITHMETIC)

    case = Case(f"integer-division-{element}", "division truncates, remainders have its sign")
    binary_case(case, width, *operands(case, width, nonzero=True), DIVISION)

    case = Case(f"integer-bits-{element}", "logic and shifts, the arithmetic one with the sign")
    a, b = operands(case, width)
    table = [("andi", True, lambda a, b: a & b), ("ori", True, lambda a, b: a | b),
             ("xori", True, lambda a, b: a ^ b)]
    shifts = (np.arange(COUNT) % width).astype(a.dtype)
    x, y, s = (case.buffer(element, v) for v in (a, b, shifts))
    pairs = list(zip(unsigned(a, width), unsigned(b, width)))
    by = [int(v) for v in shifts]
    expected = [wrapped([f(p, q) for p, q in pairs], width) for _, _, f in table]
    expected += [wrapped([int(v) << n for v, n in zip(a, by)], width),
                 wrapped([int(v) >> n for v, n in zip(a, by)], width),
                 wrapped([v >> n for v, n in zip(unsigned(a, width), by)], width)]
    names = ["andi", "ori", "xori", "shli", "shrsi", "shrui"]
    put = rows(case, element, expected, COUNT, names)
    l, r, n = (case.load(v, element, (COUNT,)) for v in (x, y, s))
    for name in names:
        put(case.op(f"arith.{name} {l}, {r if name[0] != 's' else n} : {kind}"))

    case = Case(f"integer-compare-{element}", "the ten predicates, with and without signs")
    a, b = operands(case, width)
    x, y = case.buffer(element, a), case.buffer(element, b)
    signed = list(zip(map(int, a), map(int, b)))
    bits = list(zip(unsigned(a, width), unsigned(b, width)))
    expected = [np.array([f(p, q) for p, q in (bits if name[0] == "u" else signed)], np.int8)
                for name, f in PREDICATES.items()]
    put = rows(case, "i8", expected, COUNT, list(PREDICATES))
    l, r = case.load(x, element, (COUNT,)), case.load(y, element, (COUNT,))
    for name in PREDICATES:
        flag = case.op(f"arith.cmpi {name}, {l}, {r} : {kind}")
        put(case.op(f"arith.extui {flag} : {tensor((COUNT,), 'i1')} to {tensor((COUNT,), 'i8')}"))


def make_absolute():
    case = Case("integer-absolute", "absolute values; the least number is its own")
    for width in WIDTHS:
        element = f"i{width}"
        a = np.array((edges(width) * 2)[:16], DTYPES[element])
        x = case.buffer(element, a)
        y = case.output(element, wrapped([abs(int(v)) for v in a], width))
        value = case.load(x, element, (16,))
        case.store(y, case.op(f"math.absi {value} : tensor<16x{element}>"), element, (16,))


def make_high_product():
    case = Case("integer-high-product", "the upper half of an unsigned product")
    for width in (32, 64):
        element = f"i{width}"
        a, b = operands(case, width)
        x, y = case.buffer(element, a), case.buffer(element, b)
        product = [p * q >> width for p, q in zip(unsigned(a, width), unsigned(b, width))]
        z = case.output(element, wrapped(product, width))
        l, r = case.load(x, element, (COUNT,)), case.load(y, element, (COUNT,))
        high = case.op(f"tt.mulhiui {l}, {r} : {tensor((COUNT,), element)}")
        case.store(z, high, element, (COUNT,))


def make_resizing():
    for source in WIDTHS:
        case = Case(f"integer-resize-i{source}", "extension with signs and zeros, truncation")
        element = f"i{source}"
        a = np.array((edges(source) * 2)[:16], DTYPES[element])
        a[11:] = case.random.integers(-100, 100, 5)
        x = case.buffer(element, a)
        value = case.load(x, element, (16,))
        for target in WIDTHS:
            if target == source:
                continue
            other = f"i{target}"
            names = ["trunci"] if target < source else ["extsi", "extui"]
            for name in names:
                ints = unsigned(a, source) if name == "extui" else map(int, a)
                z = case.output(other, wrapped(ints, target))
                result = case.op(f"arith.{name} {value} : tensor<16x{element}> to tensor<16x{other}>")
                case.store(z, result, other, (16,))


def make_booleans():
    case = Case("integer-booleans", "numbers of one bit: sums wrap, extension with sign gives -1")
    a = np.tile(np.array([0, 0, 1, 1], np.int32), 8)
    b = np.tile(np.array([0, 1, 0, 1], np.int32), 8)
    x, y = case.buffer("i32", a + 2), case.buffer("i32", b + 4)
    table = {
        "andi": a & b, "ori": a | b, "xori": a ^ b, "addi": (a + b) & 1, "subi": (a - b) & 1,
        "muli": a & b, "minui": a & b, "maxui": a | b, "minsi": a | b, "maxsi": a & b,
        "cmpi ult,": (a < b) + 0, "cmpi slt,": (a > b) + 0, "cmpi eq,": (a == b) + 0,
    }
    names = [*table, "extsi", "uitofp", "sitofp", "select"]
    expected = [v.astype(np.int32) for v in table.values()]
    expected += [-a, a, -a, np.where(a == 1, b + 4, 9)]
    put = rows(case, "i32", [v.astype(np.int32) for v in expected], 32, names)
    wide = case.load(x, "i32", (32,))
    other = case.load(y, "i32", (32,))
    l = case.op(f"arith.trunci {wide} : tensor<32xi32> to tensor<32xi1>")
    r = case.op(f"arith.trunci {other} : tensor<32xi32> to tensor<32xi1>")
    for name in table:
        flag = case.op(f"arith.{name} {l}, {r} : tensor<32xi1>")
        put(case.op(f"arith.extui {flag} : tensor<32xi1> to tensor<32xi32>"))
    put(case.op(f"arith.extsi {l} : tensor<32xi1> to tensor<32xi32>"))
    for name in ("uitofp", "sitofp"):
        number = case.op(f"arith.{name} {l} : tensor<32xi1> to tensor<32xf32>")
        put(case.op(f"arith.fptosi {number} : tensor<32xf32> to tensor<32xi32>"))
    nine = case.constant(9, "i32", (32,))
    put(case.op(f"arith.select {l}, {other}, {nine} : tensor<32xi1>, tensor<32xi32>"))


def make_scalars():
    case = Case("scalar-arguments", "scalars of every type reach the kernel and the memory")
    table = [("i8", -3), ("i16", -300), ("i32", -(1 << 31)), ("i64", (1 << 62) + 1)]
    for element, value in table:
        x = case.scalar(element, value)
        y = case.output(element, wrapped([value * 3], int(element[1:])))
        three = case.constant(3, element)
        product = case.op(f"arith.muli {x}, {three} : {element}")
        case.line(f"tt.store {y}, {product} : !tt.ptr<{element}>")
    for element, value in [("f16", 1.5), ("bf16", -2.5), ("f32", 0.1), ("f64", 0.1)]:
        x = case.scalar(element, str(value))
        number = np.array([value]).astype(DTYPES[element])
        integer = f"i{number.itemsize * 8}"
        y = case.output(integer, exact_bits([number], element)[0])
        bits = case.bits(x, element, ())
        case.line(f"tt.store {y}, {bits} : !tt.ptr<{integer}>")
    x = case.scalar("f32", "inf")
    y = case.output("f32", np.array([-np.inf], np.float32))
    case.line(f"tt.store {y}, {case.op(f'arith.negf {x} : f32')} : !tt.ptr<f32>")
    flag = case.scalar("i1", True)
    y = case.output("i32", np.array([7], np.int32))
    seven, zero = case.constant(7, "i32"), case.constant(0, "i32")
    chosen = case.op(f"arith.select {flag}, {seven}, {zero} : i32")
    case.line(f"tt.store {y}, {chosen} : !tt.ptr<i32>")


def make():
    for width in WIDTHS:
        make_width(width)
    make_absolute()
    make_high_product()
    make_resizing()
    make_booleans()
    make_scalars()
