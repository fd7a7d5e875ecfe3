import IR
import Interpreter
import Passes

/// One way to make a kernel smaller.
enum KernelChange {
  /// Only the first program runs.
  case oneProgram
  /// The operation goes; what used its results uses something else of the same type.
  case leaveOut(OpID)
  /// Dimensions of this extent get half of it.
  case halve(Int)

  /// The changed kernel; `nil` if the change does not apply or breaks the kernel.
  func applied(to kernel: borrowing GeneratedKernel) -> GeneratedKernel? {
    var result = kernel.copy()
    switch self {
    case .oneProgram: result.grid = Grid(1)
    case .leaveOut(let op):
      guard Self.leaveOut(op, of: &result.module) else { return nil }
    case .halve(let extent):
      guard Self.halve(extent, in: &result.module) else { return nil }
    }
    for function in result.module.functions {
      EliminateDeadCode().run(on: function, in: &result.module)
    }
    guard result.module.verify().isEmpty else { return nil }
    return result
  }

  private static func leaveOut(_ op: OpID, of module: inout Module) -> Bool {
    guard !module.isErased(op), module.block(of: op) != nil, module.opcode(of: op) != .function,
      !module.traits(of: op).contains(.terminator)
    else { return false }
    // A constant could only be replaced by another one.
    if module.opcode(of: op) == .constant { return false }
    var replacements: [ValueID] = []
    for result in module.results(of: op) {
      guard let value = replacement(for: result, of: op, in: &module) else { return false }
      replacements.append(value)
    }
    module.replace(op, with: replacements)
    return true
  }

  /// An operand of the type of `result`, or a constant.
  private static func replacement(
    for result: ValueID, of op: OpID, in module: inout Module
  ) -> ValueID? {
    let type = module.type(of: result)
    if let same = module.operands(of: op).first(where: { module.type(of: $0) == type }) {
      return same
    }
    guard let scalar = type.scalar else { return nil }
    let constant = Constant(bits: scalar.bits(of: 1), type: type)
    return module.result(of: module.insert(constant, at: .before(op)))
  }

  private static func halve(_ extent: Int, in module: inout Module) -> Bool {
    var hasChanged = false
    for op in module.descendants(of: module.root) {
      for result in module.results(of: op) {
        hasChanged = halve(result, extent, in: &module) || hasChanged
      }
      for region in module.regions(of: op) {
        for block in module.blocks(in: region) {
          for parameter in Array(module.parameters(of: block)) {
            hasChanged = halve(parameter, extent, in: &module) || hasChanged
          }
        }
      }
      fitAttributes(of: op, in: &module)
    }
    return hasChanged
  }

  private static func halve(_ value: ValueID, _ extent: Int, in module: inout Module) -> Bool {
    let type = module.type(of: value)
    guard type.isTensor, type.shape.extents.contains(extent),
      let shape = Shape(type.shape.extents.map { $0 == extent ? extent / 2 : $0 })
    else { return false }
    module.setType(of: value, to: type.with(shape: shape))
    return true
  }

  /// Makes the attributes of constants and ranges agree with their types.
  private static func fitAttributes(of op: OpID, in module: inout Module) {
    if let constant = module.view(op, as: Constant.self), constant.type.isTensor,
      let bits = constant.splat
    {
      module.setAttributes(of: op, to: Constant(bits: bits, type: constant.type).draft.attributes)
    } else if var range = module.view(op, as: MakeRange.self), range.type.isTensor {
      range.end = range.start + range.type.shape.count
      module.setAttributes(of: op, to: range.draft.attributes)
    }
  }
}
