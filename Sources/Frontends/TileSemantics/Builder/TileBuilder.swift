import IR
import Support

/// Writes a program operation by operation, making the decisions of the tile language.
///
/// Each method is one operation of the language: it checks the operands, broadcasts and converts
/// them, chooses the IR operations that they need, inserts these at `point`, and returns the
/// result. What does not fit is a `SemanticError`, and then nothing that was inserted is used.
public struct TileBuilder: ~Copyable, Sendable {
  /// The program so far.
  public var module: Module
  /// Where the next operation goes; moves on behind each one.
  public var point: InsertionPoint
  /// Where the next operations come from.
  public var origin: Origin
  /// What the program leaves open.
  public var options: SemanticOptions
  /// The open control flow, the outermost first.
  var scopes: [OpenScope] = []
  /// What follows a return directly in a function; removed with the end of the function.
  var unreachableBlock: BlockID?

  /// A builder of an empty module.
  public init(options: SemanticOptions = SemanticOptions(), source: SourceText? = nil) {
    let module = Module(source: source)
    point = .end(of: module.body)
    self.module = module
    origin = .unknown
    self.options = options
  }

  /// Says where the following operations stand in the user's program.
  public mutating func setPosition(_ position: SourcePosition) {
    origin = Origin(location: module.intern(.file(position)))
  }

  /// Ends the construction and returns the module.
  public consuming func finish() -> Module { module }
}

// MARK: - Inserting

extension TileBuilder {
  /// Inserts `draft` at the point, which moves behind it.
  @discardableResult
  mutating func insert(_ draft: OpDraft) -> OpID {
    let op = module.insert(draft, at: point, origin: origin)
    switch point {
    case .after, .start: point = .after(op)
    case .before, .end: break
    }
    return op
  }

  /// Inserts an operation without a result that matters.
  @discardableResult
  mutating func insert(_ operation: some Operation) -> OpID { insert(operation.draft) }

  /// Inserts an operation and returns its only result.
  mutating func emit(_ operation: some Operation, isUnsigned: Bool = false) -> Operand {
    let op = insert(operation.draft)
    return Operand(module.result(of: op), module.resultType(of: op), isUnsigned: isUnsigned)
  }

  /// Inserts an operation that its opcode and operands describe, with a result of `type`, or of
  /// the type and sign of the first operand.
  mutating func emit(
    _ opcode: Opcode, _ operands: [Operand], type: Type? = nil, isUnsigned: Bool? = nil
  ) -> Operand {
    let type = type ?? operands[0].type
    let op = insert(OpDraft(opcode, operands: operands.map(\.value), results: [type]))
    return Operand(
      module.result(of: op), type, isUnsigned: isUnsigned ?? operands[0].isUnsigned)
  }

  /// The results of `op` as operands that are read as `models` are.
  func results(of op: OpID, like models: [Operand]) -> [Operand] {
    zip(module.results(of: op), models).map { value, model in
      Operand(value, module.type(of: value), isUnsigned: model.isUnsigned)
    }
  }

  /// The bits of `operand` if it is a constant whose elements are all equal.
  func constantBits(of operand: Operand) -> UInt64? {
    guard let op = module.definingOp(of: operand.value) else { return nil }
    if let splat = module.view(op, as: Splat.self) {
      return module.definingOp(of: splat.source)
        .flatMap { module.view($0, as: Constant.self)?.splat }
    }
    return module.view(op, as: Constant.self)?.splat
  }

  /// The value of `operand` if it is a constant integer.
  func constantInteger(_ operand: Operand) -> Int64? {
    guard let scalar = operand.scalar, scalar.isInteger, let bits = constantBits(of: operand) else {
      return nil
    }
    return operand.isUnsigned
      ? Int64(bitPattern: bits.truncated(to: scalar.bitWidth))
      : bits.signExtended(from: scalar.bitWidth)
  }
}
