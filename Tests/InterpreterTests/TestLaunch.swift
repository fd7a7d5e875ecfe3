import IR
import Interpreter
import Support

/// A launch in a test: a module in text, buffers, and what came of it.
struct TestLaunch {
  var memory = Memory()
  var arguments: [KernelArgument] = []
  var checks: Checks = .standard
  var stepLimit = 100_000

  /// Adds a buffer of numbers and passes a pointer to it.
  @discardableResult
  mutating func buffer<Number: FixedWidthInteger>(
    _ numbers: [Number], name: String, isInitialized: Bool = true
  ) -> BufferID {
    let bytes = numbers.flatMap { number in
      (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let id = memory.add(bytes, name: name, isInitialized: isInitialized)
    arguments.append(.pointer(id, offset: 0))
    return id
  }

  @discardableResult
  mutating func buffer(_ numbers: [Float], name: String) -> BufferID {
    buffer(numbers.map(\.bitPattern), name: name)
  }

  mutating func scalar(_ value: some FixedWidthInteger) {
    arguments.append(.scalar(bits: UInt64(truncatingIfNeeded: value)))
  }

  /// Parses, verifies and runs `text`, which is the body of a module.
  @discardableResult
  mutating func run(_ text: String, grid: Grid = Grid(1)) throws -> RunReport {
    let source = SourceText(name: "test.ttir", text: text)
    let module = try Module.parse(source)
    try module.requireWellFormed()
    let interpreter = try Interpreter(module, checks: checks, stepLimit: stepLimit)
    return try interpreter.run(grid: grid, arguments: arguments, memory: &memory)
  }

  /// The diagnostic with which `text` fails; `nil` if it does not.
  mutating func failure(_ text: String, grid: Grid = Grid(1)) throws -> Diagnostic? {
    do {
      try run(text, grid: grid)
      return nil
    } catch let diagnostic as Diagnostic {
      return diagnostic
    }
  }

  /// What a buffer holds now.
  func numbers<Number: FixedWidthInteger>(_ id: BufferID, as type: Number.Type) -> [Number] {
    let bytes = memory.bytes(of: id)
    let width = Number.bitWidth / 8
    return stride(from: 0, to: bytes.count, by: width).map { start in
      (0..<width).reduce(0) { $0 | Number(truncatingIfNeeded: bytes[start + $1]) << (8 * $1) }
    }
  }

  func floats(_ id: BufferID) -> [Float] {
    numbers(id, as: UInt32.self).map { Float(bitPattern: $0) }
  }
}
