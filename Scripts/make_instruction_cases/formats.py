"""Floats of any format as exact fractions: reading bits, and rounding to them in every mode."""

from fractions import Fraction
from math import isqrt

NEAREST, ZERO, DOWN, UP, AWAY = "rn", "rz", "rm", "rp", "rna"
MODES = [NEAREST, ZERO, DOWN, UP]

NAN = "nan"


class Format:
    """A binary format of a sign, `exponent` bits and `mantissa` bits.

    Without infinities (e4m3) the highest exponent holds numbers, and NaN is all ones.
    """

    def __init__(self, name, exponent, mantissa, canonical, has_infinity=True):
        self.name, self.exponent, self.mantissa = name, exponent, mantissa
        self.canonical, self.has_infinity = canonical, has_infinity
        self.width = 1 + exponent + mantissa
        self.bias = (1 << (exponent - 1)) - 1
        self.sign_bit = 1 << (self.width - 1)
        self.magnitude_mask = self.sign_bit - 1
        self.smallest_normal = 1 << mantissa
        self.infinity = ((1 << exponent) - 1) << mantissa
        self.largest = self.infinity - 1 if has_infinity else self.magnitude_mask - 1
        self.one = self.bias << mantissa

    # Kinds

    def is_nan(self, bits):
        if self.has_infinity:
            return bits & self.magnitude_mask > self.infinity
        return bits & self.magnitude_mask == self.magnitude_mask

    def is_infinite(self, bits):
        return self.has_infinity and bits & self.magnitude_mask == self.infinity

    def is_zero(self, bits):
        return bits & self.magnitude_mask == 0

    def is_subnormal(self, bits):
        return 0 < bits & self.magnitude_mask < self.smallest_normal

    def is_finite(self, bits):
        return not self.is_nan(bits) and not self.is_infinite(bits)

    def is_negative(self, bits):
        return bits & self.sign_bit != 0

    def flushed(self, bits):
        """`bits`, or the zero of its sign where it is subnormal."""
        return bits & self.sign_bit if self.is_subnormal(bits) else bits

    # Values

    def value(self, bits):
        """The fraction that finite `bits` stand for."""
        magnitude = bits & self.magnitude_mask
        field, rest = magnitude >> self.mantissa, magnitude & (self.smallest_normal - 1)
        if field == 0:
            number = Fraction(rest) * power(1 - self.bias - self.mantissa)
        else:
            number = Fraction(rest | self.smallest_normal)
            number *= power(field - self.bias - self.mantissa)
        return -number if bits & self.sign_bit else number

    def rounded(self, value, mode=NEAREST, negative_zero=False, saturating=False):
        """The bits that `value` rounds to; an exact zero is negative if asked for."""
        if value == 0:
            return self.sign_bit if negative_zero else 0
        negative = value < 0
        sign = self.sign_bit if negative else 0
        magnitude = self._magnitude(abs(value), mode, negative)
        if magnitude > self.largest:
            # What exceeds the range: towards zero and against the sign it stays finite.
            bounded = mode == ZERO or (mode == DOWN and not negative) or (mode == UP and negative)
            if saturating or bounded:
                return sign | self.largest
            return sign | (self.infinity if self.has_infinity else self.magnitude_mask)
        return sign | magnitude

    def _magnitude(self, value, mode, negative):
        lowest = 1 - self.bias
        exponent = max(floor_log2(value), lowest)
        scaled = value / power(exponent - self.mantissa)
        whole = rounded_integer(scaled, mode, negative)
        return whole + ((exponent - lowest) << self.mantissa)

    def bits(self, value):
        """The bits of an integer or fraction that the format holds exactly."""
        bits = self.rounded(Fraction(value))
        assert self.value(bits) == value, (self.name, value)
        return bits


def power(exponent):
    return Fraction(1 << exponent) if exponent >= 0 else Fraction(1, 1 << -exponent)


def floor_log2(value):
    guess = value.numerator.bit_length() - value.denominator.bit_length()
    while power(guess) > value:
        guess -= 1
    while power(guess + 1) <= value:
        guess += 1
    return guess


def rounded_integer(value, mode, negative):
    """A magnitude rounded to an integer in a mode that looks at the sign."""
    whole, rest = divmod(value.numerator, value.denominator)
    rest = Fraction(rest, value.denominator)
    if rest == 0:
        return whole
    if mode == NEAREST:
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole & 1)
    elif mode == AWAY:
        up = rest >= Fraction(1, 2)
    else:
        up = (mode == UP and not negative) or (mode == DOWN and negative)
    return whole + 1 if up else whole


F16 = Format("f16", 5, 10, 0x7FFF)
BF16 = Format("bf16", 8, 7, 0x7FFF)
F32 = Format("f32", 8, 23, 0x7FFFFFFF)
F64 = Format("f64", 11, 52, None)
TF32 = Format("tf32", 8, 10, None)
E4M3 = Format("e4m3", 4, 3, 0x7F, has_infinity=False)
E5M2 = Format("e5m2", 5, 2, 0x7F)

FORMATS = {f.name: f for f in [F16, BF16, F32, F64, TF32, E4M3, E5M2]}


