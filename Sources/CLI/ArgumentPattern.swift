import Arithmetic
import Foundation
import IR
import Support

/// How the words of the command line make numbers and buffers.
enum ArgumentPattern {
  /// What a buffer begins with.
  struct Content {
    var bytes: [UInt8]
    var extents: [Int]
    var isInitialized = true
  }

  /// The largest buffer that is made.
  static let byteLimit = 1 << 32

  /// The bits of the number that `text` is, as an element of `type`; `nil` if it is none.
  static func bits(_ text: String, as type: ScalarType) -> UInt64? {
    if let format = type.floatFormat { return Double(text).map { format.encode($0) } }
    switch text {
    case "true": return 1
    case "false": return 0
    default: break
    }
    let width = type.bitWidth
    if let value = Int64(text), width == 64 || (value >= -(1 << (width - 1)) && value < 1 << width)
    {
      return UInt64(bitPattern: value).truncated(to: width)
    }
    return width == 64 ? UInt64(text) : nil
  }

  /// The buffer of `type` that `text` describes: a pattern such as `iota:1024`, or a file.
  static func content(_ text: String, of type: ScalarType) throws -> Content {
    if text.hasSuffix(".npy") { return try numPyContent(text, of: type) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count) {
    case ("raw", 2...):
      let path = text.dropFirst("raw:".count)
      let bytes = try readFile(at: String(path), limit: byteLimit)
      guard bytes.count % type.byteWidth == 0 else {
        throw RunError(
          "'\(path)' has \(bytes.count) bytes, which is no whole number of elements of \(type)")
      }
      return Content(bytes: bytes, extents: [bytes.count / type.byteWidth])
    case ("zeros", 2): return try filled(parts[1], of: type) { _ in 0 }
    case ("ones", 2): return try filled(parts[1], of: type) { _ in bits("1", as: type) ?? 1 }
    case ("iota", 2): return try filled(parts[1], of: type) { number($0, as: type) }
    case ("uninitialized", 2):
      var content = try filled(parts[1], of: type) { _ in 0 }
      content.isInitialized = false
      return content
    case ("fill", 3):
      guard let value = bits(parts[1], as: type) else {
        throw RunError("'\(parts[1])' is no number of type \(type)")
      }
      return try filled(parts[2], of: type) { _ in value }
    case ("random", 2), ("random", 3):
      return try random(parts[1], seed: parts.count == 3 ? parts[2] : "0", of: type)
    default:
      throw RunError(
        "'\(text)' describes no buffer, expected zeros:N, ones:N, fill:VALUE:N, iota:N, "
          + "random:N, uninitialized:N, FILE.npy or raw:FILE")
    }
  }

  private static func number(_ value: Int, as type: ScalarType) -> UInt64 {
    if let format = type.floatFormat { return format.encode(Double(value)) }
    return UInt64(bitPattern: Int64(value)).truncated(to: type.bitWidth)
  }

  private static func filled(
    _ extents: String, of type: ScalarType, _ element: (Int) -> UInt64
  ) throws -> Content {
    let list = extents.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    var count = 1
    for extent in list {
      guard let extent, extent >= 0 else {
        throw RunError("'\(extents)' are no extents, expected N or NxM")
      }
      let product = count.multipliedReportingOverflow(by: extent)
      guard !product.overflow, product.partialValue <= byteLimit / type.byteWidth else {
        throw RunError("'\(extents)' elements of \(type) are more than \(byteLimit) bytes")
      }
      count = product.partialValue
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * type.byteWidth)
    for index in 0..<count {
      let bits = element(index)
      for byte in 0..<type.byteWidth {
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte)))
      }
    }
    return Content(bytes: bytes, extents: list.compactMap { $0 })
  }

  private static func random(
    _ extents: String, seed: String, of type: ScalarType
  ) throws -> Content {
    guard let seed = UInt64(seed) else {
      throw RunError("'\(seed)' is no seed, expected an integer from 0 on")
    }
    var generator = SplitMix64(state: seed)
    return try filled(extents, of: type) { _ in
      let word = generator.next()
      if let format = type.floatFormat {
        return format.encode(Double(word >> 11) * 0x1p-52 - 1)
      }
      return type == .i1 ? word & 1 : word % 100
    }
  }

  private static func numPyContent(_ path: String, of type: ScalarType) throws -> Content {
    let file = try NumPyFile(
      decoding: try readFile(at: path, limit: byteLimit), name: path)
    guard file.type.bitWidth == type.bitWidth, file.type.isFloat == type.isFloat || file.isRaw
    else { throw RunError("'\(path)' holds elements of \(file.type), expected \(type)") }
    return Content(bytes: file.bytes, extents: file.extents)
  }
}

/// The generator of Steele, Lea and Flood, whose numbers are the same on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
