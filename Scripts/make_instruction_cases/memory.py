"""Loads and stores in every form: PTX ISA 9.7.9.8 to 9.7.9.12, and policies for caches."""

import re

from .case import Case, WIDTHS, mask, number, rng
from .table import TABLE

SPACES = ["global", "shared::cta", "shared", "local", "const", "param"]
# How many instructions a case holds at most.
LIMIT = 160


class Form:
    """What the words of a load or a store say."""

    def __init__(self, opcode):
        self.opcode = opcode
        words = opcode.split(".")
        self.root, self.type = words[0], words[-1]
        self.count = int(words[-2][1:]) if re.fullmatch(r"v\d", words[-2]) else 1
        self.space = next((w for w in words if w in SPACES), "generic")
        self.hint = "L2::cache_hint" in words
        self.width = WIDTHS[self.type]
        self.size = self.width * self.count // 8
        self.label = self._label(words)

    def _label(self, words):
        parts = []
        for word in words[1:]:
            if word in ("volatile", "relaxed", "acquire", "release"):
                parts.append(word)
            elif word in ("ca", "cg", "cs", "lu", "cv", "wb", "wt"):
                parts.append("cached")
            elif word == "nc":
                parts.append("nc")
            elif word.startswith("L1::"):
                parts.append("evict")
            elif word in ("L2::64B", "L2::128B", "L2::256B") and "prefetch" not in parts:
                parts.append("prefetch")
        if self.hint:
            parts.append("hint")
        return "-".join(parts)


