"""Whole kernels, as people write them."""

import numpy as np

from .case import Case, tensor


def make_vector_add():
    case = Case("program-vector-add", "sums of vectors whose length no block divides",
                grid=(4, 1, 1))
    n = 100
    a, b = (case.random.normal(0, 1, n).astype(np.float32) for _ in range(2))
    x, y = case.buffer("f32", a), case.buffer("f32", b)
    z = case.output("f32", a + b)
    count = case.scalar("i32", n)
    # Written with locations, as front ends print them.
    case.text(f"""
%pid = tt.get_program_id x : i32 loc(#loc3)
%c32_i32 = arith.constant 32 : i32 loc(#loc)
%start = arith.muli %pid, %c32_i32 : i32 loc(#loc4)
%offsets = tt.make_range {{end = 32 : i32, start = 0 : i32}} : tensor<32xi32> loc(#loc5)
%offsets_0 = tt.splat %start : i32 -> tensor<32xi32> loc(#loc5)
%offsets_1 = arith.addi %offsets_0, %offsets : tensor<32xi32> loc(#loc5)
%mask = tt.splat {count} : i32 -> tensor<32xi32> loc("add.py":7:9)
%mask_2 = arith.cmpi slt, %offsets_1, %mask : tensor<32xi32> loc(callsite("inner"("add.py":8:3) at "add.py":9:1))
%p-1 = tt.splat {x} : !tt.ptr<f32> -> tensor<32x!tt.ptr<f32>> loc(unknown)
%p.2 = tt.addptr %p-1, %offsets_1 : tensor<32x!tt.ptr<f32>>, tensor<32xi32> loc(fused[#loc3, #loc4])
%x$ = tt.load %p.2, %mask_2 : tensor<32x!tt.ptr<f32>> loc(#loc2)
%q = tt.splat {y} : !tt.ptr<f32> -> tensor<32x!tt.ptr<f32>> loc(#loc2)
%q_3 = tt.addptr %q, %offsets_1 : tensor<32x!tt.ptr<f32>>, tensor<32xi32> loc(#loc2)
%y = tt.load %q_3, %mask_2 : tensor<32x!tt.ptr<f32>> loc(#loc2)
%sum = arith.addf %x$, %y : tensor<32xf32> loc(#loc2)
%0 = tt.splat {z} : !tt.ptr<f32> -> tensor<32x!tt.ptr<f32>> loc(#loc2)
%1 = tt.addptr %0, %offsets_1 : tensor<32x!tt.ptr<f32>>, tensor<32xi32> loc(#loc2)
tt.store %1, %sum, %mask_2 : tensor<32x!tt.ptr<f32>> loc(#loc2)
""")
    case.trailer = """\
#loc = loc(unknown)
#loc1 = loc("add.py":4:0)
#loc2 = loc("add.py":10:18)
#loc3 = loc("pid"(#loc1))
#loc4 = loc("start"(#loc2))
#loc5 = loc("offsets"(#loc4))
"""


def philox(seed, counters, rounds=10):
    """Philox 4x32, from its paper: two multiplications, four words, a key that grows."""
    c = [np.asarray(v, np.uint64) for v in counters]
    k0, k1 = seed & 0xFFFFFFFF, seed >> 32
    mask = np.uint64(0xFFFFFFFF)
    for _ in range(rounds):
        p, q = np.uint64(0xD2511F53) * c[0], np.uint64(0xCD9E8D57) * c[2]
        c = [(q >> np.uint64(32)) ^ c[1] ^ np.uint64(k0), q & mask,
             (p >> np.uint64(32)) ^ c[3] ^ np.uint64(k1), p & mask]
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return c


def signed(value):
    return value - (1 << 32) if value >> 31 else value


