"""Matrix products. Small whole numbers make most of them exact in any order of summation."""

import numpy as np

from .case import Case, tensor
from .formats import DTYPES, from_bits


def whole(case, element, shape, limit=4):
    return case.random.integers(-limit, limit + 1, shape).astype(DTYPES[element])


def as_wide(array):
    return array.astype(np.int64 if array.dtype == np.int8 else np.float64)


def product(a, b, c, result):
    return (as_wide(a) @ as_wide(b) + as_wide(c)).astype(DTYPES[result])


def make_dot(name, claim, lhs, result, shape, rhs=None, precision="ieee", attributes="",
             values=whole, zero=False, batch=()):
    m, n, k = shape
    rhs = rhs or lhs
    case = Case("dot-" + name, claim)
    a, b = values(case, lhs, (*batch, m, k)), values(case, rhs, (*batch, k, n))
    c = np.zeros((*batch, m, n), DTYPES[result]) if zero else whole(case, result, (*batch, m, n))
    x, y = case.buffer(lhs, a), case.buffer(rhs, b)
    size = (*batch, m, n)
    if zero:
        start = case.constant(0, result, size)
    else:
        start = case.load(case.buffer(result, c), result, size)
    z = case.output(result, product(a, b, c, result))
    l, r = case.load(x, lhs, a.shape), case.load(y, rhs, b.shape)
    text = f", inputPrecision = {precision}" if precision else ""
    value = case.op(
        f"tt.dot {l}, {r}, {start}{text}{attributes} : {tensor(a.shape, lhs)} * "
        f"{tensor(b.shape, rhs)} -> {tensor(size, result)}")
    case.store(z, value, result, size)


def make_large(name, claim, element, shape, precision):
    """Factors too large for shared memory, of sums and differences of a row and a column."""
    m, n, k = shape
    case = Case("dot-" + name, claim)
    rows, depth, columns = (whole(case, element, (size,), 2) for size in (m, k, n))
    a, b = rows[:, None] + depth[None, :], depth[:, None] - columns[None, :]
    x, y, w = (case.buffer(element, values) for values in (rows, depth, columns))
    z = case.output("f32", product(a, b, np.zeros((m, n)), "f32"))
    row = case.load(x, element, (m,))
    inner = case.load(y, element, (k,))
    column = case.load(w, element, (n,))
    kind = f"{tensor((m, k), element)}", f"{tensor((k, n), element)}"
    l = case.op(f"arith.addf {case.widened(row, element, 0, (m, k))}, "
                f"{case.widened(inner, element, 1, (m, k))} : {kind[0]}")
    r = case.op(f"arith.subf {case.widened(inner, element, 0, (k, n))}, "
                f"{case.widened(column, element, 1, (k, n))} : {kind[1]}")
    start = case.constant(0.0, "f32", (m, n))
    text = f", inputPrecision = {precision}" if precision else ""
    value = case.op(
        f"tt.dot {l}, {r}, {start}{text} : {kind[0]} * {kind[1]} -> {tensor((m, n), 'f32')}")
    case.store(z, value, "f32", (m, n))


def make_rounded():
    """tf32 keeps ten bits of each factor; what it drops shows in the result."""
    case = Case("dot-f32-tf32-rounded", "tf32 cuts or rounds the factors to ten bits")
    a = case.random.normal(0, 1, (16, 32)).astype(np.float32)
    b = case.random.normal(0, 1, (32, 16)).astype(np.float32)
    x, y = case.buffer("f32", a), case.buffer("f32", b)
    z = case.output("f32", (a.astype(np.float64) @ b.astype(np.float64)).astype(np.float32))
    start = case.constant(0.0, "f32", (16, 16))
    l, r = case.load(x, "f32", (16, 32)), case.load(y, "f32", (32, 16))
    case.store(z, case.op(
        f"tt.dot {l}, {r}, {start}, inputPrecision = tf32 : tensor<16x32xf32> * "
        "tensor<32x16xf32> -> tensor<16x16xf32>"), "f32", (16, 16))


def make_dropped():
    """What the factors lose is all that the sums hold: the results are zero."""
    case = Case("dot-f32-tf32-dropped", "tf32 does not keep the twelfth bit behind the point")
    a = np.ones((16, 16), np.float32)
    a[:, ::2] = 1 + 2.0**-12
    b = np.ones((16, 16), np.float32)
    b[1::2] = -1
    x, y = case.buffer("f32", a), case.buffer("f32", b)
    z = case.output("f32", np.zeros((16, 16), np.float32))
    w = case.output("f32", (a @ b).astype(np.float32))
    start = case.constant(0.0, "f32", (16, 16))
    l, r = case.load(x, "f32", (16, 16)), case.load(y, "f32", (16, 16))
    kind = "tensor<16x16xf32>"
    for output, precision in ((z, "tf32"), (w, "ieee")):
        case.store(output, case.op(
            f"tt.dot {l}, {r}, {start}, inputPrecision = {precision} : {kind} * {kind} -> {kind}"),
            "f32", (16, 16))


