/// `%r = tt.extern_elementwise %a {libname, libpath, pure, symbol} : (types) -> type`
///
/// Calls a function of a device library, such as `__nv_tanhf`, for each element.
public struct ExternElementwise: Operation {
  public static let opcode = Opcode.externElementwise
  public static let info = OpInfo(
    "tt.extern_elementwise", operands: OpInfo.any, traits: .elementwise,
    attributes: [
      .required("libname", .string), .required("libpath", .string), .required("symbol", .string),
      .required("pure", .bool),
    ], declaredBy: ExternElementwise.self)

  public var arguments: [ValueID]
  public var library, path, symbol: String
  public var isPure: Bool
  public var type: Type

  public init(
    arguments: [ValueID], library: String = "", path: String = "", symbol: String,
    isPure: Bool = true, type: Type
  ) {
    (self.arguments, self.library, self.path) = (arguments, library, path)
    (self.symbol, self.isPure, self.type) = (symbol, isPure, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    arguments = module.operands(of: op)
    library = module.string("libname", of: op)
    path = module.string("libpath", of: op)
    symbol = module.string("symbol", of: op)
    isPure = module.bool("pure", of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .externElementwise, operands: arguments, results: [type],
      attributes: [
        "libname": .string(library), "libpath": .string(path), "symbol": .string(symbol),
        "pure": .bool(isPure),
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    for found in [type] + arguments.map({ module.type(of: $0) }) {
      if found.element == nil {
        report("cannot work on \(found), expected numbers or pointers")
      } else if found.shape != type.shape {
        report("operand has type \(found), expected the shape of \(type)")
      }
    }
  }
}
