"""Comparing and selecting: PTX ISA 9.7.6 and 9.7.7."""

from .case import WIDTHS, Op, columns, elementwise, integer_tuples, number, predicates
from .floats import float_tuples
from .formats import BF16, F16, F32, F64

ORDER = {
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b,
}
UNSIGNED = {"lo": "lt", "ls": "le", "hi": "gt", "hs": "ge"}
COMBINE = {
    "and": lambda p, c: p and c, "or": lambda p, c: p or c, "xor": lambda p, c: bool(p) != bool(c),
}
FLOAT = list(ORDER) + [name + "u" for name in ORDER] + ["num", "nan"]


def compared(f, name, a, b, ftz=False):
    """What a comparison of floats says; the ones with `u` are true if either is NaN."""
    unordered = f.is_nan(a) or f.is_nan(b)
    if name == "num":
        return not unordered
    if name == "nan":
        return unordered
    if unordered:
        return name.endswith("u") and name != "u"
    if ftz:
        a, b = f.flushed(a), f.flushed(b)

    def key(bits):
        magnitude = bits & f.magnitude_mask
        return -magnitude if f.is_negative(bits) else magnitude

    return ORDER[name.removesuffix("u")](key(a), key(b))


def tests(suffix, results, combined=True):
    """Instructions for one comparison: alone, with its opposite, and combined with a predicate.

    `results` is what the comparison says in every thread.
    """
    opposite = [not r for r in results]
    made = [(f"setp.{suffix} {{p}}, {{0}}, {{1}};", results)]
    if combined:
        made = [(f"setp.{suffix} {{p}}|{{q}}, {{0}}, {{1}};", results, opposite)]
    return made


def combinations(name, rest, results):
    odd = [i & 1 for i in range(len(results))]
    made = []
    for word, function in COMBINE.items():
        for negated in [False, True]:
            c = [1 - o if negated else o for o in odd]
            sign = "!" if negated else ""
            made.append((
                f"setp.{name}.{word}.{rest} {{p}}|{{q}}, {{0}}, {{1}}, {sign}{{c}};",
                [function(r, x) for r, x in zip(results, c)],
                [function(not r, x) for r, x in zip(results, c)]))
    return made


def make():
    for t in ["b16", "b32", "b64", "u16", "s16", "u32", "s32", "u64", "s64"]:
        w = WIDTHS[t]
        rows = integer_tuples("compare" + t, [w, w], 24)
        rows += [(a, a) for a, _ in rows[:4]] + [(a, a + 1 & (1 << w) - 1) for a, _ in rows[4:8]]
        inputs = [(t, c) for c in columns(rows)]
        names = ["eq", "ne"] if t[0] == "b" else list(ORDER)
        plain, joined = [], []
        values = [(number(a, t), number(b, t)) for a, b in rows]
        for name in names:
            results = [ORDER[name](a, b) for a, b in values]
            plain += [(f"setp.{name}.{t} {{p}}, {{0}}, {{1}};", results)]
            plain += tests(f"{name}.{t}", results)
            joined += combinations(name, t, results)
        if t[0] == "u":
            for name, same in UNSIGNED.items():
                plain += tests(f"{name}.{t}", [ORDER[same](a, b) for a, b in values])
        predicates(f"comparisons/setp-{t}", f"Comparisons of {t}.", inputs, plain)
        predicates(
            f"comparisons/setp-combined-{t}",
            f"Comparisons of {t} combined with a predicate or its opposite.", inputs, joined)
    make_floats()
    make_halves()
    make_selections()


def float_rows(f, count=48):
    rows = float_tuples("compare", f, 2, count - 8)
    z = f.sign_bit
    return rows + [
        (0, z), (z, 0), (1, 0), (1, 2), (z | 1, 1), (f.one, f.one), (f.infinity, f.infinity),
        (z | 1, z | f.smallest_normal)]


def make_floats():
    for f in [F32, F64]:
        rows = float_rows(f)
        inputs = [(f.name, c) for c in columns(rows)]
        for ftz in [False, True] if f is F32 else [False]:
            words = ("ftz." if ftz else "") + f.name
            label = ("ftz-" if ftz else "") + f.name
            title = f"Comparisons of {f.name}" + (" without subnormal numbers" if ftz else "")
            plain, joined = [], []
            for name in FLOAT:
                results = [compared(f, name, a, b, ftz) for a, b in rows]
                plain += tests(f"{name}.{words}", results)
                joined += combinations(name, words, results)
            predicates(f"comparisons/setp-{label}", title + ", unordered ones too.", inputs, plain)
            predicates(
                f"comparisons/setp-combined-{label}", title + ", combined with a predicate.",
                inputs, joined)


def make_halves():
    for f in [F16, BF16]:
        rows = float_rows(f, 64)
        inputs = [(f.name, c) for c in columns(rows)]
        plain, pairs = [], []
        wide = [[c[2 * i] | c[2 * i + 1] << 16 for i in range(32)] for c in columns(rows)]
        for ftz in [False, True] if f is F16 else [False]:
            words = ("ftz." if ftz else "") + f.name
            for name in FLOAT:
                results = [compared(f, name, a, b, ftz) for a, b in rows]
                plain += tests(f"{name}.{words}", results, combined=False)
                pairs.append((
                    f"setp.{name}.{words}x2 {{p}}|{{q}}, {{0}}, {{1}};", results[0::2],
                    results[1::2]))
        predicates(f"comparisons/setp-{f.name}", f"Comparisons of {f.name}.", inputs, plain)
        predicates(
            f"comparisons/setp-{f.name}x2", f"Comparisons of two {f.name} at once.",
            [(f.name + "x2", c) for c in wide], pairs)


def make_selections():
    for w in [16, 32, 64]:
        rows = integer_tuples(f"select{w}", [w, w], 16)
        types = [f"b{w}", f"u{w}", f"s{w}"] + ([f"f{w}"] if w > 16 else [])
        expected = [a if i & 1 else b for i, (a, b) in enumerate(rows)]
        ops = []
        for t in types:
            ops.append(Op(f"selp.{t} {{d}}, {{0}}, {{1}}, %odd;", t, expected, kind=f"x{w}"))
        case = elementwise(
            f"comparisons/selp-{w}", "The first operand where the predicate is true.",
            [(f"b{w}", c) for c in columns(rows)], ops)
        odd, bit = case.reg("pred", "odd"), case.reg("b32", "bit")
        start = next(i for i, line in enumerate(case.lines) if line.startswith("selp"))
        case.lines[start:start] = [
            f"and.b32 {bit}, {case.thread()}, 1;", f"setp.ne.u32 {odd}, {bit}, 0;"]
