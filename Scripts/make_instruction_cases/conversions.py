"""Conversions between formats: PTX ISA 9.7.9.21 and 9.7.9.22."""

from fractions import Fraction

from .case import (
    Op, WIDTHS, columns, elementwise, integer_tuples, mask, number, rng)
from .floats import notable
from .formats import BF16, E4M3, E5M2, F16, F32, F64, MODES, NAN, TF32
from .formats import rounded_integer
from .integers import clamp

INTEGERS = ["u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64"]
INTEGRAL = {"rni": "rn", "rzi": "rz", "rmi": "rm", "rpi": "rp"}

# The pairs of types for which clamping changes something.
SATURATING = {
    "u8": "s8 u16 s16 u32 s32 u64 s64", "s8": "u8 u16 s16 u32 s32 u64 s64",
    "u16": "s8 s16 u32 s32 u64 s64", "s16": "u16 u32 s32 u64 s64", "u32": "s8 s16 s32 u64 s64",
    "s32": "u32 u64 s64", "u64": "s8 s16 s32 s64", "s64": "u64",
}


def make():
    make_integers()
    make_wide_registers()
    make_integers_from_floats()
    make_floats_from_integers()
    make_packs()
    make_floats()
    make_integral_floats()
    make_pairs()
    make_tf32()
    make_bytes()


def integer_values(type, count=32):
    return [v for (v,) in integer_tuples("convert" + type, [WIDTHS[type]], count)]


def make_integers():
    for source in INTEGERS:
        values = integer_values(source)
        numbers = [number(v, source) for v in values]
        ops = [Op(f"cvt.{t}.{source}", t, [n & mask(WIDTHS[t]) for n in numbers])
               for t in INTEGERS]
        elementwise(
            f"conversions/cvt-{source}",
            f"{source} to other integers: extended by the type of the source, or cut off.",
            [(source, values)], ops)
        ops = [Op(f"cvt.sat.{t}.{source}", t, [clamp(n, t) for n in numbers])
               for t in INTEGERS if source in SATURATING[t].split()]
        elementwise(
            f"conversions/cvt-sat-{source}", f"{source} to other integers, clamped.",
            [(source, values)], ops)


def make_wide_registers():
    """Sources in registers with more bits, which do not count, and results in wider registers."""
    for source in ["u8", "s8", "u16", "s16", "u32", "s32"]:
        w = WIDTHS[source]
        for held in [32, 64]:
            if held <= w:
                continue
            values = [v for (v,) in integer_tuples(f"held {source}{held}", [held], 16)]
            numbers = [number(v, source) for v in values]
            ops = []
            for t in INTEGERS:
                for width in [32, 64]:
                    if width <= WIDTHS[t]:
                        continue
                    kept = [number(n & mask(WIDTHS[t]), t) & mask(width) for n in numbers]
                    ops.append(Op(f"cvt.{t}.{source}", t, kept, width=width))
            elementwise(
                f"conversions/cvt-{source}-in-b{held}",
                f"{source} held in registers of {held} bits, to wider registers: extended by the"
                " type of the result.", [(f"b{held}", values)], ops)


def to_integer(f, bits, type, mode, ftz=False):
    """A float as an integer: rounded, clamped, with the numbers that stand for NaN."""
    width = WIDTHS[type]
    if f.is_nan(bits):
        if f is not F64 and type not in ("s64", "u64"):
            return 0
        return 1 << (width - 1)
    if f.is_infinite(bits):
        low, high = clamp(-(1 << 200), type), clamp(1 << 200, type)
        return low if f.is_negative(bits) else high
    value = f.value(f.flushed(bits) if ftz else bits)
    whole = rounded_integer(abs(value), mode, value < 0)
    return clamp(-whole if value < 0 else whole, type)


def fractional(name, f, count=48):
    """Floats around integers: halves, neighbours of halves, limits of types, and the notable."""
    values = []
    for base in ["0", "1/2", "1", "3/2", "5/2", "255/2", "511/2", "65535/2", "65535", "2147483647",
                 "4294967295", "9223372036854775807", "18446744073709551615"]:
        bits = f.rounded(Fraction(base))
        for step in (-1, 0, 1):
            if 0 <= bits + step <= f.infinity:
                values.append(bits + step)
    values = [v | f.sign_bit * (i & 1) for i, v in enumerate(values)]
    values += [v ^ f.sign_bit for v in values[::3]]
    values += notable(f)
    random = rng("fractional" + name + f.name)
    while len(values) % 8 or len(values) < count:
        exponent = min(f.bias + random.randint(-2, 34), (1 << f.exponent) - 2)
        values.append(
            f.sign_bit * random.getrandbits(1) | exponent << f.mantissa
            | random.getrandbits(f.mantissa))
    return values


