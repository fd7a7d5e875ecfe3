"""Number formats of the tile language, defined by exact arithmetic on their bits."""

from fractions import Fraction

import ml_dtypes
import numpy as np

INTEGERS = {"i1": np.uint8, "i8": np.int8, "i16": np.int16, "i32": np.int32, "i64": np.int64}
FLOATS = {
    "f16": np.float16,
    "bf16": ml_dtypes.bfloat16,
    "f32": np.float32,
    "f64": np.float64,
    "f8E4M3FN": ml_dtypes.float8_e4m3fn,
    "f8E5M2": ml_dtypes.float8_e5m2,
    "f8E4M3FNUZ": ml_dtypes.float8_e4m3fnuz,
    "f8E5M2FNUZ": ml_dtypes.float8_e5m2fnuz,
}
DTYPES = {**INTEGERS, **FLOATS}
WIDTHS = {name: np.dtype(dtype).itemsize * 8 for name, dtype in DTYPES.items()} | {"i1": 1}
UNSIGNED = {8: np.uint8, 16: np.uint16, 32: np.uint32, 64: np.uint64}

# What launch.json calls the types.
LAUNCH_NAMES = {
    "i1": "i1", "i8": "i8", "i16": "i16", "i32": "i32", "i64": "i64", "f16": "fp16",
    "bf16": "bf16", "f32": "fp32", "f64": "fp64", "f8E4M3FN": "fp8e4nv", "f8E5M2": "fp8e5",
    "f8E4M3FNUZ": "fp8e4b8", "f8E5M2FNUZ": "fp8e5b16",
}

# Bits of the exponent and the significand behind the point, and the exponent's bias.
LAYOUTS = {
    "f16": (5, 10, 15), "bf16": (8, 7, 127), "f32": (8, 23, 127), "f64": (11, 52, 1023),
    "f8E4M3FN": (4, 3, 7), "f8E5M2": (5, 2, 15),
    "f8E4M3FNUZ": (4, 3, 8), "f8E5M2FNUZ": (5, 2, 16),
}
LARGEST = {
    "f16": 0x7BFF, "bf16": 0x7F7F, "f32": 0x7F7FFFFF, "f64": 0x7FEFFFFFFFFFFFFF,
    "f8E4M3FN": 0x7E, "f8E5M2": 0x7B, "f8E4M3FNUZ": 0x7F, "f8E5M2FNUZ": 0x7F,
}
QUIET_NAN = {
    "f16": 0x7E00, "bf16": 0x7FC0, "f32": 0x7FC00000, "f64": 0x7FF8000000000000,
    "f8E4M3FN": 0x7F, "f8E5M2": 0x7E, "f8E4M3FNUZ": 0x80, "f8E5M2FNUZ": 0x80,
}
INFINITY = {"f16": 0x7C00, "bf16": 0x7F80, "f32": 0x7F800000, "f64": 0x7FF0000000000000,
            "f8E5M2": 0x7C}


def unsigned_type(element):
    return UNSIGNED[max(8, WIDTHS[element])]


def bits_of(array, element):
    """The bits of each element, as unsigned integers."""
    return np.ascontiguousarray(array).view(unsigned_type(element))


def from_bits(bits, element):
    return np.asarray(bits, dtype=unsigned_type(element)).view(DTYPES[element])


def decode(bits, element):
    """The number that `bits` stand for: a Fraction, or the strings nan, inf, -inf."""
    exponent_bits, fraction_bits, bias = LAYOUTS[element]
    width = 1 + exponent_bits + fraction_bits
    sign = -1 if bits >> (width - 1) else 1
    exponent = (bits >> fraction_bits) & ((1 << exponent_bits) - 1)
    fraction = bits & ((1 << fraction_bits) - 1)
    top = (1 << exponent_bits) - 1
    if element.endswith("FNUZ"):
        if bits == 1 << (width - 1):
            return "nan"
    elif element == "f8E4M3FN":
        if exponent == top and fraction == 7:
            return "nan"
    elif exponent == top:
        return "nan" if fraction else ("inf" if sign > 0 else "-inf")
    if exponent == 0:
        return sign * Fraction(fraction, 1 << fraction_bits) * Fraction(2) ** (1 - bias)
    significand = 1 + Fraction(fraction, 1 << fraction_bits)
    return sign * significand * Fraction(2) ** (exponent - bias)


def encode(value, element, rounding="rtne", saturate=False, negative_zero=False):
    """The bits of `value` (a Fraction, or nan, inf, -inf) rounded to `element`."""
    exponent_bits, fraction_bits, bias = LAYOUTS[element]
    sign_bit = 1 << (exponent_bits + fraction_bits)
    if value == "nan":
        return QUIET_NAN[element]
    if value in ("inf", "-inf"):
        sign = sign_bit if value == "-inf" else 0
        if saturate or element not in INFINITY:
            return sign | LARGEST[element]
        return sign | INFINITY[element]
    negative = value < 0 or (value == 0 and negative_zero)
    sign = sign_bit if negative else 0
    if element.endswith("FNUZ") and value == 0:
        return 0
    magnitude = abs(value)
    smallest = 1 - bias
    exponent = smallest
    while magnitude >= Fraction(2) ** (exponent + 1):
        exponent += 1
    scaled = magnitude / Fraction(2) ** (exponent - fraction_bits)
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    if rounding == "rtne" and (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole & 1)):
        whole += 1
    bits = whole + ((exponent - smallest) << fraction_bits)
    if bits > LARGEST[element]:
        if saturate or rounding == "rtz" or element not in INFINITY:
            bits = LARGEST[element]
        else:
            bits = INFINITY[element]
    if element.endswith("FNUZ") and bits == 0:
        return 0
    return sign | bits


def convert(array, source, target, rounding="rtne", saturate=False):
    """Each element of `array` rounded once from `source` to `target`, NaNs canonical."""
    sign = 1 << (WIDTHS[source] - 1)
    result = [
        encode(decode(int(b), source), target, rounding, saturate, negative_zero=bool(int(b) & sign))
        for b in bits_of(array, source).ravel()
    ]
    return from_bits(result, target).reshape(np.shape(array))


def canonical(array, element):
    """`array` with every NaN the quiet one of the format."""
    bits = bits_of(array, element).copy()
    bits[np.isnan(array.astype(np.float64))] = QUIET_NAN[element]
    return from_bits(bits, element)


def fused(a, b, c, element):
    """a * b + c, rounded once; infinities and NaNs as IEEE 754 has them."""
    result = []
    for x, y, z in zip(*(bits_of(v, element).ravel() for v in (a, b, c))):
        values = [decode(int(v), element) for v in (x, y, z)]
        if any(isinstance(v, str) for v in values):
            with np.errstate(all="ignore"):
                p, q, r = (np.float64(float(v)) for v in values)
                special = p * q + r
            text = "nan" if np.isnan(special) else ("inf" if special > 0 else "-inf")
            result.append(encode(text, element))
            continue
        exact = values[0] * values[1] + values[2]
        sign = 1 << (WIDTHS[element] - 1)
        product_negative = bool((int(x) ^ int(y)) & sign)
        zero_negative = product_negative and bool(int(z) & sign)
        result.append(encode(exact, element, negative_zero=zero_negative))
    return from_bits(result, element).reshape(np.shape(a))
