"""Loads and stores through pointers."""

import numpy as np

from .case import Case, tensor, unwritten
from .formats import DTYPES

COUNT = 64


def less_than(case, offsets, limit, shape):
    bound = case.constant(limit, "i32", shape)
    return case.op(f"arith.cmpi slt, {offsets}, {bound} : {tensor(shape, 'i32')}", "mask")


def make_copies():
    case = Case("memory-copy", "every element type, through tiles and scalars")
    for element in DTYPES:
        if element == "i1":
            a = case.random.integers(0, 2, 32).astype(np.uint8)
        else:
            a = case.random.integers(0, 100, 32).astype(DTYPES[element])
        after = unwritten((33,), element)
        after[:32], after[32] = a, a[5]
        x, y = case.buffer(element, a), case.output(element, after)
        case.store(y, case.load(x, element, (32,)), element, (32,))
        value = case.load(x, element, (), start=5)
        case.store(y, value, element, (), start=32)


def make_masks():
    case = Case("memory-mask", "what the mask leaves out is not touched, even outside the buffer")
    a = case.random.integers(0, 1000, 50).astype(np.int32)
    expected = unwritten((50,), "i32")
    expected[:50] = a
    x, y = case.buffer("i32", a), case.output("i32", expected)
    padded = np.full(COUNT, -7, np.int32)
    padded[:50] = a
    z = case.output("i32", padded)
    part = unwritten((COUNT,), "i32")
    part[0::3] = padded[0::3]
    w = case.output("i32", part)
    offsets = case.offsets((COUNT,))
    inside = less_than(case, offsets, 50, (COUNT,))
    other = case.constant(-7, "i32", (COUNT,))
    # Where the mask is off, the addresses are far outside.
    far = case.constant(1 << 20, "i32", (COUNT,))
    away = case.op(f"arith.addi {offsets}, {far} : tensor<64xi32>")
    at = case.op(f"arith.select {inside}, {offsets}, {away} : tensor<64xi1>, tensor<64xi32>")
    value = case.load(x, "i32", (COUNT,), at, mask=inside, other=other)
    case.store(y, value, "i32", (COUNT,), at, mask=inside)
    case.store(z, value, "i32", (COUNT,))
    three, zero = case.constant(3, "i32", (COUNT,)), case.constant(0, "i32", (COUNT,))
    rest = case.op(f"arith.remsi {offsets}, {three} : tensor<64xi32>")
    third = case.op(f"arith.cmpi eq, {rest}, {zero} : tensor<64xi32>")
    case.store(w, value, "i32", (COUNT,), mask=third)

    case = Case("memory-mask-all-off", "a load and a store of nothing, through null pointers")
    y = case.output("f32", np.full(16, 2.5, np.float32))
    z = case.output("f32", unwritten((1,), "f32"))
    null = case.constant(0, "i64", (16,))
    at = case.op(f"tt.int_to_ptr {null} : tensor<16xi64> -> tensor<16x!tt.ptr<f32>>")
    off = case.constant(False, "i1", (16,))
    other = case.constant(2.5, "f32", (16,))
    value = case.op(f"tt.load {at}, {off}, {other} : tensor<16x!tt.ptr<f32>>")
    case.line(f"tt.store {at}, {value}, {off} : tensor<16x!tt.ptr<f32>>")
    case.store(y, value, "f32", (16,))
    no, zero = case.constant(False, "i1"), case.constant(0.0, "f32")
    case.line(f"tt.store {z}, {zero}, {no} : !tt.ptr<f32>")


