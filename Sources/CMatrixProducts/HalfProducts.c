// Products of matrices of 16-bit floats, the instruction that kernels spend most of their work in. In C
// because Swift has no way to compile a function for a machine with wider vectors beside one without.

#include "MatrixProducts.h"

#include <string.h>

typedef uint16_t Halves __attribute__((vector_size(16)));
typedef uint32_t Words __attribute__((vector_size(32)));
typedef float Floats __attribute__((vector_size(32)));
typedef double Doubles __attribute__((vector_size(64)));

// Functions that return vectors are inlined, so that it does not matter how machines would return them.
#pragma clang diagnostic ignored "-Wpsabi"
#define INLINED static inline __attribute__((always_inline))

/// The values of eight numbers of 16 bits.
INLINED Floats decoded(const uint16_t *bits, bool areBrainFloats) {
  Halves halves;
  memcpy(&halves, bits, sizeof halves);
  const Words words = __builtin_convertvector(halves, Words);
  if (areBrainFloats) return (Floats)(words << 16);
  const Words magnitudes = (words & 0x7FFF) << 13;
  // The product moves the exponent from one bias to the other, of subnormal numbers, too.
  const Words values = (Words)((Floats)magnitudes * 0x1p112f);
  const Words isSpecial = (Words)(magnitudes >= 0x7C00u << 13);
  const Words chosen = (values & ~isSpecial) | ((magnitudes | 0x7F800000) & isSpecial);
  return (Floats)(chosen | (words & 0x8000) << 16);
}

#define SHUFFLED(x, y, ...) __builtin_shufflevector(x, y, __VA_ARGS__)

/// Columns of eight elements as rows.
INLINED void transpose(const Floats columns[8], Floats rows[8]) {
  Floats pairs[8], quads[8];
  for (int i = 0; i < 8; i += 2) {
    pairs[i] = SHUFFLED(columns[i], columns[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
    pairs[i + 1] = SHUFFLED(columns[i], columns[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
  }
  for (int i = 0; i < 8; i += 4) {
    for (int j = 0; j < 2; ++j) {
      const Floats left = pairs[i + j], right = pairs[i + j + 2];
      quads[i + 2 * j] = SHUFFLED(left, right, 0, 1, 8, 9, 4, 5, 12, 13);
      quads[i + 2 * j + 1] = SHUFFLED(left, right, 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }
  for (int i = 0; i < 4; ++i) {
    rows[i] = SHUFFLED(quads[i], quads[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    rows[i + 4] = SHUFFLED(quads[i], quads[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

/// A row of C in double precision: its even columns, which one register holds, then the odd ones.
INLINED Doubles sums(const float *even, const float *odd) {
  Floats row;
  memcpy(&row, even, 16);
  memcpy((char *)&row + 16, odd, 16);
  return __builtin_convertvector(row, Doubles);
}

/// The product, with the sums of `rowsAtOnce` rows in registers at a time.
///
/// A product of two numbers is exact in double precision, so that it makes no difference whether the
/// machine rounds it before it adds.
INLINED void multiply(
    const HalfProduct *product, int depth, bool areBrainFloats, int rowsAtOnce) {
  _Alignas(64) double a[16][16];
  Doubles b[16];
  _Alignas(32) float d[4][32];
  for (int part = 0; part < depth / 4; ++part) {
    for (int row = 0; row < 8; ++row) {
      const Doubles values =
          __builtin_convertvector(decoded(product->a[part] + 8 * row, areBrainFloats), Doubles);
      memcpy(&a[(part & 1) * 8 + row][part / 2 * 8], &values, sizeof values);
    }
  }
  for (int part = 0; part < depth / 8; ++part) {
    // In the order in which C has its columns.
    static const int order[8] = {0, 2, 4, 6, 1, 3, 5, 7};
    Floats columns[8], rows[8];
    for (int column = 0; column < 8; ++column) {
      columns[column] = decoded(product->b[part] + 8 * order[column], areBrainFloats);
    }
    transpose(columns, rows);
    for (int k = 0; k < 8; ++k) b[part * 8 + k] = __builtin_convertvector(rows[k], Doubles);
  }
  for (int first = 0; first < 16; first += rowsAtOnce) {
    const int registers = first / 8 * 2, start = first % 8;
    Doubles total[4];
    for (int i = 0; i < rowsAtOnce; ++i) {
      const int place = (start + i) * 4;
      total[i] = sums(product->c[registers] + place, product->c[registers + 1] + place);
    }
    for (int k = 0; k < depth; ++k) {
      for (int i = 0; i < rowsAtOnce; ++i) total[i] += b[k] * a[first + i][k];
    }
    for (int i = 0; i < rowsAtOnce; ++i) {
      const Floats rounded = __builtin_convertvector(total[i], Floats);
      const Words isNumber = (Words)(rounded == rounded);
      const Words bits = ((Words)rounded & isNumber) | (0x7FFFFFFF & ~isNumber);
      memcpy(d[registers] + (start + i) * 4, &bits, 16);
      memcpy(d[registers + 1] + (start + i) * 4, (const char *)&bits + 16, 16);
    }
  }
  for (int part = 0; part < 4; ++part) memcpy(product->d[part], d[part], sizeof d[part]);
}

/// The product for each depth and format, so that the loops have fixed ends.
INLINED void multiplyAny(
    const HalfProduct *product, int depth, bool areBrainFloats, int rowsAtOnce) {
  if (depth == 16) {
    if (areBrainFloats) return multiply(product, 16, true, rowsAtOnce);
    return multiply(product, 16, false, rowsAtOnce);
  }
  if (areBrainFloats) return multiply(product, 8, true, rowsAtOnce);
  return multiply(product, 8, false, rowsAtOnce);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) static void multiplyByWideVectors(
    const HalfProduct *product, int depth, bool areBrainFloats) {
  multiplyAny(product, depth, areBrainFloats, 4);
}
#endif

void multiplyHalfMatricesPortably(const HalfProduct *product, int depth, bool areBrainFloats) {
  multiplyAny(product, depth, areBrainFloats, 2);
}

void multiplyHalfMatrices(const HalfProduct *product, int depth, bool areBrainFloats) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return multiplyByWideVectors(product, depth, areBrainFloats);
  }
#endif
  multiplyHalfMatricesPortably(product, depth, areBrainFloats);
}
