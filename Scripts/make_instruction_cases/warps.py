"""Exchanges between the lanes of a warp: PTX ISA 9.7.9.6 and 9.7.13."""

from .case import Case, mask, number, rng

FULL = 0xFFFFFFFF


def shuffled(mode, lane, b, c):
    """The lane that is read, and the predicate."""
    b, clamp, segment = b & 31, c & 31, c >> 8 & 31
    highest = lane & segment | clamp & ~segment & 31
    lowest = lane & segment
    if mode == "up":
        source = lane - b
        inside = source >= highest
    elif mode == "down":
        source = lane + b
        inside = source <= highest
    elif mode == "bfly":
        source = lane ^ b
        inside = source <= highest
    else:
        source = lowest | b & ~segment & 31
        inside = source <= highest
    return (source if inside else lane), inside


def make():
    make_shuffles()
    make_partial_shuffles()
    make_votes()
    make_matches()
    make_reductions()
    make_leaders()


def lanes_case(path, title, values, block=32):
    case = Case(path, title, block=block)
    source = case.input("x32", values)
    return case, case.load(case.indexed(source, 4), "b32")


def make_shuffles():
    random = rng("shuffles")
    values = [random.getrandbits(32) for _ in range(32)]
    for mode in ["up", "down", "bfly", "idx"]:
        edge = 0 if mode == "up" else 31
        controls = [edge, 0x1800 | edge, 0x1000 | edge, 0x1C00 | edge, 0x1E00 | edge]
        if mode != "up":
            controls += [7, 0x1000 | 5, 0x0C00 | edge]
        else:
            controls += [4, 0x1000 | 3]
        data, calls = [], []
        for c in controls:
            for b in [0, 1, 2, 5, 16, 31, 33]:
                calls.append((b, c))
        case, own = lanes_case(
            f"warps/shfl-{mode}", f"`shfl.{mode}` with segments and clamps, and its predicate.",
            values)
        for b, c in calls:
            found = [shuffled(mode, lane, b, c) for lane in range(32)]
            data += [values[source] for source, _ in found]
        words = []
        for start in range(0, len(calls), 32):
            for lane in range(32):
                word = 0
                for i, (b, c) in enumerate(calls[start:start + 32]):
                    word |= int(shuffled(mode, lane, b, c)[1]) << i
                words.append(word)
        out = case.output("x32", data)
        predicates = case.output("x32", words)
        place, gathered = case.indexed(out, 4), case.reg("b32")
        place2 = case.indexed(predicates, 4)
        bit, result, p = case.reg("b32"), case.reg("b32"), case.reg("pred")
        for i, (b, c) in enumerate(calls):
            if i % 32 == 0:
                case.emit(f"mov.u32 {gathered}, 0;")
            case.emit(f"shfl.sync.{mode}.b32 {result}|{p}, {own}, {b}, {c:#x}, 0xffffffff;",
                      f"st.global.b32 [{place}+{128 * i}], {result};",
                      f"selp.u32 {bit}, {1 << i % 32}, 0, {p};",
                      f"or.b32 {gathered}, {gathered}, {bit};")
            if i % 32 == 31 or i + 1 == len(calls):
                case.emit(f"st.global.b32 [{place2}+{128 * (i // 32)}], {gathered};")
        # Amounts, clamps and masks in registers, and different for every lane.
        amounts = [random.randrange(64) for _ in range(32)]
        case, own = lanes_case(
            f"warps/shfl-{mode}-registers", f"`shfl.{mode}` with an amount of every lane.", values)
        source = case.input("x32", amounts)
        amount = case.load(case.indexed(source, 4), "b32")
        expected = [values[shuffled(mode, lane, amounts[lane], edge)[0]] for lane in range(32)]
        out = case.output("x32", expected)
        control, members, result = case.reg("b32"), case.reg("b32"), case.reg("b32")
        case.emit(f"mov.u32 {control}, {edge};", f"mov.u32 {members}, 0xffffffff;",
                  f"shfl.sync.{mode}.b32 {result}, {own}, {amount}, {control}, {members};",
                  f"st.global.b32 [{case.indexed(out, 4)}], {result};")


