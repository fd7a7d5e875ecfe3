"""Barriers of a block, fences, and copies that are not waited for: PTX ISA 9.7.13, 9.7.9.25.3."""

from .case import Case, rng
from .memory import each_word, policy
from .table import TABLE


def make():
    make_exchanges()
    make_reductions()
    make_pairs()
    make_fences()
    make_copies()
    make_partial_copies()


def shared(case, count):
    case.lines.insert(0, f".shared .align 16 .b32 data[{count}];")
    base = case.reg("b32", "data")
    case.emit(f"mov.u32 {base}, data;")
    return base


def make_exchanges():
    """Each barrier separates a store of one thread from the load of another."""
    forms = ["bar.sync 0", "bar.sync 5", "bar.sync 1, 128", "bar.cta.sync 2", "bar.cta.sync 3, 128",
             "barrier.sync 4", "barrier.sync 6, 128", "barrier.sync.aligned 7",
             "barrier.sync.aligned 8, 128", "barrier.cta.sync 9", "barrier.cta.sync 10, 128",
             "barrier.cta.sync.aligned 11", "barrier.cta.sync.aligned 15, 128"]
    case = Case("barriers/sync", "Barriers of all threads by every number.", block=128)
    # Every round a thread takes what its neighbour in the next warp had.
    out = case.output("x32", [(t + 33 * len(forms)) % 128 for t in range(128)])
    base = shared(case, 256)
    mine, other, value = case.reg("b32"), case.reg("b32"), case.reg("b32")
    case.emit(f"mad.lo.u32 {mine}, {case.thread()}, 4, {base};",
              f"add.u32 {other}, {case.thread()}, 33;", f"and.b32 {other}, {other}, 127;",
              f"mad.lo.u32 {other}, {other}, 4, {base};", f"mov.u32 {value}, {case.thread()};")
    for i, form in enumerate(forms):
        # Two buffers in turn: a slow reader is a round behind at most.
        offset = f"+{512 * (i & 1)}" if i & 1 else ""
        case.emit(f"st.shared.b32 [{mine}{offset}], {value};", f"{form};",
                  f"ld.shared.b32 {value}, [{other}{offset}];")
    case.store(case.indexed(out, 4), 32, value)
    case = Case("barriers/sync-registers", "A barrier whose number and count are in registers.",
                block=64)
    out = case.output("x32", [63 - t for t in range(64)])
    base = shared(case, 64)
    at, value, name, count = (case.reg("b32"), case.reg("b32"), case.reg("b32"), case.reg("b32"))
    case.emit(f"mad.lo.u32 {at}, {case.thread()}, 4, {base};",
              f"st.shared.b32 [{at}], {case.thread()};", f"mov.u32 {name}, 3;",
              f"mov.u32 {count}, 64;", f"bar.sync {name}, {count};",
              f"sub.u32 {at}, 63, {case.thread()};", f"mad.lo.u32 {at}, {at}, 4, {base};",
              f"ld.shared.b32 {value}, [{at}];")
    case.store(case.indexed(out, 4), 32, value)
    case = Case("barriers/loop", "A barrier in a loop.", block=96)
    out = case.output("x32", [(t + 10 * 32) % 96 for t in range(96)])
    base = shared(case, 96)
    mine, other, value, i, p = (case.reg("b32"), case.reg("b32"), case.reg("b32"), case.reg("b32"),
                                case.reg("pred"))
    case.emit(f"mad.lo.u32 {mine}, {case.thread()}, 4, {base};",
              f"add.u32 {other}, {case.thread()}, 32;", f"rem.u32 {other}, {other}, 96;",
              f"mad.lo.u32 {other}, {other}, 4, {base};", f"mov.u32 {value}, {case.thread()};",
              f"mov.u32 {i}, 0;")
    case.label("$round")
    case.emit(f"st.shared.b32 [{mine}], {value};", "bar.sync 0;",
              f"ld.shared.b32 {value}, [{other}];", "bar.sync 0;", f"add.u32 {i}, {i}, 1;",
              f"setp.lt.u32 {p}, {i}, 10;", f"@{p} bra $round;")
    case.store(case.indexed(out, 4), 32, value)


