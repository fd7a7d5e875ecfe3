extension Memory {
  /// The `width` bytes at `offset` of a buffer, the first in the low bits.
  ///
  /// - Requires: the buffer holds them; `width` is 1, 2, 4 or 8.
  @inline(__always)
  func read(_ place: (buffer: Int, offset: Int), width: Int) -> UInt64 {
    buffers[place.buffer].bytes.withUnsafeBytes { bytes in
      switch width {
      case 1: UInt64(bytes[place.offset])
      case 2:
        UInt64(
          UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place.offset, as: UInt16.self)))
      case 4:
        UInt64(
          UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place.offset, as: UInt32.self)))
      default:
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place.offset, as: UInt64.self))
      }
    }
  }

  /// Writes the low `width` bytes of `bits` at `offset` of a buffer.
  ///
  /// - Requires: the buffer holds them; `width` is 1, 2, 4 or 8.
  @inline(__always)
  mutating func write(_ bits: UInt64, to place: (buffer: Int, offset: Int), width: Int) {
    buffers[place.buffer].bytes.withUnsafeMutableBytes { bytes in
      switch width {
      case 1: bytes[place.offset] = UInt8(truncatingIfNeeded: bits)
      case 2:
        bytes.storeBytes(
          of: UInt16(truncatingIfNeeded: bits).littleEndian, toByteOffset: place.offset,
          as: UInt16.self)
      case 4:
        bytes.storeBytes(
          of: UInt32(truncatingIfNeeded: bits).littleEndian, toByteOffset: place.offset,
          as: UInt32.self)
      default:
        bytes.storeBytes(of: bits.littleEndian, toByteOffset: place.offset, as: UInt64.self)
      }
    }
    guard buffers[place.buffer].isWritten != nil else { return }
    for offset in place.offset..<place.offset + width {
      buffers[place.buffer].isWritten?[offset] = true
    }
  }

  /// All `width` bytes were written.
  func isInitialized(_ place: (buffer: Int, offset: Int), width: Int) -> Bool {
    guard let isWritten = buffers[place.buffer].isWritten else { return true }
    return isWritten[place.offset..<place.offset + width].allSatisfy { $0 }
  }

  /// Which buffer an access at `address` was meant for, and how it misses it, in words.
  ///
  /// - Returns: the buffer's name if one is near, and the distance such as "4 bytes past the end
  ///   of 500".
  func miss(_ address: UInt64, width: Int) -> (name: String?, distance: String?) {
    guard let slot = slot(of: address) else { return (nil, nil) }
    let buffer = buffers[slot]
    let offset = Int64(bitPattern: address &- buffer.base)
    if offset < 0 { return (buffer.name, "\(-offset) bytes before the start") }
    let past = offset + Int64(width) - Int64(buffer.count)
    return (buffer.name, "\(past) bytes past the end of \(buffer.count)")
  }
}
