import Arithmetic

/// What a PTX instruction does, found by its name in a table of known ones.
struct AssemblyInstruction: Sendable {
  /// Computes one result from the operands behind it.
  typealias Body = @Sendable ([UInt64]) -> UInt64

  enum Kind: Sendable {
    case compute(Body)
    /// Computes a predicate and its opposite, or one for each lane.
    case setPredicates(results: Int, Body)
    /// Copies, taking values apart and putting them together.
    case move(width: Int)
    case load(AssemblyType)
    case store(AssemblyType)
    /// Orders launches, which run one after another here.
    case orderLaunches
  }

  let kind: Kind
  let operandCount: Int

  init(_ kind: Kind, operandCount: Int) { (self.kind, self.operandCount) = (kind, operandCount) }

  /// An instruction that computes one result from `inputs` operands.
  init(_ inputs: Int, _ body: @escaping Body) {
    self.init(.compute(body), operandCount: inputs + 1)
  }

  /// The instruction called `name`, such as `add.s32`.
  init(_ name: String) throws(AssemblyError) {
    if name == "griddepcontrol.wait" || name == "griddepcontrol.launch_dependents" {
      self.init(.orderLaunches, operandCount: 0)
      return
    }
    let parts = name.split(separator: ".").map(String.init)
    guard let base = parts.first, let type = parts.last.flatMap({ AssemblyType($0) }),
      let instruction = Self.named(base, Array(parts.dropFirst().dropLast()), type)
    else { throw AssemblyError("instruction '\(name)' is not known") }
    self = instruction
  }

  /// Looks `base` up in the tables.
  private static func named(
    _ base: String, _ modifiers: [String], _ type: AssemblyType
  ) -> AssemblyInstruction? {
    switch base {
    case "mov": return AssemblyInstruction(.move(width: type.totalWidth), operandCount: 2)
    case "ld" where modifiers.contains("global"):
      return AssemblyInstruction(.load(type), operandCount: 2)
    case "st" where modifiers.contains("global"):
      return AssemblyInstruction(.store(type), operandCount: 2)
    case "cvt": return conversion(modifiers, to: type)
    case "setp": return comparison(modifiers, type)
    case "selp": return AssemblyInstruction(3) { $0[2] & 1 != 0 ? $0[0] : $0[1] }
    default:
      return type.format == nil
        ? integer(base, modifiers, type) : float(base, modifiers, type)
    }
  }

  /// `setp.lt.u32 p, a, b`; with two lanes `setp.lt.f16x2 p|q, a, b`.
  private static func comparison(
    _ modifiers: [String], _ type: AssemblyType
  ) -> AssemblyInstruction? {
    guard let relation = modifiers.first,
      let holds = relationHolds(relation, type)
    else { return nil }
    let body: Body = { operands in
      type.joinedPredicates {
        holds(type.lane($0, of: operands[0]), type.lane($0, of: operands[1]))
      }
    }
    return AssemblyInstruction(
      .setPredicates(results: type.lanes, body), operandCount: type.lanes + 2)
  }

  private static func relationHolds(
    _ relation: String, _ type: AssemblyType
  ) -> (@Sendable (UInt64, UInt64) -> Bool)? {
    if let format = type.format {
      let predicates: [String: FloatPredicate] = [
        "eq": .equal, "ne": .notEqual, "lt": .less, "le": .lessOrEqual, "gt": .greater,
        "ge": .greaterOrEqual, "neu": .notEqualOrUnordered, "num": .ordered, "nan": .unordered,
      ]
      guard let predicate = predicates[relation] else { return nil }
      return { FloatArithmetic.compare(predicate, $0, $1, format) }
    }
    let predicates: [String: (signed: IntegerPredicate, unsigned: IntegerPredicate)] = [
      "eq": (.equal, .equal), "ne": (.notEqual, .notEqual),
      "lt": (.signedLess, .unsignedLess), "le": (.signedLessOrEqual, .unsignedLessOrEqual),
      "gt": (.signedGreater, .unsignedGreater),
      "ge": (.signedGreaterOrEqual, .unsignedGreaterOrEqual),
    ]
    guard let pair = predicates[relation] else { return nil }
    let predicate = type.isSigned ? pair.signed : pair.unsigned
    return { IntegerArithmetic.compare(predicate, $0, $1, width: type.width) }
  }
}

extension AssemblyType {
  /// One bit for each lane.
  fileprivate func joinedPredicates(_ holds: (Int) -> Bool) -> UInt64 {
    (0..<lanes).reduce(0) { $0 | (holds($1) ? 1 << UInt64($1) : 0) }
  }
}