def make_reductions():
    """The predicates are those of threads below a limit: none, some, all."""
    limits = [0, 50, 96]
    forms = []
    for number, root in enumerate(["bar", "barrier", "barrier-aligned"]):
        end = ".aligned" if root == "barrier-aligned" else ""
        word = root.split("-")[0]
        for count in ["", ", 96"]:
            for sign in ["", "!"]:
                forms.append((f"{word}.red.popc{end}.u32", number + 1, count, sign, "popc"))
                forms.append((f"{word}.red.and{end}.pred", number + 4, count, sign, "and"))
                forms.append((f"{word}.red.or{end}.pred", number + 7, count, sign, "or"))
    case = Case("barriers/red", "Barriers that count or combine the predicates of all threads.",
                block=96)
    rows = []
    for limit in limits:
        for _, _, _, sign, operation in forms:
            true = 96 - limit if sign else limit
            rows.append({"popc": true, "and": int(true == 96), "or": int(true > 0)}[operation])
    out = case.output("x8", rows * 96)
    place = case.indexed(out, len(rows))
    result, p, q = case.reg("b32"), case.reg("pred"), case.reg("pred")
    offset = 0
    for limit in limits:
        case.emit(f"setp.lt.u32 {p}, {case.thread()}, {limit};")
        for opcode, number, count, sign, operation in forms:
            target = result if operation == "popc" else q
            case.emit(f"{opcode} {target}, {number}{count}, {sign}{p};")
            if operation != "popc":
                case.emit(f"selp.u32 {result}, 1, 0, {q};")
            case.emit(f"st.global.u8 [{place}{f'+{offset}' if offset else ''}], {result};")
            offset += 1


def make_pairs():
    """One warp hands data to another: it only arrives where the other waits."""
    for opcode, sync in [("bar.arrive", "bar.sync"), ("bar.cta.arrive", "bar.cta.sync"),
                         ("barrier.arrive", "barrier.sync"),
                         ("barrier.arrive.aligned", "barrier.sync.aligned"),
                         ("barrier.cta.arrive", "barrier.cta.sync"),
                         ("barrier.cta.arrive.aligned", "barrier.cta.sync.aligned")]:
        case = Case(
            f"barriers/{opcode.replace('.', '-')}",
            "A warp that only arrives hands data to one that waits, in four rounds.", block=64)
        rounds = 4
        out = case.output("x32", [100 * r + t for r in range(rounds) for t in range(32)])
        base = shared(case, 32)
        at, value, p = case.reg("b32"), case.reg("b32"), case.reg("pred")
        lane = case.reg("b32")
        case.emit(f"and.b32 {lane}, {case.thread()}, 31;", f"mad.lo.u32 {at}, {lane}, 4, {base};",
                  f"setp.ge.u32 {p}, {case.thread()}, 32;")
        place = case.indexed(out, 4, lane)
        case.emit(f"@{p} bra $take;")
        for r in range(rounds):
            # Barrier 1 says that data is there, barrier 2 that it was taken.
            case.emit(f"add.u32 {value}, {lane}, {100 * r};", f"st.shared.b32 [{at}], {value};",
                      f"{opcode} 1, 64;", f"{sync} 2, 64;")
        case.emit("bra.uni $end;")
        case.label("$take")
        for r in range(rounds):
            case.emit(f"{sync} 1, 64;", f"ld.shared.b32 {value}, [{at}];", f"{opcode} 2, 64;",
                      f"st.global.b32 [{place}+{128 * r}], {value};")
        case.label("$end")
        case.emit("ret;")


def make_fences():
    names = [o for o in TABLE["Fences"] if "cluster" not in o and "proxy" not in o
             and "griddep" not in o]
    case = Case("barriers/fences", "Fences change no values.", block=32)
    out = case.output("x32", list(range(32)))
    place, value = case.indexed(out, 4), case.reg("b32")
    case.emit(f"st.global.b32 [{place}], {case.thread()};")
    case.emit(*(f"{name};" for name in names))
    case.emit(f"ld.global.b32 {value}, [{place}];", f"st.global.b32 [{place}], {value};")
    case = Case("barriers/proxy-fences", "Fences between ways of access change no values.",
                block=32)
    out = case.output("x32", list(range(32)))
    place, value = case.indexed(out, 4), case.reg("b32")
    case.emit(f"st.global.b32 [{place}], {case.thread()};", "fence.proxy.async;", "fence.proxy.async.global;", "fence.proxy.async.shared::cta;",
              f"ld.global.b32 {value}, [{place}];", f"st.global.b32 [{place}], {value};")
    case = Case("barriers/alias-fence", "A fence between addresses of the same memory.", block=32)
    out = case.output("x32", list(range(32)))
    case.emit("fence.proxy.alias;")
    case.store(case.indexed(out, 4), 32, case.thread())
    case = Case("barriers/grid-dependencies", "A grid that depends on none does not wait.",
                block=32)
    out = case.output("x32", list(range(32)))
    case.emit("griddepcontrol.wait;", "griddepcontrol.launch_dependents;")
    case.store(case.indexed(out, 4), 32, case.thread())
    case = Case("barriers/nanosleep", "Sleeping takes time and nothing else.", block=32)
    out = case.output("x32", list(range(32)))
    case.emit("nanosleep.u32 20;", f"nanosleep.u32 {case.thread()};")
    case.store(case.indexed(out, 4), 32, case.thread())