def make_partial_shuffles():
    random = rng("partial shuffles")
    values = [random.getrandbits(32) for _ in range(32)]
    case, own = lanes_case(
        "warps/shfl-halves", "Both halves of a warp shuffle in branches of their own.", values)
    expected = [values[lane ^ 3] if lane < 16 else values[16 + (lane + 1) % 16]
                for lane in range(32)]
    out = case.output("x32", expected)
    p, result, next_ = case.reg("pred"), case.reg("b32"), case.reg("b32")
    case.emit(f"setp.lt.u32 {p}, {case.thread()}, 16;", f"@{p} bra $low;",
              f"add.u32 {next_}, {case.thread()}, 1;", f"and.b32 {next_}, {next_}, 15;",
              f"or.b32 {next_}, {next_}, 16;",
              f"shfl.sync.idx.b32 {result}, {own}, {next_}, 31, 0xffff0000;", "bra.uni $join;")
    case.label("$low")
    case.emit(f"shfl.sync.bfly.b32 {result}, {own}, 3, 31, 0x0000ffff;")
    case.label("$join")
    case.emit("bar.warp.sync 0xffffffff;", f"st.global.b32 [{case.indexed(out, 4)}], {result};")
    case, own = lanes_case("warps/shfl-sum", "The sum of a warp by five exchanges.", values)
    out = case.output("x32", [sum(values) & mask(32)] * 32)
    other = case.reg("b32")
    for step in [16, 8, 4, 2, 1]:
        case.emit(f"shfl.sync.bfly.b32 {other}, {own}, {step}, 0x1f, -1;",
                  f"add.u32 {own}, {own}, {other};")
    case.emit(f"st.global.b32 [{case.indexed(out, 4)}], {own};")


def make_votes():
    random = rng("votes")
    sets = [0, FULL, 1, 0x80000000, 0x0000FFFF, 0x55555555, 0x7FFFFFFF] + [
        random.getrandbits(32) for _ in range(5)]
    case = Case("warps/vote", "Votes of all lanes on their predicates and the opposites.")
    source = case.input("x32", sets)
    expected = []
    for lane in range(32):
        for s in sets:
            negated = ~s & FULL
            bits = [s == FULL, s != 0, s in (0, FULL), negated == FULL, negated != 0,
                    negated in (0, FULL)]
            expected += [s, negated, sum(int(b) << i for i, b in enumerate(bits))]
    out = case.output("x32", expected)
    word, bit, p, q = case.reg("b32"), case.reg("b32"), case.reg("pred"), case.reg("pred")
    all_, flag = case.reg("b32"), case.reg("b32")
    place = case.indexed(out, 12 * len(sets))
    for i in range(len(sets)):
        case.emit(f"ld.global.b32 {word}, [{source}+{4 * i}];",
                  f"shr.u32 {bit}, {word}, {case.thread()};", f"and.b32 {bit}, {bit}, 1;",
                  f"setp.ne.u32 {p}, {bit}, 0;")
        case.emit(f"vote.sync.ballot.b32 {word}, {p}, 0xffffffff;",
                  f"st.global.b32 [{place}+{12 * i}], {word};",
                  f"vote.sync.ballot.b32 {word}, !{p}, 0xffffffff;",
                  f"st.global.b32 [{place}+{12 * i + 4}], {word};", f"mov.u32 {all_}, 0;")
        for j, (mode, sign) in enumerate([(m, s) for s in ("", "!") for m in ("all", "any", "uni")]):
            case.emit(f"vote.sync.{mode}.pred {q}, {sign}{p}, 0xffffffff;",
                      f"selp.u32 {flag}, {1 << j}, 0, {q};", f"or.b32 {all_}, {all_}, {flag};")
        case.emit(f"st.global.b32 [{place}+{12 * i + 8}], {all_};")
    case = Case("warps/vote-partial", "Votes of the lanes of a branch.")
    members = 0x0F0F00FF
    odd = 0xAAAAAAAA
    out = case.output(
        "x32", [v for lane in range(32)
                for v in ((members & odd, 0, 1) if members >> lane & 1 else (0xA5A5A5A5,) * 3)])
    place, inside, p, q = (case.indexed(out, 12), case.reg("pred"), case.reg("pred"),
                           case.reg("pred"))
    case.emit(f"mov.u32 {case.reg('b32', 'members')}, {members:#x};",
              f"shr.u32 {case.reg('b32', 'bit')}, %members, {case.thread()};",
              "and.b32 %bit, %bit, 1;", f"setp.eq.u32 {inside}, %bit, 0;",
              f"and.b32 %bit, {case.thread()}, 1;", f"setp.ne.u32 {p}, %bit, 0;",
              f"@{inside} bra $end;",
              f"vote.sync.ballot.b32 {case.reg('b32', 'word')}, {p}, %members;",
              f"st.global.b32 [{place}], %word;", f"vote.sync.all.pred {q}, {p}, %members;",
              f"selp.u32 %word, 1, 0, {q};", f"st.global.b32 [{place}+4], %word;",
              f"vote.sync.any.pred {q}, {p}, %members;", f"selp.u32 %word, 1, 0, {q};",
              f"st.global.b32 [{place}+8], %word;")
    case.label("$end")
    case.emit("ret;")


