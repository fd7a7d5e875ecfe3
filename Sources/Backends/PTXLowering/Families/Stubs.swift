import IR
import Layouts
import PTX
import Support

extension KernelLowering {
  mutating func lowerInlineAssembly(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerMap(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerAtomicUpdate(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerCompareAndSwap(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerPrint(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerAssert(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func libraryElement(_ op: OpID, _ operands: [Register]) throws(Diagnostic) -> Register {
    throw cannotLower(op)
  }
  mutating func mathElement(
    _ op: OpID, _ operands: [Register], _ type: ScalarType
  ) throws(Diagnostic) -> Register { throw cannotLower(op) }
}
