"""Mathematical functions, compared within the tolerance of their type."""

import math

import numpy as np

from .case import Case, rows, tensor
from .formats import DTYPES

COUNT = 32

elementwise = np.frompyfunc
ERF = elementwise(math.erf, 1, 1)

# Functions of the `math` dialect, and where they are asked.
TABLE = {
    "exp": (np.exp, -10, 10), "exp2": (np.exp2, -10, 10), "log": (np.log, 1.5, 50),
    "log2": (np.log2, 1.5, 50), "sin": (np.sin, 0.1, 3), "cos": (np.cos, -1.4, 1.4),
    "erf": (lambda v: ERF(v).astype(np.float64), -3, 3), "sqrt": (np.sqrt, 0, 100),
    "rsqrt": (lambda v: 1 / np.sqrt(v), 0.01, 100),
}

# Functions of the device library with one argument: of f64; the f32 ones end in f.
LIBRARY = {
    "tanh": (np.tanh, -3, 3), "tan": (np.tan, 0.1, 1.2), "asin": (np.arcsin, -0.9, 0.9),
    "acos": (np.arccos, -0.9, 0.9), "atan": (np.arctan, -5, 5), "sinh": (np.sinh, -3, 3),
    "cosh": (np.cosh, -3, 3), "asinh": (np.arcsinh, -3, 3), "acosh": (np.arccosh, 1.2, 9),
    "atanh": (np.arctanh, -0.9, 0.9), "exp10": (lambda v: 10.0**v, -3, 3),
    "expm1": (np.expm1, -2, 2), "log1p": (np.log1p, -0.5, 9), "log10": (np.log10, 2, 50),
    "cbrt": (np.cbrt, -9, 9), "rint": (np.rint, -9, 9), "trunc": (np.trunc, -9, 9),
    "tgamma": (lambda v: elementwise(math.gamma, 1, 1)(v).astype(np.float64), 0.5, 5),
    "lgamma": (lambda v: elementwise(math.lgamma, 1, 1)(v).astype(np.float64), 3, 9),
    "erfc": (lambda v: elementwise(math.erfc, 1, 1)(v).astype(np.float64), -2, 2),
}
TWO_ARGUMENTS = {
    "pow": (np.power, 0.2, 4), "atan2": (np.arctan2, 0.2, 4), "hypot": (np.hypot, 0.2, 4),
    "fmod": (np.fmod, 0.2, 4), "copysign": (np.copysign, -4, 4), "fdim": (
        lambda a, b: np.maximum(a - b, 0), 0.2, 4),
}


def inputs(case, element, low, high, count=COUNT):
    return case.random.uniform(low, high, count).astype(DTYPES[element])


def make_dialect(element):
    case = Case(f"math-{element}", "the functions of the math dialect")
    dtype, kind = DTYPES[element], tensor((COUNT,), element)
    values = {n: inputs(case, element, low, high) for n, (_, low, high) in TABLE.items()}
    x = case.buffer(element, np.stack(list(values.values())))
    expected = [f(values[n].astype(np.float64)).astype(dtype) for n, (f, _, _) in TABLE.items()]
    put = rows(case, element, expected, COUNT, list(TABLE))
    for i, name in enumerate(TABLE):
        put(case.op(f"math.{name} {case.load(x, element, (COUNT,), start=i * COUNT)} : {kind}"))


def make_edges():
    case = Case("math-edges", "infinities, zeros and numbers outside the domain")
    a = np.array([0.0, -0.0, np.inf, -np.inf, np.nan, -1.0, 1.0, 0.5], np.float32)
    x = case.buffer("f32", a)
    names = [n for n in TABLE if n not in ("sin", "cos")]
    with np.errstate(all="ignore"):
        expected = [TABLE[n][0](a.astype(np.float64)).astype(np.float32) for n in names]
    put = rows(case, "f32", expected, 8, names)
    value = case.load(x, "f32", (8,))
    for name in names:
        put(case.op(f"math.{name} {value} : tensor<8xf32>"))


def call(case, symbol, arguments, kinds, result):
    return case.op(
        f"tt.extern_elementwise {', '.join(arguments)} {{libname = \"libdevice\", libpath = \"\", "
        f"pure = true, symbol = \"__nv_{symbol}\"}} : ({', '.join(kinds)}) -> {result}")


