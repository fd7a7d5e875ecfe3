"""Arithmetic on 16-bit floats, one or two in a register: PTX ISA 9.7.4."""

from .case import Op, columns, elementwise
from .floats import extremes, float_tuples, notable
from .formats import BF16, F16, NAN, Arithmetic


def packed(op, count):
    """`op` on pairs: thread i of the packed case has the tuples 2i and 2i + 1 of the plain one."""
    pairs = [tuple(op.expected[2 * i:2 * i + 2]) for i in range(count // 2)]
    return Op(op.text.replace(".f16 ", ".f16x2 ").replace(".bf16 ", ".bf16x2 "), op.type + "x2",
              pairs)


def both(path, title, f, rows, ops):
    """The case for one value a register and the case for two."""
    cols = columns(rows)
    for op in ops:
        if " " not in op.text:
            op.text += " {d}, " + ", ".join("{%d}" % i for i in range(len(cols))) + ";"
    elementwise(f"{path}-{f.name}", title, [(f.name, c) for c in cols], ops)
    wide = [[c[2 * i] | c[2 * i + 1] << 16 for i in range(len(c) // 2)] for c in cols]
    elementwise(
        f"{path}-{f.name}x2", title + " Two in a register.",
        [(f.name + "x2", c) for c in wide], [packed(op, len(rows)) for op in ops])


def operations(f, name, modes, ftzs, sats, rows, relu=False):
    ops = []
    for mode in modes:
        for ftz in ftzs:
            for sat in sats:
                arithmetic = Arithmetic(f, ftz=ftz, sat=sat, relu=relu)
                words = f".{mode}" if mode else ""
                words += (".ftz" if ftz else "") + (".sat" if sat else "")
                words += ".relu" if relu else ""
                ops.append(Op(
                    f"{name}{words}.{f.name}", f.name,
                    [getattr(arithmetic, name)(*row) for row in rows]))
    return ops


def make():
    for name in ["add", "sub", "mul"]:
        for f in [F16, BF16]:
            rows = float_tuples("half " + name, f, 2, 96)
            flags = [False, True] if f is F16 else [False]
            both(f"halves/{name}", f"`{name}` of {f.name}.", f, rows,
                 operations(f, name, [None, "rn"], flags, flags, rows))
    for f in [F16, BF16]:
        rows = float_tuples("half fma", f, 3, 96)
        flags = [False, True] if f is F16 else [False]
        both("halves/fma", f"`fma` of {f.name}, rounded once.", f, rows,
             operations(f, "fma", ["rn"], flags, flags, rows))
        both("halves/fma-relu", f"`fma` of {f.name} whose negative results become zero.", f, rows,
             operations(f, "fma", ["rn"], flags, [False], rows, relu=True))
        values = notable(f) + [v for (v,) in float_tuples("half signs", f, 1, 30)]
        ops = []
        for ftz in flags:
            def taken(bits):
                return f.flushed(bits) if ftz else bits

            words = ".ftz" if ftz else ""
            ops += [
                Op(f"abs{words}.{f.name}", f.name,
                   [NAN if f.is_nan(v) else taken(v) & f.magnitude_mask for v in values]),
                Op(f"neg{words}.{f.name}", f.name,
                   [NAN if f.is_nan(v) else taken(v) ^ f.sign_bit for v in values])]
        both("halves/abs-neg", f"Magnitudes and opposites of {f.name}.", f,
             [(v,) for v in values], ops)
        rows = float_tuples("half extremes", f, 2, 88)
        z, n = f.sign_bit, f.infinity | 1 << (f.mantissa - 1)
        rows += [(0, z), (z, 0), (z, z), (n, 0), (z, n), (n, n), (f.infinity, n), (1, z)]
        for xorsign in [False, True]:
            both("halves/min-max" + ("-xorsign" if xorsign else ""),
                 "The smaller and the larger "
                 + ("magnitude with the product of the signs." if xorsign else f"{f.name}."), f,
                 rows, extremes(f, flags, [False, True], xorsign, rows))
