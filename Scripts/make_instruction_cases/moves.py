"""Moves, packing, special registers, and addresses of state spaces: PTX ISA 9.7.9.2, 10, 9.7.9.20."""

from .case import Case, Op, elementwise, integer_tuples, mask


def make():
    make_types()
    make_packing()
    make_indices()
    make_lanes()
    make_clocks()
    make_clusters()
    make_addresses()
    make_spaces()


def make_types():
    for w in [16, 32, 64]:
        values = [v for (v,) in integer_tuples(f"mov{w}", [w], 16)]
        types = [f"b{w}", f"u{w}", f"s{w}"] + ([f"f{w}"] if w > 16 else [])
        ops = [Op(f"mov.{t} {{d}}, {{0}};", t, values, kind=f"x{w}") for t in types]
        constant = 0x8123456789ABCDEF & mask(w)
        ops += [Op(f"mov.{t} {{d}}, {constant:#x};", t, [constant] * 16, kind=f"x{w}")
                for t in types if t[0] != "f"]
        ops += [Op(f"mov.s{w} {{d}}, -5;", f"s{w}", [mask(w) - 4] * 16)]
        if w == 32:
            ops.append(Op("mov.f32 {d}, 0fC0490FDB;", "f32", [0xC0490FDB] * 16))
            ops.append(Op("mov.f32 {d}, 1.5;", "f32", [0x3FC00000] * 16))
        if w == 64:
            ops.append(Op("mov.f64 {d}, 0dC00921FB54442D18;", "f64", [0xC00921FB54442D18] * 16))
        elementwise(
            f"moves/mov-{w}", f"Copies of registers and constants of {w} bits.",
            [(f"b{w}", values)], ops)


def make_packing():
    values = [v for (v,) in integer_tuples("unpack", [64], 16)]
    halves = [v & mask(32) for v in values]
    case = Case("moves/packing", "Registers into wider ones and back: the first is the lowest.",
                block=16)
    narrow, wide = case.input("x32", halves), case.input("x64", values)
    swapped32 = case.output("x32", [v >> 16 | (v & 0xFFFF) << 16 for v in halves])
    swapped64 = case.output("x64", [v >> 32 | (v & mask(32)) << 32 for v in values])
    turned = case.output(
        "x64", [sum((v >> 16 * i & 0xFFFF) << 16 * (3 - i) for i in range(4)) for v in values])
    parts = case.output(
        "x32", [x for v in values for x in (v >> 32, v & mask(32), v >> 48, v >> 16 & 0xFFFF)])
    top = case.output("x16", [v >> 16 for v in halves])
    h = [case.reg("b16", f"h{i}") for i in range(4)]
    r = [case.reg("b32", f"w{i}") for i in range(2)]
    n = case.load(case.indexed(narrow, 4), "b32")
    d = case.load(case.indexed(wide, 8), "b64")
    case.emit(f"mov.b32 {{{h[0]}, {h[1]}}}, {n};", f"mov.b32 {r[0]}, {{{h[1]}, {h[0]}}};")
    case.store(case.indexed(swapped32, 4), 32, r[0])
    case.emit(f"mov.b32 {{_, {h[2]}}}, {n};")
    case.store(case.indexed(top, 2), 16, h[2])
    whole = case.reg("b64")
    case.emit(f"mov.b64 {{{r[0]}, {r[1]}}}, {d};", f"mov.b64 {whole}, {{{r[1]}, {r[0]}}};")
    case.store(case.indexed(swapped64, 8), 64, whole)
    case.emit(f"mov.b64 {{{', '.join(h)}}}, {d};",
              f"mov.b64 {whole}, {{{', '.join(reversed(h))}}};")
    case.store(case.indexed(turned, 8), 64, whole)
    place = case.indexed(parts, 16)
    case.emit(f"mov.b64 {{_, {r[0]}}}, {d};", f"mov.b64 {{{r[1]}, _}}, {d};")
    case.store(place, 32, r[0])
    case.store(place, 32, r[1], 4)
    zero = case.reg("b16", "zero")
    case.emit(f"mov.b64 {{_, {h[0]}, _, {h[1]}}}, {d};", f"mov.b16 {zero}, 0;",
              f"mov.b32 {r[0]}, {{{h[1]}, {zero}}};", f"mov.b32 {r[1]}, {{{h[0]}, {zero}}};")
    case.store(place, 32, r[0], 8)
    case.store(place, 32, r[1], 12)


