"""Conversions between number types: each rounds once, as the kernel says."""

import numpy as np

from .case import Case, exact_bits, tensor
from .formats import DTYPES, LARGEST, UNSIGNED, WIDTHS, bits_of, convert, from_bits

COUNT = 64


def samples(case, source, target):
    """Numbers of `source` that fall on, beside and between the numbers of `target`."""
    spread = case.random.normal(0, 8, COUNT)
    values = np.array(spread).astype(DTYPES[source])
    # Midpoints between neighbours in the target decide between even and odd.
    neighbours = from_bits(np.arange(8) * 3 + (LARGEST[target] // 2), target).astype(np.float64)
    above = from_bits(np.arange(8) * 3 + (LARGEST[target] // 2) + 1, target).astype(np.float64)
    values[:8] = ((neighbours + above) / 2).astype(DTYPES[source])
    values[8:12] = np.array([0.0, -0.0, np.nan, 1.0]).astype(DTYPES[source])
    smallest = float(from_bits([1], target)[0])
    values[12:16] = np.array([smallest / 2, smallest * 1.5, -smallest * 0.75, smallest * 0.25]
                             ).astype(DTYPES[source])
    return values


def store_converted(case, source, target, values, expected, text):
    """Loads `values`, applies `text` and stores the bits of the result."""
    count = (len(values),)
    x = case.buffer(source, values)
    integer = f"i{WIDTHS[target]}"
    y = case.output(integer, exact_bits([expected], target)[0])
    value = case.load(x, source, count)
    result = case.op(text.format(x=value, source=tensor(count, source), target=tensor(count, target)))
    case.store(y, case.bits(result, target, count), integer, count)


def make_float_to_float():
    case = Case("convert-narrow", "truncf rounds to nearest, ties to even; too large is infinite")
    for source, target in [("f32", "f16"), ("f32", "bf16"), ("f64", "f32"), ("f64", "f16")]:
        values = samples(case, source, target)
        values[16:18] = np.array([np.inf, -np.inf])
        if target == "f16":
            values[18:22] = np.array([65504, 65519, 65520, -1e6])
        store_converted(case, source, target, values, convert(values, source, target),
                        "arith.truncf {x} : {source} to {target}")
    case = Case("convert-widen", "extf is exact")
    for source, target in [("f16", "f32"), ("bf16", "f32"), ("f32", "f64"), ("f16", "f64")]:
        values = samples(case, source, source)
        values[16:18] = np.array([np.inf, -np.inf])
        store_converted(case, source, target, values, values.astype(DTYPES[target]),
                        "arith.extf {x} : {source} to {target}")


def make_rounding_modes():
    for mode in ("rtne", "rtz"):
        case = Case(f"convert-{mode}", "fp_to_fp rounds as it is told")
        for source, target in [("f32", "f16"), ("f32", "bf16")]:
            values = samples(case, source, target)
            values[16:18] = np.array([np.inf, -np.inf])
            if mode == "rtz":
                values[18:20] = np.array([1e38, -1e38])
            store_converted(case, source, target, values, convert(values, source, target, mode),
                            f"tt.fp_to_fp {{x}}, rounding = {mode} : {{source}} -> {{target}}")
    case = Case("convert-rtz-f8", "rounding to eight bits toward zero")
    values = samples(case, "f16", "f8E5M2")
    values = values[np.isfinite(values.astype(np.float64))]
    values = np.resize(values, COUNT)
    store_converted(case, "f16", "f8E5M2", values, convert(values, "f16", "f8E5M2", "rtz"),
                    "tt.fp_to_fp {x}, rounding = rtz : {source} -> {target}")


def make_eight_bits():
    every = np.arange(256, dtype=np.uint8)
    for target in ("f16", "f32", "bf16"):
        case = Case(f"convert-f8-to-{target}", "all numbers of eight bits, exactly")
        for source in ("f8E4M3FN", "f8E5M2"):
            values = every.view(DTYPES[source])
            store_converted(case, source, target, values, convert(values, source, target),
                            "tt.fp_to_fp {x} : {source} -> {target}")
    case = Case("convert-f8-fnuz-to-f32", "all numbers of the formats without negative zero")
    for source in ("f8E4M3FNUZ", "f8E5M2FNUZ"):
        values = every.view(DTYPES[source])
        store_converted(case, source, "f32", values, convert(values, source, "f32"),
                        "tt.fp_to_fp {x} : {source} -> {target}")
    for target in ("f8E4M3FN", "f8E5M2"):
        case = Case(f"convert-to-{target.lower()}",
                    "rounding to nearest even; what is too large becomes the largest number")
        for source in ("f32", "f16", "bf16"):
            values = samples(case, source, target)
            largest = float(from_bits([LARGEST[target]], target)[0])
            values[16:20] = np.array([largest, -largest * 1.03, largest * 1.13, -largest * 1.1])
            store_converted(case, source, target, values,
                            convert(values, source, target, saturate=True),
                            "tt.fp_to_fp {x}, rounding = rtne : {source} -> {target}")


def make_integers():
    case = Case("convert-integer-to-float", "numbers round to nearest even")
    table = [("i8", "f32"), ("i8", "f16"), ("i16", "f32"), ("i16", "bf16"), ("i32", "f32"),
             ("i32", "f64"), ("i64", "f32"), ("i64", "f64"), ("i32", "f16")]
    for name in ("sitofp", "uitofp"):
        for source, target in table:
            width = WIDTHS[source]
            limits = np.iinfo(DTYPES[source])
            values = case.random.integers(limits.min, limits.max, 16, DTYPES[source], endpoint=True)
            values[:4] = [limits.min, limits.max, -1, 1]
            if (source, target) == ("i32", "f16"):
                low = -65000 if name == "sitofp" else 0
                values = case.random.integers(low, 65000, 16, np.int32)
            numbers = values if name == "sitofp" else values.view(UNSIGNED[width])
            if target == "bf16":
                # Sixteen bits are exact in f32, so that rounding it rounds once.
                expected = convert(numbers.astype(np.float32), "f32", "bf16")
            else:
                expected = numbers.astype(DTYPES[target])
            store_converted(case, source, target, values, expected,
                            f"arith.{name} {{x}} : {{source}} to {{target}}")

    case = Case("convert-float-to-integer", "fractions are cut off, of negative numbers too")
    for source in ("f16", "f32", "f64", "bf16"):
        for name, target, scale in [("fptosi", "i8", 40), ("fptosi", "i16", 9000),
                                    ("fptosi", "i32", 20000), ("fptosi", "i64", 20000),
                                    ("fptoui", "i8", 60), ("fptoui", "i32", 15000),
                                    ("fptoui", "i64", 15000)]:
            values = np.clip(case.random.normal(0, 1, 16), -3, 3) * scale
            values[:4] = [1.99, -1.99, 0.5, -0.5]
            if name == "fptoui":
                values = np.abs(values)
            values = values.astype(DTYPES[source])
            whole = np.trunc(values.astype(np.float64))
            expected = whole.astype(np.int64).astype(DTYPES[target])
            x = case.buffer(source, values)
            y = case.output(target, expected)
            value = case.load(x, source, (16,))
            result = case.op(
                f"arith.{name} {value} : {tensor((16,), source)} to {tensor((16,), target)}")
            case.store(y, result, target, (16,))


def make_large_integers():
    case = Case("convert-large-integers", "numbers beyond 2^31 and 2^63 as integers without signs")
    for element in ("f32", "f64"):
        values = np.array([2.0**31, 3e9, 4294967040.0, 2.0**24 + 2]).astype(DTYPES[element])
        wide = np.array([2.0**63, 1e19, 2.0**40, 1.75]).astype(DTYPES[element])
        for target, numbers in (("i32", values), ("i64", wide)):
            x = case.buffer(element, numbers)
            whole = [int(v) for v in numbers]
            y = case.output(
                target, np.array(whole, UNSIGNED[WIDTHS[target]]).view(DTYPES[target]))
            value = case.load(x, element, (4,))
            result = case.op(f"arith.fptoui {value} : tensor<4x{element}> to tensor<4x{target}>")
            case.store(y, result, target, (4,))


def make_bitcasts():
    case = Case("convert-bitcast", "bits keep their values under another type")
    for element in ("f8E4M3FN", "f8E5M2", "f16", "bf16", "f32", "f64"):
        width = WIDTHS[element]
        values = case.random.integers(-(1 << (width - 1)), (1 << (width - 1)) - 1, 32,
                                      DTYPES[f"i{width}"], endpoint=True)
        if not np.isnan(from_bits(bits_of(values, f"i{width}"), element).astype(np.float64)).any():
            values[0] = -1
        x, y = case.buffer(f"i{width}", values), case.output(f"i{width}", values)
        integer, kind = tensor((32,), f"i{width}"), tensor((32,), element)
        value = case.load(x, f"i{width}", (32,))
        number = case.op(f"tt.bitcast {value} : {integer} -> {kind}")
        case.store(y, case.op(f"tt.bitcast {number} : {kind} -> {integer}"), f"i{width}", (32,))
        if width >= 16:
            z = case.output(f"i{width}", values)
            number = case.op(f"arith.bitcast {value} : {integer} to {kind}")
            case.store(z, case.op(f"arith.bitcast {number} : {kind} to {integer}"),
                       f"i{width}", (32,))
    x = case.buffer("i32", np.arange(8, dtype=np.int32) << 20)
    y = case.output("i16", (np.arange(8, dtype=np.int32) << 20).view(np.int16))
    cast = case.op(f"tt.bitcast {x} : !tt.ptr<i32> -> !tt.ptr<i16>")
    case.store(y, case.load(cast, "i16", (16,)), "i16", (16,))


def make():
    make_float_to_float()
    make_rounding_modes()
    make_eight_bits()
    make_integers()
    make_large_integers()
    make_bitcasts()
