/// `%r = tt.make_range {end = 128 : i32, start = 0 : i32} : tensor<128xi32>`
///
/// The integers from `start` up to, but not including, `end`.
public struct MakeRange: Operation {
  public static let opcode = Opcode.makeRange
  public static let info = OpInfo(
    "tt.make_range", operands: 0...0, traits: .pure,
    attributes: [.required("start", .i32), .required("end", .i32)], declaredBy: MakeRange.self)

  public var start, end: Int
  public var type: Type

  public init(start: Int, end: Int, type: Type) {
    (self.start, self.end, self.type) = (start, end, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    start = module.integer("start", of: op)
    end = module.integer("end", of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .makeRange, results: [type], attributes: ["start": .i32(start), "end": .i32(end)])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard type.isTensor, type.rank == 1, type.element == .scalar(.i32) else {
      return report("result has type \(type), expected a one-dimensional tensor of i32")
    }
    if end <= start {
      report("end is \(end), expected more than the start, \(start)")
    } else if end - start != type.shape[0] {
      report("range from \(start) to \(end) has \(end - start) elements, expected \(type.shape[0])")
    }
  }
}