def groups(family):
    """Forms that one case holds: of one space and with words of one kind."""
    found = {}
    for opcode in TABLE[family]:
        if "cluster" in opcode or "async" in opcode or opcode.endswith("b128"):
            continue
        form = Form(opcode)
        label = form.space.replace("::", "-") + ("-" + form.label if form.label else "")
        found.setdefault(label, []).append(form)
    for label, forms in sorted(found.items()):
        parts = (len(forms) + LIMIT - 1) // LIMIT
        for part in range(parts):
            name = label if parts == 1 else f"{label}-{part + 1}"
            yield name, forms[part * len(forms) // parts:(part + 1) * len(forms) // parts]


def make():
    for name, forms in groups("Loads"):
        make_loads(name, forms)
    for name, forms in groups("Stores"):
        make_stores(name, forms)
    make_wide_loads()
    make_policies()
    make_lanes()


SIZE = 64


def data_bytes(name):
    random = rng("memory " + name)
    return [random.getrandbits(8) | (0x80 if i % 3 == 0 else 0) for i in range(SIZE)]


def tokens(data, width):
    step = width // 8
    return [int.from_bytes(bytes(data[i:i + step]), "little") for i in range(0, len(data), step)]


def policy(case):
    register = case.reg("b64", "policy")
    case.emit(f"createpolicy.fractional.L2::evict_last.b64 {register}, 0f3F800000;")
    return register


def make_loads(name, forms):
    data = data_bytes(name)
    space = forms[0].space
    results = {16: [], 32: [], 64: []}
    # What the registers hold: narrow integers go into registers of every width in turn.
    choices, random = [], rng("registers " + name)
    for form in forms:
        offset = random.randrange(SIZE // form.size) * form.size
        if form.type in ("f32", "f64"):
            held = form.width
        else:
            held = random.choice([w for w in (16, 32, 64) if w >= form.width])
        step = form.width // 8
        for i in range(form.count):
            start = offset + i * step
            bits = int.from_bytes(bytes(data[start:start + step]), "little")
            if form.type[0] != "f":
                bits = number(bits, form.type) & mask(held)
            results[held].append(bits)
        choices.append((form, offset, held))
    case = Case(f"memory/ld-{name}", f"Loads: {name}.", block=1)
    if space == "param":
        base = case.structure("x32", tokens(data, 32), 16)
    else:
        source = case.input("x32", tokens(data, 32))
        base = source
    outputs = {w: case.output(f"x{w}", results[w]) for w in results if results[w]}
    if space in ("shared", "shared::cta", "local"):
        word = space.split("::")[0]
        case.emit(f".{word} .align 16 .b8 data[{SIZE}];")
        case.lines.insert(0, case.lines.pop())
        copied = case.reg("b32", "copied")
        for i in range(0, SIZE, 4):
            case.emit(f"ld.global.b32 {copied}, [{source}{f'+{i}' if i else ''}];",
                      f"st.{word}.b32 [data{f'+{i}' if i else ''}], {copied};")
        base = "data"
    elif space == "const":
        values = ", ".join(f"{t}" for t in tokens(data, 32))
        case.preamble.append(f".const .align 16 .b32 data[{SIZE // 4}] = {{{values}}};")
        base = "data"
    hint = policy(case) if any(form.hint for form in forms) else None
    used = {16: 0, 32: 0, 64: 0}
    for form, offset, held in choices:
        registers = [case.reg(f"b{held}", f"v{held}x{i}") for i in range(form.count)]
        value = registers[0] if form.count == 1 else "{" + ", ".join(registers) + "}"
        end = f", {hint}" if form.hint else ""
        address = f"{base}+{offset}" if offset else base
        case.emit(f"{form.opcode} {value}, [{address}]{end};")
        for register in registers:
            at = used[held]
            case.emit(f"st.global.b{held} [{outputs[held]}{f'+{at}' if at else ''}], {register};")
            used[held] += held // 8


def make_stores(name, forms):
    space = forms[0].space
    if space == "param":
        return make_parameter_stores(name, forms)
    random = rng("stores " + name)
    plan, image, kept = [], [], {}
    for form in forms:
        while len(image) % form.size:
            image.append(0xA5)
        if form.type in ("f32", "f64"):
            held = form.width
        else:
            held = random.choice([w for w in (16, 32, 64) if w >= form.width])
        values = [random.getrandbits(held) for _ in range(form.count)]
        if random.random() < 0.7:
            # Few registers are filled anew: the files hold many instructions.
            values = [kept.get((held, i), value) for i, value in enumerate(values)]
        kept.update(((held, i), value) for i, value in enumerate(values))
        plan.append((form, len(image), held, values))
        for value in values:
            image += (value & mask(form.width)).to_bytes(form.width // 8, "little")
    while len(image) % 16:
        image.append(0xA5)
    case = Case(f"memory/st-{name}", f"Stores: {name}.", block=1)
    out = case.output("x64", tokens(image, 64))
    base = out
    word = space.split("::")[0]
    if word in ("shared", "local"):
        case.emit(f".{word} .align 16 .b8 data[{len(image)}];")
        case.lines.insert(0, case.lines.pop())
        each_word(case, word, len(image), out, "in")
        base = "data"
    hint = policy(case) if any(form.hint for form in forms) else None
    known = {}
    for form, offset, held, values in plan:
        registers = []
        for i, value in enumerate(values):
            register = case.reg(f"b{held}", f"v{held}x{i}")
            if known.get(register) != value:
                case.emit(f"mov.b{held} {register}, {value:#x};")
            known[register] = value
            registers.append(register)
        value = registers[0] if form.count == 1 else "{" + ", ".join(registers) + "}"
        end = f", {hint}" if form.hint else ""
        case.emit(f"{form.opcode} [{base}{f'+{offset}' if offset else ''}], {value}{end};")
    if base == "data":
        each_word(case, word, len(image), out, "out")


def each_word(case, space, size, buffer, way):
    """A loop that fills `data` with the bytes of unwritten memory, or copies it to a buffer."""
    index, limit = case.reg("b32", "index"), case.reg("pred", "more")
    address, place = case.reg("b32", "address"), case.reg("b64", "place")
    value = case.reg("b32", "word")
    case.emit(f"mov.u32 {index}, 0;")
    case.label(f"$copy_{way}")
    if space == "shared":
        case.emit(f"mov.u32 {address}, data;", f"add.u32 {address}, {address}, {index};")
        at = address
    else:
        wide = case.reg("b64", "local")
        extended = case.reg("b64", "extended")
        case.emit(
            f"mov.u64 {wide}, data;", f"cvt.u64.u32 {extended}, {index};",
            f"add.u64 {wide}, {wide}, {extended};")
        at = wide
    if way == "in":
        case.emit(f"mov.b32 {value}, 0xa5a5a5a5;", f"st.{space}.b32 [{at}], {value};")
    else:
        case.emit(f"ld.{space}.b32 {value}, [{at}];", f"cvt.u64.u32 {place}, {index};",
                  f"add.u64 {place}, {place}, {buffer};", f"st.global.b32 [{place}], {value};")
    case.emit(
        f"add.u32 {index}, {index}, 4;", f"setp.lt.u32 {limit}, {index}, {size};",
        f"@{limit} bra $copy_{way};")


def make_parameter_stores(name, forms):
    """Values for a parameter of bytes of a function, which copies it to a buffer."""
    random = rng("stores " + name)
    case = Case(
        f"memory/st-{name}", "Stores to the parameter of a call, a structure of bytes.", block=1)
    plan, image = [], []
    for form in forms:
        while len(image) % form.size:
            image.append(0)
        values = [random.getrandbits(form.width) for _ in range(form.count)]
        plan.append((form, len(image), values))
        for value in values:
            image += value.to_bytes(form.width // 8, "little")
    while len(image) % 16:
        image.append(0)
    # Only what is stored is passed on.
    stored = set()
    for form, offset, _ in plan:
        stored |= set(range(offset, offset + form.size))
    expected = [byte if i in stored else "*" for i, byte in enumerate(image)]
    out = case.output("x8", expected)
    size = len(image)
    copies = []
    for form, offset, _ in plan:
        step = form.width // 8
        for i in range(form.count):
            at = offset + i * step
            register = {8: "%h", 16: "%h", 32: "%r", 64: "%d"}[form.width]
            word = f"b{form.width}"
            copies.append(f"  ld.param.{word} {register}, [bytes+{at}];")
            copies.append(f"  st.global.{word} [%to+{at}], {register};")
    case.preamble += [
        f".func copy(.param .u64 target, .param .align 16 .b8 bytes[{size}])", "{",
        "  .reg .b16 %h;", "  .reg .b32 %r;", "  .reg .b64 %d, %to;", "  ld.param.u64 %to, [target];",
        *copies, "  ret;", "}"]
    case.emit("{", ".param .u64 target;", f".param .align 16 .b8 bytes[{size}];",
              f"st.param.u64 [target], {out};")
    for form, offset, values in plan:
        registers = []
        for i, value in enumerate(values):
            held = max(16, form.width)
            register = case.reg(f"b{held}", f"v{held}x{i}")
            case.emit(f"mov.b{held} {register}, {value:#x};")
            registers.append(register)
        value = registers[0] if form.count == 1 else "{" + ", ".join(registers) + "}"
        case.emit(f"{form.opcode} [bytes{f'+{offset}' if offset else ''}], {value};")
    case.emit("call.uni copy, (target, bytes);", "}")


def make_wide_loads():
    data = data_bytes("b128")
    case = Case("memory/b128", "Loads, stores and moves of 128 bits.", block=1, version="8.3")
    words = tokens(data, 64)
    source = case.input("x64", words)
    swapped = [words[1], words[0], words[3], words[2]]
    out = case.output("x64", words[:4] + swapped + [words[7]])
    whole, low, high = case.reg("b128", "whole"), case.reg("b64", "low"), case.reg("b64", "high")
    for i, opcode in enumerate(["ld.global.b128", "ld.global.nc.b128"]):
        case.emit(f"{opcode} {whole}, [{source}+{16 * i}];",
                  f"st.global.b128 [{out}+{16 * i}], {whole};",
                  f"mov.b128 {{{low}, {high}}}, {whole};", f"mov.b128 {whole}, {{{high}, {low}}};",
                  f"st.global.b128 [{out}+{32 + 16 * i}], {whole};")
    case.emit(f"ld.global.b128 {whole}, [{source}+48];", f"mov.b128 {{_, {high}}}, {whole};",
              f"st.global.b64 [{out}+64], {high};")


def make_policies():
    case = Case(
        "memory/policies-prefetches", "Policies and prefetches change no values.", block=1)
    data = tokens(data_bytes("policies"), 32)
    source = case.input("x32", data)
    names = [o for o in TABLE["Prefetches"] if o.startswith("createpolicy")]
    out = case.output("x32", [data[i % 16] for i in range(len(names))])
    case.emit(".local .align 16 .b8 data[16];")
    case.lines.insert(0, case.lines.pop())
    hint, value, fraction = case.reg("b64", "policy"), case.reg("b32"), case.reg("b32")
    case.emit(f"mov.b32 {fraction}, 0f3F000000;")
    for opcode in TABLE["Prefetches"]:
        if opcode.startswith("prefetch.") and opcode != "prefetch.tensormap":
            base = "data" if ".local" in opcode else f"{source}+32"
            case.emit(f"{opcode} [{base}];")
    for i, opcode in enumerate(names):
        operand = [f", {fraction}", ", 0f3F800000", ""][i % 3]
        at = f"+{4 * (i % 16)}" if i % 16 else ""
        case.emit(f"{opcode} {hint}{operand};",
                  f"ld.global.L2::cache_hint.b32 {value}, [{source}{at}], {hint};",
                  f"st.global.b32 [{out}{f'+{4 * i}' if i else ''}], {value};")


def make_lanes():
    """Every lane at an address of its own, with strides, and some lanes switched off."""
    random = rng("lanes")
    data = [random.getrandbits(32) for _ in range(128)]
    case = Case("memory/lanes-vectors", "Vectors of every lane, and lanes without an access.")
    source = case.input("x32", data)
    out = case.output("x32", [v for i in range(32) for v in reversed(data[4 * i:4 * i + 4])])
    untouched = 0xA5A5A5A5
    odd = case.output("x32", [data[4 * i] if i & 1 else untouched for i in range(32)])
    r = [case.reg("b32") for _ in range(4)]
    from_, to = case.indexed(source, 16), case.indexed(out, 16)
    case.emit(f"ld.global.v4.u32 {{{', '.join(r)}}}, [{from_}];",
              f"st.global.v4.b32 [{to}], {{{', '.join(reversed(r))}}};")
    bit, p = case.reg("b32"), case.reg("pred")
    case.emit(f"and.b32 {bit}, {case.thread()}, 1;", f"setp.eq.u32 {p}, {bit}, 1;")
    case.emit(f"@{p} st.global.b32 [{case.indexed(odd, 4)}], {r[0]};")
    case = Case("memory/lanes-shared-reversed", "Shared memory that another thread has written.",
                block=64)
    data = [random.getrandbits(32) for _ in range(64)]
    source = case.input("x32", data)
    out = case.output("x32", data[::-1])
    case.emit(".shared .align 4 .b32 data[64];")
    case.lines.insert(0, case.lines.pop())
    a, b, value = case.reg("b32"), case.reg("b32"), case.reg("b32")
    case.emit(f"ld.global.b32 {value}, [{case.indexed(source, 4)}];", f"mov.u32 {a}, data;",
              f"mad.lo.u32 {b}, {case.thread()}, 4, {a};", f"st.shared.b32 [{b}], {value};",
              "bar.sync 0;", f"sub.u32 {b}, 63, {case.thread()};", f"mad.lo.u32 {b}, {b}, 4, {a};",
              f"ld.shared.b32 {value}, [{b}];",
              f"st.global.b32 [{case.indexed(out, 4)}], {value};")
    case = Case("memory/dynamic-shared", "Shared memory whose size the launch says.", block=32,
                shared=256)
    case.preamble.append(".extern .shared .align 16 .b8 dynamic[];")
    out = case.output("x32", [(31 - i) * 3 for i in range(32)] + [256] * 32)
    a, b, value = case.reg("b32"), case.reg("b32"), case.reg("b32")
    case.emit(f"mov.u32 {a}, dynamic;", f"mad.lo.u32 {b}, {case.thread()}, 8, {a};",
              f"mul.lo.u32 {value}, {case.thread()}, 3;", f"st.shared.b32 [{b}], {value};",
              "bar.sync 0;", f"sub.u32 {b}, 31, {case.thread()};", f"mad.lo.u32 {b}, {b}, 8, {a};",
              f"ld.shared.b32 {value}, [{b}];")
    place = case.indexed(out, 4)
    case.emit(f"st.global.b32 [{place}], {value};", f"mov.u32 {value}, %dynamic_smem_size;",
              f"st.global.b32 [{place}+128], {value};")
    case = Case("memory/local-per-thread", "Every thread has local memory of its own.")
    out = case.output("x32", [i * i for i in range(32)])
    case.emit(".local .align 4 .b32 own[2];")
    case.lines.insert(0, case.lines.pop())
    value = case.reg("b32")
    case.emit(f"mul.lo.u32 {value}, {case.thread()}, {case.thread()};",
              f"st.local.b32 [own+4], {value};", "bar.warp.sync 0xffffffff;",
              f"ld.local.b32 {value}, [own+4];", f"st.global.b32 [{case.indexed(out, 4)}], {value};")
    case = Case("memory/module-variables", "Variables of the module with initial values.", block=1)
    case.preamble += [
        ".global .align 4 .b32 numbers[4] = {1, -1, 0x80000000, 7};",
        ".global .align 1 .b8 bytes[5] = {1, 2, 255, 4};", ".global .align 8 .u64 zero;",
        ".global .align 4 .f32 real = 0f40490FDB;",
        ".const .align 8 .b64 constants[2] = {0x123456789abcdef0, 5};"]
    out = case.output("x32", [1, mask(32), 1 << 31, 7, 0x04FF0201, 0, 0, 0x40490FDB, 0x9ABCDEF0,
                              0x12345678, 5])
    value, wide = case.reg("b32"), case.reg("b64")
    at = 0
    for i in range(4):
        case.emit(f"ld.global.b32 {value}, [numbers+{4 * i}];",
                  f"st.global.b32 [{out}+{at}], {value};")
        at += 4
    byte = case.reg("b16")
    for i in range(4):
        case.emit(f"ld.global.u8 {byte}, [bytes+{i}];", f"st.global.u8 [{out}+{at + i}], {byte};")
    case.emit(f"ld.global.u8 {byte}, [bytes+4];", f"cvt.u32.u8 {value}, {byte};",
              f"st.global.b32 [{out}+{at + 4}], {value};",
              f"ld.global.u64 {wide}, [zero];", f"cvt.u32.u64 {value}, {wide};",
              f"st.global.b32 [{out}+{at + 8}], {value};", f"ld.global.f32 {value}, [real];",
              f"st.global.b32 [{out}+{at + 12}], {value};",
              f"ld.const.b64 {wide}, [constants];", f"st.global.b64 [{out}+{at + 16}], {wide};",
              f"mov.u64 {wide}, constants;", f"ld.const.b64 {wide}, [{wide}+8];",
              f"cvt.u32.u64 {value}, {wide};", f"st.global.b32 [{out}+{at + 24}], {value};")