def make_library(element):
    case = Case(f"library-{element}", "functions of the device library, by their symbols")
    dtype, kind = DTYPES[element], tensor((COUNT,), element)
    suffix = "f" if element == "f32" else ""
    values = {n: inputs(case, element, low, high) for n, (_, low, high) in LIBRARY.items()}
    x = case.buffer(element, np.stack(list(values.values())))
    expected = [f(values[n].astype(np.float64)).astype(dtype) for n, (f, _, _) in LIBRARY.items()]
    put = rows(case, element, expected, COUNT, list(LIBRARY))
    for i, name in enumerate(LIBRARY):
        value = case.load(x, element, (COUNT,), start=i * COUNT)
        put(call(case, name + suffix, [value], [kind], kind))

    case = Case(f"library-two-{element}", "functions of two and three arguments")
    values = [inputs(case, element, low, high, (2, COUNT)) for _, low, high in
              TWO_ARGUMENTS.values()]
    x = case.buffer(element, np.stack(values))
    expected = [f(*v.astype(np.float64)).astype(dtype)
                for (f, _, _), v in zip(TWO_ARGUMENTS.values(), values)]
    a, b = values[0].astype(np.float64)
    expected.append((a * b + a).astype(dtype))
    put = rows(case, element, expected, COUNT, [*TWO_ARGUMENTS, "fma"])
    for i, name in enumerate(TWO_ARGUMENTS):
        l = case.load(x, element, (COUNT,), start=2 * i * COUNT)
        r = case.load(x, element, (COUNT,), start=(2 * i + 1) * COUNT)
        put(call(case, name + suffix, [l, r], [kind, kind], kind))
    l, r = (case.load(x, element, (COUNT,), start=i * COUNT) for i in (0, 1))
    put(call(case, "fma" + suffix, [l, r, l], [kind] * 3, kind))


def make_integer_library():
    case = Case("library-integers", "functions of the device library on integers")
    a = case.random.integers(-2**31, 2**31, 32).astype(np.int32)
    a[:4] = [0, 1, -1, -2**31]
    ints = [int(v) & 0xFFFFFFFF for v in a]
    table = {
        "popc": [bin(v).count("1") for v in ints],
        "clz": [32 - v.bit_length() for v in ints],
        "ffs": [(v & -v).bit_length() for v in ints],
        "brev": [int(f"{v:032b}"[::-1], 2) for v in ints],
    }
    x = case.buffer("i32", a)
    expected = [np.array(v, np.uint32).view(np.int32) for v in table.values()]
    put = rows(case, "i32", expected, 32, list(table))
    value = case.load(x, "i32", (32,))
    for name in table:
        put(call(case, name, [value], ["tensor<32xi32>"], "tensor<32xi32>"))


def assembly(case, text, constraints, arguments, kinds, result, packed=1):
    return case.op(
        f'tt.elementwise_inline_asm "{text}" {{constraints = "{constraints}", '
        f"packed_element = {packed} : i32, pure = true}} {', '.join(arguments)} : "
        f"{', '.join(kinds)} -> {result}")


def make_assembly():
    case = Case("inline-assembly", "instructions written out, for one element at a time")
    a = case.random.integers(-2**31, 2**31, 32).astype(np.int32)
    b = case.random.integers(-2**31, 2**31, 32).astype(np.int32)
    u = case.random.normal(0, 3, (2, 32)).astype(np.float32)
    x, y = case.buffer("i32", a), case.buffer("i32", b)
    p, q = case.buffer("f32", u[0]), case.buffer("f32", u[1])
    kind, real = "tensor<32xi32>", "tensor<32xf32>"
    with np.errstate(over="ignore"):
        expected = [a + b, a - b, a * b, a & b, a ^ b, a << 3]
    put = rows(case, "i32", expected, 32, ["add", "sub", "mul", "and", "xor", "shl"])
    z = case.output("f32", np.stack([u[0] + u[1], u[0] * u[1]]))
    l, r = case.load(x, "i32", (32,)), case.load(y, "i32", (32,))
    for text in ("add.s32 $0, $1, $2;", "sub.s32 $0, $1, $2;", "mul.lo.s32 $0, $1, $2;",
                 "and.b32 $0, $1, $2;", "xor.b32 $0, $1, $2;"):
        put(assembly(case, text, "=r,r,r", [l, r], [kind, kind], kind))
    put(assembly(case, "shl.b32 $0, $1, 3;", "=r,r", [l], [kind], kind))
    l, r = case.load(p, "f32", (32,)), case.load(q, "f32", (32,))
    for i, text in enumerate(("add.f32 $0, $1, $2;", "mul.f32 $0, $1, $2;")):
        value = assembly(case, text, "=f,f,f", [l, r], [real, real], real)
        case.store(z, value, "f32", (32,), start=32 * i)


def make():
    make_dialect("f32")
    make_dialect("f64")
    make_edges()
    make_library("f32")
    make_library("f64")
    make_integer_library()
    make_assembly()
