import IR
import Interpreter

/// A kernel while it is made: its module, what it is launched with, and the values there are.
struct KernelBuilder: ~Copyable {
  let family: KernelFamily
  var module = Module()
  var random: RandomSource
  let function: OpID
  let entry: BlockID
  /// Where operations are put.
  var block: BlockID
  let grid: Grid
  /// The number of the program among all, of type `i32`.
  var program: ValueID
  var buffers: [GeneratedKernel.Buffer] = []
  var arguments: [GeneratedKernel.Argument] = []
  private var hints: [AttributeList] = []
  /// The values that may be used here, by type.
  var pool: [Type: [Number]] = [:]
  /// The values made here, in order.
  var made: [Number] = []
  /// The numbers of the elements of tiles, by shape.
  var indices: [Shape: ValueID] = [:]

  /// How many values a kernel stores.
  private static let maximumStores = 4
  /// How many elements tiles have at most.
  static let maximumCount = 4096

  private init(seed: UInt64, family: KernelFamily) {
    self.family = family
    random = RandomSource(seed: seed)
    grid = random.pick([Grid(1), Grid(1), Grid(2), Grid(3), Grid(2, 2)])
    function = module.insert(
      Function(name: "kernel", type: FunctionType(parameters: [])), at: .end(of: module.body))
    entry = module.appendBlock(to: module.region(0, of: function))
    block = entry
    program = ValueID(index: 0)
    program = insert(GetProgramID(axis: .x))
    if grid.y > 1 {
      let count = insert(GetNumPrograms(axis: .x))
      let row = insert(GetProgramID(axis: .y))
      program = insert(.addi, [program, insert(.muli, [row, count], .i32)], .i32)
    }
  }

  static func build(seed: UInt64, family: KernelFamily) -> GeneratedKernel {
    var builder = KernelBuilder(seed: seed, family: family)
    builder.addBody()
    builder.storeResults()
    return builder.finish(seed: seed)
  }

  /// Stores what is not used, the latest first, and something in any case.
  private mutating func storeResults() {
    var stores = 0
    for number in made.reversed() where stores < Self.maximumStores {
      let hasUses = module.isUsed(number.value)
      if hasUses && (stores > 0 || number.value != made.last?.value) { continue }
      store(number)
      stores += 1
    }
  }

  private consuming func finish(seed: UInt64) -> GeneratedKernel {
    module.insert(Return(values: []), at: .end(of: entry))
    let types = module.parameters(of: entry).map { module.type(of: $0) }
    let draft = Function(
      name: "kernel", type: FunctionType(parameters: types), parameterAttributes: hints
    ).draft
    module.setAttributes(of: function, to: draft.attributes)
    let (family, grid, buffers, arguments) = (family, grid, buffers, arguments)
    return GeneratedKernel(
      seed: seed, family: family, module: takeModule(), grid: grid, buffers: buffers,
      arguments: arguments)
  }

  private consuming func takeModule() -> Module { module }

  /// Adds a parameter, for which the launch passes `argument`.
  mutating func addParameter(
    _ type: Type, _ argument: GeneratedKernel.Argument, divisibility: Int? = nil
  ) -> ValueID {
    arguments.append(argument)
    hints.append(divisibility.map { ["tt.divisibility": .i32($0)] } ?? .empty)
    return module.appendParameter(type, to: entry)
  }
}

// MARK: - Inserting

extension KernelBuilder {
  mutating func insert(_ draft: OpDraft) -> ValueID {
    module.result(0, of: module.insert(draft, at: .end(of: block)))
  }

  mutating func insert(_ operation: some Operation) -> ValueID { insert(operation.draft) }

  mutating func insert(_ opcode: Opcode, _ operands: [ValueID], _ type: Type) -> ValueID {
    insert(OpDraft(opcode, operands: operands, results: [type]))
  }

  /// The integer `number`, or a tile of it.
  mutating func constant(_ number: Int, _ type: Type = .i32) -> ValueID {
    let bits = UInt64(bitPattern: Int64(number)).truncated(to: type.scalar?.bitWidth ?? 64)
    return insert(Constant(bits: bits, type: type))
  }

  func type(of number: Number) -> Type { module.type(of: number.value) }

  /// Makes a value available to later operations.
  @discardableResult
  mutating func keep(_ value: ValueID, magnitude: Int? = nil) -> Number {
    let number = Number(value, magnitude: magnitude)
    pool[module.type(of: value), default: []].append(number)
    made.append(number)
    return number
  }

  /// Fills `block` with what `body` inserts, whose values are not seen outside.
  mutating func fill(_ block: BlockID, _ body: (inout KernelBuilder) -> Void) {
    let outer = (self.block, pool, made, indices)
    self.block = block
    body(&self)
    (self.block, pool, made, indices) = outer
  }

  /// A value of `type` made earlier, or a new one.
  mutating func number(_ type: Type) -> Number {
    if let known = pool[type], !random.isOnce(in: 8) {
      return random.isOnce(in: 2) ? known[known.count - 1] : random.pick(known)
    }
    if let scalar = type.scalar, random.isOnce(in: 4), !scalar.isFloat8 {
      let value = random.number(in: -3...3)
      let bits = scalar.bits(of: value)
      return Number(insert(Constant(bits: bits, type: type)), magnitude: scalar.isFloat ? 3 : nil)
    }
    return load(type)
  }

  /// A value of `type` that may be computed with exactly.
  mutating func exactNumber(_ type: Type) -> Number {
    let found = number(type)
    return type.isFloat && found.magnitude == nil ? load(type) : found
  }
}
