import FoundationEssentials

/// A kernel launch that was recorded on a GPU: what was passed and what came back.
///
/// Mirrors `launch.json`; the bytes of the buffers lie in files beside it.
public struct LaunchRecord: Decodable, Sendable {
  /// The name of the case, that of its folder.
  public var id: String
  /// The test that made the launch.
  public var test: String
  /// How many programs run along each dimension.
  public var grid: [Int]
  public var arguments: [Argument]
  public var buffers: [Buffer]

  /// What was passed for one parameter, or for a group of parameters that make a descriptor.
  public enum Argument: Sendable {
    case pointer(PointerArgument)
    case scalar(type: String, value: ScalarValue)
    case descriptor(DescriptorArgument)
  }

  public struct PointerArgument: Decodable, Sendable {
    public var buffer: Int
    /// In bytes.
    public var offset: Int
  }

  public struct DescriptorArgument: Decodable, Sendable {
    public var base: PointerArgument
    public var shape: [Int64]
    public var strides: [Int64]
    public var padding: String?
  }

  /// A number as JSON holds it: floats are strings, so that infinities and NaN survive.
  public enum ScalarValue: Decodable, Sendable {
    case integer(Int64)
    case unsigned(UInt64)
    case number(Double)
    case bool(Bool)
    case text(String)
  }

  public struct Buffer: Decodable, Sendable {
    public var index: Int
    public var byteCount: Int
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