def make_integers_from_floats():
    for f in [F16, F32, F64, BF16]:
        values = fractional("to integer", f)
        for t in INTEGERS if f is not BF16 else INTEGERS[2:]:
            for sat in [False, True] if f is not BF16 else [False]:
                # Results are clamped with or without the word.
                chosen = values[::5] if sat else values
                ops = []
                for word, mode in INTEGRAL.items():
                    for ftz in [False, True] if f is F32 else [False]:
                        words = word + (".ftz" if ftz else "") + (".sat" if sat else "")
                        ops.append(Op(
                            f"cvt.{words}.{t}.{f.name}", t,
                            [to_integer(f, v, t, mode, ftz) for v in chosen]))
                elementwise(
                    f"conversions/cvt-{'sat-' if sat else ''}{t}-{f.name}",
                    f"{f.name} to {t}: rounded, clamped, and what a NaN becomes.",
                    [(f.name, chosen)], ops)
    values = fractional("wide result", F32)
    ops = []
    for t in ["u8", "s8", "u16", "s16", "u32", "s32"]:
        for width in [32, 64]:
            if width > WIDTHS[t]:
                ops.append(Op(
                    f"cvt.rzi.{t}.f32", t,
                    [number(to_integer(F32, v, t, "rz"), t) & mask(width) for v in values],
                    width=width))
    elementwise(
        "conversions/cvt-integers-in-wider-registers",
        "Integers from f32 in wider registers: extended by their type.", [("f32", values)], ops)


def make_floats_from_integers():
    for source in INTEGERS:
        width = WIDTHS[source]
        values = integer_values(source, 24)
        for f in [F16, BF16, F32, F64]:
            # Numbers that lie half way between two floats, and next to that.
            bits = f.mantissa + 1
            if width > bits + 2:
                values += [(1 << bits) + 1, (1 << bits) + 3, (2 << bits) + 2, (2 << bits) + 3,
                           (1 << bits) - 1, mask(width - 1), mask(width) - 1]
            if width > 16 and f is F16:
                values += [65504, 65519, 65520, 65521]
        values = [v & mask(width) for v in values]
        numbers = [number(v, source) for v in values]
        for f in [F16, F32, F64]:
            elementwise(
                f"conversions/cvt-{f.name}-{source}", f"{source} to {f.name} in every rounding.",
                [(source, values)],
                [Op(f"cvt.{mode}.{f.name}.{source}", f.name,
                    [f.rounded(Fraction(n), mode) for n in numbers]) for mode in MODES])
            clamped = [f.rounded(Fraction(max(0, min(1, n)))) for n in numbers[:12]]
            elementwise(
                f"conversions/cvt-sat-{f.name}-{source}", f"{source} to {f.name}, to [0, 1].",
                [(source, values[:12])],
                [Op(f"cvt.{mode}.sat.{f.name}.{source}", f.name, clamped) for mode in MODES])
        if width > 8:
            elementwise(
                f"conversions/cvt-bf16-{source}", f"{source} to bf16 in every rounding.",
                [(source, values)],
                [Op(f"cvt.{mode}.bf16.{source}", "bf16",
                    [BF16.rounded(Fraction(n), mode) for n in numbers]) for mode in MODES])


def make_packs():
    rows = integer_tuples("pack", [32, 32, 32], 48)
    rows += [(a, b, 0x12345678) for a in (127, 128, 255, 256) for b in (-128, -129, -1)]
    rows = [tuple(v & mask(32) for v in row) for row in rows]
    values = [(number(a, "s32"), number(b, "s32"), c) for a, b, c in rows]
    ops = []
    for t in ["u16", "s16"]:
        ops.append(Op(
            f"cvt.pack.sat.{t}.s32 {{d}}, {{0}}, {{1}};", "b32",
            [clamp(a, t) << 16 | clamp(b, t) for a, b, _ in values]))
    for t in ["u8", "s8"]:
        ops.append(Op(
            f"cvt.pack.sat.{t}.s32.b32", "b32",
            [(c & 0xFFFF) << 16 | clamp(a, t) << 8 | clamp(b, t) for a, b, c in values]))
    elementwise(
        "conversions/cvt-pack", "Two integers, clamped, into one register: the first above.",
        [("b32", c) for c in columns(rows)], ops)


