"""Arithmetic on f32 and f64 that is rounded as IEEE 754 says: PTX ISA 9.7.3."""

from .case import Op, columns, elementwise, predicates, rng
from .formats import F32, F64, MODES, NAN, Arithmetic


def notable(f):
    """Bits of floats where something happens."""
    m = f.mantissa
    magnitudes = [
        0, 1, 2, f.smallest_normal - 1, f.smallest_normal, f.smallest_normal + 1, f.one - 1, f.one,
        f.one + 1, f.one + (1 << m), f.one - (1 << m), f.one + (1 << (m - 1)),
        f.largest - 1, f.largest, f.infinity, f.infinity | 1 << (m - 1), f.infinity | 1]
    return [bits for magnitude in magnitudes for bits in (magnitude, magnitude | f.sign_bit)]


def float_tuples(name, f, arity, count=64):
    """Operand tuples: notable ones, numbers close together, and numbers with few bits."""
    random = rng("floats " + name + f.name)
    chosen = notable(f)
    rows = []
    for index in range(count):
        middle = random.randint(1, (1 << f.exponent) - 2)
        row = []
        for _ in range(arity):
            kind = random.random()
            if kind < (0.75 if index < count // 3 else 0.1):
                row.append(random.choice(chosen))
                continue
            if kind < 0.3:
                exponent = random.randint(0, (1 << f.exponent) - 2)
            elif index % 3:
                exponent = f.bias + random.randint(-f.mantissa // 2, f.mantissa // 2)
            else:
                exponent = middle + random.randint(-3, 3)
            exponent = max(0, min((1 << f.exponent) - 2, exponent))
            mantissa = random.getrandbits(f.mantissa)
            if random.random() < 0.4:
                # Few bits at both ends make results that lie half way between two floats.
                mantissa &= random.choice([1, 3, 7]) | random.choice([0, 7]) << (f.mantissa - 3)
            sign = f.sign_bit * random.getrandbits(1)
            row.append(sign | exponent << f.mantissa | mantissa)
        rows.append(tuple(row))
    return rows


def suffix(mode, ftz=False, sat=False):
    return (f".{mode}" if mode else "") + (".ftz" if ftz else "") + (".sat" if sat else "")


def operation(f, name, mode, ftz, sat, rows, arity):
    arithmetic = Arithmetic(f, mode or "rn", ftz, sat)
    operands = ", ".join("{%d}" % i for i in range(arity))
    return Op(
        f"{name}{suffix(mode, ftz, sat)}.{f.name} {{d}}, {operands};", f.name,
        [getattr(arithmetic, name)(*row[:arity]) for row in rows])


def make():
    for name, arity in [("add", 2), ("sub", 2), ("mul", 2), ("fma", 3), ("div", 2)]:
        modes = MODES if name in ("fma", "div") else [None] + MODES
        for f in [F32, F64]:
            rows = float_tuples(name, f, arity)
            inputs = [(f.name, c) for c in columns(rows)]
            elementwise(
                f"floats/{name}-{f.name}", f"`{name}` of {f.name} in every rounding.", inputs,
                [operation(f, name, mode, False, False, rows, arity) for mode in modes])
        f = F32
        rows = float_tuples(name + " ftz", f, arity)
        inputs = [(f.name, c) for c in columns(rows)]
        elementwise(
            f"floats/{name}-ftz-f32", f"`{name}` of f32 without subnormal numbers.", inputs,
            [operation(f, name, mode, True, False, rows, arity) for mode in modes])
        if name != "div":
            rows = float_tuples(name + " sat", f, arity, 48)
            inputs = [(f.name, c) for c in columns(rows)]
            elementwise(
                f"floats/{name}-sat-f32", f"`{name}` of f32, clamped to [0, 1].", inputs,
                [operation(f, name, mode, ftz, True, rows, arity)
                 for mode in modes for ftz in (False, True)])
    for f in [F32, F64]:
        rows = float_tuples("roots", f, 1)
        rows[:0] = [(f.bits(v),) for v in (2, 3, 4, 9, 16, 25)]
        inputs = [(f.name, columns(rows)[0])]
        for ftz in [False, True] if f is F32 else [False]:
            ops = [operation(f, name, mode, ftz, False, rows, 1)
                   for name in ("rcp", "sqrt") for mode in MODES]
            elementwise(
                f"floats/rcp-sqrt{'-ftz' if ftz else ''}-{f.name}",
                f"Reciprocals and square roots of {f.name} in every rounding"
                + (", without subnormal numbers." if ftz else "."), inputs, ops)
    make_signs()
    make_extremes()
    make_tests()
    make_constants()


def make_signs():
    for f in [F32, F64]:
        values = notable(f) + [v for (v,) in float_tuples("signs", f, 1, 20)]
        ops = []
        for ftz in [False, True] if f is F32 else [False]:
            def taken(bits):
                return f.flushed(bits) if ftz else bits

            ops += [
                Op(f"abs{suffix(None, ftz)}.{f.name}", f.name,
                   [NAN if f.is_nan(v) else taken(v) & f.magnitude_mask for v in values]),
                Op(f"neg{suffix(None, ftz)}.{f.name}", f.name,
                   [NAN if f.is_nan(v) else taken(v) ^ f.sign_bit for v in values])]
        elementwise(
            f"floats/abs-neg-{f.name}", f"Magnitudes and opposites of {f.name}.",
            [(f.name, values)], ops)
        rows = float_tuples("copysign", f, 2, 32)
        elementwise(
            f"floats/copysign-{f.name}", "The second operand with the sign of the first.",
            [(f.name, c) for c in columns(rows)],
            [Op(f"copysign.{f.name}", f.name,
                [a & f.sign_bit | b & f.magnitude_mask for a, b in rows])])


def extremes(f, ftz_choices, nan_choices, xorsign, rows):
    ops = []
    for name in ["min", "max"]:
        for ftz in ftz_choices:
            for nan in nan_choices:
                arithmetic = Arithmetic(f, ftz=ftz)
                words = (".ftz" if ftz else "") + (".NaN" if nan else "")
                words += ".xorsign.abs" if xorsign else ""
                ops.append(Op(
                    f"{name}{words}.{f.name}", f.name,
                    [arithmetic.extreme(a, b, name == "max", nan, xorsign) for a, b in rows]))
    return ops


def make_extremes():
    for f in [F32, F64]:
        rows = float_tuples("extremes", f, 2, 56)
        z, n = f.sign_bit, f.infinity | 1 << (f.mantissa - 1)
        rows += [(0, z), (z, 0), (z, z), (n, 0), (z, n), (n, n), (f.infinity, n), (1, z)]
        inputs = [(f.name, c) for c in columns(rows)]
        both = [False, True] if f is F32 else [False]
        elementwise(
            f"floats/min-max-{f.name}",
            f"The smaller and the larger of two {f.name}: -0 is below +0, a NaN loses or wins.",
            inputs, extremes(f, both, both, False, rows))
        if f is F32:
            elementwise(
                "floats/min-max-xorsign-f32",
                "The smaller and the larger magnitude with the product of the signs.", inputs,
                extremes(f, both, both, True, rows))


def make_tests():
    for f in [F32, F64]:
        values = notable(f)
        kinds = {
            "finite": f.is_finite, "infinite": f.is_infinite,
            "number": lambda v: not f.is_nan(v), "notanumber": f.is_nan,
            # Zeros count as normal numbers.
            "normal": lambda v: f.is_finite(v) and not f.is_subnormal(v),
            "subnormal": f.is_subnormal,
        }
        predicates(
            f"floats/testp-{f.name}", f"Kinds of {f.name}.", [(f.name, values)],
            [(f"testp.{kind}.{f.name} {{p}}, {{0}};", [test(v) for v in values])
             for kind, test in kinds.items()])


def make_constants():
    values = [v for (v,) in float_tuples("constants", F32, 1, 32)]
    a = Arithmetic(F32)
    elementwise(
        "floats/constants", "Constants in hexadecimal and decimal.", [("f32", values)],
        [Op("add.f32 {d}, {0}, 0f3F800000;", "f32", [a.add(v, F32.one) for v in values]),
         Op("mul.f32 {d}, {0}, 0fC0490FDB;", "f32", [a.mul(v, 0xC0490FDB) for v in values]),
         Op("add.f32 {d}, {0}, 1.5;", "f32", [a.add(v, 0x3FC00000) for v in values]),
         Op("fma.rn.f32 {d}, {0}, 0f40000000, 0fBF800000;", "f32",
            [a.fma(v, 0x40000000, 0xBF800000) for v in values])])
    b = Arithmetic(F64)
    wide = [v for (v,) in float_tuples("constants", F64, 1, 32)]
    elementwise(
        "floats/constants-f64", "Constants of 64 bits in hexadecimal and decimal.",
        [("f64", wide)],
        [Op("add.f64 {d}, {0}, 0d3FF0000000000000;", "f64", [b.add(v, F64.one) for v in wide]),
         Op("mul.f64 {d}, {0}, 0.5;", "f64", [b.mul(v, 0x3FE0000000000000) for v in wide])])
