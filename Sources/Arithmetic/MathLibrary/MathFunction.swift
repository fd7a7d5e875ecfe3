/// One function of NVIDIA's device mathematics library.
public struct MathFunction: Sendable {
  /// The type of an argument or a result. Integers carry no sign: the function knows.
  public enum ValueType: UInt8, Hashable, Sendable, BitwiseCopyable {
    case i32, i64, f32, f64

    /// How many bits a value has.
    public var bitWidth: Int { self == .i32 || self == .f32 ? 32 : 64 }

    /// The float format, or nil for an integer.
    public var floatFormat: FloatFormat? {
      switch self {
      case .f32: .f32
      case .f64: .f64
      case .i32, .i64: nil
      }
    }
  }

  /// The computation: bit patterns in the low bits of each word; unused arguments are ignored.
  typealias Body = @Sendable (UInt64, UInt64, UInt64, UInt64) -> UInt64

  /// The symbol in the library, such as `__nv_expf`.
  public let name: String
  /// The types of the one to four arguments.
  public let parameters: [ValueType]
  /// The type of the result.
  public let result: ValueType
  private let body: Body

  init(name: String, parameters: [ValueType], result: ValueType, body: @escaping Body) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
  }

  /// The bits of the result for the bits of the arguments.
  /// - Requires: one argument for each parameter, with zeros above the width of its type.
  public func evaluate(_ arguments: [UInt64]) -> UInt64 {
    precondition(arguments.count == parameters.count, "\(name) takes \(parameters.count) arguments")
    func argument(_ index: Int) -> UInt64 { index < arguments.count ? arguments[index] : 0 }
    return body(argument(0), argument(1), argument(2), argument(3))
  }

  /// As ``evaluate(_:)-([UInt64])`` without an array; arguments beyond the parameters are ignored.
  public func evaluate(
    _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0, _ fourth: UInt64 = 0
  ) -> UInt64 {
    body(first, second, third, fourth)
  }
}
