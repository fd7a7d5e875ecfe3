"""A case under construction: a kernel in PTX, what its buffers hold before it and after it."""

import os
import random

REGISTRY = []

# Another seed gives other operands, for runs that are not committed.
SEED = os.environ.get("INSTRUCTION_CASES_SEED", "instruction cases: ")

WIDTHS = {
    "b8": 8, "u8": 8, "s8": 8, "b16": 16, "u16": 16, "s16": 16, "b32": 32, "u32": 32, "s32": 32,
    "b64": 64, "u64": 64, "s64": 64, "b128": 128, "f16": 16, "bf16": 16, "f32": 32, "f64": 64,
    "f16x2": 32, "bf16x2": 32, "u16x2": 32, "s16x2": 32, "tf32": 32, "e4m3x2": 16, "e5m2x2": 16,
    "e4m3": 8, "e5m2": 8,
}

# The registers that hold values of a width.
CLASSES = {8: "b16", 16: "b16", 32: "b32", 64: "b64", 128: "b128"}

LINE = 110


def signed(type):
    return type[0] == "s"


def mask(width):
    return (1 << width) - 1


def as_signed(bits, width):
    bits &= mask(width)
    return bits - (1 << width) if bits >> (width - 1) else bits


def number(bits, type):
    """The integer that `bits` are as a value of an integer type."""
    width = WIDTHS[type]
    return as_signed(bits, width) if signed(type) else bits & mask(width)


def rng(name):
    """Random numbers that depend on nothing but a name and the seed of the run."""
    return random.Random(SEED + name)


class Element:
    """How a file writes the elements of a buffer: `x32` for bits, `f32` for floats."""

    def __init__(self, kind):
        self.kind = kind
        self.width = int(kind[1:]) if kind[0] == "x" else WIDTHS[kind]

    def token(self, value):
        if isinstance(value, str):
            return value
        assert 0 <= value <= mask(self.width), (self.kind, value)
        return f"{value:0{self.width // 4}x}"


