"""Read-modify-write operations: PTX ISA 9.7.13.8 to 9.7.13.10."""

import re

from .case import Case, WIDTHS, mask, number, rng
from .formats import BF16, F16, F32, F64, Arithmetic
from .memory import policy
from .table import TABLE

FLOATS = {"f16": F16, "bf16": BF16, "f32": F32, "f64": F64}
LIMIT = 120


class Form:
    def __init__(self, opcode):
        words = opcode.split(".")
        self.opcode, self.root, self.type = opcode, words[0], words[-1]
        self.operation = next(
            w for w in words if w in (
                "add", "min", "max", "inc", "dec", "and", "or", "xor", "exch", "cas"))
        vector = [w for w in words if re.fullmatch(r"v\d", w)]
        self.count = int(vector[0][1:]) if vector else 1
        self.space = next((w for w in words if w in ("global", "shared")), "generic")
        self.hint = "L2::cache_hint" in words
        self.width = WIDTHS[self.type]
        self.size = self.width * self.count // 8
        self.element = self.type.removesuffix("x2")
        self.is_pair = self.type.endswith("x2")
        kind = "vector" if vector else ("float" if self.element in FLOATS else self.operation)
        if kind in ("and", "or", "xor"):
            kind = "logic"
        if kind in ("min", "max"):
            kind = "min-max"
        self.label = f"{kind}-{self.space}" + ("-hint" if self.hint else "")

    def scalar(self, old, operand, swap):
        """What is in memory after an operation on one element."""
        if self.element in FLOATS:
            f = FLOATS[self.element]
            if self.operation == "add":
                return Arithmetic(f).add(old, operand)
            return Arithmetic(f).extreme(old, operand, self.operation == "max")
        a, b = number(old, self.type), number(operand, self.type)
        result = {
            "add": lambda: a + b, "min": lambda: min(a, b), "max": lambda: max(a, b),
            "and": lambda: a & b, "or": lambda: a | b, "xor": lambda: a ^ b, "exch": lambda: b,
            "inc": lambda: 0 if a >= b else a + 1,
            "dec": lambda: b if a == 0 or a > b else a - 1,
            "cas": lambda: swap if a == b else a,
        }[self.operation]()
        return result & mask(self.width)

    def combined(self, old, operand, swap):
        if not self.is_pair:
            return self.scalar(old, operand, swap)
        low = self.scalar(old & 0xFFFF, operand & 0xFFFF, None)
        return low | self.scalar(old >> 16, operand >> 16, None) << 16


def ordinary(f, random):
    """A float of moderate size, so that sums are rounded."""
    exponent = f.bias + random.randint(-4, 4)
    return f.sign_bit * random.getrandbits(1) | exponent << f.mantissa | random.getrandbits(
        f.mantissa)


def value(form, random):
    if form.element in FLOATS:
        f = FLOATS[form.element]
        low = ordinary(f, random)
        return low | ordinary(f, random) << 16 if form.is_pair else low
    if form.operation in ("inc", "dec"):
        return random.choice([0, 1, 2, 3, 4, 5, mask(32)])
    return random.choice([random.getrandbits(form.width), random.getrandbits(8)])