def make_philox():
    case = Case("program-philox", "random integers from a seed and counters, and numbers below 1")
    seed, n = 0x0123456789ABCDEF, 64
    words = philox(seed, [np.arange(n), np.zeros(n), np.zeros(n), np.zeros(n)])
    words = [w.astype(np.uint32).view(np.int32) for w in words]
    s = case.scalar("i64", seed)
    outputs = [case.output("i32", w) for w in words]
    folded = np.where(words[0] < 0, -words[0].astype(np.int64) - 1, words[0]).astype(np.int32)
    uniform = folded.astype(np.float32) * np.float32(4.6566127342e-10)
    u = case.output("f32", uniform)
    kind = tensor((n,), "i32")
    c0, zero = case.offsets((n,)), case.constant(0, "i32", (n,))
    shift = case.constant(32, "i64")
    low = case.op(f"arith.trunci {s} : i64 to i32")
    upper = case.op(f"arith.shrui {s}, {shift} : i64")
    high = case.op(f"arith.trunci {upper} : i64 to i32")
    start0 = case.op(f"tt.splat {low} : i32 -> {kind}")
    start1 = case.op(f"tt.splat {high} : i32 -> {kind}")
    a, b, step0, step1 = (case.constant(signed(v), "i32", (n,)) for v in (
        0xD2511F53, 0xCD9E8D57, 0x9E3779B9, 0xBB67AE85))
    first, last, one = (case.constant(v, "i32") for v in (0, 10, 1))
    kinds = ", ".join([kind] * 6)
    case.text(f"""
%r:6 = scf.for %round = {first} to {last} step {one} iter_args(%c0 = {c0}, %c1 = {zero}, %c2 = {zero}, %c3 = {zero}, %k0 = {start0}, %k1 = {start1}) -> ({kinds})  : i32 {{
  %ph = tt.mulhiui %c0, {a} : {kind}
  %pl = arith.muli %c0, {a} : {kind}
  %qh = tt.mulhiui %c2, {b} : {kind}
  %ql = arith.muli %c2, {b} : {kind}
  %m0 = arith.xori %qh, %c1 : {kind}
  %n0 = arith.xori %m0, %k0 : {kind}
  %m2 = arith.xori %ph, %c3 : {kind}
  %n2 = arith.xori %m2, %k1 : {kind}
  %l0 = arith.addi %k0, {step0} : {kind}
  %l1 = arith.addi %k1, {step1} : {kind}
  scf.yield %n0, %ql, %n2, %pl, %l0, %l1 : {kinds}
}}
""")
    for i, output in enumerate(outputs):
        case.store(output, f"%r#{i}", "i32", (n,))
    minus, scale = case.constant(-1, "i32", (n,)), case.constant(
        float(np.float32(4.6566127342e-10)), "f32", (n,))
    negative = case.op(f"arith.cmpi slt, %r#0, {zero} : {kind}")
    flipped = case.op(f"arith.xori %r#0, {minus} : {kind}")
    positive = case.op(f"arith.select {negative}, {flipped}, %r#0 : {tensor((n,), 'i1')}, {kind}")
    number = case.op(f"arith.sitofp {positive} : {kind} to {tensor((n,), 'f32')}")
    case.store(u, case.op(f"arith.mulf {number}, {scale} : {tensor((n,), 'f32')}"), "f32", (n,))


def columns_mask(case, n, block):
    offsets = case.offsets((block,))
    bound = case.op(f"tt.splat {n} : i32 -> tensor<{block}xi32>")
    return offsets, case.op(f"arith.cmpi slt, {offsets}, {bound} : tensor<{block}xi32>")


def row_start(case, base, n):
    pid = case.op("tt.get_program_id x : i32", "pid")
    at = case.op(f"arith.muli {pid}, {n} : i32")
    return case.op(f"tt.addptr {base}, {at} : !tt.ptr<f32>, i32")


def make_softmax():
    case = Case("program-softmax", "rows that no block divides become probabilities",
                grid=(6, 1, 1))
    a = case.random.normal(0, 3, (6, 50)).astype(np.float32)
    wide = a.astype(np.float64)
    e = np.exp(wide - wide.max(1, keepdims=True))
    x, y = case.buffer("f32", a), case.output("f32", (e / e.sum(1, keepdims=True)).astype(
        np.float32))
    n = case.scalar("i32", 50)
    kind = "tensor<64xf32>"
    offsets, mask = columns_mask(case, n, 64)
    low = case.constant(-np.inf, "f32", (64,))
    value = case.load(row_start(case, x, n), "f32", (64,), offsets, mask=mask, other=low)
    top, = case.reduce([value], ["f32"], (64,), 0, case.binary("arith.maxnumf", "f32"))
    shifted = case.op(f"arith.subf {value}, {case.op(f'tt.splat {top} : f32 -> {kind}')} : {kind}")
    power = case.op(f"math.exp {shifted} : {kind}")
    total, = case.reduce([power], ["f32"], (64,), 0, case.binary("arith.addf", "f32"))
    share = case.op(f"arith.divf {power}, {case.op(f'tt.splat {total} : f32 -> {kind}')} : {kind}")
    case.store(row_start(case, y, n), share, "f32", (64,), offsets, mask=mask)


