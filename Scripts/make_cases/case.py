"""A case under construction: the text of a kernel, its arguments, and what it must leave."""

import json
import math
import os
import shutil

import numpy as np

from .formats import DTYPES, LAUNCH_NAMES, QUIET_NAN, WIDTHS, bits_of, canonical

REGISTRY = []

# What buffers that a kernel writes hold before the launch.
UNWRITTEN = 0xA5

REPEATABLE = (
    "arith.constant", "tt.make_range", "tt.splat", "tt.addptr", "tt.expand_dims", "tt.broadcast",
    "arith.muli", "arith.addi")


def tensor(shape, element):
    """The text of a type: `tensor<4x8xf32>`, or the element itself where there is no shape."""
    if shape == ():
        return element
    return "tensor<" + "x".join(map(str, shape)) + "x" + element + ">"


def pointer(element):
    return f"!tt.ptr<{element}>"


def unwritten(shape, element):
    """An array of bytes that no kernel writes by accident."""
    dtype = np.dtype(DTYPES[element])
    count = math.prod(shape) * dtype.itemsize
    return np.full(count, UNWRITTEN, np.uint8).view(dtype).reshape(shape)


def rng(name):
    """Random numbers that depend on nothing but the name of the case."""
    return np.random.default_rng(sum(ord(c) * 31**i for i, c in enumerate(name)) % 2**63)


