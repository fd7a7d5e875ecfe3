import Foundation
import IR

/// An array in NumPy's file format, version 1.0: little-endian, in row-major order.
///
/// Types that NumPy does not know (`bf16` and the floats of 8 bits) are written as unsigned
/// integers of their width, and read from them.
struct NumPyFile {
  var bytes: [UInt8]
  var type: ScalarType
  var extents: [Int]
  /// The file holds unsigned integers, which may stand for another type of the same width.
  var isRaw = false

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private static let descriptors: [(name: String, type: ScalarType, isRaw: Bool)] = [
    ("|b1", .i1, false), ("|i1", .i8, false), ("<i2", .i16, false), ("<i4", .i32, false),
    ("<i8", .i64, false), ("<f2", .f16, false), ("<f4", .f32, false), ("<f8", .f64, false),
    ("|u1", .i8, true), ("<u2", .i16, true), ("<u4", .i32, true), ("<u8", .i64, true),
  ]

  init(bytes: [UInt8], type: ScalarType) {
    self.bytes = bytes
    self.type = type
    extents = [bytes.count / type.byteWidth]
  }

  /// Reads a file.
  ///
  /// - Throws: a `RunError` that names the file and what is wrong with it.
  init(decoding file: [UInt8], name: String) throws {
    guard file.starts(with: Self.magic), file.count >= 10 else {
      throw RunError("'\(name)' is no NumPy file")
    }
    let isShort = file[6] == 1
    guard isShort || file.count >= 12 else { throw RunError("'\(name)' ends in its header") }
    let length =
      isShort
      ? Int(file[8]) | Int(file[9]) << 8
      : (0..<4).reduce(0) { $0 | Int(file[8 + $1]) << (8 * $1) }
    let start = isShort ? 10 : 12
    guard file.count >= start + length else { throw RunError("'\(name)' ends in its header") }
    let header = String(decoding: file[start..<start + length], as: UTF8.self)
    guard let descriptor = Self.value(of: "descr", in: header)?.trimmingQuotes,
      let row = Self.descriptors.first(where: { $0.name == descriptor })
    else { throw RunError("'\(name)' has elements of a type that is not known: \(header)") }
    guard Self.value(of: "fortran_order", in: header) == "False" else {
      throw RunError("'\(name)' is in column-major order, expected row-major")
    }
    guard let open = header.range(of: "'shape': ("),
      let close = header[open.upperBound...].firstIndex(of: ")")
    else { throw RunError("'\(name)' gives no shape") }
    let shape = header[open.upperBound..<close].split(separator: ",")
      .map { Int($0.trimmingCharacters(in: .whitespaces)) }
    let known = shape.compactMap { $0 }
    var count = 1
    for extent in known {
      let product = count.multipliedReportingOverflow(by: extent)
      guard extent >= 0, !product.overflow else { throw RunError("'\(name)' gives no sane shape") }
      count = product.partialValue
    }
    guard known.count == shape.count, count <= file.count / row.type.byteWidth,
      file.count - start - length == count * row.type.byteWidth
    else {
      throw RunError("'\(name)' has another number of bytes than its shape says")
    }
    bytes = Array(file[(start + length)...])
    type = row.type
    isRaw = row.isRaw
    extents = known
  }

  /// The bytes of the file.
  func encoded() throws -> [UInt8] {
    let name =
      Self.descriptors.first { $0.type == type }?.name
      ?? Self.descriptors.first { $0.isRaw && $0.type.bitWidth == type.bitWidth }?.name
    guard let name else { throw RunError("a NumPy file cannot hold elements of \(type)") }
    let shape = extents.map { "\($0)," }.joined(separator: " ")
    var header = "{'descr': '\(name)', 'fortran_order': False, 'shape': (\(shape)), }"
    // The data begins at a multiple of 64 bytes.
    let padding = (64 - (10 + header.utf8.count + 1) % 64) % 64
    header += String(repeating: " ", count: padding) + "\n"
    let length = header.utf8.count
    return Self.magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(header.utf8)
      + bytes
  }

  private static func value(of key: String, in header: String) -> String? {
    guard let start = header.range(of: "'\(key)':")?.upperBound,
      let end = header[start...].firstIndex(where: { $0 == "," || $0 == "}" })
    else { return nil }
    return header[start..<end].trimmingCharacters(in: .whitespaces)
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    trimmingCharacters(in: CharacterSet(charactersIn: "'\""))
  }
}