def make_layer_norm():
    case = Case("program-layer-norm", "rows with mean 0 and variance 1, then weight and bias",
                grid=(4, 1, 1))
    a = case.random.normal(2, 3, (4, 40)).astype(np.float32)
    w, b = (case.random.normal(0, 1, 40).astype(np.float32) for _ in range(2))
    wide = a.astype(np.float64)
    normal = (wide - wide.mean(1, keepdims=True)) / np.sqrt(wide.var(1, keepdims=True) + 1e-5)
    x, p, q = (case.buffer("f32", v) for v in (a, w, b))
    y = case.output("f32", (normal * w + b).astype(np.float32))
    n, inverse = case.scalar("i32", 40), case.scalar("f32", str(np.float32(1 / 40)))
    kind = "tensor<64xf32>"
    offsets, mask = columns_mask(case, n, 64)
    zero = case.constant(0.0, "f32", (64,))
    add = case.binary("arith.addf", "f32")
    value = case.load(row_start(case, x, n), "f32", (64,), offsets, mask=mask, other=zero)
    total, = case.reduce([value], ["f32"], (64,), 0, add)
    mean = case.op(f"arith.mulf {total}, {inverse} : f32")
    centred = case.op(
        f"arith.subf {value}, {case.op(f'tt.splat {mean} : f32 -> {kind}')} : {kind}")
    inside = case.op(f"arith.select {mask}, {centred}, {zero} : tensor<64xi1>, {kind}")
    square = case.op(f"arith.mulf {inside}, {inside} : {kind}")
    total, = case.reduce([square], ["f32"], (64,), 0, add)
    variance = case.op(f"arith.mulf {total}, {inverse} : f32")
    padded = case.op(f"arith.addf {variance}, {case.constant(1e-5, 'f32')} : f32")
    scale = case.op(f"math.rsqrt {padded} : f32")
    normal = case.op(
        f"arith.mulf {inside}, {case.op(f'tt.splat {scale} : f32 -> {kind}')} : {kind}")
    weight = case.load(p, "f32", (64,), offsets, mask=mask, other=zero)
    bias = case.load(q, "f32", (64,), offsets, mask=mask, other=zero)
    scaled = case.op(f"arith.mulf {normal}, {weight} : {kind}")
    result = case.op(f"arith.addf {scaled}, {bias} : {kind}")
    case.store(row_start(case, y, n), result, "f32", (64,), offsets, mask=mask)