def make_loop():
    case = Case("dot-loop", "a product of long rows, a block at a time, with moving pointers")
    a, b = whole(case, "f16", (16, 64)), whole(case, "f16", (64, 16))
    x, y = case.buffer("f16", a), case.buffer("f16", b)
    z = case.output("f32", (as_wide(a) @ as_wide(b)).astype(np.float32))
    p = case.address(x, "f16", (16, 16), case.offsets((16, 16), (64, 1)))
    q = case.address(y, "f16", (16, 16), case.offsets((16, 16), (16, 1)))
    zero, sixteen = case.constant(0, "i32"), case.constant(16, "i32")
    end = case.constant(64, "i32")
    start = case.constant(0.0, "f32", (16, 16))
    right = case.constant(16, "i32", (16, 16))
    down = case.constant(256, "i32", (16, 16))
    kind, sums = "tensor<16x16x!tt.ptr<f16>>", "tensor<16x16xf32>"
    case.text(f"""
%r:3 = scf.for %k = {zero} to {end} step {sixteen} iter_args(%sum = {start}, %l = {p}, %m = {q}) -> ({sums}, {kind}, {kind})  : i32 {{
  %a = tt.load %l : {kind}
  %b = tt.load %m : {kind}
  %next = tt.dot %a, %b, %sum, inputPrecision = tf32 : tensor<16x16xf16> * tensor<16x16xf16> -> {sums}
  %l2 = tt.addptr %l, {right} : {kind}, tensor<16x16xi32>
  %m2 = tt.addptr %m, {down} : {kind}, tensor<16x16xi32>
  scf.yield %next, %l2, %m2 : {sums}, {kind}, {kind}
}} {{tt.num_stages = 3 : i32}}
""")
    case.store(z, "%r#0", "f32", (16, 16))


E2M1 = np.array([0, 0.5, 1, 1.5, 2, 3, 4, 6, -0.0, -0.5, -1, -1.5, -2, -3, -4, -6])


def packed_operand(case, form, shape, k_axis):
    """The bytes or numbers of an operand, its element type, and its values."""
    if form == "e2m1":
        codes = case.random.integers(0, 16, shape)
        even, odd = np.take(codes, range(0, shape[k_axis], 2), k_axis), np.take(
            codes, range(1, shape[k_axis], 2), k_axis)
        return (even | odd << 4).astype(np.uint8).view(np.int8), "i8", E2M1[codes]
    element = {"e4m3": "f8E4M3FN", "e5m2": "f8E5M2", "bf16": "bf16", "fp16": "f16"}[form]
    array = whole(case, element, shape)
    return array, element, array.astype(np.float64)


