"""Operations that move elements and do not compute."""

import numpy as np

from .case import Case, tensor


def count_up(shape, start=0):
    return (np.arange(np.prod(shape)) * 7 + start).astype(np.int32).reshape(shape)


def make_creation():
    case = Case("shape-splat-range", "one number everywhere; ranges that do not start at zero")
    n = case.scalar("i32", 11)
    y = case.output("i32", np.arange(5, 5 + 64, dtype=np.int32) + 11)
    z = case.output("i32", np.arange(-8, 8, dtype=np.int32))
    w = case.output("i32", np.full((4, 8), 11, np.int32))
    part = case.op("tt.make_range {end = 69 : i32, start = 5 : i32} : tensor<64xi32>")
    added = case.op(f"tt.splat {n} : i32 -> tensor<64xi32>")
    case.store(y, case.op(f"arith.addi {part}, {added} : tensor<64xi32>"), "i32", (64,))
    part = case.op("tt.make_range {end = 8 : i32, start = -8 : i32} : tensor<16xi32>")
    case.store(z, part, "i32", (16,))
    case.store(w, case.op(f"tt.splat {n} : i32 -> tensor<4x8xi32>"), "i32", (4, 8))


def make_broadcast():
    case = Case("shape-broadcast", "extents of one are repeated, on any axis")
    a = count_up((8,))
    x = case.buffer("i32", a)
    y = case.output("i32", np.broadcast_to(a[:, None], (8, 4)).copy())
    z = case.output("i32", np.broadcast_to(a[None, :, None], (2, 8, 4)).copy())
    value = case.load(x, "i32", (8,))
    column = case.op(f"tt.expand_dims {value} {{axis = 1 : i32}} : tensor<8xi32> -> tensor<8x1xi32>")
    wide = case.op(f"tt.broadcast {column} : tensor<8x1xi32> -> tensor<8x4xi32>")
    case.store(y, wide, "i32", (8, 4))
    deep = case.op(
        f"tt.expand_dims {column} {{axis = 0 : i32}} : tensor<8x1xi32> -> tensor<1x8x1xi32>")
    wide = case.op(f"tt.broadcast {deep} : tensor<1x8x1xi32> -> tensor<2x8x4xi32>")
    case.store(z, wide, "i32", (2, 8, 4))


def make_reshape():
    case = Case("shape-reshape", "elements keep their row-major order")
    a = count_up((64,))
    x = case.buffer("i32", a)
    value, shape = case.load(x, "i32", (64,)), (64,)
    for target in ((4, 16), (2, 2, 2, 8), (16, 4), (1, 64)):
        value = case.op(f"tt.reshape {value} : {tensor(shape, 'i32')} -> {tensor(target, 'i32')}")
        shape = target
        y = case.output("i32", a.reshape(target))
        case.store(y, value, "i32", target)
    # An order that the compiler may choose still holds the same elements.
    y = case.output("i32", np.array([a.sum()], np.int32))
    loose = case.op(f"tt.reshape {value} allow_reorder : tensor<1x64xi32> -> tensor<64xi32>")
    total, = case.reduce([loose], ["i32"], (64,), 0, case.binary("arith.addi", "i32"))
    case.line(f"tt.store {y}, {total} : !tt.ptr<i32>")


def make_transpose():
    case = Case("shape-transpose", "axes change places, in two, three and four dimensions")
    for shape, order in [((8, 4), (1, 0)), ((2, 4, 8), (2, 0, 1)), ((2, 4, 8), (0, 2, 1)),
                         ((2, 4, 8), (1, 2, 0)), ((2, 2, 4, 2), (3, 1, 0, 2))]:
        a = count_up(shape)
        result = a.transpose(order).copy()
        x, y = case.buffer("i32", a), case.output("i32", result)
        value = case.load(x, "i32", shape)
        turned = case.op(
            f"tt.trans {value} {{order = array<i32: {', '.join(map(str, order))}>}} : "
            f"{tensor(shape, 'i32')} -> {tensor(result.shape, 'i32')}")
        case.store(y, turned, "i32", result.shape)


