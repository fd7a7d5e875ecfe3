/// `tt.print "prefix" {hex = false, isSigned = array<i32: 1>} : %values : types`
public struct Print: Operation {
  public static let opcode = Opcode.print
  public static let info = OpInfo(
    "tt.print", operands: OpInfo.any, results: 0...0, traits: .hasEffects,
    attributes: [
      .required("prefix", .string), .required("hex", .bool), .required("isSigned", .i32Array),
    ], declaredBy: Print.self)

  public var prefix: String
  public var isHexadecimal: Bool
  public var values: [ValueID]
  /// Whether each value is read as a number with sign.
  public var isSigned: [Bool]

  public init(prefix: String, isHexadecimal: Bool, values: [ValueID], isSigned: [Bool]) {
    (self.prefix, self.isHexadecimal) = (prefix, isHexadecimal)
    (self.values, self.isSigned) = (values, isSigned)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    prefix = module.string("prefix", of: op)
    isHexadecimal = module.bool("hex", of: op)
    values = module.operands(of: op)
    isSigned = module.integers("isSigned", of: op).map { $0 != 0 }
  }

  public var draft: OpDraft {
    OpDraft(
      .print, operands: values,
      attributes: [
        "prefix": .string(prefix), "hex": .bool(isHexadecimal),
        "isSigned": .denseArray(.i32, isSigned.map { $0 ? 1 : 0 }),
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    if isSigned.count != values.count {
      report("isSigned has \(isSigned.count) entries, expected \(values.count)")
    }
  }
}
