import IR
import Support

/// A module, decoded for execution.
struct Code: Sendable {
  /// By the index of the block in the module; empty for what is not executed.
  var blocks: [CodeBlock] = []
  var functions: [FunctionCode] = []
  /// How many slots a frame has.
  var slotCount = 0

  /// A function that can be called.
  struct FunctionCode: Sendable {
    let op: OpID
    let name: String
    let entry: Int
  }

  /// - Throws: an operation that cannot be executed, such as inline assembly with an unknown
  ///   instruction.
  init(_ module: borrowing Module) throws(Diagnostic) {
    slotCount = module.valueCount
    for op in module.functions {
      guard let function = module.view(op, as: Function.self),
        let entry = module.firstBlock(of: module.region(0, of: op))
      else { continue }
      functions.append(FunctionCode(op: op, name: function.name, entry: Int(entry.index)))
    }
    for op in module.functions { try decodeRegions(of: op, module) }
  }

  private mutating func decodeRegions(of op: OpID, _ module: borrowing Module) throws(Diagnostic) {
    for region in module.regions(of: op) {
      for block in module.blocks(in: region) { try decode(block, module) }
    }
  }

  private mutating func decode(_ block: BlockID, _ module: borrowing Module) throws(Diagnostic) {
    var result = CodeBlock()
    result.parameters = module.parameters(of: block).map { Int($0.index) }
    for op in module.ops(in: block) {
      if module.traits(of: op).contains(.terminator) {
        result.terminator = Terminator(op, module)
        result.end = op
        continue
      }
      try decodeRegions(of: op, module)
      let action = try decodeAction(of: op, module)
      result.instructions.append(
        Instruction(
          op: op, action: action, operands: module.operands(of: op).map { Int($0.index) },
          result: module.results(of: op).startIndex))
    }
    let index = Int(block.index)
    if index >= blocks.count {
      blocks += Array(repeating: CodeBlock(), count: index + 1 - blocks.count)
    }
    blocks[index] = result
  }

  /// The function called `name`, by its place in `functions`.
  func function(named name: String) -> Int? { functions.firstIndex { $0.name == name } }
}
