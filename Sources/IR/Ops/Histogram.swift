/// `%r = tt.histogram %source, %mask : from -> to`
///
/// Counts how often each integer from 0 up to the extent of the result occurs.
public struct Histogram: Operation {
  public static let opcode = Opcode.histogram
  public static let info = OpInfo(
    "tt.histogram", operands: 1...2, traits: .pure, declaredBy: Histogram.self)

  public var source: ValueID
  public var mask: ValueID?
  public var type: Type

  public init(source: ValueID, mask: ValueID? = nil, type: Type) {
    (self.source, self.mask, self.type) = (source, mask, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    mask = module.operandCount(of: op) > 1 ? module.operand(1, of: op) : nil
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(.histogram, operands: [source] + [mask].compactMap { $0 }, results: [type])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    for type in [from, type] where !type.isTensor || type.rank != 1 || !type.isInteger {
      report("has \(type), expected a one-dimensional tensor of integers")
    }
    module.verifyMask(mask, for: from, report: report)
  }
}
