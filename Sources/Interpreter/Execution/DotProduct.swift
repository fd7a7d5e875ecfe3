import Arithmetic
import IR

/// Matrix products.
///
/// Factors are multiplied exactly and added up in double precision; the sum and the accumulator
/// are rounded once, to the result's type. Hardware adds in other orders and rounds in between, so
/// floats agree within a tolerance; integers agree exactly. An accumulator of 16 bits is rounded
/// after each step of the matrix unit, which takes 32 bytes of each row of the first factor.
enum DotProduct {
  /// `lhs` times `rhs` plus `accumulator`.
  static func multiply(
    _ lhs: TileValue, _ rhs: TileValue, _ accumulator: TileValue, _ shape: DotShape
  ) -> TileValue {
    let first = parts(lhs, shape.lhs, shape.batch * shape.rows * shape.depth, shape.precision)
    let second = parts(rhs, shape.rhs, shape.batch * shape.depth * shape.columns, shape.precision)
    let pairs = products(of: shape.lhs == .f32 ? shape.precision : .ieee)
    let step = shape.result == .f16 ? min(shape.depth, 256 / shape.lhs.bitWidth) : shape.depth
    var result = accumulator
    for start in stride(from: 0, to: shape.depth, by: step) {
      var sums = [Double](repeating: 0, count: shape.batch * shape.rows * shape.columns)
      for (i, j) in pairs {
        accumulate(
          first[i], second[j], batch: shape.batch, rows: shape.rows, columns: shape.columns,
          depth: shape.depth, over: start..<start + step, into: &sums)
      }
      result = finish(sums, result, shape.result)
    }
    return result
  }

  /// Adds the product of two stacks of matrices to `sums`, of which it takes only the part of the
  /// inner dimension that `range` says.
  static func accumulate(
    _ lhs: [Double], _ rhs: [Double], batch: Int, rows: Int, columns: Int, depth: Int,
    over range: Range<Int>, into sums: inout [Double]
  ) {
    lhs.withUnsafeBufferPointer { lhs in
      rhs.withUnsafeBufferPointer { rhs in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in 0..<batch * rows {
            let sum = row * columns
            for inner in range {
              let factor = lhs[row * depth + inner]
              let other = (row / rows * depth + inner) * columns
              for column in 0..<columns { sums[sum + column] += factor * rhs[other + column] }
            }
          }
        }
      }
    }
  }

  /// The sums plus the accumulator, in the result's type.
  static func finish(
    _ sums: [Double], _ accumulator: TileValue, _ result: ScalarType
  ) -> TileValue {
    guard let format = result.floatFormat else {
      let width = result.bitWidth
      return TileValue(
        .filled(sums.count) {
          // Products of 8-bit integers add up exactly.
          IntegerArithmetic.add(
            UInt64(bitPattern: Int64(sums[$0])), accumulator[$0], width: width)
        })
    }
    return TileValue(
      .filled(sums.count) { format.encode(format.decode(accumulator[$0]) + sums[$0]) })
  }

  /// Which parts of the factors are multiplied with each other.
  private static func products(of precision: InputPrecision) -> [(Int, Int)] {
    switch precision {
    case .ieee, .tf32: [(0, 0)]
    case .tf32x3, .bf16x3: [(0, 0), (0, 1), (1, 0)]
    case .bf16x6: [(0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0)]
    }
  }

  /// The elements as the multiplier sees them: `f32` is rounded to a narrower format, or split
  /// into several numbers of that format whose sum is close to it.
  private static func parts(
    _ value: TileValue, _ type: ScalarType, _ count: Int, _ precision: InputPrecision
  ) -> [[Double]] {
    let elements = decode(value, type, count)
    guard type == .f32 else { return [elements] }
    switch precision {
    case .ieee: return [elements]
    case .tf32: return split(elements, into: 1) { TensorFloat32.round($0) }
    case .tf32x3: return split(elements, into: 2) { TensorFloat32.round($0) }
    case .bf16x3: return split(elements, into: 2) { BrainFloat.decode(BrainFloat.encode($0)) }
    case .bf16x6: return split(elements, into: 3) { BrainFloat.decode(BrainFloat.encode($0)) }
    }
  }

  private static func split(
    _ elements: [Double], into count: Int, rounding: (Float) -> Float
  ) -> [[Double]] {
    var rest = elements
    return (0..<count).map { _ in
      let part = rest.map { Double(rounding(Float($0))) }
      for index in rest.indices {
        rest[index] = part[index].isFinite ? rest[index] - part[index] : 0
      }
      return part
    }
  }

  private static func decode(_ value: TileValue, _ type: ScalarType, _ count: Int) -> [Double] {
    guard let format = type.floatFormat else {
      return (0..<count).map { Double(value[$0].signExtended(from: type.bitWidth)) }
    }
    if case .uniform(let bits) = value {
      return Array(repeating: format.decode(bits), count: count)
    }
    return (0..<count).map { format.decode(value[$0]) }
  }
}
