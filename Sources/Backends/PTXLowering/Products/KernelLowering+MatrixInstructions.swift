import IR
import Layouts
import PTX
import Passes
import Support

extension KernelLowering {
  /// Writes a product with the warps' matrix instructions, step by step along the inner dimension.
  mutating func multiplyByMatrices(
    _ op: OpID, _ dot: Dot, _ product: MatrixProduct
  ) throws(Diagnostic) {
    let layout = layout(of: module.result(of: op))
    let rank = dot.type.rank
    let (left, right) = product.factorFormats(for: options.target)
    let (count, pairs) = product.parts
    let warps = layout.warpCounts
    let shapes = [MatrixOperand.left, .right].map { side in
      FactorShape(
        operand: side, batch: product.batch, outer: side == .left ? product.rows : product.columns,
        depth: product.depth, rank: rank)
    }
    let lhs = try factorParts(op, registers(of: dot.lhs), product.lhs, left, count: count)
    let rhs = try factorParts(op, registers(of: dot.rhs), product.rhs, right, count: count)
    let factors =
      lhs.map {
        Factor(registers: $0, layout: self.layout(of: dot.lhs), shape: shapes[0], format: left)
      }
      + rhs.map {
        Factor(registers: $0, layout: self.layout(of: dot.rhs), shape: shapes[1], format: right)
      }
    var sums = MatrixSums(registers(of: dot.accumulator), product, rank: rank, layout)
    let step = left.step(for: product.depth)
    let parts = max(1, step / left.partDepth)
    let instruction = MatrixInstruction(left, right, result: product.result, step: step)
    withFragments(of: factors, warps: warps, step: step) { lowering, fragments, depths in
      for batch in stride(from: 0, to: product.batch, by: warps[warps.count - 3, or: 1]) {
        for depth in stride(from: depths.lowerBound, to: depths.upperBound, by: step) {
          for pair in pairs {
            let rowStep = MatrixProduct.instructionRows * warps[rank - 2]
            for row in stride(from: 0, to: product.rows, by: rowStep) {
              let lhs = (0..<parts).flatMap { part in
                [0, 8].map { more in
                  lowering.word(
                    batch: batch, outer: row + more, depth: depth + part * left.partDepth,
                    of: &fragments[pair.lhs])
                }
              }
              let columnStep = MatrixProduct.instructionColumns * warps[rank - 1]
              for column in stride(from: 0, to: product.columns, by: columnStep) {
                let rhs = (0..<parts).map { part in
                  lowering.word(
                    batch: batch, outer: column, depth: depth + part * right.partDepth,
                    of: &fragments[count + pair.rhs])
                }
                let place = MatrixSums.Place(batch: batch, row: row, column: column)
                let old = sums.registers(at: place)
                sums.set(lowering.multiplied(lhs, rhs, old, instruction), at: place)
              }
            }
          }
        }
      }
    }
    values[module.result(of: op)] = sums.all
  }

  /// `lhs` times `rhs` plus `sums`, the four sums that a thread has of an instruction.
  private mutating func multiplied(
    _ lhs: [Register], _ rhs: [Register], _ sums: [Register], _ instruction: MatrixInstruction
  ) -> [Register] {
    switch instruction.result {
    case .f16:
      let pairs = [0, 2].map {
        builder.compute("mov.b32", .bits32, .vector([sums[$0], sums[$0 + 1]]))
      }
      let results = multiplied(lhs, rhs, pairs, instruction.text, .bits32)
      return results.flatMap { separated($0, elementBits: 16, count: 2) }
    case .f64 where !options.target.supports(PTXTarget(90)):
      // The smaller instruction has half of the rows.
      return [0, 1].flatMap { half in
        multiplied(
          [lhs[half]], rhs, Array(sums[(2 * half)..<(2 * half + 2)]),
          "mma.sync.aligned.m8n8k4.row.col.f64.f64.f64.f64", .float64)
      }
    default:
      return multiplied(lhs, rhs, sums, instruction.text, instruction.result.registerClass)
    }
  }

  private mutating func multiplied(
    _ lhs: [Register], _ rhs: [Register], _ sums: [Register], _ text: String,
    _ registerClass: RegisterClass
  ) -> [Register] {
    let results = sums.map { _ in builder.makeRegister(registerClass) }
    builder.emit(text, .vector(results), .vector(lhs), .vector(rhs), .vector(sums))
    return results
  }
}

/// A matrix instruction with 16 rows and 8 columns.
private struct MatrixInstruction {
  let text: String
  let result: ScalarType

  init(_ lhs: FactorFormat, _ rhs: FactorFormat, result: ScalarType, step: Int) {
    let sum = result == .i32 ? "s32" : result.name
    text = "mma.sync.aligned.m16n8k\(step).row.col.\(sum).\(lhs.word).\(rhs.word).\(sum)"
    self.result = result
  }
}

/// The sums of a product that a thread has.
private struct MatrixSums {
  /// The first row and column of an instruction's result.
  struct Place {
    let batch, row, column: Int
  }

  private let product: MatrixProduct
  private let rank: Int
  private let images: [UInt64]
  private var byPlace: [UInt64: Register] = [:]

  init(_ registers: [Register], _ product: MatrixProduct, rank: Int, _ layout: LinearLayout) {
    (self.product, self.rank) = (product, rank)
    let columns = Array(layout.columns(of: .register))
    images = registers.indices.map { register in
      columns.indices.reduce(UInt64(0)) { $0 ^ (register >> $1 & 1 == 1 ? columns[$1] : 0) }
    }
    for (image, register) in zip(images, registers) { byPlace[image] = register }
  }

  /// A register for each register of the layout.
  var all: [Register] { images.compactMap { byPlace[$0] } }

  func registers(at place: Place) -> [Register] {
    (0..<4).compactMap { byPlace[image(place, $0)] }
  }

  mutating func set(_ registers: [Register], at place: Place) {
    // In a tile that is smaller than the instruction, several of them are the same sum.
    for (index, register) in registers.enumerated().reversed() {
      byPlace[image(place, index)] = register
    }
  }

  private func image(_ place: Place, _ index: Int) -> UInt64 {
    let row = UInt64((place.row + index / 2 * 8) % product.rows)
    let column = UInt64((place.column + index % 2) % product.columns)
    let rowStart = rank == 3 ? product.batch.trailingZeroBitCount : 0
    let columnStart = rowStart + product.rows.trailingZeroBitCount
    return (rank == 3 ? UInt64(place.batch) : 0) | row << UInt64(rowStart)
      | column << UInt64(columnStart)
  }
}

extension LinearLayout {
  /// How many warps there are along each dimension of a matrix instruction's result; warps that
  /// repeat what others have count as rows.
  fileprivate var warpCounts: [Int] {
    var counts = Array(repeating: 1, count: rank)
    for bit in columns(of: .warp).indices.map({ $0 - columns(of: .warp).startIndex }) {
      let axis = basis(of: .warp, bit: bit).firstIndex { $0 != 0 } ?? rank - 2
      counts[axis] *= 2
    }
    return counts
  }
}

extension [Int] {
  fileprivate subscript(index: Int, or missing: Int) -> Int {
    indices.contains(index) ? self[index] : missing
  }
}
