/// `tt.assert %condition, "message" : type`
///
/// Ends the program with an error if an element of the condition is false.
public struct Assert: Operation {
  public static let opcode = Opcode.assert
  public static let info = OpInfo(
    "tt.assert", operands: 1...1, results: 0...0, traits: .hasEffects,
    attributes: [.required("message", .string)], declaredBy: Assert.self)

  public var condition: ValueID
  public var message: String

  public init(condition: ValueID, message: String) {
    (self.condition, self.message) = (condition, message)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    condition = module.operand(0, of: op)
    message = module.string("message", of: op)
  }

  public var draft: OpDraft {
    OpDraft(.assert, operands: [condition], attributes: ["message": .string(message)])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let type = module.type(of: condition)
    if type.scalar != .i1 { report("condition has type \(type), expected i1") }
  }
}
