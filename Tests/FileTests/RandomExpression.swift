import IR
import Passes
import RandomTesting

/// A function that computes values from its parameters by random operations on numbers, and returns
/// them all.
struct RandomExpression: ~Copyable {
  private(set) var module = Module()
  private var generator: SplitMix
  private var function: OpID
  private var block: BlockID
  /// The values that there are, by type.
  private var values: [ScalarType: [ValueID]] = [:]
  private var computed: [ValueID] = []

  static let parameterTypes: [ScalarType] = [.i8, .i8, .i16, .f16, .f32, .i1]

  init(seed: UInt64, operations: Int) {
    generator = SplitMix(seed: seed)
    let types = Self.parameterTypes.map { Type.scalar($0) }
    function = module.insert(
      Function(name: "f", type: FunctionType(parameters: types)), at: .end(of: module.body))
    block = module.appendBlock(to: module.region(0, of: function), parameters: types)
    for (type, value) in zip(Self.parameterTypes, module.parameters(of: block)) {
      values[type, default: []].append(value)
    }
    for _ in 0..<operations { addOperation() }
    module.insert(Return(values: computed), at: .end(of: block))
  }

  /// A module in which the parameters are `arguments`, given as the bits of each.
  static func substituting(_ arguments: [UInt64], in module: borrowing Module) -> Module {
    var result = module.copy()
    guard let function = result.functions.first,
      let block = result.firstBlock(of: result.region(0, of: function))
    else { return result }
    for (parameter, bits) in zip(Array(result.parameters(of: block)), arguments) {
      let constant = result.insert(
        Constant(bits: bits, type: result.type(of: parameter)), at: .start(of: block))
      if result.isUsed(parameter) {
        result.replaceUses(of: parameter, with: result.result(of: constant))
      }
    }
    return result
  }

  /// What the function of `module` returns: a constant where it is known.
  static func returnedConstants(of module: borrowing Module) -> [Constant?] {
    guard let function = module.functions.first,
      let block = module.firstBlock(of: module.region(0, of: function)),
      let end = module.terminator(of: block)
    else { return [] }
    return module.operands(of: end).map { value in
      module.definingOp(of: value).flatMap { module.view($0, as: Constant.self) }
    }
  }
}

// MARK: - Operations

extension RandomExpression {
  private static let integers: [Opcode] = [
    .addi, .subi, .muli, .mulhiui, .divsi, .divui, .remsi, .remui, .andi, .ori, .xori, .shli,
    .shrsi, .shrui, .minsi, .minui, .maxsi, .maxui,
  ]
  private static let floats: [Opcode] = [
    .addf, .subf, .mulf, .divf, .minimumf, .maximumf, .minnumf, .maxnumf,
  ]
  private static let floatFunctions: [Opcode] = [.negf, .absf, .floor, .ceil]
  private static let conversions: [(Opcode, ScalarType, ScalarType)] = [
    (.extsi, .i8, .i16), (.extui, .i8, .i16), (.extsi, .i1, .i8), (.extui, .i1, .i8),
    (.extui, .i1, .i16), (.trunci, .i16, .i8), (.trunci, .i8, .i1), (.trunci, .i16, .i1),
    (.sitofp, .i8, .f32), (.uitofp, .i8, .f32), (.sitofp, .i16, .f32), (.uitofp, .i16, .f32),
    (.extf, .f16, .f32), (.truncf, .f32, .f16), (.arithBitcast, .i16, .f16),
  ]

  private mutating func addOperation() {
    switch generator.next(below: 8) {
    case 0, 1, 2:
      let type: ScalarType = pick([.i1, .i8, .i8, .i16])
      add(pick(Self.integers), [value(type), value(type)], type)
    case 3:
      let type: ScalarType = pick([.f16, .f32])
      add(pick(Self.floats), [value(type), value(type)], type)
    case 4:
      let type: ScalarType = pick([.f16, .f32])
      add(pick(Self.floatFunctions), [value(type)], type)
    case 5:
      let (opcode, from, to) = pick(Self.conversions)
      add(opcode, [value(from)], to)
    case 6: addComparison()
    default:
      let type: ScalarType = pick([.i1, .i8, .i16, .f16, .f32])
      add(.select, [value(.i1), value(type), value(type)], type)
    }
  }

  private mutating func addComparison() {
    let type: ScalarType = pick([.i1, .i8, .i16, .f16, .f32])
    let (lhs, rhs) = (value(type), value(type))
    let draft =
      type.isInteger
      ? CompareInteger(pick(CompareInteger.Predicate.allCases), lhs: lhs, rhs: rhs, type: .i1).draft
      : CompareFloat(pick(CompareFloat.Predicate.allCases), lhs: lhs, rhs: rhs, type: .i1).draft
    keep(draft, .i1)
  }

  private mutating func add(_ opcode: Opcode, _ operands: [ValueID], _ type: ScalarType) {
    keep(OpDraft(opcode, operands: operands, results: [.scalar(type)]), type)
  }

  private mutating func keep(_ draft: OpDraft, _ type: ScalarType) {
    let result = module.result(of: module.insert(draft, at: .end(of: block)))
    values[type, default: []].append(result)
    computed.append(result)
  }

  /// A value of `type`: often a recent one, sometimes a constant that rules look for.
  private mutating func value(_ type: ScalarType) -> ValueID {
    let known = values[type] ?? []
    if known.isEmpty || generator.next(below: 3) == 0 {
      let constant = Constant(bits: pick(NotableBits.of(type)), type: .scalar(type))
      return module.result(of: module.insert(constant, at: .end(of: block)))
    }
    let recent = known.suffix(4)
    return recent[recent.startIndex + generator.next(below: recent.count)]
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[generator.next(below: choices.count)]
  }
}
