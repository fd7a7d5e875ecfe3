/// `%r = ub.poison : type`
///
/// A value that nothing may depend on.
public struct Poison: Operation {
  public static let opcode = Opcode.poison
  public static let info = OpInfo(
    "ub.poison", operands: 0...0, traits: .pure, declaredBy: Poison.self)

  public var type: Type

  public init(type: Type) { self.type = type }

  public init(reading op: OpID, of module: borrowing Module) { type = module.resultType(of: op) }

  public var draft: OpDraft { OpDraft(.poison, results: [type]) }
}
