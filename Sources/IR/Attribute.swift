/// A constant that belongs to an operation.
public indirect enum Attribute: Hashable, Sendable {
  /// Says something by being there: `tt.flatten`.
  case unit
  case bool(Bool)
  /// An integer, sign-extended to 64 bits.
  case integer(Int64, ScalarType)
  /// The bits of a float in its own format, in the low bits.
  case float(bits: UInt64, ScalarType)
  case string(String)
  /// The name of a function: `@name`.
  case symbol(String)
  case array([Attribute])
  /// `array<i32: 1, 0>`
  case denseArray(ScalarType, [Int64])
  /// `dense<0> : tensor<4xi32>`
  case dense(DenseElements)
  case dictionary(AttributeList)
  case type(Type)
  /// `(i32) -> f32`
  case functionType(FunctionType)
  /// An attribute of a dialect that we do not read, kept as it was written, without aliases:
  /// `#llvm.loop_annotation<…>`.
  case opaque(String)
}

/// The elements of a constant tile, each as the bits of its own format.
public struct DenseElements: Hashable, Sendable {
  /// A tensor of numbers.
  public let type: Type
  /// One value for all elements, or one for each in row-major order.
  public let bits: [UInt64]

  /// - Requires: there is one value, or one for each element.
  public init(type: Type, bits: [UInt64]) {
    precondition(bits.count == 1 || bits.count == type.shape.count, "elements do not fit the type")
    self.type = type
    self.bits = bits
  }

  /// The value that all elements have, if there is one.
  public var splat: UInt64? { bits.count == 1 ? bits[0] : nil }

  /// The bits of the element at `index` in row-major order.
  public func element(at index: Int) -> UInt64 { bits.count == 1 ? bits[0] : bits[index] }
}

/// What a function takes and returns.
public struct FunctionType: Hashable, Sendable, CustomStringConvertible {
  /// The types of what is taken, in order.
  public var parameters: [Type]
  /// The types of what is returned, in order.
  public var results: [Type]

  /// The type of a function that takes `parameters` and returns `results`.
  public init(parameters: [Type], results: [Type] = []) {
    (self.parameters, self.results) = (parameters, results)
  }

  public var description: String {
    let list = { (types: [Type]) in types.map(\.description).joined(separator: ", ") }
    let returned = results.count == 1 ? list(results) : "(\(list(results)))"
    return "(\(list(parameters))) -> \(returned)"
  }
}

extension Attribute {
  /// The integer, if it is one; 0 and 1 for truth values.
  public var integerValue: Int64? {
    switch self {
    case .integer(let value, _): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// The truth value, if it is one.
  public var boolValue: Bool? {
    switch self {
    case .bool(let value): value
    case .integer(let value, .i1): value != 0
    default: nil
    }
  }

  /// The text of a string or a symbol.
  public var stringValue: String? {
    switch self {
    case .string(let value), .symbol(let value): value
    default: nil
    }
  }

  /// The entries of `array<…>`.
  public var integers: [Int64]? {
    if case .denseArray(_, let values) = self { values } else { nil }
  }

  /// An integer of type `i32`.
  public static func i32(_ value: some BinaryInteger) -> Attribute { .integer(Int64(value), .i32) }
}