class Case:
    """One folder of the suite; methods append operations to the body of its kernel."""

    def __init__(self, name, claim, grid=(1, 1, 1)):
        self.name, self.claim, self.grid = name, claim, list(grid)
        self.parameters, self.arguments, self.buffers = [], [], []
        self.lines, self.depth, self.counter = [], 2, 0
        self.functions, self.known = [], {}
        self.trailer = ""
        self.random = rng(name)
        REGISTRY.append(self)

    # Arguments

    def buffer(self, element, before, after=None, offset=0):
        """A parameter that points `offset` bytes into a buffer of its own; returns its name."""
        name = f"%arg{len(self.parameters)}"
        self.parameters.append(f"{name}: {pointer(element)} {{tt.divisibility = 16 : i32}}")
        self.arguments.append({
            "kind": "pointer", "type": "*" + LAUNCH_NAMES[element],
            "buffer": self.add_buffer(before, after), "offset": offset})
        return name

    def output(self, element, after, before=None):
        """A parameter for a buffer that the kernel writes."""
        after = np.ascontiguousarray(after)
        before = unwritten(after.shape, element) if before is None else before
        assert after.dtype == np.dtype(DTYPES[element]), (self.name, after.dtype, element)
        return self.buffer(element, before, after)

    def scalar(self, element, value):
        name = f"%arg{len(self.parameters)}"
        self.parameters.append(f"{name}: {element}")
        self.arguments.append(
            {"kind": "scalar", "type": "u1" if element == "i1" else LAUNCH_NAMES[element],
             "value": value})
        return name

    def descriptor(self, element, spelling, block, before, after=None, strides=None, padding="zero"):
        """Parameters for a tensor descriptor that the host made; returns the first one's name."""
        name = f"%arg{len(self.parameters)}"
        rank = before.ndim
        self.parameters.append(f"{name}: !tt.tensordesc<{tensor(block, spelling)}>")
        for i in range(rank):
            self.parameters.append(f"{name}_shape{i}: i32")
        for i in range(rank):
            self.parameters.append(f"{name}_stride{i}: i64")
        strides = strides or [s // before.itemsize for s in before.strides]
        self.arguments.append({
            "kind": "tensor_descriptor",
            "base": {"kind": "pointer", "type": "*" + LAUNCH_NAMES[element],
                     "buffer": self.add_buffer(before, after), "offset": 0},
            "shape": list(before.shape), "strides": strides, "block_shape": list(block),
            "padding": padding})
        return name

    def add_buffer(self, before, after):
        before = np.ascontiguousarray(before)
        data = before.tobytes()
        changed = None if after is None else np.ascontiguousarray(after).tobytes()
        changed = None if changed == data else changed
        assert changed is None or len(changed) == len(data), self.name
        self.buffers.append((data, changed))
        return len(self.buffers) - 1

    # Text

    def line(self, text=""):
        self.lines.append("  " * self.depth + text if text else "")

    def text(self, block):
        """Appends lines that are written out."""
        for line in block.strip("\n").split("\n"):
            self.line(line)

    def op(self, text, hint="v"):
        """Appends an operation with one result; addresses and constants are made only once."""
        if text in self.known:
            return self.known[text]
        self.counter += 1
        name = f"%{hint}_{self.counter}"
        self.line(f"{name} = {text}")
        if self.depth == 2 and text.startswith(REPEATABLE):
            self.known[text] = name
        return name

    def constant(self, value, element, shape=()):
        """A number, or a tensor that is full of it; floats as their bits where they need it."""
        if element == "i1":
            spelled = "true" if value else "false"
            if shape == ():
                return self.op(f"arith.constant {spelled}", "c")
        elif element in WIDTHS and not element.startswith("i"):
            bits = int(bits_of(np.array([value]).astype(DTYPES[element]), element)[0])
            finite = math.isfinite(float(value)) and float(f"{value:.6e}") == float(value)
            spelled = f"{value:.6e}" if finite else f"0x{bits:0{WIDTHS[element] // 4}X}"
        else:
            spelled = str(int(value))
        if shape != ():
            spelled = f"dense<{spelled}>"
        return self.op(f"arith.constant {spelled} : {tensor(shape, element)}", "c")

    def offsets(self, shape, strides=None):
        """Row-major offsets of a tile's elements, or those with `strides`; i32."""
        if strides is None:
            strides = [math.prod(shape[i + 1:]) for i in range(len(shape))]
        total = None
        for axis, (extent, stride) in enumerate(zip(shape, strides)):
            part = self.op(
                f"tt.make_range {{end = {extent} : i32, start = 0 : i32}} : tensor<{extent}xi32>",
                "range")
            if stride != 1:
                by = self.constant(stride, "i32", (extent,))
                part = self.op(f"arith.muli {part}, {by} : tensor<{extent}xi32>", "scaled")
            part = self.widened(part, "i32", axis, shape)
            total = part if total is None else self.op(
                f"arith.addi {total}, {part} : {tensor(shape, 'i32')}", "offset")
        return total

    def widened(self, value, element, axis, shape):
        """A vector along `axis`, repeated along the other axes of `shape`."""
        current = [shape[axis]]
        for other in range(len(shape)):
            if other == axis:
                continue
            before = tensor(tuple(current), element)
            current.insert(other, 1)
            value = self.op(
                f"tt.expand_dims {value} {{axis = {other} : i32}} : "
                f"{before} -> {tensor(tuple(current), element)}", "expanded")
        if tuple(current) != tuple(shape):
            value = self.op(
                f"tt.broadcast {value} : {tensor(tuple(current), element)} -> "
                f"{tensor(shape, element)}", "wide")
        return value

    def address(self, base, element, shape, offsets=None, start=0, offset_type="i32"):
        """Pointers to a tile's elements; `start` elements behind `base`."""
        if start:
            by = self.constant(start, "i32")
            base = self.op(f"tt.addptr {base}, {by} : {pointer(element)}, i32", "base")
        if shape == ():
            return base
        if offsets is None:
            offsets = self.offsets(shape)
        kind = tensor(shape, pointer(element))
        splat = self.op(f"tt.splat {base} : {pointer(element)} -> {kind}", "splat")
        return self.op(
            f"tt.addptr {splat}, {offsets} : {kind}, {tensor(shape, offset_type)}", "ptr")

    def load(self, base, element, shape, offsets=None, start=0, mask=None, other=None):
        at = self.address(base, element, shape, offsets, start)
        extra = "".join(f", {v}" for v in (mask, other) if v)
        return self.op(f"tt.load {at}{extra} : {tensor(shape, pointer(element))}", "x")

    def store(self, base, value, element, shape, offsets=None, start=0, mask=None):
        at = self.address(base, element, shape, offsets, start)
        extra = f", {mask}" if mask else ""
        self.line(f"tt.store {at}, {value}{extra} : {tensor(shape, pointer(element))}")

    def bits(self, value, element, shape, via="tt.bitcast"):
        """A float's bits, with every NaN the same: integers are compared exactly."""
        kind, integer = tensor(shape, element), tensor(shape, f"i{WIDTHS[element]}")
        is_nan = self.op(f"arith.cmpf une, {value}, {value} : {kind}", "isnan")
        quiet = f"0x{QUIET_NAN[element]:0{WIDTHS[element] // 4}X}"
        quiet = self.op(
            f"arith.constant {'dense<' + quiet + '>' if shape else quiet} : {kind}", "nan")
        condition = f"{tensor(shape, 'i1')}, " if shape else ""
        chosen = self.op(f"arith.select {is_nan}, {quiet}, {value} : {condition}{kind}", "plain")
        arrow = "to" if via == "arith.bitcast" else "->"
        return self.op(f"{via} {chosen} : {kind} {arrow} {integer}", "bits")

    def region_op(self, kind, operands, elements, shape, attributes, results, combine):
        """`tt.reduce` or `tt.scan`: `combine(lhs, rhs)` appends the body and returns its values."""
        self.counter += 1
        name, count = f"%{kind}_{self.counter}", len(operands)
        arguments = [f"%{side}_{self.counter}_{i}" for side in "lr" for i in range(count)]
        typed = ", ".join(f"{a}: {e}" for a, e in zip(arguments, elements * 2))
        head = name if count == 1 else f"{name}:{count}"
        self.line(f'{head} = "tt.{kind}"({", ".join(operands)}) <{{{attributes}}}> ({{')
        self.line(f"^bb0({typed}):")
        self.depth += 1
        values = combine(arguments[:count], arguments[count:])
        self.line(f"tt.{kind}.return {', '.join(values)} : {', '.join(elements)}")
        self.depth -= 1
        sources = ", ".join(tensor(shape, e) for e in elements)
        targets = ", ".join(tensor(results, e) for e in elements)
        self.line(f"}}) : ({sources}) -> {targets if count == 1 else '(' + targets + ')'}")
        return [name] if count == 1 else [f"{name}#{i}" for i in range(count)]

    def reduce(self, operands, elements, shape, axis, combine):
        rest = tuple(e for i, e in enumerate(shape) if i != axis)
        return self.region_op(
            "reduce", operands, elements, shape, f"axis = {axis} : i32", rest, combine)

    def scan(self, operands, elements, shape, axis, reverse, combine):
        attributes = f"axis = {axis} : i32, reverse = {'true' if reverse else 'false'}"
        return self.region_op("scan", operands, elements, shape, attributes, shape, combine)

    def binary(self, name, element):
        """A combiner that is one operation."""
        return lambda l, r: [self.op(f"{name} {l[0]}, {r[0]} : {element}", "t")]

    # Writing

    def kernel_text(self):
        parameters = ", ".join(self.parameters)
        head = f"  tt.func public @kernel({parameters}) attributes {{noinline = false}} {{"
        body = self.lines + ["    tt.return", "  }"]
        return "\n".join(["module {", head, *body, *self.functions, "}", ""]) + self.trailer

    def write(self, root):
        folder = os.path.join(root, self.name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        with open(os.path.join(folder, "kernel.ttir"), "w") as file:
            file.write(self.kernel_text())
        record = {
            "id": self.name, "test": self.claim, "grid": self.grid,
            "options": {"num_warps": 4, "num_ctas": 1, "num_stages": 3},
            "arguments": self.arguments,
            "buffers": [
                {"index": i, "nbytes": len(before), "changed": after is not None}
                for i, (before, after) in enumerate(self.buffers)]}
        with open(os.path.join(folder, "launch.json"), "w") as file:
            file.write(json_text(record))
        for i, (before, after) in enumerate(self.buffers):
            for data, when in ((before, "before"), (after, "after")):
                if data is not None:
                    with open(os.path.join(folder, f"buffer{i}.{when}.bin"), "wb") as file:
                        file.write(data)


def json_text(record):
    """JSON with a line for each field, and for each element of the long lists."""
    fields = []
    for key, value in record.items():
        if key in ("arguments", "buffers"):
            items = ",\n".join("  " + json.dumps(item) for item in value)
            fields.append(f' "{key}": [\n{items}\n ]')
        else:
            fields.append(f' "{key}": {json.dumps(value)}')
    return "{\n" + ",\n".join(fields) + "\n}\n"


def rows(case, element, values, n, names):
    """Declares the output buffer whose row i is `values[i]`; returns a function that stores rows."""
    expected = np.stack(values)
    output = case.output(element, expected)
    state = {"row": 0}

    def put(value):
        row = state["row"]
        case.line(f"// row {row}: {names[row]}")
        case.store(output, value, element, (n,), start=row * n)
        state["row"] += 1

    return put


def exact_bits(values, element):
    """The expected rows of floats that are stored as their bits."""
    signed = DTYPES[f"i{WIDTHS[element]}"]
    return [bits_of(canonical(v, element), element).view(signed) for v in values]