def make_copies():
    """Every form of the copy to shared memory, with whole and with partial sources."""
    names = [o for o in TABLE["AsynchronousCopies"] if o.startswith("cp.async.c")
             and o.split(".")[2] in ("ca", "cg")]
    plan, image = [], []
    random = rng("copies")
    data = [random.getrandbits(8) for _ in range(256)]
    for name in names:
        for size in [4, 8, 16] if ".ca." in name else [16]:
            for taken in [None, size, 0, size // 2, size - 1]:
                offset = random.randrange(256 // size) * size
                while len(image) % size:
                    image.append(0xA5)
                count = size if taken is None else taken
                plan.append((name, size, taken, offset, len(image)))
                image += data[offset:offset + count] + [0] * (size - count)
    while len(image) % 16:
        image.append(0xA5)
    half = len(plan) // 2
    for part, chosen in [("1", plan[:half]), ("2", plan[half:])]:
        start = chosen[0][4] // 16 * 16
        end = (chosen[-1][4] + chosen[-1][1] + 15) // 16 * 16
        bytes_ = image[start:end]
        first = chosen[0][4] - start
        bytes_[:first] = [0xA5] * first
        last = chosen[-1][4] + chosen[-1][1] - start
        bytes_[last:] = [0xA5] * (len(bytes_) - last)
        make_copy_case(part, data, [(n, s, t, o, at - start) for n, s, t, o, at in chosen], bytes_)


def make_copy_case(part, data, plan, image):
    def words(values, size):
        return [int.from_bytes(bytes(values[i:i + size]), "little")
                for i in range(0, len(values), size)]

    case = Case(f"barriers/cp-async-{part}",
                "Copies to shared memory: what is not read of the source becomes zero.", block=1)
    source = case.input("x64", words(data, 8))
    out = case.output("x64", words(image, 8))
    case.lines.insert(0, f".shared .align 16 .b8 data[{len(image)}];")
    each_word(case, "shared", len(image), out, "in")
    hint, size_register = policy(case), case.reg("b32", "size")
    for name, size, taken, offset, at in plan:
        text = f"{name} [data{f'+{at}' if at else ''}], [{source}{f'+{offset}' if offset else ''}]"
        text += f", {size}"
        if taken is not None:
            if taken == size // 2:
                case.emit(f"mov.u32 {size_register}, {taken};")
                text += f", {size_register}"
            else:
                text += f", {taken}"
        text += f", {hint}" if "cache_hint" in name else ""
        case.emit(text + ";")
    case.emit("cp.async.wait_all;")
    each_word(case, "shared", len(image), out, "out")


def make_partial_copies():
    """Groups complete in order: waiting leaves the youngest under way."""
    random = rng("copy groups")
    data = [random.getrandbits(32) for _ in range(4 * 128)]
    case = Case("barriers/cp-async-groups", "Four groups of copies, of which older ones complete.")
    source = case.input("x32", data)
    out = case.output("x32", data)
    base = shared(case, 512)
    to, from_ = case.reg("b32"), case.indexed(source, 16)
    case.emit(f"mad.lo.u32 {to}, {case.thread()}, 16, {base};")
    for group in range(4):
        offset = f"+{512 * group}" if group else ""
        case.emit(f"cp.async.cg.shared.global [{to}{offset}], [{from_}{offset}], 16;",
                  "cp.async.commit_group;")
    r = [case.reg("b32") for _ in range(4)]
    other, place = case.reg("b32"), case.reg("b64")
    case.emit(f"xor.b32 {other}, {case.thread()}, 31;",
              f"mad.lo.u32 {to}, {other}, 16, {base};",
              f"mad.wide.u32 {place}, {other}, 16, {out};")
    for group in range(4):
        offset = f"+{512 * group}" if group else ""
        case.emit(f"cp.async.wait_group {3 - group};", "bar.sync 0;",
                  f"ld.shared.v4.b32 {{{', '.join(r)}}}, [{to}{offset}];",
                  f"st.global.v4.b32 [{place}{offset}], {{{', '.join(r)}}};")
