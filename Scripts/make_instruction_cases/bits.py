"""Counting bits, logic, shifts and permutations of bytes: PTX ISA 9.7.1, 9.7.8 and 9.7.9.7."""

from .case import (
    Case, Op, WIDTHS, columns, edges, elementwise, integer_tuples, mask, number,
    predicates, rng, signed)


def unary(path, title, type, values, ops):
    elementwise(
        path, title, [(type, values)],
        [Op(opcode, result, [function(v) for v in values]) for opcode, result, function in ops])


def found(bits, type):
    """The highest bit that differs from the sign, or of unsigned numbers the highest one."""
    width = WIDTHS[type]
    if signed(type) and bits >> (width - 1):
        bits = ~bits & mask(width)
    return bits.bit_length() - 1


def reverse(bits, width):
    return int(f"{bits:0{width}b}"[::-1], 2)


def make():
    for w in [32, 64]:
        t = f"b{w}"
        values = [v for (v,) in integer_tuples("count" + t, [w], 40)]
        values += [1 << i for i in range(0, w, w // 8)]
        unary(
            f"bits/count-{t}", "Ones, leading zeros and the reverse order of bits.", t, values,
            [(f"popc.{t}", "u32", lambda v: v.bit_count()),
             (f"clz.{t}", "u32", lambda v: w - v.bit_length()),
             (f"brev.{t}", t, lambda v: reverse(v, w))])
    for t in ["u32", "s32", "u64", "s64"]:
        w = WIDTHS[t]
        values = [v for (v,) in integer_tuples("find" + t, [w], 48)]

        def shift(v):
            return w - 1 - found(v, t) if found(v, t) >= 0 else mask(32)

        unary(
            f"bits/bfind-{t}", "The highest bit that is not the sign, or all ones.", t, values,
            [(f"bfind.{t}", "u32", lambda v: found(v, t) & mask(32)),
             (f"bfind.shiftamt.{t}", "u32", shift)])
    for w in [16, 32, 64]:
        t = f"b{w}"
        rows = integer_tuples("logic" + t, [w, w], 32)
        ops = [
            Op(f"and.{t}", t, [a & b for a, b in rows]), Op(f"or.{t}", t, [a | b for a, b in rows]),
            Op(f"xor.{t}", t, [a ^ b for a, b in rows]),
            Op(f"not.{t} {{d}}, {{0}};", t, [~a & mask(w) for a, _ in rows])]
        elementwise(
            f"bits/logic-{t}", f"Logic on {t}.", [(t, c) for c in columns(rows)], ops)
    make_predicate_logic()
    make_lookup()
    make_shifts()
    make_funnels()
    make_permutations()


def make_predicate_logic():
    values = [0, 1, 2, 3] * 4
    a, b = [v & 1 for v in values], [v >> 1 for v in values]
    pairs = list(zip(a, b))
    text = "setp.ne.u32 {p}, {0}, 0; setp.ne.u32 {q}, {1}, 0; "
    predicates(
        "bits/logic-pred", "Logic on predicates, and their moves.", [("b32", a), ("b32", b)],
        [(text + "and.pred {p}, {p}, {q};", [x & y for x, y in pairs]),
         (text + "or.pred {p}, {p}, {q};", [x | y for x, y in pairs]),
         (text + "xor.pred {p}, {p}, {q};", [x ^ y for x, y in pairs]),
         (text + "not.pred {p}, {q};", [1 - y for x, y in pairs]),
         (text + "mov.pred {p}, {q};", [y for x, y in pairs])])


def lookup(a, b, c, table):
    result = 0
    for i in range(8):
        if table >> i & 1:
            term = a if i & 4 else ~a
            term &= b if i & 2 else ~b
            term &= c if i & 1 else ~c
            result |= term
    return result & mask(32)


def make_lookup():
    rows = integer_tuples("lop3", [32, 32, 32], 32)
    tables = [0x80, 0xFE, 0x96, 0xE8, 0xCA, 0x1A, 0x60, 0xFF] + rng("lop3").sample(range(256), 8)
    elementwise(
        "bits/lop3", "Functions of three bits by their tables.",
        [("b32", c) for c in columns(rows)],
        [Op(f"lop3.b32 {{d}}, {{0}}, {{1}}, {{2}}, {table};", "b32",
            [lookup(*row, table) for row in rows]) for table in tables])
    a, b, c = 0xF0F0A53C, 0xCCCC9D17, 0xAAAA60F3
    case = Case("bits/lop3-every-table", "All 256 functions of three bits.", block=1)
    out = case.output("x32", [lookup(a, b, c, table) for table in range(256)])
    registers = [case.reg("b32") for _ in range(4)]
    for register, value in zip(registers, [a, b, c]):
        case.emit(f"mov.b32 {register}, {value:#x};")
    for table in range(256):
        x, y, z, d = registers
        case.emit(f"lop3.b32 {d}, {x}, {y}, {z}, {table:#x};")
        case.store(out, 32, d, 4 * table)


def make_shifts():
    amounts = [0, 1, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 255, 256, mask(32), 1 << 31]
    for w in [16, 32, 64]:
        values = [(v, n) for n in amounts for v in (edges(w)[4], rng(f"shift{w}{n}").getrandbits(w))]
        ops = [Op(f"shl.b{w}", f"b{w}", [v << min(n, w) & mask(w) for v, n in values])]
        for t in [f"b{w}", f"u{w}", f"s{w}"]:
            ops.append(Op(
                f"shr.{t}", t, [number(v, t) >> min(n, w) & mask(w) for v, n in values]))
        elementwise(
            f"bits/shift-{w}",
            f"Shifts of {w} bits: an amount above the width counts as the width.",
            [(f"b{w}", [v for v, _ in values]), ("u32", [n for _, n in values])], ops)


def make_funnels():
    rows = integer_tuples("funnel", [32, 32], 32)
    amounts = [0, 1, 5, 16, 30, 31, 32, 33, 63, 64, 100, mask(32), 1 << 31, 8, 24, 4] * 2
    rows = [(a, b, n) for (a, b), n in zip(rows, amounts)]
    ops = []
    for mode in ["clamp", "wrap"]:
        left, right = [], []
        for a, b, n in rows:
            n = min(n, 32) if mode == "clamp" else n & 31
            whole = b << 32 | a
            left.append(whole << n >> 32 & mask(32))
            right.append(whole >> n & mask(32))
        ops += [Op(f"shf.l.{mode}.b32", "b32", left), Op(f"shf.r.{mode}.b32", "b32", right)]
    elementwise(
        "bits/shf", "Shifts of two registers as one: the second holds the upper half.",
        [("b32", c) for c in columns(rows)], ops)


# The bytes that the modes take, highest first, for the two lowest bits of the selector.
PERMUTATIONS = {
    "f4e": ["3210", "4321", "5432", "6543"], "b4e": ["5670", "6701", "7012", "0123"],
    "rc8": ["0000", "1111", "2222", "3333"], "ecl": ["3210", "3211", "3222", "3333"],
    "ecr": ["0000", "1110", "2210", "3210"], "rc16": ["1010", "3232", "1010", "3232"],
}


def permute(a, b, selector):
    whole, result = b << 32 | a, 0
    for i in range(4):
        control = selector >> 4 * i & 0xF
        byte = whole >> 8 * (control & 7) & 0xFF
        if control & 8:
            byte = 0xFF if byte & 0x80 else 0
        result |= byte << 8 * i
    return result


def make_permutations():
    random = rng("prmt")
    selectors = [0x3210, 0x7654, 0x5410, 0x7632, 0xFEDC, 0xBA98, 0x0000, 0xFFFF, 0x1032, 0x6240,
                 0x89AB, 0x4567]
    selectors += [random.getrandbits(32) for _ in range(36)]
    rows = [(random.getrandbits(32), random.getrandbits(32), s) for s in selectors]
    ops = [Op("prmt.b32", "b32", [permute(*row) for row in rows])]
    for mode, table in PERMUTATIONS.items():
        expected = []
        for a, b, selector in rows:
            digits = table[selector & 3]
            expected.append(permute(a, b, sum(int(d) << 4 * (3 - i) for i, d in enumerate(digits))))
        ops.append(Op(f"prmt.b32.{mode}", "b32", expected))
    elementwise(
        "bits/prmt", "Four bytes out of eight, or copies of their signs, and the fixed choices.",
        [("b32", c) for c in columns(rows)], ops)
