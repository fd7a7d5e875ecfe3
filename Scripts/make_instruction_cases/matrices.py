"""Matrix operations of a warp: PTX ISA 9.7.14.5.

Elements are whole numbers, so that every product and every sum is exact in any order.
"""

import re

from .case import Case, mask, rng
from .formats import BF16, E4M3, E5M2, F16, F32, F64
from .integers import clamp
from .table import TABLE

FLOATS = {"f16": F16, "bf16": BF16, "tf32": F32, "f32": F32, "f64": F64, "e4m3": E4M3, "e5m2": E5M2}
BITS = {"f16": 16, "bf16": 16, "tf32": 32, "f64": 64, "e4m3": 8, "e5m2": 8, "u8": 8, "s8": 8}


def make():
    make_products()
    make_loads()
    make_stores()
    make_transpositions()


def encoded(value, type):
    if type in FLOATS:
        return FLOATS[type].bits(value)
    return value & mask(32 if type == "s32" else 8)


def a_places(rows, bits, registers):
    """Row and column of the elements of A that a lane holds, register by register."""
    packed = max(1, 32 // bits)
    high = 2 if rows == 16 else 1
    return lambda lane: [
        [(lane // 4 + 8 * (r % high), lane % 4 * packed + i + r // high * 4 * packed)
         for i in range(packed)] for r in range(registers)]


def b_places(bits, registers):
    packed = max(1, 32 // bits)
    return lambda lane: [
        [(lane % 4 * packed + i + r * 4 * packed, lane // 4) for i in range(packed)]
        for r in range(registers)]


def c_places(rows):
    return lambda lane: [
        (lane // 4 + 8 * half, lane % 4 * 2 + i) for half in range(rows // 8) for i in range(2)]


def make_products():
    forms = {}
    for opcode in TABLE["MatrixOperations"]:
        words = opcode.split(".")
        # The roundings of one shape, and the clamped and the plain one, share a case.
        key = ".".join(w for w in words if w not in ("rn", "rz", "rm", "rp", "satfinite"))
        forms.setdefault(key, []).append(opcode)
    for key, opcodes in forms.items():
        make_product(key, opcodes)


def limits(type):
    """The smallest and largest whole number among the elements."""
    return {"u8": (0, 255), "s8": (-128, 127), "e5m2": (-4, 4), "e4m3": (-8, 8)}.get(type, (-8, 8))


def make_product(key, opcodes):
    words = key.split(".")
    shape = next(w for w in words if re.fullmatch(r"m\d+n\d+k\d+", w))
    m, n, k = map(int, re.findall(r"\d+", shape))
    d_type, a_type, b_type, c_type = words[-4:]
    random = rng(key)
    name = f"matrices/mma-{shape}-{d_type}-{a_type}-{b_type}"
    target, version = "sm_90", "8.7" if a_type in ("e4m3", "e5m2") else "8.0"
    case = Case(name, f"D = A * B + C: {shape} of {a_type} and {b_type} with sums of {d_type}.",
                version=version, target=target)
    low, high = limits(a_type)
    if c_type == "f16" and a_type in ("e4m3", "e5m2"):
        low, high = max(low, -6), min(high, 6)
    a = [[random.randint(low, high) for _ in range(k)] for _ in range(m)]
    low, high = limits(b_type)
    if c_type == "f16" and b_type in ("e4m3", "e5m2"):
        low, high = max(low, -6), min(high, 6)
    b = [[random.randint(low, high) for _ in range(n)] for _ in range(k)]
    span = 100 if c_type == "f16" else 1000
    c = [[random.randint(-span, span) for _ in range(n)] for _ in range(m)]
    if c_type == "s32":
        # Sums beyond the range of 32 bits in both directions.
        for row, value in [(0, mask(31) - 5), (m - 1, -(1 << 31) + 5)]:
            for column in range(n):
                product = sum(a[row][i] * b[i][column] for i in range(k))
                if (product > 0) == (value > 0):
                    c[row][column] = value
    bits = BITS[a_type]
    per_register = max(1, 32 // bits)
    a_registers, b_registers = m * k // 32 // per_register, k * n // 32 // per_register
    in_place = a_places(m, bits, a_registers)
    a_words = fragment(a, a_type, bits, in_place)
    b_words = fragment(b, b_type, bits, b_places(bits, b_registers))
    c_at = c_places(m)
    width = 64 if bits == 64 else 32
    c_values = [encoded(c[r][q], c_type) for lane in range(32) for r, q in c_at(lane)]
    kind = {"f16": "x16", "f32": "x32", "f64": "x64", "s32": "x32"}[d_type]
    inputs = [case.input(f"x{width}", a_words), case.input(f"x{width}", b_words),
              case.input(kind, c_values)]
    outputs = []
    for opcode in opcodes:
        saturating = ".satfinite." in opcode
        expected = []
        for lane in range(32):
            for r, q in c_at(lane):
                total = sum(a[r][i] * b[i][q] for i in range(k)) + c[r][q]
                if d_type == "s32":
                    expected.append(clamp(total, "s32") if saturating else total & mask(32))
                else:
                    expected.append(encoded(total, d_type))
        outputs.append(case.output(kind, expected))
    cls = f"b{width}"
    c_count = m * n // 32 // (2 if d_type == "f16" else 1)
    groups = []
    for base, prefix, count in zip(inputs, "abc", [a_registers, b_registers, c_count]):
        registers = [case.reg(cls, f"{prefix}f{i}") for i in range(count)]
        place = case.indexed(base, count * width // 8)
        for i, register in enumerate(registers):
            case.emit(f"ld.global.b{width} {register}, [{place}+{i * width // 8}];")
        groups.append("{" + ", ".join(registers) + "}")
    results = [case.reg(cls, f"df{i}") for i in range(c_count)]
    for opcode, base in zip(opcodes, outputs):
        case.emit(f"{opcode} {{{', '.join(results)}}}, {', '.join(groups)};")
        place = case.indexed(base, c_count * width // 8)
        for i, register in enumerate(results):
            case.emit(f"st.global.b{width} [{place}+{i * width // 8}], {register};")


def fragment(matrix, type, bits, places):
    words = []
    for lane in range(32):
        for register in places(lane):
            word = 0
            for i, (row, column) in enumerate(register):
                word |= (encoded(matrix[row][column], type) & mask(bits)) << bits * i
            words.append(word)
    return words


def pair(matrix, lane, transposed):
    """The two elements of a matrix that a lane holds, as one word."""
    row, column = lane // 4, lane % 4 * 2
    if transposed:
        return matrix[column][row] | matrix[column + 1][row] << 16
    return matrix[row][column] | matrix[row][column + 1] << 16


def make_loads():
    for opcode in TABLE["MatrixLoads"]:
        if not opcode.startswith("ldmatrix"):
            continue
        random = rng(opcode)
        count = int(re.search(r"\.x(\d)", opcode).group(1))
        rows = [[random.getrandbits(16) for _ in range(8)] for _ in range(32)]
        # The rows lie in any order, and with gaps between them.
        order = random.sample(range(40), 32)
        memory = [random.getrandbits(16) for _ in range(40 * 8)]
        for row, place in zip(rows, order):
            memory[8 * place:8 * place + 8] = row
        words = [memory[i] | memory[i + 1] << 16 for i in range(0, len(memory), 2)]
        label = opcode.replace("ldmatrix.sync.aligned.m8n8.", "").replace(".b16", "")
        label = label.replace("::", "-").replace(".", "-")
        case = Case(f"matrices/ldmatrix-{label}",
                    "Matrices of 8 by 8 from rows whose addresses the lanes give.")
        source, places = case.input("x32", words), case.input("x32", [16 * p for p in order])
        transposed = ".trans." in opcode
        out = case.output(
            "x32", [pair(rows[8 * i:8 * i + 8], lane, transposed) for lane in range(32)
                    for i in range(count)])
        case.lines.insert(0, ".shared .align 16 .b32 data[160];")
        at, value, base = case.reg("b32"), case.reg("b32"), case.reg("b32", "data")
        case.emit(f"mov.u32 {base}, data;", f"mad.lo.u32 {at}, {case.thread()}, 4, {base};")
        from_ = case.indexed(source, 4)
        for i in range(5):
            case.emit(f"ld.global.b32 {value}, [{from_}+{128 * i}];",
                      f"st.shared.b32 [{at}+{128 * i}], {value};")
        row = case.load(case.indexed(places, 4), "b32")
        registers = [case.reg("b32", f"m{i}") for i in range(count)]
        case.emit("bar.sync 0;", f"add.u32 {row}, {row}, {base};",
                  f"{opcode} {{{', '.join(registers)}}}, [{row}];")
        place = case.indexed(out, 4 * count)
        for i, register in enumerate(registers):
            case.store(place, 32, register, 4 * i)


def make_stores():
    for opcode in TABLE["MatrixLoads"]:
        if not opcode.startswith("stmatrix"):
            continue
        random = rng(opcode)
        count = int(re.search(r"\.x(\d)", opcode).group(1))
        order = random.sample(range(40), 32)
        matrices = [[[random.getrandbits(16) for _ in range(8)] for _ in range(8)]
                    for _ in range(count)]
        transposed = ".trans." in opcode
        held = [pair(matrix, lane, transposed) for lane in range(32) for matrix in matrices]
        memory = [0xA5A5] * 320
        for i, matrix in enumerate(matrices):
            for r in range(8):
                place = order[8 * i + r]
                memory[8 * place:8 * place + 8] = matrix[r]
        label = opcode.replace("stmatrix.sync.aligned.m8n8.", "").replace(".b16", "")
        label = label.replace("::", "-").replace(".", "-")
        case = Case(f"matrices/stmatrix-{label}",
                    "Matrices of 8 by 8 into rows whose addresses the lanes give.")
        source, places = case.input("x32", held), case.input("x32", [16 * p for p in order])
        out = case.output(
            "x32", [memory[i] | memory[i + 1] << 16 for i in range(0, len(memory), 2)])
        case.lines.insert(0, ".shared .align 16 .b32 data[160];")
        at, value, base = case.reg("b32"), case.reg("b32"), case.reg("b32", "data")
        case.emit(f"mov.u32 {base}, data;", f"mad.lo.u32 {at}, {case.thread()}, 4, {base};",
                  f"mov.b32 {value}, 0xa5a5a5a5;")
        for i in range(5):
            case.emit(f"st.shared.b32 [{at}+{128 * i}], {value};")
        registers = []
        from_ = case.indexed(source, 4 * count)
        for i in range(count):
            registers.append(case.load(from_, "b32", 4 * i))
        row = case.load(case.indexed(places, 4), "b32")
        case.emit("bar.sync 0;", f"add.u32 {row}, {row}, {base};",
                  f"{opcode} [{row}], {{{', '.join(registers)}}};", "bar.sync 0;")
        to = case.indexed(out, 4)
        for i in range(5):
            case.emit(f"ld.shared.b32 {value}, [{at}+{128 * i}];",
                      f"st.global.b32 [{to}+{128 * i}], {value};")


def make_transpositions():
    random = rng("movmatrix")
    matrix = [[random.getrandbits(16) for _ in range(8)] for _ in range(8)]
    case = Case("matrices/movmatrix", "A matrix of 8 by 8 transposed between the lanes.")
    source = case.input("x32", [pair(matrix, lane, False) for lane in range(32)])
    out = case.output("x32", [pair(matrix, lane, True) for lane in range(32)])
    value, result = case.load(case.indexed(source, 4), "b32"), case.reg("b32")
    case.emit(f"movmatrix.sync.aligned.m8n8.trans.b16 {result}, {value};")
    case.store(case.indexed(out, 4), 32, result)