def make_scaled(name, claim, lhs, rhs, scales=(True, True), k=64, nan=False):
    case = Case("dot-scaled-" + name, claim)
    m = n = 16
    a, a_type, a_values = packed_operand(case, lhs, (m, k), 1)
    b, b_type, b_values = packed_operand(case, rhs, (k, n), 0)
    x, y = case.buffer(a_type, a), case.buffer(b_type, b)
    texts, kinds = [], []
    for operand, has_scale in enumerate(scales):
        text, kind = "", ""
        if has_scale:
            codes = case.random.integers(125, 130, (16, k // 32)).astype(np.uint8)
            powers = np.exp2(codes.astype(np.float64) - 127)
            if nan and operand == 0:
                codes[3, 1], powers[3, 1] = 255, np.nan
            s = case.buffer("i8", codes.view(np.int8))
            wide = np.repeat(powers, 32, 1)
            if operand == 0:
                a_values = a_values * wide
            else:
                b_values = b_values * wide.T
            value = case.load(s, "i8", codes.shape)
            text, kind = f" scale {value}", f", {tensor(codes.shape, 'i8')}"
        texts.append(text)
        kinds.append(kind)
    c = whole(case, "f32", (m, n))
    w = case.buffer("f32", c)
    z = case.output("f32", (a_values @ b_values + c).astype(np.float32))
    l, r = case.load(x, a_type, a.shape), case.load(y, b_type, b.shape)
    start = case.load(w, "f32", (m, n))
    value = case.op(
        f"tt.dot_scaled {l}{texts[0]}, {r}{texts[1]}, {start} lhs = {lhs} rhs = {rhs} "
        f"{{fastMath = false}} : {tensor(a.shape, a_type)}{kinds[0]} * "
        f"{tensor(b.shape, b_type)}{kinds[1]} -> tensor<16x16xf32>")
    case.store(z, value, "f32", (m, n))


def make_sixteen_groups():
    case = Case("dot-scaled-e2m1-f8-scales", "scales of eight-bit floats for groups of sixteen")
    k = 64
    a, _, a_values = packed_operand(case, "e2m1", (16, k), 1)
    b, _, b_values = packed_operand(case, "e2m1", (k, 16), 0)
    codes = case.random.choice([0x30, 0x38, 0x3C, 0x40], (2, 16, k // 16)).astype(np.uint8)
    scales = from_bits(codes, "f8E4M3FN")
    wide = np.repeat(scales.astype(np.float64), 16, 2)
    x, y = case.buffer("i8", a), case.buffer("i8", b)
    s, t = case.buffer("f8E4M3FN", scales[0]), case.buffer("f8E4M3FN", scales[1])
    z = case.output("f32", ((a_values * wide[0]) @ (b_values * wide[1].T)).astype(np.float32))
    l, r = case.load(x, "i8", (16, k // 2)), case.load(y, "i8", (k // 2, 16))
    p, q = (case.load(v, "f8E4M3FN", (16, k // 16)) for v in (s, t))
    start = case.constant(0.0, "f32", (16, 16))
    value = case.op(
        f"tt.dot_scaled {l} scale {p}, {r} scale {q}, {start} lhs = e2m1 rhs = e2m1 "
        "{fastMath = false} : tensor<16x32xi8>, tensor<16x4xf8E4M3FN> * tensor<32x16xi8>, "
        "tensor<16x4xf8E4M3FN> -> tensor<16x16xf32>")
    case.store(z, value, "f32", (16, 16))


def make():
    make_dot("f32-ieee", "all bits of the factors count", "f32", "f32", (16, 16, 16),
             values=lambda c, e, s: c.random.normal(0, 1, s).astype(np.float32))
    make_dot("f32-no-precision", "without a precision all bits count", "f32", "f32", (16, 8, 32),
             precision=None)
    make_dot("f32-tf32", "small whole numbers fit into tf32", "f32", "f32", (16, 16, 32),
             precision="tf32", zero=True)
    make_rounded()
    make_dropped()
    for precision in ("tf32x3", "bf16x3", "bf16x6"):
        make_dot(f"f32-{precision}", "small whole numbers fit into every part", "f32", "f32",
                 (16, 16, 16), precision=precision)
    make_dot("f16-f32", "halves are summed as f32", "f16", "f32", (16, 32, 16), precision="tf32")
    make_dot("f16-f16", "halves may give halves", "f16", "f16", (16, 16, 32))
    make_dot("bf16-f32", "bf16 is summed as f32", "bf16", "f32", (32, 16, 16), precision="tf32")
    make_dot("i8-i32", "bytes with signs give integers", "i8", "i32", (16, 16, 32),
             values=lambda c, e, s: c.random.integers(-128, 128, s).astype(np.int8))
    make_dot("f64", "doubles", "f64", "f64", (16, 16, 16),
             values=lambda c, e, s: c.random.normal(0, 1, s))
    make_dot("f8e4m3", "eight-bit floats give f32", "f8E4M3FN", "f32", (16, 16, 32))
    make_dot("f8e5m2", "with a bound on imprecise sums", "f8E5M2", "f32", (16, 16, 32),
             attributes=" {maxNumImpreciseAcc = 32 : i32}")
    make_dot("f8-mixed", "both formats of eight bits in one product", "f8E4M3FN", "f32",
             (16, 16, 32), rhs="f8E5M2", precision="tf32")
    make_dot("f8-f16", "eight-bit floats may give halves", "f8E5M2", "f16", (16, 16, 32))
    make_dot("batched", "a product for each of the leading axis", "f16", "f32", (16, 8, 16),
             batch=(4,))
    make_large("large", "factors of 256 KB", "f16", (32, 32, 2048), "")
    make_large("large-f32", "factors of 256 KB, exact", "f32", (32, 32, 1024), "ieee")
    make_large("large-tf32", "factors of 256 KB, ten bits", "f32", (32, 32, 1024), "tf32")
    make_loop()
    make_scaled("e4m3-e5m2", "two formats, a scale for each 32 of a row", "e4m3", "e5m2")
    make_scaled("e2m1-e2m1", "four-bit floats, two in a byte, the first one low", "e2m1", "e2m1")
    make_scaled("e2m1-e4m3", "four bits by eight", "e2m1", "e4m3")
    make_scaled("bf16-e2m1", "no scale on one side", "bf16", "e2m1", (False, True))
    make_scaled("fp16-e5m2", "halves and a scaled side", "fp16", "e5m2", (False, True))
    make_scaled("e4m3-bf16", "no scale on the other side", "e4m3", "bf16", (True, False), k=32)
    make_scaled("nan-scale", "the scale 255 is not a number", "e5m2", "e4m3", nan=True)
    make_sixteen_groups()