def converted(source, target, bits, mode="rn", ftz=False, sat=False, relu=False, satfinite=False):
    """A float in another format; any NaN stands for the NaN of the target."""
    if source.is_nan(bits):
        return 0 if sat else NAN
    if ftz and source is F32:
        bits = source.flushed(bits)
    negative = source.is_negative(bits)
    if relu and negative:
        return "zero" if source.is_zero(bits) else 0
    if source.is_infinite(bits):
        result = target.largest if satfinite else target.infinity
        result |= target.sign_bit if negative else 0
    else:
        value = source.value(bits)
        result = target.rounded(value, mode, negative, satfinite)
        tiny = value != 0 and abs(value) < target.value(target.smallest_normal)
        if ftz and target is F32:
            if tiny and not target.is_subnormal(result):
                return "*"
            result = target.flushed(result)
    if sat:
        if negative:
            return "zero" if target.is_zero(result) else 0
        return min(result, target.one)
    return result


def convertible(name, source, target, count=96):
    """Floats around the limits of the target and half way between its numbers."""
    random = rng("convertible" + name + source.name + target.name)
    values = notable(source)
    for bits in [target.largest, target.smallest_normal, target.smallest_normal - 1, 1, target.one,
                 target.one + 1]:
        value = target.value(bits)
        after = value + (value - target.value(bits - 1)) / 2
        for exact in (value, after):
            near = source.rounded(exact)
            if near < source.infinity:
                values += [v for v in (near - 1, near, near + 1) if v > 0]
    values = [v ^ source.sign_bit * (i % 3 == 0) for i, v in enumerate(values)]
    while len(values) < count:
        exponent = random.randint(-target.bias - target.mantissa, target.bias + 2) + source.bias
        exponent = max(0, min((1 << source.exponent) - 2, exponent))
        mantissa = random.getrandbits(source.mantissa)
        lost = source.mantissa - target.mantissa
        if lost > 0 and random.random() < 0.5:
            mantissa = mantissa >> lost << lost | 1 << (lost - 1)
        values.append(
            source.sign_bit * random.getrandbits(1) | exponent << source.mantissa | mantissa)
    return values


def float_ops(source, target, values, modes, ftzs=(False,), sats=(False,), **options):
    ops = []
    for mode in modes:
        for ftz in ftzs:
            for sat in sats:
                words = (f".{mode}" if mode else "") + (".ftz" if ftz else "")
                words += (".relu" if options.get("relu") else "") + (".sat" if sat else "")
                words += ".satfinite" if options.get("satfinite") else ""
                ops.append(Op(
                    f"cvt{words}.{target.name}.{source.name}", target.name,
                    [converted(source, target, v, mode or "rn", ftz, sat, **options)
                     for v in values]))
    return ops


def make_floats():
    both = (False, True)
    forms = [
        (F16, F32, [None], both, both), (F16, F64, [None], (False,), both),
        (F32, F64, [None], both, both), (F64, F32, MODES, both, both),
        (F32, F16, MODES, both, both), (F64, F16, MODES, (False,), both),
        (BF16, F32, [None], both, (False,)), (BF16, F64, [None], (False,), (False,)),
        (F32, BF16, ["rn", "rz"], (False,), (False,)), (F64, BF16, MODES, (False,), (False,)),
        (F16, BF16, MODES, (False,), (False,)), (BF16, F16, MODES, (False,), (False,)),
        (F32, F32, [None], both, both), (F64, F64, [None], (False,), both),
        (F16, F16, [None], (False,), both),
    ]
    for source, target, modes, ftzs, sats in forms:
        values = convertible("plain", source, target, 72)
        elementwise(
            f"conversions/cvt-{target.name}-{source.name}", f"{source.name} to {target.name}.",
            [(source.name, values)], float_ops(source, target, values, modes, ftzs, sats))
    for target in [F16, BF16]:
        values = convertible("relu", F32, target)
        ops = []
        for relu in both:
            for satfinite in both:
                if relu or satfinite:
                    ops += float_ops(
                        F32, target, values, ["rn", "rz"], relu=relu, satfinite=satfinite)
        elementwise(
            f"conversions/cvt-relu-{target.name}-f32",
            f"f32 to {target.name} whose negative results become zero, or with clamped ones.",
            [("f32", values)], ops, version="8.1")


def make_integral_floats():
    for f in [F16, BF16, F32, F64]:
        values = fractional("integral", f)
        ops = []
        for word, mode in INTEGRAL.items():
            for ftz in [False, True] if f is F32 else [False]:
                for sat in [False, True] if f is not BF16 else [False]:
                    words = word + (".ftz" if ftz else "") + (".sat" if sat else "")
                    expected = [integral(f, v, mode, ftz, sat) for v in values]
                    ops.append(Op(f"cvt.{words}.{f.name}.{f.name}", f.name, expected))
        elementwise(
            f"conversions/cvt-integral-{f.name}", f"{f.name} rounded to whole numbers of {f.name}.",
            [(f.name, values)], ops)


