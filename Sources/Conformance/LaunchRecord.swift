#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A kernel launch that was recorded on a GPU: what was passed and what came back.
///
/// Mirrors `launch.json`; the bytes of the buffers lie in files beside it.
public struct LaunchRecord: Decodable, Sendable {
  /// The name of the case, that of its folder.
  public var id: String
  /// The test that made the launch.
  public var test: String
  /// What the kernel was compiled with.
  public var options: Options?

  /// What a kernel was compiled with.
  public struct Options: Decodable, Sendable {
    /// How many warps ran a program.
    public var warpCount: Int?

    enum CodingKeys: String, CodingKey { case warpCount = "num_warps" }
  }

  /// How many programs run along each dimension.
  public var grid: [Int]
  /// What was passed, in the order of the kernel's parameters.
  public var arguments: [Argument]
  /// The buffers that the arguments point into.
  public var buffers: [Buffer]

  /// What was passed for one parameter, or for a group of parameters that make a descriptor.
  public enum Argument: Sendable {
    /// An address in a buffer.
    case pointer(PointerArgument)
    /// A number of a type that is named as Triton names types.
    case scalar(type: String, value: ScalarValue)
    /// A tensor, which takes a parameter for its address, each extent and each stride.
    case descriptor(DescriptorArgument)
  }

  /// An address in one of the buffers.
  public struct PointerArgument: Decodable, Sendable {
    /// The `index` of the buffer.
    public var buffer: Int
    /// In bytes.
    public var offset: Int
  }

  /// A tensor in one of the buffers.
  public struct DescriptorArgument: Decodable, Sendable {
    /// Where the tensor begins.
    public var base: PointerArgument
    /// The extents in elements, outermost first.
    public var shape: [Int64]
    /// The distances of neighbours in elements, outermost first.
    public var strides: [Int64]
    /// What a tile has where it reaches past the tensor: `zero`, which is assumed, or `nan`.
    public var padding: String?
  }

  /// A number as JSON holds it: floats are strings, so that infinities and NaN survive.
  public enum ScalarValue: Decodable, Sendable {
    /// An integer that 64 bits with a sign hold.
    case integer(Int64)
    /// An integer that takes 64 bits without a sign.
    case unsigned(UInt64)
    /// A number with a fraction or an exponent.
    case number(Double)
    /// A truth value.
    case bool(Bool)
    /// A float as text, such as `inf` or `-0.0`.
    case text(String)
  }

  /// A buffer whose bytes lie in files beside the record.
  public struct Buffer: Decodable, Sendable {
    /// The number that arguments and the names of the files refer to.
    public var index: Int
    /// The size in bytes.
    public var byteCount: Int
    /// Whether the launch changed the bytes, so that there is a file of them from after it.
    public var isChanged: Bool

    enum CodingKeys: String, CodingKey {
      case index
      case byteCount = "nbytes"
      case isChanged = "changed"
    }
  }
}

extension LaunchRecord.Argument: Decodable {
  private enum CodingKeys: String, CodingKey { case kind, type, value }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(String.self, forKey: .kind) {
    case "pointer":
      self = .pointer(try LaunchRecord.PointerArgument(from: decoder))
    case "scalar":
      self = .scalar(
        type: try container.decode(String.self, forKey: .type),
        value: try container.decode(LaunchRecord.ScalarValue.self, forKey: .value))
    case "tensor_descriptor":
      self = .descriptor(try LaunchRecord.DescriptorArgument(from: decoder))
    case let kind:
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container,
        debugDescription: "found kind '\(kind)', expected pointer, scalar or tensor_descriptor")
    }
  }
}

extension LaunchRecord.ScalarValue {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(UInt64.self) {
      self = .unsigned(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// The bits of the value as a number of `type`, named as Triton names types; `nil` if the value
  /// is no such number.
  func bits(as type: String) -> UInt64? {
    guard let format = ElementFormat(tritonName: type) else { return nil }
    switch self {
    case .integer(let value): return format.bits(ofInteger: value)
    case .unsigned(let value): return format.bits(ofUnsigned: value)
    case .bool(let value): return format.bits(ofInteger: value ? 1 : 0)
    case .number(let value): return format.bits(ofNumber: value)
    case .text(let text): return Double(text).flatMap { format.bits(ofNumber: $0) }
    }
  }
}
