import IR
import PTX
import Support

extension KernelLowering {
  /// Writes a check that ends the kernel in a thread that holds a false element.
  mutating func lowerAssert(_ op: OpID) throws(Diagnostic) {
    let assertion = Assert(reading: op, of: module)
    var seen: Set<Register> = []
    var holds: Register?
    for register in registers(of: assertion.condition) where seen.insert(register).inserted {
      holds = and(holds, register)
    }
    guard let holds else { return }
    let failure = builder.compute("not.pred", .predicate, .register(holds))
    let position = module.location(of: op).position ?? module.diagnostic("", at: op).position
    let function = callStack.last.map { Function(reading: $0, of: module).name } ?? ""
    when(failure) { lowering in
      let arguments = [
        lowering.address(of: assertion.message.isEmpty ? "assertion failed" : assertion.message),
        lowering.address(of: position.file),
        lowering.integer(Int64(max(0, position.line)), .bits32),
        lowering.address(of: function),
        // How many bytes a character has.
        lowering.integer(1, .bits64),
      ]
      lowering.call("__assertfail", arguments, returns: false)
    }
  }
}
