"""Tensor descriptors and block pointers: tiles of tensors whose extents are known at run time."""

import numpy as np

from .case import Case, tensor, unwritten
from .formats import DTYPES


def block_of(array, start, shape, padding=0):
    """The tile at `start`; what lies outside is `padding`."""
    result = np.full(shape, padding, array.dtype)
    target, source = [], []
    for offset, extent, limit in zip(start, shape, array.shape):
        low, high = max(0, offset), min(limit, offset + extent)
        target.append(slice(low - offset, max(low, high) - offset))
        source.append(slice(low, max(low, high)))
    result[tuple(target)] = array[tuple(source)]
    return result


def placed(array, start, tile, combine=lambda old, new: new):
    """`array` after the part of `tile` that lies inside was combined with it."""
    result = array.copy()
    for index in np.ndindex(tile.shape):
        at = tuple(s + i for s, i in zip(start, index))
        if all(0 <= p < n for p, n in zip(at, array.shape)):
            result[at] = combine(array[at], tile[index])
    return result


def described(case, base, element, spelling, shape, strides, block, attributes=""):
    extents = [case.constant(s, "i32") for s in shape]
    steps = [case.constant(s, "i64") for s in strides]
    return case.op(
        f"tt.make_tensor_descriptor {base}, [{', '.join(extents)}], [{', '.join(steps)}]"
        f"{attributes} : !tt.ptr<{element}>, !tt.tensordesc<{tensor(block, spelling)}>", "desc")


def indices(case, start):
    return ", ".join(case.constant(s, "i32") for s in start)


