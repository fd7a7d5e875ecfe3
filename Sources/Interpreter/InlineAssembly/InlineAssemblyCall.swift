import IR
import Support

/// A `tt.elementwise_inline_asm` that was read once for all its executions.
struct InlineAssemblyCall: Sendable {
  let program: AssemblyProgram
  let outputs: [ElementType]
  let inputs: [ElementType]
  /// For each input register, the output register that it shares a place with.
  let ties: [Int: Int]
  /// How many elements of each operand one execution takes.
  let pack: Int
  let shape: Shape

  /// - Throws: an instruction that is not known, or registers that do not fit the constraints.
  init(_ op: OpID, _ module: borrowing Module) throws(Diagnostic) {
    let call = InlineAssembly(reading: op, of: module)
    outputs = call.types.compactMap(\.element)
    inputs = call.arguments.compactMap { module.type(of: $0).element }
    shape = call.types[0].shape
    pack = max(1, min(call.packedElements, shape.count))
    var ties: [Int: Int] = [:]
    var (outputCount, inputCount) = (0, 0)
    for constraint in call.constraints.split(separator: ",") {
      let constraint = constraint.filter { $0 != " " }
      if constraint.hasPrefix("=") || constraint.hasPrefix("+") {
        outputCount += 1
      } else if !constraint.hasPrefix("~") {
        if let output = Int(constraint) { ties[inputCount] = output }
        inputCount += 1
      }
    }
    self.ties = ties
    let pack = pack
    let registers = { (elements: [ElementType]) in
      elements.reduce(0) { $0 + Self.registerCount($1, pack: pack) }
    }
    guard outputCount == registers(outputs), inputCount == registers(inputs) else {
      throw module.diagnostic(
        "constraints '\(call.constraints)' name \(outputCount) outputs and \(inputCount) inputs, "
          + "expected \(registers(outputs)) and \(registers(inputs))", at: op)
    }
    do {
      program = try AssemblyProgram(
        parsing: call.assembly, registerCount: outputCount + inputCount)
    } catch {
      throw module.diagnostic("inline assembly: \(error.message)", at: op)
    }
  }

  /// How many registers `pack` elements take: those narrower than 32 bits share one.
  static func registerCount(_ element: ElementType, pack: Int) -> Int {
    let perRegister = elementsPerRegister(element)
    return (pack + perRegister - 1) / perRegister
  }

  static func elementsPerRegister(_ element: ElementType) -> Int {
    max(1, 32 / max(8, element.bitWidth))
  }
}
