import Arithmetic
import IR
import Testing

/// A kernel that reads two factors and an accumulator, multiplies, and writes the accumulator back.
struct DotKernel: CustomTestStringConvertible {
  var batch = 0
  var rows, columns, depth: Int
  var lhs, rhs, result: ScalarType
  var precision = ""
  var warps = 4
  /// Factors lie in memory with the inner dimension first for the left and last for the right.
  var isTransposed = false

  init(
    _ rows: Int, _ columns: Int, _ depth: Int, _ element: ScalarType, _ result: ScalarType,
    precision: String = "", batch: Int = 0, warps: Int = 4, isTransposed: Bool = false
  ) {
    (self.rows, self.columns, self.depth) = (rows, columns, depth)
    (lhs, rhs, self.result) = (element, element, result)
    (self.precision, self.batch) = (precision, batch)
    (self.warps, self.isTransposed) = (warps, isTransposed)
  }

  var testDescription: String {
    "\(batch)x\(rows)x\(columns)x\(depth) \(lhs) to \(result) \(precision) \(warps) warps"
      + (isTransposed ? " transposed" : "")
  }

  /// The text of the module.
  var text: String {
    let sizes = [(rows, depth), (depth, columns), (rows, columns)]
    let elements = [lhs, rhs, result]
    var body = ""
    for index in 0..<3 {
      let (first, second) = sizes[index]
      let isSwapped = isTransposed && index < 2
      let count = first * second * max(1, batch)
      let flat = "tensor<\(count)x"
      let pointer = "!tt.ptr<\(elements[index])>"
      body += """
            %r\(index) = tt.make_range {end = \(count) : i32, start = 0 : i32} : \(flat)i32>
            %s\(index) = tt.splat %p\(index) : \(pointer) -> \(flat)\(pointer)>
            %q\(index) = tt.addptr %s\(index), %r\(index) : \(flat)\(pointer)>, \(flat)i32>
            %l\(index) = tt.load %q\(index) : \(flat)\(pointer)>

        """
      let stored =
        isSwapped ? tile(second, first, elements[index]) : tile(first, second, elements[index])
      body += "    %m\(index) = tt.reshape %l\(index) : \(flat)\(elements[index])> -> \(stored)\n"
      let order = batch > 0 ? "0, 2, 1" : "1, 0"
      body +=
        isSwapped
        ? "    %x\(index) = tt.trans %m\(index) {order = array<i32: \(order)>} : \(stored) -> "
          + "\(tile(first, second, elements[index]))\n"
        : ""
    }
    let (a, b) = isTransposed ? ("%x0", "%x1") : ("%m0", "%m1")
    let types = [
      tile(rows, depth, lhs), tile(depth, columns, rhs), tile(rows, columns, result),
    ]
    let count = rows * columns * max(1, batch)
    let suffix = precision.isEmpty ? "" : ", inputPrecision = \(precision)"
    return """
      module {
        tt.func public @dot(%p0: !tt.ptr<\(lhs)>, %p1: !tt.ptr<\(rhs)>, %p2: !tt.ptr<\(result)>) {
      \(body)    %d = tt.dot \(a), \(b), %m2\(suffix) : \(types[0]) * \(types[1]) -> \(types[2])
          %f = tt.reshape %d : \(types[2]) -> tensor<\(count)x\(result)>
          tt.store %q2, %f : tensor<\(count)x!tt.ptr<\(result)>>
          tt.return
        }
      }

      """
  }

  private func tile(_ first: Int, _ second: Int, _ element: ScalarType) -> String {
    "tensor<\(batch > 0 ? "\(batch)x" : "")\(first)x\(second)x\(element)>"
  }

  /// The three buffers, filled with small integers, so that every order of addition is exact.
  var buffers: [[UInt8]] {
    let count = max(1, batch)
    return [
      Self.numbers(count * rows * depth, lhs, seed: 1),
      Self.numbers(count * depth * columns, rhs, seed: 2),
      Self.numbers(count * rows * columns, result, seed: 3),
    ]
  }

  private static func numbers(_ count: Int, _ type: ScalarType, seed: UInt64) -> [UInt8] {
    var state = seed
    return (0..<count).flatMap { _ -> ArraySlice<UInt8> in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33) % 5 - 2
      let bits = type.floatFormat?.encode(Double(number)) ?? UInt64(bitPattern: Int64(number))
      return bits.littleEndianBytes.prefix(type.byteWidth)
    }
  }
}