def make_join():
    case = Case("shape-join-split", "a new last axis of two, and its halves")
    a, b = count_up((4, 8)), count_up((4, 8), 1000)
    joined = np.stack([a, b], -1)
    x, y = case.buffer("i32", a), case.buffer("i32", b)
    z = case.output("i32", joined)
    l, r = case.output("i32", b), case.output("i32", a)
    left, right = case.load(x, "i32", (4, 8)), case.load(y, "i32", (4, 8))
    both = case.op(f"tt.join {left}, {right} : tensor<4x8xi32> -> tensor<4x8x2xi32>")
    case.store(z, both, "i32", (4, 8, 2))
    case.line(f"%first, %second = tt.split {both} : tensor<4x8x2xi32> -> tensor<4x8xi32>")
    case.store(l, "%second", "i32", (4, 8))
    case.store(r, "%first", "i32", (4, 8))

    case = Case("shape-interleave", "joined and reshaped vectors alternate")
    a, b = count_up((16,)), count_up((16,), 5000)
    x, y = case.buffer("i32", a), case.buffer("i32", b)
    z = case.output("i32", np.stack([a, b], -1).reshape(-1))
    left, right = case.load(x, "i32", (16,)), case.load(y, "i32", (16,))
    both = case.op(f"tt.join {left}, {right} : tensor<16xi32> -> tensor<16x2xi32>")
    flat = case.op(f"tt.reshape {both} : tensor<16x2xi32> -> tensor<32xi32>")
    case.store(z, flat, "i32", (32,))


def make_concatenation():
    case = Case("shape-concatenate", "all elements of both halves, in an order left open")
    a, b = np.arange(16, dtype=np.int32) % 5, np.arange(16, dtype=np.int32) % 3 + 4
    x, y = case.buffer("i32", a), case.buffer("i32", b)
    z = case.output("i32", np.bincount(np.concatenate([a, b]), minlength=8).astype(np.int32))
    left, right = case.load(x, "i32", (16,)), case.load(y, "i32", (16,))
    both = case.op(f"tt.cat {left}, {right} : tensor<16xi32> -> tensor<32xi32>")
    counts = case.op(f"tt.histogram {both} : tensor<32xi32> -> tensor<8xi32>")
    case.store(z, counts, "i32", (8,))


def make_unsplat():
    case = Case("shape-unsplat", "the one element of a tile as a scalar")
    x = case.buffer("f32", np.array([2.5], np.float32))
    y = case.output("f32", np.array([2.5], np.float32))
    z = case.output("f32", np.full(8, 2.5, np.float32))
    value = case.load(x, "f32", (1,))
    scalar = case.op(f"tt.unsplat {value} : tensor<1xf32>")
    case.line(f"tt.store {y}, {scalar} : !tt.ptr<f32>")
    case.store(z, case.op(f"tt.splat {scalar} : f32 -> tensor<8xf32>"), "f32", (8,))


def make_gather():
    for axis, shape, taken in [(0, (8, 4), (16, 4)), (1, (4, 8), (4, 4)), (0, (32,), (32,))]:
        rank = len(shape)
        case = Case(f"shape-gather-{rank}d-axis{axis}", "elements chosen along an axis")
        a = count_up(shape)
        index = case.random.integers(0, shape[axis], taken).astype(np.int32)
        x, y = case.buffer("i32", a), case.buffer("i32", index)
        z = case.output("i32", np.take_along_axis(a, index, axis))
        source, at = case.load(x, "i32", shape), case.load(y, "i32", taken)
        kind, kind_at = tensor(shape, "i32"), tensor(taken, "i32")
        value = case.op(
            f"tt.gather {source}[{at}] {{axis = {axis} : i32}} : ({kind}, {kind_at}) -> {kind_at}")
        case.store(z, value, "i32", taken)


def make_select():
    case = Case("shape-select", "a choice for each element, and one for whole tiles")
    a, b = count_up((32,)), -count_up((32,))
    flags = case.random.integers(0, 2, 32).astype(np.int8)
    x, y, m = case.buffer("i32", a), case.buffer("i32", b), case.buffer("i8", flags)
    z = case.output("i32", np.where(flags != 0, a, b))
    w = case.output("i32", b)
    l, r, f = (case.load(v, e, (32,)) for v, e in ((x, "i32"), (y, "i32"), (m, "i8")))
    zero = case.constant(0, "i8", (32,))
    flag = case.op(f"arith.cmpi ne, {f}, {zero} : tensor<32xi8>")
    case.store(z, case.op(f"arith.select {flag}, {l}, {r} : tensor<32xi1>, tensor<32xi32>"),
               "i32", (32,))
    no = case.constant(False, "i1")
    case.store(w, case.op(f"arith.select {no}, {l}, {r} : tensor<32xi32>"), "i32", (32,))


def make():
    make_creation()
    make_broadcast()
    make_reshape()
    make_transpose()
    make_join()
    make_concatenation()
    make_unsplat()
    make_gather()
    make_select()