def make_matmul():
    case = Case("program-matmul", "a product with odd extents, masked on every side",
                grid=(2, 2, 1))
    m, n, k = 19, 27, 37
    a, b = (case.random.integers(-4, 5, s).astype(np.float16) for s in ((m, k), (k, n)))
    x, y = case.buffer("f16", a), case.buffer("f16", b)
    z = case.output("f32", (a.astype(np.float32) @ b.astype(np.float32)))
    counts = [case.scalar("i32", v) for v in (m, n, k)]
    case.text(f"""
%pid_m = tt.get_program_id x : i32
%pid_n = tt.get_program_id y : i32
%c0 = arith.constant 0 : i32
%c16 = arith.constant 16 : i32
%zero = arith.constant dense<0.000000e+00> : tensor<16x16xf16>
%start = arith.constant dense<0.000000e+00> : tensor<16x16xf32>
%steps = tt.make_range {{end = 16 : i32, start = 0 : i32}} : tensor<16xi32>
%m0 = arith.muli %pid_m, %c16 : i32
%n0 = arith.muli %pid_n, %c16 : i32
%m1 = tt.splat %m0 : i32 -> tensor<16xi32>
%n1 = tt.splat %n0 : i32 -> tensor<16xi32>
%m2 = arith.addi %m1, %steps : tensor<16xi32>
%n2 = arith.addi %n1, %steps : tensor<16xi32>
%m3 = tt.expand_dims %m2 {{axis = 1 : i32}} : tensor<16xi32> -> tensor<16x1xi32>
%n3 = tt.expand_dims %n2 {{axis = 0 : i32}} : tensor<16xi32> -> tensor<1x16xi32>
%mm = tt.splat {counts[0]} : i32 -> tensor<16x1xi32>
%nn = tt.splat {counts[1]} : i32 -> tensor<1x16xi32>
%m_in = arith.cmpi slt, %m3, %mm : tensor<16x1xi32>
%n_in = arith.cmpi slt, %n3, %nn : tensor<1x16xi32>
%m_all = tt.broadcast %m_in : tensor<16x1xi1> -> tensor<16x16xi1>
%n_all = tt.broadcast %n_in : tensor<1x16xi1> -> tensor<16x16xi1>
%k_row = tt.splat {counts[2]} : i32 -> tensor<16x1xi32>
%a_row = arith.muli %m3, %k_row : tensor<16x1xi32>
%a_rows = tt.broadcast %a_row : tensor<16x1xi32> -> tensor<16x16xi32>
%a_base = tt.splat {x} : !tt.ptr<f16> -> tensor<16x16x!tt.ptr<f16>>
%b_base = tt.splat {y} : !tt.ptr<f16> -> tensor<16x16x!tt.ptr<f16>>
%n_wide = tt.broadcast %n3 : tensor<1x16xi32> -> tensor<16x16xi32>
%n_row = tt.splat {counts[1]} : i32 -> tensor<16x1xi32>
%sum = scf.for %k = %c0 to {counts[2]} step %c16 iter_args(%acc = %start) -> (tensor<16x16xf32>)  : i32 {{
  %k0 = tt.splat %k : i32 -> tensor<16xi32>
  %k1 = arith.addi %k0, %steps : tensor<16xi32>
  %ka = tt.expand_dims %k1 {{axis = 0 : i32}} : tensor<16xi32> -> tensor<1x16xi32>
  %kb = tt.expand_dims %k1 {{axis = 1 : i32}} : tensor<16xi32> -> tensor<16x1xi32>
  %ka_end = tt.splat {counts[2]} : i32 -> tensor<1x16xi32>
  %ka_in = arith.cmpi slt, %ka, %ka_end : tensor<1x16xi32>
  %kb_in = arith.cmpi slt, %kb, %k_row : tensor<16x1xi32>
  %ka_all = tt.broadcast %ka_in : tensor<1x16xi1> -> tensor<16x16xi1>
  %kb_all = tt.broadcast %kb_in : tensor<16x1xi1> -> tensor<16x16xi1>
  %a_mask = arith.andi %m_all, %ka_all : tensor<16x16xi1>
  %b_mask = arith.andi %n_all, %kb_all : tensor<16x16xi1>
  %ka_wide = tt.broadcast %ka : tensor<1x16xi32> -> tensor<16x16xi32>
  %a_at = arith.addi %a_rows, %ka_wide : tensor<16x16xi32>
  %ap = tt.addptr %a_base, %a_at : tensor<16x16x!tt.ptr<f16>>, tensor<16x16xi32>
  %b_row = arith.muli %kb, %n_row : tensor<16x1xi32>
  %b_rows = tt.broadcast %b_row : tensor<16x1xi32> -> tensor<16x16xi32>
  %b_at = arith.addi %b_rows, %n_wide : tensor<16x16xi32>
  %bp = tt.addptr %b_base, %b_at : tensor<16x16x!tt.ptr<f16>>, tensor<16x16xi32>
  %a = tt.load %ap, %a_mask, %zero : tensor<16x16x!tt.ptr<f16>>
  %b = tt.load %bp, %b_mask, %zero : tensor<16x16x!tt.ptr<f16>>
  %next = tt.dot %a, %b, %acc, inputPrecision = tf32 : tensor<16x16xf16> * tensor<16x16xf16> -> tensor<16x16xf32>
  scf.yield %next : tensor<16x16xf32>
}} {{tt.num_stages = 2 : i32}}
%c_row = arith.muli %m3, %n_row : tensor<16x1xi32>
%c_rows = tt.broadcast %c_row : tensor<16x1xi32> -> tensor<16x16xi32>
%c_at = arith.addi %c_rows, %n_wide : tensor<16x16xi32>
%c_base = tt.splat {z} : !tt.ptr<f32> -> tensor<16x16x!tt.ptr<f32>>
%cp = tt.addptr %c_base, %c_at : tensor<16x16x!tt.ptr<f32>>, tensor<16x16xi32>
%c_mask = arith.andi %m_all, %n_all : tensor<16x16xi1>
tt.store %cp, %sum, %c_mask : tensor<16x16x!tt.ptr<f32>>
""")