def make_strides():
    case = Case("memory-strides", "rows and columns with gaps, and a matrix turned by addresses")
    a = case.random.normal(0, 1, (8, 20)).astype(np.float32)
    x = case.buffer("f32", a)
    after = unwritten((16, 12), "f32")
    after[:, :8] = a[:, 0:16].T
    y = case.output("f32", after)
    source = case.offsets((8, 16), (20, 1))
    target = case.offsets((8, 16), (1, 12))
    case.store(y, case.load(x, "f32", (8, 16), source), "f32", (8, 16), target)

    case = Case("memory-scatter", "addresses that come from memory, the same one several times")
    a = case.random.integers(0, 1000, 32).astype(np.int32)
    index = case.random.integers(0, 32, 64).astype(np.int32)
    where = case.random.permutation(64).astype(np.int32)
    x, i, j = case.buffer("i32", a), case.buffer("i32", index), case.buffer("i32", where)
    after = np.empty(64, np.int32)
    after[where] = a[index]
    y = case.output("i32", after)
    at, to = case.load(i, "i32", (64,)), case.load(j, "i32", (64,))
    case.store(y, case.load(x, "i32", (64,), at), "i32", (64,), to)


def make_offsets():
    case = Case("memory-wide-offsets", "offsets of 64 bits, negative ones, and from bytes within")
    a = case.random.integers(0, 1000, 64).astype(np.int16)
    # The parameter points at element 40.
    x = case.buffer("i16", a, offset=80)
    y = case.output("i16", np.concatenate([a[8:40][::-1], a[40:56]]))
    steps = case.op("tt.make_range {end = 32 : i32, start = 0 : i32} : tensor<32xi32>")
    wide = case.op(f"arith.extsi {steps} : tensor<32xi32> to tensor<32xi64>")
    minus = case.constant(-1, "i64", (32,))
    down = case.op(f"arith.xori {wide}, {minus} : tensor<32xi64>")
    at = case.address(x, "i16", (32,), down, offset_type="i64")
    value = case.op(f"tt.load {at} : tensor<32x!tt.ptr<i16>>")
    case.store(y, value, "i16", (32,))
    large = case.constant(1 << 33, "i64")
    back = case.constant(-(1 << 33), "i64")
    far = case.op(f"tt.addptr {x}, {large} : !tt.ptr<i16>, i64")
    near = case.op(f"tt.addptr {far}, {back} : !tt.ptr<i16>, i64")
    case.store(y, case.load(near, "i16", (16,)), "i16", (16,), start=32)


def make_booleans():
    case = Case("memory-booleans", "a byte for each truth value; any byte but zero is true")
    a = np.array([0, 1, 2, 255, 0, 128, 1, 0] * 4, np.uint8)
    x = case.buffer("i1", a)
    y = case.output("i32", (a != 0).astype(np.int32))
    plain = case.buffer("i1", (a != 0).astype(np.uint8))
    z = case.output("i1", (a == 0).astype(np.uint8))
    cast = case.op(f"tt.bitcast {x} : !tt.ptr<i1> -> !tt.ptr<i8>")
    byte = case.load(cast, "i8", (32,))
    zero = case.constant(0, "i8", (32,))
    flag = case.op(f"arith.cmpi ne, {byte}, {zero} : tensor<32xi8>")
    case.store(y, case.op(f"arith.extui {flag} : tensor<32xi1> to tensor<32xi32>"), "i32", (32,))
    value = case.load(plain, "i1", (32,))
    yes = case.constant(True, "i1", (32,))
    case.store(z, case.op(f"arith.xori {value}, {yes} : tensor<32xi1>"), "i1", (32,))


def make_hints():
    case = Case("memory-hints", "hints for caches change nothing")
    a = case.random.normal(0, 1, COUNT).astype(np.float32)
    x = case.buffer("f32", a)
    kind = "tensor<64x!tt.ptr<f32>>"
    at = case.address(x, "f32", (COUNT,))
    for load, store in [("cacheModifier = ca", "cacheModifier = wb"),
                        ("cacheModifier = cg", "cacheModifier = cs"),
                        ("evictionPolicy = evict_first", "evictionPolicy = evict_last"),
                        ("cacheModifier = cv", "cacheModifier = wt"),
                        ("{isVolatile = true}", "evictionPolicy = evict_first")]:
        y = case.output("f32", a)
        value = case.op(f"tt.load {at} {load} : {kind}")
        to = case.address(y, "f32", (COUNT,))
        case.line(f"tt.store {to}, {value} {store} : {kind}")


