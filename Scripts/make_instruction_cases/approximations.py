"""Functions within a documented error: PTX ISA 9.7.3 and 9.7.4.

What is checked are the limits that the ISA documents, a little widened for the rounding of the
expectation, and the results that it lists for zeros, infinities and NaN.
"""

import math
from fractions import Fraction

from .case import Op, elementwise, rng
from .formats import BF16, F16, F32, F64, NAN

INF, MINUS_INF = float("inf"), float("-inf")


def bits_of(f, value):
    """The float nearest to a double."""
    if isinstance(value, str):
        return value
    if math.isnan(value):
        return NAN
    sign = f.sign_bit if math.copysign(1, value) < 0 else 0
    if math.isinf(value):
        return sign | f.infinity
    return f.rounded(Fraction(value), negative_zero=bool(sign))


def double(f, bits):
    if f.is_nan(bits):
        return math.nan
    sign = -1.0 if f.is_negative(bits) else 1.0
    if f.is_infinite(bits):
        return sign * INF
    return math.copysign(float(f.value(bits)), sign)


def evaluated(f, function, bits, ftz):
    x = double(f, f.flushed(bits) if ftz else bits)
    if math.isnan(x):
        return NAN
    result = bits_of(f, function(x))
    return f.flushed(result) if ftz and isinstance(result, int) else result


def reciprocal(x):
    return math.copysign(INF, x) if x == 0 else 1 / x


def root(x):
    return x if x == 0 else (math.nan if x < 0 else math.sqrt(x))


def inverse_root(x):
    return math.copysign(INF, x) if x == 0 else (math.nan if x < 0 else 1 / math.sqrt(x))


def logarithm(x):
    return MINUS_INF if x == 0 else (math.nan if x < 0 else math.log2(x))


def power_of_two(x):
    if x > 2000:
        return INF
    return 0.0 if x < -2000 else 2.0**x


def trigonometric(function):
    return lambda x: math.nan if math.isinf(x) else function(x)


def numbers(name, f, low, high, count, positive=False):
    """Floats whose exponents lie between two."""
    random = rng("approximations" + name + f.name)
    values = []
    for _ in range(count):
        sign = 0 if positive else f.sign_bit * random.getrandbits(1)
        exponent = random.randint(low, high) + f.bias
        values.append(sign | exponent << f.mantissa | random.getrandbits(f.mantissa))
    return values


def special(f):
    return [0, f.sign_bit, f.infinity, f.infinity | f.sign_bit, f.infinity | 1 << (f.mantissa - 1)]


FUNCTIONS = {
    # name: function, exponents, positive only, error
    "rcp": (reciprocal, (-100, 100), False, "relative 2^-22"),
    "sqrt": (root, (-120, 120), True, "relative 2^-22"),
    "rsqrt": (inverse_root, (-120, 120), True, "relative 2^-22"),
    "sin": (trigonometric(math.sin), (-10, 0), False, "absolute 2^-20"),
    "cos": (trigonometric(math.cos), (-10, 0), False, "absolute 2^-20"),
    "lg2": (logarithm, (2, 120), True, "relative 2^-21"),
    "ex2": (power_of_two, (-8, 5), False, "relative 2^-21"),
}


def make():
    f = F32
    for name, (function, (low, high), positive, error) in FUNCTIONS.items():
        values = special(f) + [f.one, f.one + (1 << f.mantissa)]
        values += numbers(name, f, low, high, 57, positive)
        if name in ("sqrt", "rsqrt", "lg2"):
            values.append(f.one | f.sign_bit)
        if name == "lg2":
            values.remove(f.one)
            values += [f.bits(Fraction(1, 8)), f.bits(4), f.bits(1 << 20)]
        ops = [Op(f"{name}.approx{'.ftz' if ftz else ''}.f32", "f32",
                  [evaluated(f, function, v, ftz) for v in values], tolerance=error)
               for ftz in (False, True)]
        elementwise(
            f"approximations/{name}-f32", f"`{name}.approx` within its error.", [("f32", values)],
            ops)
    make_near_one()
    make_subnormals()
    make_quotients()
    make_doubles()
    make_hyperbolic()
    make_half_powers()


def make_near_one():
    """Where a logarithm is close to zero, its error is absolute."""
    f = F32
    values = [v for v in numbers("lg2 near one", f, -1, 0, 64, True)]
    ops = [Op(f"lg2.approx{ftz}.f32", "f32", [evaluated(f, logarithm, v, False) for v in values],
              tolerance="absolute 2^-21") for ftz in ("", ".ftz")]
    elementwise(
        "approximations/lg2-near-one-f32", "Logarithms of numbers between 1/2 and 2.",
        [("f32", values)], ops)


