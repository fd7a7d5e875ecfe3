/// `%r = arith.constant value : type`
public struct Constant: Operation {
  public static let opcode = Opcode.constant
  public static let valueAttribute = "value"
  public static let info = OpInfo(
    "arith.constant", operands: 0...0, traits: .pure,
    attributes: [.required(valueAttribute, .any)], declaredBy: Constant.self)

  /// A number for a scalar, `dense<…>` for a tile.
  public var value: Attribute
  public var type: Type

  public init(value: Attribute, type: Type) { (self.value, self.type) = (value, type) }

  /// A number, or a tile whose elements are all `bits`, in the format of the elements of `type`.
  ///
  /// - Requires: the elements of `type` are numbers.
  public init(bits: UInt64, type: Type) {
    guard let scalar = type.scalar else { preconditionFailure("a constant is made of numbers") }
    self.type = type
    if type.isTensor {
      value = .dense(DenseElements(type: type, bits: [bits]))
    } else if scalar == .i1 {
      value = .bool(bits & 1 != 0)
    } else if scalar.isInteger {
      value = .integer(bits.signExtended(from: scalar.bitWidth), scalar)
    } else {
      value = .float(bits: bits, scalar)
    }
  }

  public init(reading op: OpID, of module: borrowing Module) {
    value = module.attribute(Self.valueAttribute, of: op) ?? .unit
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(.constant, results: [type], attributes: [Self.valueAttribute: value])
  }

  /// The bits of the number, or of every element of a tile whose elements are all equal.
  public var splat: UInt64? {
    switch value {
    case .bool(let value): value ? 1 : 0
    case .integer(let value, let type): UInt64(bitPattern: value).truncated(to: type.bitWidth)
    case .float(let bits, _): bits
    case .dense(let elements): elements.splat
    default: nil
    }
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let found: Type?
    switch value {
    case .bool: found = .i1
    case .integer(_, let type), .float(_, let type): found = .scalar(type)
    case .dense(let elements): found = elements.type
    default: found = nil
    }
    guard let found else {
      return report("value is \(value.text), expected a number or dense<…>")
    }
    if found != type { report("value has type \(found), expected \(type)") }
  }
}

extension UInt64 {
  /// The lowest `width` bits.
  public func truncated(to width: Int) -> UInt64 {
    width >= 64 ? self : self & ((1 << UInt64(width)) - 1)
  }

  /// The lowest `width` bits as a number with sign.
  public func signExtended(from width: Int) -> Int64 {
    width >= 64
      ? Int64(bitPattern: self)
      : Int64(bitPattern: self << UInt64(64 - width)) >> Int64(64 - width)
  }
}