def integral(f, bits, mode, ftz, sat):
    if f.is_nan(bits):
        return 0 if sat else NAN
    bits = f.flushed(bits) if ftz else bits
    negative = f.is_negative(bits)
    if not f.is_infinite(bits):
        whole = rounded_integer(abs(f.value(bits)), mode, negative)
        bits = f.rounded(Fraction(whole)) | (f.sign_bit if negative else 0)
    if sat:
        if negative:
            return "zero" if f.is_zero(bits) else 0
        return min(bits, f.one)
    return bits


def make_pairs():
    """Two floats into one register: the first becomes the upper half."""
    for target in [F16, BF16]:
        values = convertible("pairs", F32, target, 128)
        first, second = values[:64], values[64:128]
        ops = []
        for mode in ["rn", "rz"]:
            for relu in [False, True]:
                for satfinite in [False, True]:
                    words = mode + (".relu" if relu else "") + (".satfinite" if satfinite else "")
                    expected = [
                        tuple(converted(F32, target, v, mode, relu=relu, satfinite=satfinite)
                              for v in (b, a)) for a, b in zip(first, second)]
                    ops.append(Op(f"cvt.{words}.{target.name}x2.f32", target.name + "x2", expected))
        elementwise(
            f"conversions/cvt-{target.name}x2-f32",
            f"Two f32 to {target.name} in one register: the first above.",
            [("f32", first), ("f32", second)], ops, version="8.1")


def make_tf32():
    values = convertible("tf32", F32, TF32, 96)
    # The bits that tf32 lacks are not part of a result.
    after = "and.b32 {d}, {d}, 0xffffe000;"

    def widened(token):
        return token << 13 if isinstance(token, int) else token

    ops = []
    for words, mode, options in [
            ("rna", "rna", {}), ("rna.satfinite", "rna", {"satfinite": True}), ("rn", "rn", {}),
            ("rz", "rz", {}), ("rn.relu", "rn", {"relu": True}), ("rz.relu", "rz", {"relu": True})]:
        expected = [widened(converted(F32, TF32, v, mode, **options)) for v in values]
        ops.append(Op(f"cvt.{words}.tf32.f32", "tf32", expected, kind="f32", after=after))
    elementwise(
        "conversions/cvt-tf32-f32", "f32 to tf32; the lower 13 bits are left out.",
        [("f32", values)], ops, version="8.1")


def make_bytes():
    for target in [E4M3, E5M2]:
        name = target.name
        values = convertible("bytes", F32, target, 192)
        first, second = values[:96], values[96:192]
        ops = []
        for relu in [False, True]:
            words = "rn.satfinite" + (".relu" if relu else "")
            expected = [
                tuple(byte(F32, target, v, relu) for v in (b, a)) for a, b in zip(first, second)]
            ops.append(Op(f"cvt.{words}.{name}x2.f32", name + "x2", expected, kind=name))
        elementwise(
            f"conversions/cvt-{name}x2-f32",
            f"Two f32 to {name} in one register, clamped: the first above.",
            [("f32", first), ("f32", second)], ops, version="8.1")
        values = convertible("bytes", F16, target, 192)
        wide = [a | b << 16 for a, b in zip(values[0::2], values[1::2])]
        ops = []
        for relu in [False, True]:
            words = "rn.satfinite" + (".relu" if relu else "")
            expected = [
                tuple(byte(F16, target, v, relu) for v in pair)
                for pair in zip(values[0::2], values[1::2])]
            ops.append(Op(f"cvt.{words}.{name}x2.f16x2", name + "x2", expected, kind=name))
        elementwise(
            f"conversions/cvt-{name}x2-f16x2", f"Two f16 to {name}, clamped.",
            [("f16x2", wide)], ops, version="8.1")
        # All bytes, in 128 pairs.
        pairs = [(i, i ^ 0x9D) for i in range(256) if i & 1 == 0]
        ops = []
        for relu in [False, True]:
            expected = [
                tuple(converted(target, F16, v, relu=relu) for v in pair) for pair in pairs]
            words = "rn.relu" if relu else "rn"
            ops.append(Op(f"cvt.{words}.f16x2.{name}x2", "f16x2", expected))
        elementwise(
            f"conversions/cvt-f16x2-{name}x2", f"Every {name} to f16.",
            [(name + "x2", [a | b << 8 for a, b in pairs])], ops, version="8.1")


def byte(source, target, bits, relu):
    if source.is_nan(bits):
        return target.canonical
    return converted(source, target, bits, relu=relu, satfinite=True)