def make():
    for family, root in [("Atomics", "atom"), ("Reductions", "red")]:
        groups = {}
        for opcode in TABLE[family]:
            if "cluster" in opcode or "async" in opcode:
                continue
            form = Form(opcode)
            groups.setdefault(form.label, []).append(form)
        for label, forms in sorted(groups.items()):
            parts = (len(forms) + LIMIT - 1) // LIMIT
            for part in range(parts):
                name = label if parts == 1 else f"{label}-{part + 1}"
                make_case(f"atomics/{root}-{name}", root, forms[
                    part * len(forms) // parts:(part + 1) * len(forms) // parts])
    make_contention()
    make_subnormals()


def make_case(path, root, forms):
    random = rng(path)
    before, after, plan, results = [], [], [], {16: [], 32: [], 64: []}
    held = {}
    for form in forms:
        while len(before) % form.size:
            before.append(0)
            after.append(0)
        elements = []
        at = len(before)
        for _ in range(form.count):
            old, operand = value(form, random), value(form, random)
            swap = random.getrandbits(form.width)
            key = (form.element, form.operation in ("inc", "dec"), form.width, len(elements))
            if random.random() < 0.8:
                # Few registers are filled anew: the files hold many instructions.
                operand, swap = held.get(key, (operand, swap))
            held[key] = operand, swap
            if form.operation == "cas" and random.random() < 0.5:
                old = operand
            new = form.combined(old, operand, swap)
            elements.append((operand, swap))
            before += old.to_bytes(form.width // 8, "little")
            after += new.to_bytes(form.width // 8, "little")
            results[form.width].append(old)
        plan.append((form, at, elements))
    while len(before) % 16:
        before.append(0)
        after.append(0)

    def words(data):
        return [int.from_bytes(bytes(data[i:i + 8]), "little") for i in range(0, len(data), 8)]

    space = forms[0].space
    sentence = "Atomic operations" + ("" if root == "atom" else " without a result")
    case = Case(path, f"{sentence}: {forms[0].label}.", block=1, version="8.1")
    memory = case.update("x64", words(before), words(after))
    outputs = {}
    if root == "atom":
        outputs = {w: case.output(f"x{w}", results[w]) for w in results if results[w]}
    base = memory
    if space == "shared":
        case.emit(f".shared .align 16 .b8 data[{len(before)}];")
        case.lines.insert(0, case.lines.pop())
        copy(case, len(before), memory, True)
        base = "data"
    hint = policy(case) if forms[0].hint else None
    used = {16: 0, 32: 0, 64: 0}
    known = {}

    def filled(register, bits, width):
        if known.get(register) != bits:
            case.emit(f"mov.b{width} {register}, {bits:#x};")
        known[register] = bits
        return register

    for form, at, elements in plan:
        w = form.width
        operands, swaps = [], []
        for i, (operand, swap) in enumerate(elements):
            operands.append(filled(case.reg(f"b{w}", f"{form.type}x{i}"), operand, w))
            if form.operation == "cas":
                swaps.append(filled(case.reg(f"b{w}", f"c{w}"), swap, w))

        def group(names):
            return names[0] if form.count == 1 else "{" + ", ".join(names) + "}"

        found = [case.reg(f"b{w}", f"d{w}{'abcdefgh'[i]}") for i in range(form.count)]
        text = f"{form.opcode} " + (f"{group(found)}, " if root == "atom" else "")
        text += f"[{base}{f'+{at}' if at else ''}], {group(operands)}"
        text += f", {swaps[0]}" if swaps else ""
        case.emit(text + (f", {hint};" if form.hint else ";"))
        if root == "atom":
            for register in found:
                to = used[w]
                case.emit(f"st.global.b{w} [{outputs[w]}{f'+{to}' if to else ''}], {register};")
                used[w] += w // 8
    if space == "shared":
        copy(case, len(before), memory, False)


def copy(case, size, buffer, inwards):
    """A loop that copies a buffer to the shared `data`, or back."""
    way = "in" if inwards else "out"
    index, more = case.reg("b32", "index"), case.reg("pred", "more")
    address, place = case.reg("b32", "address"), case.reg("b64", "place")
    word = case.reg("b32", "word")
    case.emit(f"mov.u32 {index}, 0;")
    case.label(f"$copy_{way}")
    case.emit(f"mov.u32 {address}, data;", f"add.u32 {address}, {address}, {index};",
              f"cvt.u64.u32 {place}, {index};", f"add.u64 {place}, {place}, {buffer};")
    if inwards:
        case.emit(f"ld.global.b32 {word}, [{place}];", f"st.shared.b32 [{address}], {word};")
    else:
        case.emit(f"ld.shared.b32 {word}, [{address}];", f"st.global.b32 [{place}], {word};")
    case.emit(f"add.u32 {index}, {index}, 4;", f"setp.lt.u32 {more}, {index}, {size};",
              f"@{more} bra $copy_{way};")


def make_contention():
    """Many threads at one address: no operation is lost and every value is seen once."""
    for space in ["global", "shared"]:
        blocks = 3 if space == "global" else 1
        count = 64 * blocks
        case = Case(
            f"atomics/tickets-{space}", "Every thread gets a ticket of its own.", block=64,
            grid=blocks)
        total = case.update("x32", [0] * 4, [count, count - 1, mask(32) ^ 0x3F, 64 * count])
        marks = case.output("x32", [1] * count)
        old, one, thread = case.reg("b32"), case.reg("b32"), case.thread()
        base = total
        if space == "shared":
            case.emit(".shared .align 4 .b32 counters[4];")
            case.lines.insert(0, case.lines.pop())
            first = case.reg("pred")
            case.emit(f"setp.eq.u32 {first}, {thread}, 0;", f"mov.u32 {old}, 0;")
            for i in range(4):
                case.emit(f"@{first} st.shared.b32 [counters+{4 * i}], {old};")
            case.emit("bar.sync 0;")
            base = "counters"
        case.emit(
            f"mov.u32 {one}, 1;", f"atom.{space}.add.u32 {old}, [{base}], {one};")
        case.emit(
            f"st.global.b32 [{case.indexed(marks, 4, old)}], {one};",
            f"red.{space}.max.u32 [{base}+4], {old};", f"mov.u32 {old}, 0xffffffc0;",
            f"red.{space}.or.b32 [{base}+8], {old};", f"red.{space}.add.s32 [{base}+12], 64;")
        if space == "shared":
            case.emit("bar.sync 0;")
            for i in range(4):
                case.emit(f"ld.shared.b32 {old}, [counters+{4 * i}];",
                          f"@{first} st.global.b32 [{total}+{4 * i}], {old};")
    case = Case(
        "atomics/cas-loop", "A sum by compare and swap in a loop that lanes leave in turn.")
    total = case.update("x32", [5], [5 + sum(range(32))])
    old, new, seen, p = case.reg("b32"), case.reg("b32"), case.reg("b32"), case.reg("pred")
    case.thread()
    case.emit(f"ld.relaxed.gpu.global.b32 {old}, [{total}];")
    case.label("$again")
    case.emit(f"add.u32 {new}, {old}, {case.thread()};",
              f"atom.global.cas.b32 {seen}, [{total}], {old}, {new};",
              f"setp.ne.u32 {p}, {seen}, {old};", f"mov.b32 {old}, {seen};", f"@{p} bra $again;")
    case = Case("atomics/same-address-lanes", "Lanes of a warp at few addresses.")
    groups = [sum(i for i in range(32) if i % 4 == g) for g in range(4)]
    totals = case.update("x32", [0] * 4, groups)
    slot = case.reg("b32")
    case.emit(f"and.b32 {slot}, {case.thread()}, 3;")
    case.emit(f"red.global.add.u32 [{case.indexed(totals, 4, slot)}], {case.thread()};")


def make_subnormals():
    """Sums of 16-bit floats, and of f32 in shared memory, keep subnormal numbers."""
    case = Case("atomics/subnormal-sums", "Sums that are subnormal.", block=1)
    sums = [("f16", 1, 2), ("f16", 0x8001, 0x8002), ("bf16", 0x7F, 0x8001), ("f16", 0x400, 0x8002)]
    memory = case.update(
        "x16", [old for _, old, _ in sums],
        [Arithmetic(FLOATS[kind]).add(old, operand) for kind, old, operand in sums])
    words = case.update("x32", [3, 0x00400000, 0x80000001], [5, 0x00400002, 1])
    value, word = case.reg("b16"), case.reg("b32")
    case.emit(".shared .align 4 .b32 data[3];")
    case.lines.insert(0, case.lines.pop())
    for i, (kind, _, bits) in enumerate(sums):
        case.emit(f"mov.b16 {value}, {bits:#x};",
                  f"red.global.add.noftz.{kind} [{memory}+{2 * i}], {value};")
    for i in range(3):
        case.emit(f"ld.global.b32 {word}, [{words}+{4 * i}];",
                  f"st.shared.b32 [data+{4 * i}], {word};", f"mov.b32 {word}, 2;",
                  f"red.shared.add.f32 [data+{4 * i}], {word};",
                  f"ld.shared.b32 {word}, [data+{4 * i}];",
                  f"st.global.b32 [{words}+{4 * i}], {word};")
    case = Case(
        "atomics/subnormal-sums-global-f32",
        "Sums of f32 in global memory take subnormal numbers as zeros.", block=1)
    memory = case.update("x32", [3, 0x00800001], [0, 0x00800001])
    case.emit(f"mov.b32 {case.reg('b32', 'two')}, 2;", f"red.global.add.f32 [{memory}], %two;",
              f"red.global.add.f32 [{memory}+4], %two;")
