#pragma once

#include <stdbool.h>
#include <stdint.h>

/// The registers of a product `D = A * B + C` of a warp, `m16n8k8` or `m16n8k16`, of numbers of 16 bits
/// with sums of 32 (PTX ISA 9.7.14.5). A register is what its 32 lanes hold one after the other.
typedef struct {
  /// 16 rows of A: 8 of them for 8 columns a register.
  const uint16_t *_Nonnull a[4];
  /// 8 columns of B: 8 rows a register.
  const uint16_t *_Nonnull b[2];
  const float *_Nonnull c[4];
  /// May be registers of A, B or C.
  float *_Nonnull d[4];
} HalfProduct;

/// Computes the product with the widest vectors of the machine: each sum in double precision, rounded once; the canonical NaN for every NaN.
///
/// - Parameters:
///   - depth: The columns of A and rows of B: 8 or 16.
///   - areBrainFloats: The numbers are bfloat16 and not binary16.
void multiplyHalfMatrices(const HalfProduct *_Nonnull product, int depth, bool areBrainFloats);

/// The same with the vectors that every machine of the kind has.
void multiplyHalfMatricesPortably(
    const HalfProduct *_Nonnull product, int depth, bool areBrainFloats);
