/// `%r = tt.elementwise_inline_asm "asm" {constraints, packed_element, pure} %a : types -> types`
///
/// Runs PTX instructions for each element, or for `packedElements` elements at a time.
public struct InlineAssembly: Operation {
  public static let opcode = Opcode.elementwiseInlineAsm
  public static let info = OpInfo(
    "tt.elementwise_inline_asm", operands: OpInfo.any, results: 1...Int(UInt16.max),
    traits: .elementwise,
    attributes: [
      .required("asm_string", .string), .required("constraints", .string),
      .required("packed_element", .i32), .required("pure", .bool),
    ], declaredBy: InlineAssembly.self)

  public var assembly: String
  /// As LLVM writes them: `=r,r,r`.
  public var constraints: String
  public var packedElements: Int
  public var isPure: Bool
  public var arguments: [ValueID]
  public var types: [Type]

  public init(
    assembly: String, constraints: String, packedElements: Int, isPure: Bool,
    arguments: [ValueID], types: [Type]
  ) {
    (self.assembly, self.constraints) = (assembly, constraints)
    (self.packedElements, self.isPure) = (packedElements, isPure)
    (self.arguments, self.types) = (arguments, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    assembly = module.string("asm_string", of: op)
    constraints = module.string("constraints", of: op)
    packedElements = module.integer("packed_element", of: op, default: 1)
    isPure = module.bool("pure", of: op)
    arguments = module.operands(of: op)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(
      .elementwiseInlineAsm, operands: arguments, results: types,
      attributes: [
        "asm_string": .string(assembly), "constraints": .string(constraints),
        "packed_element": .i32(packedElements), "pure": .bool(isPure),
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let shape = types[0].shape
    for type in arguments.map({ module.type(of: $0) }) + types {
      if type.element == nil {
        report("cannot work on \(type), expected numbers or pointers")
      } else if type.shape != shape {
        report("has \(type), expected every operand and result of the shape of \(types[0])")
      }
    }
    if packedElements < 1 || packedElements & (packedElements - 1) != 0 {
      report("packed_element is \(packedElements), expected a power of two")
    } else if shape.count % packedElements != 0 {
      report("cannot pack \(packedElements) elements of \(types[0])")
    }
  }
}