def make_sort():
    """Each step joins every element with its partner at one distance: a cube of bits."""
    case = Case("program-sort", "a bitonic network over a vector that is folded into a cube")
    n, bits = 32, 5
    a = case.random.integers(-1000, 1000, n).astype(np.int32)
    x, y = case.buffer("i32", a), case.output("i32", np.sort(a))
    value, index = case.load(x, "i32", (n,)), case.offsets((n,))
    kind = tensor((n,), "i32")
    for stage in range(1, bits + 1):
        for bit in range(stage - 1, -1, -1):
            inner = 1 << bit
            cube, turned = (n // (2 * inner), 2, inner), (n // (2 * inner), inner, 2)
            half = turned[:2]
            folded = case.op(f"tt.reshape {value} : {kind} -> {tensor(cube, 'i32')}")
            pairs = case.op(f"tt.trans {folded} {{order = array<i32: 0, 2, 1>}} : "
                            f"{tensor(cube, 'i32')} -> {tensor(turned, 'i32')}")
            case.counter += 1
            l, r = f"%l_{case.counter}", f"%r_{case.counter}"
            case.line(f"{l}, {r} = tt.split {pairs} : {tensor(turned, 'i32')} -> "
                      f"{tensor(half, 'i32')}")
            low = case.op(f"arith.minsi {l}, {r} : {tensor(half, 'i32')}")
            high = case.op(f"arith.maxsi {l}, {r} : {tensor(half, 'i32')}")
            up = case.op(f"tt.join {low}, {high} : {tensor(half, 'i32')} -> "
                         f"{tensor(turned, 'i32')}")
            down = case.op(f"tt.join {high}, {low} : {tensor(half, 'i32')} -> "
                           f"{tensor(turned, 'i32')}")
            ways = []
            for pair in (up, down):
                cubed = case.op(f"tt.trans {pair} {{order = array<i32: 0, 2, 1>}} : "
                                f"{tensor(turned, 'i32')} -> {tensor(cube, 'i32')}")
                ways.append(case.op(f"tt.reshape {cubed} : {tensor(cube, 'i32')} -> {kind}"))
            # Blocks of 2^stage are sorted upward and downward in turn.
            block = case.constant(1 << stage, "i32", (n,))
            zero = case.constant(0, "i32", (n,))
            odd = case.op(f"arith.andi {index}, {block} : {kind}")
            falls = case.op(f"arith.cmpi ne, {odd}, {zero} : {kind}")
            value = case.op(f"arith.select {falls}, {ways[1]}, {ways[0]} : "
                            f"{tensor((n,), 'i1')}, {kind}")
    case.store(y, value, "i32", (n,))


def make_online_softmax():
    case = Case("program-online-softmax", "greatest and sum of powers in one pass over blocks")
    a = case.random.normal(0, 4, 64).astype(np.float32)
    wide = a.astype(np.float64)
    result = [wide.max(), np.exp(wide - wide.max()).sum()]
    x, y = case.buffer("f32", a), case.output("f32", np.array(result, np.float32))
    steps = case.offsets((16,))
    case.text(f"""
%c0 = arith.constant 0 : i32
%c16 = arith.constant 16 : i32
%c64 = arith.constant 64 : i32
%low = arith.constant 0xFF800000 : f32
%none = arith.constant 0.000000e+00 : f32
%base = tt.splat {x} : !tt.ptr<f32> -> tensor<16x!tt.ptr<f32>>
%r:2 = scf.for %i = %c0 to %c64 step %c16 iter_args(%top = %low, %sum = %none) -> (f32, f32)  : i32 {{
  %at = tt.splat %i : i32 -> tensor<16xi32>
  %offset = arith.addi %at, {steps} : tensor<16xi32>
  %p = tt.addptr %base, %offset : tensor<16x!tt.ptr<f32>>, tensor<16xi32>
  %v = tt.load %p : tensor<16x!tt.ptr<f32>>
  %here = "tt.reduce"(%v) <{{axis = 0 : i32}}> ({{
  ^bb0(%l: f32, %m: f32):
    %g = arith.maxnumf %l, %m : f32
    tt.reduce.return %g : f32
  }}) : (tensor<16xf32>) -> f32
  %new = arith.maxnumf %top, %here : f32
  %fall = arith.subf %top, %new : f32
  %factor = math.exp %fall : f32
  %old = arith.mulf %sum, %factor : f32
  %wide = tt.splat %new : f32 -> tensor<16xf32>
  %shifted = arith.subf %v, %wide : tensor<16xf32>
  %power = math.exp %shifted : tensor<16xf32>
  %part = "tt.reduce"(%power) <{{axis = 0 : i32}}> ({{
  ^bb0(%l: f32, %m: f32):
    %g = arith.addf %l, %m : f32
    tt.reduce.return %g : f32
  }}) : (tensor<16xf32>) -> f32
  %total = arith.addf %old, %part : f32
  scf.yield %new, %total : f32, f32
}}
tt.store {y}, %r#0 : !tt.ptr<f32>
%one = arith.constant 1 : i32
%next = tt.addptr {y}, %one : !tt.ptr<f32>, i32
tt.store %next, %r#1 : !tt.ptr<f32>
""")


def make_attention():
    case = Case("program-attention", "weights from a product of queries and keys, causal")
    q, k, v = (case.random.normal(0, 1, (16, 16)).astype(np.float32) for _ in range(3))
    scores = q.astype(np.float64) @ k.T.astype(np.float64) * 0.25
    scores[np.triu_indices(16, 1)] = -np.inf
    e = np.exp(scores - scores.max(1, keepdims=True))
    result = (e / e.sum(1, keepdims=True)) @ v
    inputs = [case.buffer("f32", m) for m in (q, k, v)]
    y = case.output("f32", result.astype(np.float32))
    q, k, v = (case.load(m, "f32", (16, 16)) for m in inputs)
    kind = "tensor<16x16xf32>"
    zero, scale = case.constant(0.0, "f32", (16, 16)), case.constant(0.25, "f32", (16, 16))
    low = case.constant(-np.inf, "f32", (16, 16))
    turned = case.op(f"tt.trans {k} {{order = array<i32: 1, 0>}} : {kind} -> {kind}")
    scores = case.op(
        f"tt.dot {q}, {turned}, {zero}, inputPrecision = ieee : {kind} * {kind} -> {kind}")
    scores = case.op(f"arith.mulf {scores}, {scale} : {kind}")
    steps = case.op("tt.make_range {end = 16 : i32, start = 0 : i32} : tensor<16xi32>")
    rows = case.widened(steps, "i32", 0, (16, 16))
    columns = case.widened(steps, "i32", 1, (16, 16))
    seen = case.op(f"arith.cmpi sge, {rows}, {columns} : tensor<16x16xi32>")
    scores = case.op(f"arith.select {seen}, {scores}, {low} : tensor<16x16xi1>, {kind}")
    top, = case.reduce([scores], ["f32"], (16, 16), 1, case.binary("arith.maxnumf", "f32"))
    shifted = case.op(f"arith.subf {scores}, {case.widened(top, 'f32', 0, (16, 16))} : {kind}")
    power = case.op(f"math.exp {shifted} : {kind}")
    total, = case.reduce([power], ["f32"], (16, 16), 1, case.binary("arith.addf", "f32"))
    share = case.op(f"arith.divf {power}, {case.widened(total, 'f32', 0, (16, 16))} : {kind}")
    result = case.op(
        f"tt.dot {share}, {v}, {zero}, inputPrecision = ieee : {kind} * {kind} -> {kind}")
    case.store(y, result, "f32", (16, 16))


def make():
    make_vector_add()
    make_philox()
    make_softmax()
    make_layer_norm()
    make_matmul()
    make_sort()
    make_online_softmax()
    make_attention()
