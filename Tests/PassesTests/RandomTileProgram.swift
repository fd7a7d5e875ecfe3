import IR
import RandomTesting

@testable import Passes

/// A kernel that computes tiles of integers and addresses by random operations from tiles that it
/// loads, of which some facts are given as hints, and stores every tile.
struct RandomTileProgram: ~Copyable {
  var module = Module()
  var generator: SplitMix
  var block: BlockID
  let function: OpID
  /// The memory that the tiles are loaded from.
  var input: [UInt8] = []
  /// How many bytes the kernel writes.
  var outputSize = 0
  var observations: [Observation] = []
  /// The values that may be used at the current place, by type.
  var values: [Type: [ValueID]] = [:]
  /// The counter of the loop that is being filled, and how often that loop runs.
  var loop: (counter: ValueID, first: Int, step: Int, trips: Int)?

  /// A value and where the kernel stores it.
  struct Observation {
    let value: ValueID
    let type: Type
    let offset: Int
    /// How often it is computed, each time with a place of its own.
    let trips: Int
  }

  static let shapes: [[Int]] = [[], [8], [4, 4], [2, 8], [1, 8], [2, 4, 2], [16]]
  static let integers: [ScalarType] = [.i1, .i8, .i8, .i8, .i16, .i32, .i64]

  init(seed: UInt64, operations: Int) {
    generator = SplitMix(seed: seed)
    let pointer = Type.pointer(to: .i8)
    function = module.insert(
      Function(name: "kernel", type: FunctionType(parameters: [pointer, pointer])),
      at: .end(of: module.body))
    block = module.appendBlock(
      to: module.region(0, of: function), parameters: [pointer, pointer])
    for _ in 0..<2 { addLeaf(randomType()) }
    for _ in 0..<operations {
      if generator.isOnce(in: 12) { addControlFlow() } else { addOperation() }
    }
    module.insert(Return(values: []), at: .end(of: block))
  }

  /// An integer type of a shape.
  mutating func randomType() -> Type {
    type(Self.shapes[generator.next(below: Self.shapes.count)], generator.pick(Self.integers))
  }

  func type(_ extents: [Int], _ scalar: ScalarType) -> Type {
    .of(Shape(extents) ?? .scalar, .scalar(scalar))
  }
}

// MARK: - Inserting

extension RandomTileProgram {
  @discardableResult
  mutating func insert(_ draft: OpDraft) -> ValueID {
    module.result(0, of: module.insert(draft, at: .end(of: block)))
  }

  mutating func insert(_ operation: some Operation) -> ValueID { insert(operation.draft) }

  mutating func number(_ value: Int, _ type: Type = .i32) -> ValueID {
    let bits = UInt64(bitPattern: Int64(value)).truncated(to: type.scalar?.bitWidth ?? 64)
    return insert(Constant(bits: bits, type: type))
  }

  /// Makes `value` available, and stores it so that it can be seen.
  mutating func keep(_ value: ValueID) {
    let type = module.type(of: value)
    values[type, default: []].append(value)
    observations.append(
      Observation(value: value, type: type, offset: outputSize, trips: loop?.trips ?? 1))
    var stored = value
    if type.isPointer {
      stored = insert(
        OpDraft(.ptrToInt, operands: [value], results: [type.with(element: .i64)]))
    } else if type.scalar == .i1 {
      stored = insert(OpDraft(.extui, operands: [value], results: [type.with(element: .i8)]))
    }
    let size = Self.size(of: type)
    let pointers = pointers(
      to: module.type(of: stored), at: outputSize, of: 1, stride: loop == nil ? 0 : size)
    module.insert(Store(pointer: pointers, value: stored), at: .end(of: block))
    outputSize += size * (loop?.trips ?? 1)
  }

  /// How many bytes of memory a value of `type` takes, in steps of 64.
  static func size(of type: Type) -> Int {
    (type.shape.count * (type.element?.byteWidth ?? 8) + 63) / 64 * 64
  }

  /// Pointers to a tile of `type` in the buffer that is parameter `parameter`, `offset` bytes from
  /// its start and `stride` bytes on in each round of the loop.
  mutating func pointers(
    to type: Type, at offset: Int, of parameter: Int, stride: Int = 0
  ) -> ValueID {
    guard let scalar = type.scalar,
      let entry = module.firstBlock(of: module.region(0, of: function))
    else { preconditionFailure("only numbers are stored") }
    let parameters = module.parameters(of: entry)
    let base = parameters[parameters.startIndex + parameter]
    var distance = number(offset)
    if let loop, stride > 0 {
      let first = number(loop.first)
      let step = number(loop.step)
      let passed = insert(OpDraft(.subi, operands: [loop.counter, first], results: [.i32]))
      let round = insert(OpDraft(.divsi, operands: [passed, step], results: [.i32]))
      let size = number(stride)
      let moved = insert(OpDraft(.muli, operands: [round, size], results: [.i32]))
      distance = insert(OpDraft(.addi, operands: [distance, moved], results: [.i32]))
    }
    let start = insert(AddPointer(pointer: base, offset: distance, type: .pointer(to: .i8)))
    let pointer = Type.pointer(to: scalar)
    let typed =
      scalar == .i8
      ? start : insert(OpDraft(.bitcast, operands: [start], results: [pointer]))
    guard type.isTensor, case .element(let element) = pointer else { return typed }
    let all = insert(Splat(source: typed, type: .of(type.shape, element)))
    let count = type.shape.count
    guard let line = Shape([count]) else { preconditionFailure("extents are powers of two") }
    let range = insert(MakeRange(start: 0, end: count, type: .of(line, .scalar(.i32))))
    let places =
      line == type.shape
      ? range : insert(Reshape(source: range, type: type.with(element: .i32)))
    return insert(AddPointer(pointer: all, offset: places, type: .of(type.shape, element)))
  }
}