def make_indices():
    grid, block = (3, 2, 2), (4, 3, 2)
    names = [f"%{n}.{a}" for n in ("tid", "ntid", "ctaid", "nctaid") for a in "xyz"]
    expected, count = [], 24 * 12
    for b in range(12):
        for t in range(24):
            tid = (t % 4, t // 4 % 3, t // 12)
            ctaid = (b % 3, b // 3 % 2, b // 6)
            expected += [*tid, *block, *ctaid, *grid]
    case = Case("moves/indices", "Indices and sizes of threads and blocks along three axes.",
                block=block, grid=grid)
    case.output("x8", expected)
    r = case.reg("b32")
    index, block_index = case.reg("b32", "index"), case.reg("b32", "block")

    def linear(result, name, sizes):
        case.emit(f"mov.u32 {result}, %{name}.z;", f"mov.u32 {r}, %{name}.y;",
                  f"mad.lo.u32 {result}, {result}, {sizes[1]}, {r};", f"mov.u32 {r}, %{name}.x;",
                  f"mad.lo.u32 {result}, {result}, {sizes[0]}, {r};")

    linear(index, "tid", block)
    linear(block_index, "ctaid", grid)
    case.emit(f"mad.lo.u32 {index}, {block_index}, 24, {index};")
    place = case.indexed("%a0", 12, index)
    for i, name in enumerate(names):
        case.emit(f"mov.u32 {r}, {name};", f"st.global.u8 [{place}+{i}], {r};")


def make_lanes():
    def row(t):
        lane = t % 32
        below = mask(lane)
        return [lane, 1 << lane, below | 1 << lane, below, mask(32) & ~below,
                mask(32) & ~(below | 1 << lane)]

    case = Case("moves/lanes", "The lane and its masks, in blocks of rows.", block=(16, 3, 1))
    case.output("x32", [v for t in range(48) for v in row(t)])
    index, r = case.reg("b32", "index"), case.reg("b32")
    case.emit(f"mov.u32 {index}, %tid.y;", f"mov.u32 {r}, %tid.x;",
              f"mad.lo.u32 {index}, {index}, 16, {r};")
    place = case.indexed("%a0", 24, index)
    for i, name in enumerate(["laneid", "lanemask_eq", "lanemask_le", "lanemask_lt", "lanemask_ge",
                              "lanemask_gt"]):
        case.emit(f"mov.u32 {r}, %{name};", f"st.global.b32 [{place}+{4 * i}], {r};")


def make_clocks():
    """What differs from run to run, but not in every way."""
    case = Case("moves/clocks", "Clocks do not run backwards; processors are below their number.",
                block=1)
    out = case.output("x32", [1] * 6)
    r, s, d, e, p = (case.reg("b32"), case.reg("b32"), case.reg("b64"), case.reg("b64"),
                     case.reg("pred"))

    def check(offset, test):
        case.emit(test)
        case.store_predicate(out, p, offset)

    case.emit(f"mov.u64 {d}, %clock64;", f"mov.u64 {e}, %clock64;")
    check(0, f"setp.ge.u64 {p}, {e}, {d};")
    case.emit(f"mov.u64 {d}, %globaltimer;", f"mov.u64 {e}, %globaltimer;")
    check(4, f"setp.ge.u64 {p}, {e}, {d};")
    case.emit(f"mov.u32 {r}, %clock;", f"mov.u32 {r}, %clock_hi;", f"mov.u32 {r}, %smid;",
              f"mov.u32 {s}, %nsmid;")
    check(8, f"setp.lt.u32 {p}, {r}, {s};")
    case.emit(f"mov.u32 {r}, %warpid;", f"mov.u32 {s}, %nwarpid;")
    check(12, f"setp.lt.u32 {p}, {r}, {s};")
    case.emit(f"mov.u64 {d}, %gridid;", f"mov.u64 {e}, %gridid;")
    check(16, f"setp.eq.u64 {p}, {d}, {e};")
    case.emit(f"mov.u32 {r}, %total_smem_size;", f"mov.u32 {s}, %dynamic_smem_size;")
    check(20, f"setp.ge.u32 {p}, {r}, {s};")


def make_clusters():
    case = Case("moves/without-clusters",
                "Without clusters every block is a cluster of one.", block=1, grid=(2, 2, 1))
    names = [f"%{n}.{a}" for n in ("clusterid", "nclusterid", "cluster_ctaid", "cluster_nctaid")
             for a in "xyz"] + ["%cluster_ctarank", "%cluster_nctarank"]
    rows = []
    for b in range(4):
        rows += [b % 2, b // 2, 0, 2, 2, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0]
    case.output("x8", rows)
    index, r, p = case.reg("b32", "index"), case.reg("b32"), case.reg("pred")
    case.emit(f"mov.u32 {index}, %ctaid.y;", f"mov.u32 {r}, %ctaid.x;",
              f"mad.lo.u32 {index}, {index}, 2, {r};")
    place = case.indexed("%a0", 15, index)
    for i, name in enumerate(names):
        case.emit(f"mov.u32 {r}, {name};", f"st.global.u8 [{place}+{i}], {r};")
    case.emit(f"mov.pred {p}, %is_explicit_cluster;", f"selp.u32 {r}, 1, 0, {p};",
              f"st.global.u8 [{place}+14], {r};")


def declare(case, *lines):
    """Variables of the function, which stand before its instructions."""
    case.lines[:0] = lines


def make_addresses():
    case = Case("moves/addresses", "Generic addresses of every space reach the same bytes.",
                block=1, version="8.0")
    case.preamble.append(".const .align 4 .b32 constant[2] = {5, 6};")
    case.preamble.append(".global .align 4 .b32 variable[2] = {7, 8};")
    source = case.input("x32", [11, 12])
    out = case.output("x32", [12, 22, 32, 6, 8, 33, 44, 11, 1, 1, 1, 1])
    value, d, g = case.reg("b32"), case.reg("b64"), case.reg("b64")
    p = case.reg("pred")

    def keep(offset):
        case.emit(f"st.global.b32 [{out}+{offset}], {value};")

    case.emit(f"mov.b32 {value}, 22;", f"st.shared.b32 [common+4], {value};",
              f"mov.b32 {value}, 32;", f"st.local.b32 [own+4], {value};")
    case.emit(f"cvta.global.u64 {g}, {source};", f"ld.b32 {value}, [{g}+4];")
    keep(0)
    for i, (space, name) in enumerate([("shared", "common"), ("local", "own"),
                                       ("const", "constant"), ("global", "variable")]):
        case.emit(f"mov.u64 {d}, {name};", f"cvta.{space}.u64 {g}, {d};",
                  f"ld.b32 {value}, [{g}+4];")
        keep(4 + 4 * i)
        if space == "const":
            case.emit(f"cvta.to.{space}.u64 {g}, {g};", f"setp.eq.u64 {p}, {g}, {d};")
            case.store_predicate(out, p, 32)
    # Stores through generic addresses, seen through the space.
    case.emit(f"cvta.shared.u64 {g}, common;", f"mov.b32 {value}, 33;", f"st.b32 [{g}], {value};",
              f"mov.b32 {value}, 0;", f"ld.shared.b32 {value}, [common];")
    keep(20)
    case.emit(f"cvta.local.u64 {g}, own;", f"mov.b32 {value}, 44;", f"st.u32 [{g}], {value};",
              f"mov.b32 {value}, 0;", f"ld.local.b32 {value}, [own];")
    keep(24)
    case.emit(f"cvta.global.u64 {g}, {source};", f"cvta.to.global.u64 {g}, {g};",
              f"ld.global.b32 {value}, [{g}];")
    keep(28)
    for i, (space, name) in enumerate([("shared", "common"), ("local", "own"),
                                       ("global", "variable")]):
        case.emit(f"mov.u64 {d}, {name};", f"cvta.{space}.u64 {g}, {name};",
                  f"cvta.to.{space}.u64 {g}, {g};", f"setp.eq.u64 {p}, {g}, {d};")
        case.store_predicate(out, p, 36 + 4 * i)
    declare(case, ".shared .align 4 .b32 common[2];", ".local .align 4 .b32 own[2];")
    case = Case("moves/parameter-address", "The generic address of a parameter.", block=1)
    name = case.value("u32", 0x12345678)
    out = case.output("x32", [0x12345678])
    value, g = case.reg("b32"), case.reg("b64")
    case.emit(f"cvta.param.u64 {g}, {name};", f"ld.b32 {value}, [{g}];",
              f"st.global.b32 [{out}], {value};")


def make_spaces():
    spaces = ["global", "shared", "local", "const"]
    case = Case("moves/isspacep", "Which space a generic address lies in.", block=1)
    case.preamble.append(".const .align 4 .b32 constant[2] = {5, 6};")
    case.preamble.append(".global .align 4 .b32 variable[2] = {7, 8};")
    names = {"global": "variable", "shared": "common", "local": "own", "const": "constant"}
    # Memory of constants lies in no window of its own that is said to be apart from global memory.
    expected = ["*" if {a, b} == {"global", "const"} else int(a == b)
                for a in spaces for b in spaces]
    out = case.output("x32", expected)
    g, p = case.reg("b64"), case.reg("pred")
    offset = 0
    for a in spaces:
        case.emit(f"cvta.{a}.u64 {g}, {names[a]};")
        for b in spaces:
            case.emit(f"isspacep.{b} {p}, {g};")
            case.store_predicate(out, p, offset)
            offset += 4
    declare(case, ".shared .align 4 .b32 common[2];", ".local .align 4 .b32 own[2];")