def make_matches():
    random = rng("matches")
    for w in [32, 64]:
        choices = [random.getrandbits(w) for _ in range(4)] + [0, 1 << (w - 1)]
        values = [random.choice(choices) for _ in range(32)]
        same = [choices[0]] * 32
        case = Case(f"warps/match-b{w}", "Lanes with equal values, and whether all are equal.")
        mixed, equal = case.input(f"x{w}", values), case.input(f"x{w}", same)
        expected = []
        for lane in range(32):
            peers = sum(1 << i for i in range(32) if values[i] == values[lane])
            expected += [peers, 0, 0, FULL, FULL, 1, FULL]
        out = case.output("x32", expected)
        place, result, p = case.indexed(out, 28), case.reg("b32"), case.reg("pred")
        a = case.load(case.indexed(mixed, w // 8), f"b{w}")
        b = case.load(case.indexed(equal, w // 8), f"b{w}")
        case.emit(f"match.any.sync.b{w} {result}, {a}, 0xffffffff;")
        case.store(place, 32, result)
        case.emit(f"match.all.sync.b{w} {result}|{p}, {a}, 0xffffffff;")
        case.store(place, 32, result, 4)
        case.store_predicate(place, p, 8)
        case.emit(f"match.any.sync.b{w} {result}, {b}, 0xffffffff;")
        case.store(place, 32, result, 12)
        case.emit(f"match.all.sync.b{w} {result}|{p}, {b}, 0xffffffff;")
        case.store(place, 32, result, 16)
        case.store_predicate(place, p, 20)
        case.emit(f"match.all.sync.b{w} {result}, {b}, 0xffffffff;")
        case.store(place, 32, result, 24)


def make_reductions():
    random = rng("redux")
    values = [random.getrandbits(32) for _ in range(32)]
    for part, members in [("warp", [FULL]), ("halves", [0x0000FFFF, 0xFFFF0000])]:
        case, own = lanes_case(
            f"warps/redux-{part}", "Sums, extremes and logic over the lanes.", values)
        rows = []
        for lane in range(32):
            group = next(m for m in members if m >> lane & 1)
            chosen = [v for i, v in enumerate(values) if group >> i & 1]
            both = 0
            for v in chosen:
                both ^= v
            every, some = FULL, 0
            for v in chosen:
                every, some = every & (v | 0xFF), some | (v & 0xFFFF)
            signed = [number(v, "s32") for v in chosen]
            rows += [sum(chosen) & FULL, min(chosen), max(chosen), sum(chosen) & FULL,
                     min(signed) & FULL, max(signed) & FULL, every, some, both]
        out = case.output("x32", rows)
        place, result, changed = case.indexed(out, 36), case.reg("b32"), case.reg("b32")
        members_, p = case.reg("b32", "members"), case.reg("pred")
        case.emit(f"setp.lt.u32 {p}, {case.thread()}, 16;",
                  f"selp.b32 {members_}, {members[0]:#x}, {members[-1]:#x}, {p};")
        if part == "halves":
            case.emit(f"@{p} bra $low;")
            reduce(case, place, own, members_, result, changed)
            case.emit("bra $end;")
            case.label("$low")
        reduce(case, place, own, members_, result, changed)
        if part == "halves":
            case.label("$end")
            case.emit("ret;")


def reduce(case, place, own, members, result, changed):
    offset = 0
    for type in ["u32", "s32"]:
        for name in ["add", "min", "max"]:
            case.emit(f"redux.sync.{name}.{type} {result}, {own}, {members};")
            case.store(place, 32, result, offset)
            offset += 4
    case.emit(f"or.b32 {changed}, {own}, 255;",
              f"redux.sync.and.b32 {result}, {changed}, {members};")
    case.store(place, 32, result, offset)
    case.emit(f"and.b32 {changed}, {own}, 65535;",
              f"redux.sync.or.b32 {result}, {changed}, {members};")
    case.store(place, 32, result, offset + 4)
    case.emit(f"redux.sync.xor.b32 {result}, {own}, {members};")
    case.store(place, 32, result, offset + 8)


def make_leaders():
    case = Case("warps/elect", "One lane is the leader, and all know which.")
    out = case.output("x32", [1, 1] * 32)
    place, leader, ballot, p, q = (case.indexed(out, 8), case.reg("b32"), case.reg("b32"),
                                   case.reg("pred"), case.reg("pred"))
    one = case.reg("b32")
    case.emit(f"elect.sync {leader}|{p}, 0xffffffff;",
              f"vote.sync.ballot.b32 {ballot}, {p}, 0xffffffff;", f"mov.u32 {one}, 1;",
              f"shl.b32 {one}, {one}, {leader};", f"setp.eq.b32 {q}, {ballot}, {one};")
    case.store_predicate(place, q)
    case.emit(f"elect.sync _|{p}, 0xffffffff;",
              f"vote.sync.ballot.b32 {one}, {p}, 0xffffffff;",
              f"setp.eq.b32 {q}, {ballot}, {one};")
    case.store_predicate(place, q, 4)
    case = Case("warps/activemask", "All lanes of a warp that nothing has parted are active.",
                block=48)
    out = case.output("x32", [FULL] * 32 + [0xFFFF] * 16)
    result = case.reg("b32")
    case.emit(f"activemask.b32 {result};")
    case.store(case.indexed(out, 4), 32, result)
    case = Case("warps/bar-warp", "Lanes see what others of the warp have stored.")
    out = case.output("x32", [31 - lane for lane in range(32)])
    a, b, value = case.reg("b32"), case.reg("b32"), case.reg("b32")
    case.lines.insert(0, ".shared .align 4 .b32 data[32];")
    case.emit(f"mov.u32 {a}, data;", f"mad.lo.u32 {b}, {case.thread()}, 4, {a};",
              f"st.shared.b32 [{b}], {case.thread()};", "bar.warp.sync 0xffffffff;",
              f"sub.u32 {b}, 31, {case.thread()};", f"mad.lo.u32 {b}, {b}, 4, {a};",
              f"ld.shared.b32 {value}, [{b}];")
    case.store(case.indexed(out, 4), 32, value)
