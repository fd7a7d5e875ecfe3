"""Integer arithmetic: PTX ISA 9.7.1 and 9.7.2."""

from .case import Op, WIDTHS, as_signed, columns, elementwise, integer_tuples, mask, number, signed

TYPES = ["u16", "s16", "u32", "s32", "u64", "s64"]


def clamp(value, type):
    width = WIDTHS[type]
    low, high = (-(1 << (width - 1)), mask(width - 1)) if signed(type) else (0, mask(width))
    return max(low, min(high, value)) & mask(width)


def binary(path, title, type, ops, tuples, operand_types=None, **options):
    operand_types = operand_types or [type] * len(tuples[0])
    inputs = list(zip(operand_types, columns(tuples)))
    numbers = [[number(b, t) for b, t in zip(row, operand_types)] for row in tuples]
    made = []
    for opcode, result, function in ops:
        made.append(Op(opcode, result, [function(*r) & mask(WIDTHS[result]) for r in numbers]))
    return elementwise(path, title, inputs, made, **options)


def quotient(a, b):
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def remainder(a, b):
    return a - quotient(a, b) * b


def make():
    for t in TYPES:
        w = WIDTHS[t]
        pairs = integer_tuples("pairs" + t, [w, w], 40)
        binary(
            f"integers/add-sub-{t}", f"Sums and differences of {t} wrap around.", t,
            [(f"add.{t}", t, lambda a, b: a + b), (f"sub.{t}", t, lambda a, b: a - b)], pairs)
        binary(
            f"integers/min-max-{t}", f"The smaller and the larger of two {t}.", t,
            [(f"min.{t}", t, min), (f"max.{t}", t, max)], pairs)
        binary(
            f"integers/mul-{t}", f"The low and the high half of products of {t}.", t,
            [(f"mul.lo.{t}", t, lambda a, b: a * b), (f"mul.hi.{t}", t, lambda a, b: a * b >> w)],
            pairs)
        triples = integer_tuples("triples" + t, [w, w, w], 40)
        binary(
            f"integers/mad-{t}", f"The low and the high half of products of {t}, and a sum.", t,
            [(f"mad.lo.{t}", t, lambda a, b, c: a * b + c),
             (f"mad.hi.{t}", t, lambda a, b, c: (a * b >> w) + c)], triples)
        divisible = [
            (a, b) for a, b in integer_tuples("division" + t, [w, w], 80)
            if b != 0 and not (signed(t) and a == 1 << (w - 1) and b == mask(w))][:32]
        divisible += [(7, 2), (mask(w) - 6, 2), (7, mask(w) - 1), (mask(w) - 6, mask(w) - 1)]
        binary(
            f"integers/div-rem-{t}",
            "Quotients are rounded towards zero; remainders have the sign of the dividend.", t,
            [(f"div.{t}", t, quotient), (f"rem.{t}", t, remainder)], divisible)
        if w < 64:
            wide = f"{t[0]}{2 * w}"
            binary(
                f"integers/mul-wide-{t}", f"Whole products of {t}.", t,
                [(f"mul.wide.{t}", wide, lambda a, b: a * b)], pairs)
            rows = integer_tuples("wide" + t, [w, w, 2 * w], 40)
            binary(
                f"integers/mad-wide-{t}", f"Whole products of {t} and a sum of twice the width.", t,
                [(f"mad.wide.{t}", wide, lambda a, b, c: a * b + c)], rows, [t, t, wide])
        if signed(t):
            singles = integer_tuples("singles" + t, [w], 40)
            binary(
                f"integers/abs-neg-{t}",
                "The magnitude and the opposite of the lowest number are that number.", t,
                [(f"abs.{t}", t, abs), (f"neg.{t}", t, lambda a: -a)], singles)
    pairs = integer_tuples("saturating", [32, 32], 56)
    binary(
        "integers/add-sub-sat-s32", "Sums and differences of s32 that are clamped.", "s32",
        [("add.sat.s32", "s32", lambda a, b: clamp(a + b, "s32")),
         ("sub.sat.s32", "s32", lambda a, b: clamp(a - b, "s32"))], pairs)
    binary(
        "integers/mad-hi-sat-s32", "The high half of a product and a sum that is clamped.", "s32",
        [("mad.hi.sat.s32", "s32", lambda a, b, c: clamp((a * b >> 32) + c, "s32"))],
        integer_tuples("saturating triples", [32, 32, 32], 56))
    make_packed()
    make_dot_products()
    make_constants()


def halves(bits, type):
    element = type[:3]
    return number(bits & 0xFFFF, element), number(bits >> 16, element)


def make_packed():
    for t in ["u16x2", "s16x2"]:
        rows = [(a | b << 16, c | d << 16)
                for a, b, c, d in integer_tuples("packed" + t, [16] * 4, 40)]
        ops = []
        for name, function in [("add", lambda a, b: a + b), ("min", min), ("max", max)]:
            expected = []
            for a, b in rows:
                low, high = [function(x, y) & 0xFFFF for x, y in zip(halves(a, t), halves(b, t))]
                expected.append(low | high << 16)
            ops.append(Op(f"{name}.{t}", t, expected))
        elementwise(
            f"integers/packed-{t}", f"Each half of {t} on its own.",
            [(t, column) for column in columns(rows)], ops)


def make_dot_products():
    def parts(bits, kind):
        return [number(bits >> 8 * i & 0xFF, kind + "8") for i in range(4)]

    rows = integer_tuples("dot", [32, 32, 32], 40)
    ops = []
    for a_type in "us":
        for b_type in "us":
            result = "s32" if "s" in (a_type, b_type) else "u32"
            expected = []
            for a, b, c in rows:
                total = sum(x * y for x, y in zip(parts(a, a_type), parts(b, b_type)))
                expected.append(total + c & mask(32))
            ops.append(Op(f"dp4a.{a_type}32.{b_type}32", result, expected))
    elementwise(
        "integers/dp4a", "Dot products of four bytes each, and a sum that wraps around.",
        [("b32", column) for column in columns(rows)], ops)


def make_constants():
    """Constants as second and third operands, negative ones too."""
    values = [bits for (bits,) in integer_tuples("constants", [32], 32)]
    texts = [
        ("add.s32 {d}, {0}, -1;", lambda a: a - 1),
        ("add.u32 {d}, {0}, 4294967295;", lambda a: a - 1),
        ("sub.s32 {d}, 10, {0};", lambda a: 10 - a),
        ("mul.lo.s32 {d}, {0}, -3;", lambda a: a * -3),
        ("mad.lo.u32 {d}, {0}, 7, 0x80000000;", lambda a: a * 7 + (1 << 31)),
        ("max.s32 {d}, {0}, -2147483648;", lambda a: a),
        ("min.u32 {d}, {0}, 65535;", lambda a: min(a, 65535)),
        ("div.u32 {d}, {0}, 10;", lambda a: a // 10),
        ("rem.s32 {d}, {0}, -7;", lambda a: remainder(as_signed(a, 32), -7)),
        ("and.b32 {d}, {0}, 0xff00;", lambda a: a & 0xFF00),
        ("xor.b32 {d}, {0}, -1;", lambda a: ~a),
    ]
    elementwise(
        "integers/constants", "Constants, negative ones too, among the operands.",
        [("b32", values)],
        [Op(text, "b32", [function(v) & mask(32) for v in values]) for text, function in texts])
