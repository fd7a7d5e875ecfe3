import IR
import Layouts
import PTX
import Support

extension KernelLowering {
  mutating func tableElements(
    _ bits: [UInt64], _ type: ScalarType, _ layout: LinearLayout, _ op: OpID
  ) throws(Diagnostic) -> [Register] { throw cannotLower(op) }
  mutating func lowerConversion(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerDot(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerReduce(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerScan(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerHistogram(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
  mutating func lowerGather(_ op: OpID) throws(Diagnostic) { throw cannotLower(op) }
}