class Arithmetic:
    """Operations of PTX on a format: operands and results are bits, or `nan` for any NaN."""

    def __init__(self, format, mode=NEAREST, ftz=False, sat=False, relu=False):
        self.format, self.mode, self.ftz, self.sat, self.relu = format, mode, ftz, sat, relu

    def taken(self, *operands):
        return [self.format.flushed(bits) if self.ftz else bits for bits in operands]

    def no_number(self):
        if self.sat:
            return 0
        return NAN if self.format.canonical is None else self.format.canonical

    def finished(self, bits):
        f = self.format
        if self.ftz:
            bits = f.flushed(bits)
        if self.sat:
            if f.is_negative(bits):
                # The clamp is to [0, 1]; which zero a negative zero becomes is not said.
                return "zero" if f.is_zero(bits) else 0
            return min(bits, f.one)
        if self.relu and f.is_negative(bits):
            return "zero" if f.is_zero(bits) else 0
        return bits

    def result(self, value, negative_zero=False):
        f = self.format
        bits = f.rounded(value, self.mode, negative_zero)
        tiny = value != 0 and abs(value) < f.value(f.smallest_normal)
        if self.ftz and tiny and not f.is_subnormal(bits):
            # Whether a result is subnormal is not said to be decided before or after rounding.
            return "*"
        return self.finished(bits)

    def infinite(self, negative):
        return self.finished(self.format.infinity | (self.format.sign_bit if negative else 0))

    def add(self, a, b):
        f = self.format
        a, b = self.taken(a, b)
        if f.is_nan(a) or f.is_nan(b):
            return self.no_number()
        if f.is_infinite(a) or f.is_infinite(b):
            if f.is_infinite(a) and f.is_infinite(b) and a != b:
                return self.no_number()
            return self.infinite(f.is_negative(a if f.is_infinite(a) else b))
        both_negative = f.is_negative(a) and f.is_negative(b)
        either_negative = f.is_negative(a) or f.is_negative(b)
        zero = both_negative or (self.mode == DOWN and either_negative)
        if not (f.is_zero(a) and f.is_zero(b)) and self.mode == DOWN:
            zero = True
        return self.result(f.value(a) + f.value(b), zero)

    def sub(self, a, b):
        return self.add(a, b ^ self.format.sign_bit)

    def mul(self, a, b):
        f = self.format
        a, b = self.taken(a, b)
        if f.is_nan(a) or f.is_nan(b):
            return self.no_number()
        negative = f.is_negative(a) != f.is_negative(b)
        if f.is_infinite(a) or f.is_infinite(b):
            if f.is_zero(a) or f.is_zero(b):
                return self.no_number()
            return self.infinite(negative)
        return self.result(f.value(a) * f.value(b), negative)

    def fma(self, a, b, c):
        f = self.format
        a, b, c = self.taken(a, b, c)
        if f.is_nan(a) or f.is_nan(b) or f.is_nan(c):
            return self.no_number()
        negative = f.is_negative(a) != f.is_negative(b)
        if f.is_infinite(a) or f.is_infinite(b):
            if f.is_zero(a) or f.is_zero(b):
                return self.no_number()
            if f.is_infinite(c) and f.is_negative(c) != negative:
                return self.no_number()
            return self.infinite(negative)
        if f.is_infinite(c):
            return self.infinite(f.is_negative(c))
        product = f.value(a) * f.value(b)
        if product == 0 and f.is_zero(c):
            same = negative == f.is_negative(c)
            zero = negative if same else self.mode == DOWN
        else:
            zero = self.mode == DOWN
        return self.result(product + f.value(c), zero)

    def div(self, a, b):
        f = self.format
        a, b = self.taken(a, b)
        if f.is_nan(a) or f.is_nan(b):
            return self.no_number()
        negative = f.is_negative(a) != f.is_negative(b)
        if f.is_infinite(a):
            return self.no_number() if f.is_infinite(b) else self.infinite(negative)
        if f.is_infinite(b):
            return self.result(Fraction(0), negative)
        if f.is_zero(b):
            return self.no_number() if f.is_zero(a) else self.infinite(negative)
        return self.result(f.value(a) / f.value(b), negative)

    def rcp(self, a):
        return self.div(self.format.one, a)

    def sqrt(self, a):
        f = self.format
        (a,) = self.taken(a)
        if f.is_nan(a):
            return self.no_number()
        if f.is_zero(a):
            return self.finished(a)
        if f.is_negative(a):
            return self.no_number()
        if f.is_infinite(a):
            return self.infinite(False)
        return self.result(root(f.value(a)))

    def extreme(self, a, b, largest, nan=False, xorsign=False):
        """`min` and `max`: a NaN loses unless `nan` is asked for, and -0 is below +0."""
        f = self.format
        a, b = self.taken(a, b)
        sign = (a ^ b) & f.sign_bit if xorsign else 0
        if xorsign:
            a, b = a & f.magnitude_mask, b & f.magnitude_mask
        if f.is_nan(a) or f.is_nan(b):
            if nan or (f.is_nan(a) and f.is_nan(b)):
                return NAN if xorsign or f.canonical is None else f.canonical
            return sign | (b if f.is_nan(a) else a)

        def key(bits):
            return -(bits & f.magnitude_mask) - 1 if f.is_negative(bits) else bits

        first = key(a) >= key(b) if largest else key(a) <= key(b)
        return sign | (a if first else b)


def root(value):
    """The square root, exact, or so close that it rounds to any format here alike."""
    shift = 700
    scaled = value * power(2 * shift)
    whole = scaled.numerator // scaled.denominator
    found = isqrt(whole)
    exact = found * found == whole and scaled.denominator == 1
    # Half a unit of a place far behind every format keeps an inexact root off the ties.
    return (Fraction(found) if exact else found + Fraction(1, 2)) / power(shift)