def make_whole_vectors():
    case = Case("memory-whole-vectors", "elements that start anywhere are read in vectors around them")
    start = case.scalar("i32", 5)
    for element, dtype in [("i8", np.int8), ("i16", np.int16), ("f32", np.float32)]:
        # As many for each of 128 threads as 16 bytes hold.
        count = 128 * 16 // np.dtype(dtype).itemsize
        values = case.random.integers(-100, 100, count + 16).astype(dtype)
        x, y = case.buffer(element, values), case.output(element, values[5:count + 5])
        base = case.op(f"tt.addptr {x}, {start} : !tt.ptr<{element}>, i32", "base")
        at = case.address(base, element, (count,))
        value = case.op(
            f"tt.load {at} {{nereid.whole_vectors = true}} : tensor<{count}x!tt.ptr<{element}>>")
        case.store(y, value, element, (count,))


def make_addresses():
    case = Case("memory-addresses", "pointers as integers and back, chosen and carried by loops")
    a, b = np.arange(32, dtype=np.int32), np.arange(32, dtype=np.int32) + 100
    x, y = case.buffer("i32", a), case.buffer("i32", b)
    z = case.output("i32", np.concatenate([a[4:20], np.where(np.arange(16) % 2, b[:16], a[:16])]))
    one = case.op(f"tt.ptr_to_int {x} : !tt.ptr<i32> -> i64")
    sixteen = case.constant(16, "i64")
    moved = case.op(f"arith.addi {one}, {sixteen} : i64")
    base = case.op(f"tt.int_to_ptr {moved} : i64 -> !tt.ptr<i32>")
    case.store(z, case.load(base, "i32", (16,)), "i32", (16,))
    l, r = case.address(x, "i32", (16,)), case.address(y, "i32", (16,))
    offsets = case.offsets((16,))
    odd = case.op(f"arith.trunci {offsets} : tensor<16xi32> to tensor<16xi1>")
    kind = "tensor<16x!tt.ptr<i32>>"
    at = case.op(f"arith.select {odd}, {r}, {l} : tensor<16xi1>, {kind}")
    case.store(z, case.op(f"tt.load {at} : {kind}"), "i32", (16,), start=16)
    w = case.output("i64", np.array([31 * 4], np.int64))
    tile = case.address(x, "i32", (32,))
    numbers = case.op(f"tt.ptr_to_int {tile} : tensor<32x!tt.ptr<i32>> -> tensor<32xi64>")
    high, = case.reduce([numbers], ["i64"], (32,), 0, case.binary("arith.maxui", "i64"))
    span = case.op(f"arith.subi {high}, {one} : i64")
    case.line(f"tt.store {w}, {span} : !tt.ptr<i64>")


def make_aliases():
    case = Case("memory-order", "a program sees what it stored before")
    after = np.zeros(32, np.int32)
    after[:16] = np.arange(16) * 2
    after[16:] = np.arange(16) * 2 + 1
    before = np.zeros(32, np.int32)
    y = case.output("i32", after, before)
    steps = case.offsets((16,))
    case.store(y, steps, "i32", (16,))
    value = case.load(y, "i32", (16,))
    double = case.op(f"arith.addi {value}, {value} : tensor<16xi32>")
    case.store(y, double, "i32", (16,))
    case.line("gpu.barrier")
    again = case.load(y, "i32", (16,))
    one = case.constant(1, "i32", (16,))
    case.store(y, case.op(f"arith.addi {again}, {one} : tensor<16xi32>"), "i32", (16,), start=16)


def make():
    make_copies()
    make_masks()
    make_strides()
    make_offsets()
    make_booleans()
    make_hints()
    make_whole_vectors()
    make_addresses()
    make_aliases()