class Case:
    def __init__(
        self, path, title, block=(32, 1, 1), grid=(1, 1, 1), shared=0, version="8.0",
        target="sm_90"
    ):
        if isinstance(block, int):
            block = (block, 1, 1)
        if isinstance(grid, int):
            grid = (grid, 1, 1)
        self.path, self.title, self.block, self.grid, self.shared = path, title, block, grid, shared
        self.version, self.target = version, target
        self.parameters, self.notes = [], []
        self.registers, self.lines, self.preamble, self.directives = {}, [], [], []
        self.counter = 0
        self.prints = ""
        REGISTRY.append(self)

    # Parameters

    def _buffer(self, kind, tokens, word):
        element = Element(kind)
        self.notes.append((word, element.kind, [element.token(t) for t in tokens]))

    def input(self, kind, tokens):
        """A buffer that the kernel reads; the register that holds its address."""
        self._buffer(kind, tokens, f"in {len(self.parameters)}")
        return self._parameter()

    def output(self, kind, tokens, tolerance=""):
        """A buffer that the kernel writes."""
        word = f"out {len(self.parameters)}" + (" " + tolerance if tolerance else "")
        self._buffer(kind, tokens, word)
        return self._parameter()

    def update(self, kind, before, after, tolerance=""):
        """A buffer that the kernel reads and writes."""
        self._buffer(kind, before, f"in {len(self.parameters)}")
        return self.output(kind, after, tolerance)

    def value(self, type, bits):
        """A parameter that is no pointer; its name in the kernel."""
        width = WIDTHS[type]
        self._buffer(f"x{width}", [bits & mask(width)], f"value {len(self.parameters)}")
        name = f"p{len(self.parameters)}"
        self.parameters.append(f".param .{type} {name}")
        return name

    def structure(self, kind, tokens, alignment):
        """A parameter of bytes; its name in the kernel."""
        self._buffer(kind, tokens, f"value {len(self.parameters)}")
        name = f"p{len(self.parameters)}"
        count = len(tokens) * Element(kind).width // 8
        self.parameters.append(f".param .align {alignment} .b8 {name}[{count}]")
        return name

    def _parameter(self):
        name = f"p{len(self.parameters)}"
        self.parameters.append(f".param .u64 {name}")
        register = self.reg("b64", f"a{len(self.parameters) - 1}")
        self.lines.append(f"ld.param.u64 {register}, [{name}];")
        return register

    # Body

    def reg(self, cls, name=None):
        if name is None:
            name = f"{'p' if cls == 'pred' else 'r'}{self.counter}"
            self.counter += 1
        name = "%" + name
        names = self.registers.setdefault(cls, [])
        if name not in names:
            names.append(name)
        return name

    def emit(self, *lines):
        self.lines.extend(lines)

    def label(self, name):
        self.lines.append(name + ":")

    def thread(self):
        """The register that holds `%tid.x`."""
        known = "%thread" in self.registers.get("b32", [])
        register = self.reg("b32", "thread")
        if not known:
            self.emit(f"mov.u32 {register}, %tid.x;")
        return register

    def indexed(self, base, size, index=None):
        """A register with the address of element `index`, by default the thread's."""
        index = index or self.thread()
        register = self.reg("b64")
        self.emit(f"mad.wide.u32 {register}, {index}, {size}, {base};")
        return register

    def load(self, address, type, offset=0):
        width = WIDTHS[type]
        register = self.reg(CLASSES[width])
        word = "u8" if width == 8 else f"b{width}"
        self.emit(f"ld.global.{word} {register}, [{address}{plus(offset)}];")
        return register

    def store(self, address, width, register, offset=0):
        word = "u8" if width == 8 else f"b{width}"
        self.emit(f"st.global.{word} [{address}{plus(offset)}], {register};")

    def store_predicate(self, address, predicate, offset=0):
        register = self.reg("b32")
        self.emit(f"selp.b32 {register}, 1, 0, {predicate};")
        self.store(address, 32, register, offset)

    # Text

    def text(self):
        dims = " ".join
        out = [f"// {self.title}"]
        out.append(
            f"// launch: grid {dims(map(str, self.grid))} block {dims(map(str, self.block))}"
            f" shared {self.shared}")
        for word, kind, tokens in self.notes:
            out += wrapped(f"// {word}: {kind}", tokens)
        out += [f"// prints: {line}" for line in self.prints.splitlines()]
        out += [f".version {self.version}", f".target {self.target}", ".address_size 64"]
        out += self.preamble
        out.append(".visible .entry main(" + ", ".join(self.parameters) + ")")
        out += self.directives
        out.append("{")
        for cls in sorted(self.registers):
            out += wrapped(f"  .reg .{cls}", self.registers[cls], ",", ";")
        for line in self.lines:
            out.append(line if line.endswith(":") and " " not in line else "  " + line)
        if not self.lines or self.lines[-1] not in ("ret;", "exit;"):
            out.append("  ret;")
        out.append("}")
        return "\n".join(out) + "\n"

    def write(self, root):
        path = os.path.join(root, self.path + ".ptx")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(self.text())


def plus(offset):
    return f"+{offset}" if offset else ""


def wrapped(head, items, separator="", end=""):
    """Lines that begin with `head` and hold `items`, none much longer than `LINE`."""
    lines, line = [], head
    for index, item in enumerate(items):
        last = index + 1 == len(items)
        if len(line) + len(item) + 2 > LINE and line != head:
            lines.append(line.removesuffix(separator) + end if separator else line)
            line = head
        line += " " + item + ("" if last else separator)
    return lines + [line + end]


class Op:
    """An instruction that is tried on every tuple of operands.

    `text` has `{d}` for the result and `{0}`, `{1}` ... for operands; an opcode alone takes them
    all. `expected` has bits or tokens for every tuple; pairs where a register holds two values.
    """

    def __init__(self, text, type, expected, kind=None, tolerance="", width=None, after=None):
        self.text, self.type, self.expected = text, type, list(expected)
        self.width = width or (32 if type == "pred" else WIDTHS[type])
        self.tolerance, self.after = tolerance, after
        if kind is None:
            kind = type.removesuffix("x2")
            if kind not in ("f16", "bf16", "f32", "f64") or width:
                kind = f"x{self.width}"
        self.kind = kind