def make_subnormals():
    """Subnormal operands count as zeros only with `ftz`."""
    f = F32
    values = [1, 0x12345, 0x7FFFFF, 0x400000, f.sign_bit | 0x7FFFFF, f.sign_bit | 1]
    ops = []
    for name in ["rcp", "sqrt", "rsqrt", "lg2", "ex2"]:
        function, _, _, error = FUNCTIONS[name]
        for ftz in [False, True]:
            expected = [evaluated(f, function, v, ftz) for v in values]
            if name == "ex2":
                expected = [f.one] * len(values)
            ops.append(Op(
                f"{name}.approx{'.ftz' if ftz else ''}.f32", "f32", expected, tolerance=error))
    elementwise(
        "approximations/subnormal-operands-f32", "Subnormal operands count as zeros with `ftz`.",
        [("f32", values)], ops)


def make_quotients():
    f = F32
    a = numbers("dividend", f, -60, 60, 54) + [0, f.sign_bit, 0, f.infinity, f.one, f.one,
                                               f.one | f.sign_bit, f.infinity, f.infinity | 1, 0]
    b = numbers("divisor", f, -60, 60, 54) + [f.one, f.one, 0, f.one, 0, f.sign_bit, 0, f.infinity,
                                              f.one, f.infinity]

    def quotient(x, y):
        if f.is_nan(x) or f.is_nan(y):
            return NAN
        p, q = double(f, x), double(f, y)
        sign = math.copysign(1, p) * math.copysign(1, q)
        if p == 0 and q == 0 or math.isinf(p) and math.isinf(q):
            return NAN
        if q == 0 or math.isinf(p):
            return bits_of(f, sign * INF)
        if p == 0 or math.isinf(q):
            return bits_of(f, sign * 0.0)
        return f.rounded(f.value(x) / f.value(y))

    expected = [quotient(x, y) for x, y in zip(a, b)]
    elementwise(
        "approximations/div-f32", "`div.approx` and `div.full` within two units of the last place.",
        [("f32", a), ("f32", b)],
        [Op(f"div.{word}{ftz}.f32", "f32", expected, tolerance="relative 2^-21")
         for word in ("approx", "full") for ftz in ("", ".ftz")])


def make_doubles():
    f = F64
    values = special(f) + numbers("double", f, -300, 300, 43, True)
    elementwise(
        "approximations/rcp-rsqrt-f64", "Reciprocals of f64 from their upper halves.",
        [("f64", values)],
        [Op("rcp.approx.ftz.f64", "f64", [evaluated(f, reciprocal, v, True) for v in values],
            tolerance="relative 2^-18")]
        + [Op(f"rsqrt.approx{ftz}.f64", "f64",
              [evaluated(f, inverse_root, v, bool(ftz)) for v in values],
              tolerance="relative 2^-18") for ftz in ("", ".ftz")])


def make_hyperbolic():
    for f, error in [(F32, "relative 2^-10.9"), (F16, "absolute 2^-10.9"),
                     (BF16, "absolute 2^-7.9")]:
        values = special(f) + [f.one, f.one | f.sign_bit]
        values += numbers("tanh", f, -8, 3, 57)
        op = Op(f"tanh.approx.{f.name}", f.name, [evaluated(f, math.tanh, v, False) for v in values],
                tolerance=error)
        elementwise(
            f"approximations/tanh-{f.name}", f"`tanh` of {f.name} within its error.",
            [(f.name, values)], [op])
        if f is not F32:
            wide(f"approximations/tanh-{f.name}x2", "tanh.approx", f, values, op)


def wide(path, opcode, f, values, op):
    pairs = list(zip(op.expected[0::2], op.expected[1::2]))
    elementwise(
        path, f"`{opcode}` of two {f.name}.",
        [(f.name + "x2", [a | b << 16 for a, b in zip(values[0::2], values[1::2])])],
        [Op(f"{opcode}.{f.name}x2", f.name + "x2", pairs, tolerance=op.tolerance)])


def make_half_powers():
    for f, words, error, high in [(F16, "", "relative 2^-9.7", 3), (BF16, ".ftz", "relative 2^-6.9", 6)]:
        values = special(f) + [f.one, f.one | f.sign_bit, f.bits(3)]
        # Results that are not subnormal, whose error is relative.
        values += [v for v in numbers("ex2", f, -6, high, 56)]
        op = Op(
            f"ex2.approx{words}.{f.name}", f.name,
            [evaluated(f, power_of_two, v, False) for v in values], tolerance=error)
        elementwise(
            f"approximations/ex2-{f.name}", f"`ex2` of {f.name} within its error.",
            [(f.name, values)], [op])
        wide(f"approximations/ex2-{f.name}x2", f"ex2.approx{words}", f, values, op)
