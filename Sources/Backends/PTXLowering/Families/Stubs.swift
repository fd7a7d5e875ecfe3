import IR
import Layouts
import PTX
import Support

extension KernelLowering {
  mutating func lowerDot(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
}