def elementwise(path, title, inputs, ops, **options):
    """A case in which every thread runs all of `ops` on operands of its own.

    `inputs` is a list of types and their bits, one for every thread.
    """
    count = len(inputs[0][1])
    assert 0 < count <= 1024 and all(len(bits) == count for _, bits in inputs), path
    case = Case(path, title, block=count, **options)
    bases = [(case.input(f"x{WIDTHS[type]}", bits), type) for type, bits in inputs]
    targets = []
    for op in ops:
        tokens = op.expected
        assert len(tokens) == count, (path, op.text, len(tokens), count)
        if isinstance(tokens[0], tuple):
            tokens = [token for pair in tokens for token in pair]
        targets.append(case.output(op.kind, tokens, op.tolerance))
    operands = []
    for base, type in bases:
        address = case.indexed(base, WIDTHS[type] // 8)
        operands.append(case.load(address, type))
    for op, base in zip(ops, targets):
        address = case.indexed(base, op.width // 8)
        result = case.reg("pred" if op.type == "pred" else CLASSES[op.width])
        text = op.text
        if " " not in text:
            text += " {d}, " + ", ".join("{%d}" % i for i in range(len(operands))) + ";"
        case.emit(text.format(*operands, d=result))
        if op.type == "pred":
            case.store_predicate(address, result)
        else:
            if op.after:
                case.emit(op.after.format(d=result))
            case.store(address, op.width, result)
    return case


def columns(tuples):
    return [list(column) for column in zip(*tuples)]


def edges(width):
    """Bits of integers where something happens."""
    low = 1 << (width - 1)
    values = [0, 1, 2, 3, mask(width), mask(width) - 1, low, low - 1, low + 1, low >> 1, 0x55, 0x80]
    return [v & mask(width) for v in values]


def integer_tuples(name, widths, count=32):
    """Operand tuples: edges with edges, small numbers and random bits."""
    random_ = rng(name)
    tuples = []
    for index in range(count):
        row = []
        for width in widths:
            choice = random_.random()
            if index < count // 2 or choice < 0.2:
                row.append(random_.choice(edges(width)))
            elif choice < 0.5:
                row.append(random_.getrandbits(random_.randint(1, width)))
            else:
                row.append(random_.getrandbits(width))
        tuples.append(tuple(row))
    return tuples


def predicates(path, title, inputs, tests, **options):
    """A case in which every thread gathers the predicates of all `tests` in one word.

    A test is a text with `{p}`, `{q}` for its results and the predicates expected in every thread,
    one list for each result; `{c}` is a predicate that is true in odd threads.
    """
    count = len(inputs[0][1])
    bits = sum(len(expected) for _, *expected in tests)
    words = [[0] * count for _ in range((bits + 31) // 32)]
    number = 0
    for _, *results in tests:
        for expected in results:
            for thread, truth in enumerate(expected):
                words[number // 32][thread] |= int(truth) << number % 32
            number += 1
    case = Case(path, title, block=count, **options)
    bases = [(case.input(f"x{WIDTHS[type]}", values), type) for type, values in inputs]
    outputs = [case.output("x32", word) for word in words]
    operands = []
    for base, type in bases:
        operands.append(case.load(case.indexed(base, WIDTHS[type] // 8), type))
    odd, condition = case.reg("b32", "odd"), case.reg("pred", "c")
    case.emit(f"and.b32 {odd}, {case.thread()}, 1;", f"setp.ne.u32 {condition}, {odd}, 0;")
    gathered = [case.reg("b32") for _ in words]
    for register in gathered:
        case.emit(f"mov.u32 {register}, 0;")
    p, q, bit = case.reg("pred", "p"), case.reg("pred", "q"), case.reg("b32", "bit")
    number = 0
    for text, *results in tests:
        case.emit(text.format(*operands, p=p, q=q, c=condition))
        for register in [p, q][:len(results)]:
            word = gathered[number // 32]
            case.emit(
                f"selp.b32 {bit}, {1 << number % 32}, 0, {register};",
                f"or.b32 {word}, {word}, {bit};")
            number += 1
    for base, register in zip(outputs, gathered):
        case.store(case.indexed(base, 4), 32, register)
    return case