def make_load_store():
    table = [
        ("f32", "f32", (10, 20), (8, 16), [(0, 0), (4, 8), (8, 16), (-3, -5)]),
        ("f16", "f16", (9, 24), (4, 16), [(0, 0), (7, 16)]),
        ("i8", "si8", (5, 48), (4, 32), [(2, 32)]),
        ("i16", "ui16", (40,), (16,), [(0,), (32,)]),
        ("i32", "si32", (3, 4, 12), (2, 2, 8), [(1, 1, 4), (2, 3, 8)]),
        ("f8E4M3FN", "f8E4M3FN", (6, 32), (4, 16), [(3, 20)]),
    ]
    for element, spelling, shape, block, starts in table:
        case = Case(f"descriptor-{element.lower()}-{len(shape)}d",
                    "what lies outside is read as zero and not written")
        a = case.random.integers(1, 100, shape).astype(DTYPES[element])
        x = case.buffer(element, a)
        desc = described(case, x, element, spelling, shape,
                         [s // a.itemsize for s in a.strides], block)
        kind, value_kind = f"!tt.tensordesc<{tensor(block, spelling)}>", tensor(block, element)
        tiles = np.stack([block_of(a, start, block) for start in starts])
        y = case.output(element, tiles)
        size = int(np.prod(block))
        values = []
        for i, start in enumerate(starts):
            value = case.op(
                f"tt.descriptor_load {desc}[{indices(case, start)}] : {kind} -> {value_kind}")
            case.store(y, value, element, block, start=i * size)
            values.append(value)
        before = unwritten(shape, element)
        after = before
        for start, tile in zip(starts, tiles):
            after = placed(after, start, tile)
        z = case.output(element, after, before)
        target = described(case, z, element, spelling, shape,
                           [s // a.itemsize for s in a.strides], block)
        for start, value in zip(starts, values):
            case.line(f"tt.descriptor_store {target}[{indices(case, start)}], {value} : "
                      f"{kind}, {value_kind}")


def make_padding():
    case = Case("descriptor-padding-nan", "what lies outside is not a number, if so asked")
    a = case.random.normal(0, 1, (6, 12)).astype(np.float32)
    x = case.buffer("f32", a)
    desc = described(case, x, "f32", "f32", (6, 12), (12, 1), (8, 16),
                     " {padding = 2 : i32}")
    y = case.output("f32", block_of(a, (2, 4), (8, 16), np.nan))
    value = case.op(
        f"tt.descriptor_load {desc}[{indices(case, (2, 4))}] : "
        "!tt.tensordesc<tensor<8x16xf32>> -> tensor<8x16xf32>")
    case.store(y, value, "f32", (8, 16))


def make_rows_with_gaps():
    case = Case("descriptor-strides", "a tensor within a wider one keeps to its own columns")
    a = case.random.normal(0, 1, (8, 24)).astype(np.float32)
    # The tensor is the first 10 columns; the others exist and still count as outside.
    x = case.buffer("f32", a)
    desc = described(case, x, "f32", "f32", (8, 10), (24, 1), (4, 8))
    y = case.output("f32", block_of(a[:, :10], (6, 4), (4, 8)))
    value = case.op(
        f"tt.descriptor_load {desc}[{indices(case, (6, 4))}] cacheModifier = ca : "
        "!tt.tensordesc<tensor<4x8xf32>> -> tensor<4x8xf32>")
    case.store(y, value, "f32", (4, 8))


def make_reductions():
    table = [("add", "f32", "f32"), ("add", "f16", "f16"), ("add", "i32", "ui32"),
             ("min", "i32", "si32"), ("max", "i32", "si32"), ("min", "i32", "ui32"),
             ("max", "i64", "ui64"), ("and", "i32", "ui32"), ("or", "i32", "ui32"),
             ("xor", "i64", "ui64"), ("min", "bf16", "bf16"), ("max", "f16", "f16")]
    meanings = {"add": lambda a, b: a + b, "min": min, "max": max, "and": lambda a, b: a & b,
                "or": lambda a, b: a | b, "xor": lambda a, b: a ^ b}
    case = Case("descriptor-reduce", "tiles are combined with memory; what is outside is dropped")
    for kind, element, spelling in table:
        dtype = DTYPES[element]
        a = case.random.integers(-50, 50, (5, 24)).astype(dtype)
        b = case.random.integers(-50, 50, (4, 8)).astype(dtype)
        unsigned = spelling[0] == "u"
        view = np.dtype(f"u{dtype().itemsize}") if unsigned else np.dtype(dtype)
        with np.errstate(over="ignore"):
            after = placed(a.view(view), (3, 20), b.view(view), meanings[kind]).view(dtype)
        p, q = case.buffer(element, a, after), case.buffer(element, b)
        desc = described(case, p, element, spelling, (5, 24), (24, 1), (4, 8))
        value = case.load(q, element, (4, 8))
        case.line(f"tt.descriptor_reduce {kind}, {desc}[{indices(case, (3, 20))}], {value} : "
                  f"!tt.tensordesc<{tensor((4, 8), spelling)}>, {tensor((4, 8), element)}")


def make_gather_scatter():
    case = Case("descriptor-gather-scatter", "rows by their numbers, from a column on")
    a = case.random.normal(0, 1, (12, 24)).astype(np.float32)
    rows = np.array([3, 0, 11, 3, 12, 7, 5, 40], np.int32)
    x, i = case.buffer("f32", a), case.buffer("i32", rows)
    taken = np.stack([block_of(a, (int(r), 16), (1, 16))[0] for r in rows])
    y = case.output("f32", taken)
    where = np.array([2, 4, 6, 8, 10, 0, 1, 15], np.int32)
    j = case.buffer("i32", where)
    before = unwritten((12, 24), "f32")
    after = before
    for r, row in zip(where, taken):
        after = placed(after, (int(r), 4), row[None])
    z = case.output("f32", after, before)
    kind = "!tt.tensordesc<tensor<1x16xf32>>"
    desc = described(case, x, "f32", "f32", (12, 24), (24, 1), (1, 16))
    target = described(case, z, "f32", "f32", (12, 24), (24, 1), (1, 16))
    at, to = case.load(i, "i32", (8,)), case.load(j, "i32", (8,))
    sixteen, four = case.constant(16, "i32"), case.constant(4, "i32")
    value = case.op(f"tt.descriptor_gather {desc}[{at}, {sixteen}] : "
                    f"({kind}, tensor<8xi32>, i32) -> tensor<8x16xf32>")
    case.store(y, value, "f32", (8, 16))
    case.line(f"tt.descriptor_scatter {target}[{to}, {four}], {value} : "
              f"{kind}, tensor<8xi32>, i32, tensor<8x16xf32>")


def make_host():
    case = Case("descriptor-argument", "descriptors that the host makes, with their extents")
    a = case.random.normal(0, 1, (10, 12)).astype(np.float32)
    x = case.descriptor("f32", "f32", (8, 8), a)
    w = case.descriptor("f16", "f16", (4, 8), np.zeros((3, 8), np.float16) + np.float16(2),
                        padding="nan")
    before = unwritten((9, 16), "f32")
    tile = block_of(a, (8, 4), (8, 8))
    z = case.descriptor("f32", "f32", (8, 8), before, placed(before, (4, 12), tile))
    y = case.output("f32", tile)
    half = np.full((4, 8), np.nan, np.float16)
    half[:2] = 2
    v = case.output("f16", half)
    facts = case.output("i64", np.array([10, 12, 12, 1], np.int64))
    kind = "!tt.tensordesc<tensor<8x8xf32>>"
    value = case.op(f"tt.descriptor_load {x}[{indices(case, (8, 4))}] : {kind} -> tensor<8x8xf32>")
    case.store(y, value, "f32", (8, 8))
    case.line(f"tt.descriptor_store {z}[{indices(case, (4, 12))}], {value} : {kind}, "
              "tensor<8x8xf32>")
    value = case.op(f"tt.descriptor_load {w}[{indices(case, (1, 0))}] : "
                    "!tt.tensordesc<tensor<4x8xf16>> -> tensor<4x8xf16>")
    case.store(v, value, "f16", (4, 8))
    for i in range(2):
        extent = case.op(f"arith.extsi {x}_shape{i} : i32 to i64")
        case.store(facts, extent, "i64", (), start=i)
        case.store(facts, f"{x}_stride{i}", "i64", (), start=2 + i)


def make_carried():
    case = Case("descriptor-carried", "descriptors pass through loops, branches and calls")
    a, b = (case.random.integers(-9, 9, (8, 16)).astype(np.int32) for _ in range(2))
    x, y = case.buffer("i32", a), case.buffer("i32", b)
    total = sum((a if i % 2 == 0 else b)[2 * i:2 * i + 2] for i in range(4)).astype(np.int32)
    z = case.output("i32", total)
    first = described(case, x, "i32", "si32", (8, 16), (16, 1), (2, 16))
    second = described(case, y, "i32", "si32", (8, 16), (16, 1), (2, 16))
    kind, tile = "!tt.tensordesc<tensor<2x16xsi32>>", "tensor<2x16xi32>"
    case.text(f"""
%zero = arith.constant 0 : i32
%one = arith.constant 1 : i32
%two = arith.constant 2 : i32
%four = arith.constant 4 : i32
%start = arith.constant dense<0> : {tile}
%r:3 = scf.for %i = %zero to %four step %one iter_args(%p = {first}, %q = {second}, %sum = %start) -> ({kind}, {kind}, {tile})  : i32 {{
  %row = arith.muli %i, %two : i32
  %v = tt.call @read(%p, %row) : ({kind}, i32) -> {tile}
  %next = arith.addi %sum, %v : {tile}
  %yes = arith.constant true
  %other = scf.if %yes -> ({kind}) {{
    scf.yield %q : {kind}
  }} else {{
    scf.yield %p : {kind}
  }}
  scf.yield %other, %p, %next : {kind}, {kind}, {tile}
}}
""")
    case.store(z, "%r#2", "i32", (2, 16))
    case.functions.append(f"""\
  tt.func private @read(%d: {kind}, %row: i32) -> {tile} attributes {{noinline = false}} {{
    %zero = arith.constant 0 : i32
    %v = tt.descriptor_load %d[%row, %zero] : {kind} -> {tile}
    tt.return %v : {tile}
  }}""")


def make_block_pointers():
    case = Case("block-pointer", "tiles that advance, with and without a check of their bounds")
    a = case.random.normal(0, 1, (20, 24)).astype(np.float32)
    x = case.buffer("f32", a)
    kind = "!tt.ptr<tensor<8x8xf32>>"
    rows, columns, one = (case.constant(v, "i64") for v in (20, 24, 1))
    zero, eight, four = (case.constant(v, "i32") for v in (0, 8, 4))
    block = case.op(
        f"tt.make_tensor_ptr {x}, [{rows}, {columns}], [{columns}, {one}], [{zero}, {eight}] "
        "{order = array<i32: 1, 0>} : <tensor<8x8xf32>>")
    tiles = [block_of(a, (0, 8), (8, 8)), block_of(a, (16, 20), (8, 8)),
             block_of(a, (16, 20), (8, 8), np.nan), block_of(a, (16, 16), (8, 8))]
    y = case.output("f32", np.stack(tiles))
    case.store(y, case.op(f"tt.load {block} : {kind}"), "f32", (8, 8))
    sixteen, twelve = case.constant(16, "i32"), case.constant(12, "i32")
    corner = case.op(f"tt.advance {block}, [{sixteen}, {twelve}] : <tensor<8x8xf32>>")
    for i, padding in ((1, 1), (2, 2)):
        value = case.op(f"tt.load {corner} {{boundaryCheck = array<i32: 0, 1>, "
                        f"padding = {padding} : i32}} : {kind}")
        case.store(y, value, "f32", (8, 8), start=64 * i)
    minus = case.constant(-4, "i32")
    bottom = case.op(f"tt.advance {corner}, [{zero}, {minus}] : <tensor<8x8xf32>>")
    value = case.op(f"tt.load {bottom} {{boundaryCheck = array<i32: 0>, padding = 1 : i32}} : "
                    f"{kind}")
    case.store(y, value, "f32", (8, 8), start=192)

    case = Case("block-pointer-store", "stores drop what is outside; columns may be the fast axis")
    a = case.random.normal(0, 1, (8, 8)).astype(np.float32)
    x = case.buffer("f32", a)
    before = unwritten((10, 12), "f32")
    # The tensor has 12 rows and 10 columns and lies column by column.
    after = placed(before, (4, 8), a.T)
    z = case.output("f32", after, before)
    value = case.load(x, "f32", (8, 8))
    twelve, ten, one = (case.constant(v, "i64") for v in (12, 10, 1))
    eight, four = case.constant(8, "i32"), case.constant(4, "i32")
    block = case.op(
        f"tt.make_tensor_ptr {z}, [{twelve}, {ten}], [{one}, {twelve}], [{eight}, {four}] "
        "{order = array<i32: 0, 1>} : <tensor<8x8xf32>>")
    case.line(f"tt.store {block}, {value} {{boundaryCheck = array<i32: 0, 1>}} : "
              "!tt.ptr<tensor<8x8xf32>>")

    case = Case("block-pointer-loop", "a block pointer that a loop carries")
    a = case.random.integers(-9, 9, (8, 32)).astype(np.int32)
    x, y = case.buffer("i32", a), case.output(
        "i32", a.reshape(8, 4, 8).sum(1).astype(np.int32))
    rows, columns, one = (case.constant(v, "i64") for v in (8, 32, 1))
    zero, eight, end = (case.constant(v, "i32") for v in (0, 8, 32))
    start = case.constant(0, "i32", (8, 8))
    block = case.op(
        f"tt.make_tensor_ptr {x}, [{rows}, {columns}], [{columns}, {one}], [{zero}, {zero}] "
        "{order = array<i32: 1, 0>} : <tensor<8x8xi32>>")
    kind = "!tt.ptr<tensor<8x8xi32>>"
    case.text(f"""
%r:2 = scf.for %i = {zero} to {end} step {eight} iter_args(%sum = {start}, %p = {block}) -> (tensor<8x8xi32>, {kind})  : i32 {{
  %v = tt.load %p : {kind}
  %next = arith.addi %sum, %v : tensor<8x8xi32>
  %q = tt.advance %p, [{zero}, {eight}] : <tensor<8x8xi32>>
  scf.yield %next, %q : tensor<8x8xi32>, {kind}
}}
""")
    case.store(y, "%r#0", "i32", (8, 8))


def make():
    make_load_store()
    make_padding()
    make_rows_with_gaps()
    make_reductions()
    make_gather_scatter()
    make_host()
    make_carried()
    make_block_pointers()
