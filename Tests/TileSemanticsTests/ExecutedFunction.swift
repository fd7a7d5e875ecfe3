import IR
import Interpreter
import TileSemantics

/// The `i32` that `body` stores when it runs as one program on `input`.
///
/// The body gets the pointers to the input and to the output, which has `outputCount` elements that
/// are -1 where nothing was stored.
func executed(
  _ input: [Int32], outputCount: Int,
  _ body: (inout TileBuilder, _ input: Operand, _ output: Operand) throws -> Void
) throws -> [Int32] {
  var builder = TileBuilder()
  let parameters = try builder.beginFunction(
    "kernel", parameters: [parameter("*i32"), parameter("*i32")])
  try body(&builder, parameters[0], parameters[1])
  try builder.endFunction()
  let module = builder.finish()
  try module.requireWellFormed()
  let interpreter = try Interpreter(module)
  var memory = Memory()
  let source = memory.add(input.flatMap(\.bytes), name: "input")
  let target = memory.add(Array(repeating: 0xFF, count: 4 * outputCount), name: "output")
  _ = try interpreter.run(
    grid: Grid(1),
    arguments: [.pointer(source, offset: 0), .pointer(target, offset: 0)], memory: &memory)
  let bytes = memory.bytes(of: target)
  return stride(from: 0, to: bytes.count, by: 4).map { start in
    Int32(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) })
  }
}

extension Int32 {
  /// The bytes in memory, the lowest first.
  fileprivate var bytes: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: self >> Int32(8 * $0)) }
  }
}

extension TileBuilder {
  /// The first `count` elements that `pointer` leads to.
  mutating func loadAll(_ pointer: Operand, _ count: Int) throws -> Operand {
    try load(binary(.add, pointer, range(start: 0, end: count)))
  }

  /// Writes the elements of `tile` in row-major order to where `pointer` leads, or from `offset` on.
  mutating func storeAll(_ pointer: Operand, _ tile: Operand, offset: Int64 = 0) throws {
    let start = try binary(.add, pointer, constant(offset, .i32))
    let flat = try tile.isScalar ? expandDims(tile, axis: 0) : ravel(tile)
    try store(binary(.add, start, range(start: 0, end: flat.shape.count)), flat)
  }
}
