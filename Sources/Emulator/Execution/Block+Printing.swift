#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Block {
  /// `vprintf(format, arguments)`: a line, or a part of one, for each lane.
  func printLine(
    _ call: EmulatedProgram.Call, _ warp: Warp, _ mask: UInt32
  ) throws(Stop) {
    for lane in 0..<32 where mask >> UInt32(lane) & 1 == 1 {
      let format = try string(at: argument(call, 0, warp, lane), warp, lane)
      let arguments = argument(call, 1, warp, lane)
      let text = try formatted(format, arguments, warp, lane)
      append(text)
      if call.external.count > 2 {
        // The result is the number of arguments; programs only test its sign.
        let offset = lane * warp.localByteCount + call.external[2]
        (warp.local + offset).storeBytes(of: 1, as: UInt32.self)
        (warp.localMarks + offset).update(repeating: 1, count: 4)
      }
    }
  }

  /// The report of a failed assertion: `__assertfail(message, file, line, function, size)`.
  func assertionFailure(
    _ call: EmulatedProgram.Call, _ warp: Warp, _ mask: UInt32
  ) -> Stop {
    let lane = mask.trailingZeroBitCount
    do throws(Stop) {
      let message = try string(at: argument(call, 0, warp, lane), warp, lane)
      let file = try string(at: argument(call, 1, warp, lane), warp, lane)
      let function = try string(at: argument(call, 3, warp, lane), warp, lane)
      let number = warp.local.load(
        fromByteOffset: lane * warp.localByteCount + call.external[2], as: UInt32.self)
      return fail(
        .assertion, "\(message) (\(file):\(number), \(function))", lane: lane)
    } catch {
      return error
    }
  }

  private func argument(
    _ call: EmulatedProgram.Call, _ number: Int, _ warp: Warp, _ lane: Int
  ) -> UInt64 {
    warp.local.loadUnaligned(
      fromByteOffset: lane * warp.localByteCount + call.external[number], as: UInt64.self)
  }

  /// The bytes up to a zero at a generic address, as text.
  private func string(
    at address: UInt64, _ warp: Warp, _ lane: Int
  ) throws(Stop) -> String {
    guard address != 0 else { return "" }
    var bytes: [UInt8] = []
    while true {
      let place = address &+ UInt64(bytes.count)
      let spot = try spot(.generic, place, byteCount: 1, warp, lane, isWrite: false)
      let byte = spot.bytes.load(as: UInt8.self)
      if byte == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }

  private func append(_ text: String) {
    var parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if !openLine.isEmpty || isLineOpen { parts[0] = openLine + parts[0] }
    statistics.lines += parts.dropLast()
    openLine = parts.last ?? ""
    isLineOpen = !openLine.isEmpty
  }

  /// Puts a line that no newline ended among the others.
  func closeLine() {
    if isLineOpen { statistics.lines.append(openLine) }
    (openLine, isLineOpen) = ("", false)
  }

  /// `format` with the values at `arguments` in the places of its conversions, as C's `printf`.
  private func formatted(
    _ format: String, _ arguments: UInt64, _ warp: Warp, _ lane: Int
  ) throws(Stop) -> String {
    var result = ""
    var next = arguments
    func read(_ byteCount: Int) throws(Stop) -> UInt64 {
      next = (next &+ UInt64(byteCount) &- 1) & ~(UInt64(byteCount) - 1)
      let spot = try spot(.generic, next, byteCount: byteCount, warp, lane, isWrite: false)
      try checkWritten(spot, byteCount: byteCount, lane, next)
      next &+= UInt64(byteCount)
      return Self.value(at: spot.bytes, byteCount == 4 ? .u32 : .u64)
    }
    var rest = Substring(format)
    while let percent = rest.firstIndex(of: "%") {
      result += rest[..<percent]
      rest = rest[percent...].dropFirst()
      if rest.first == "%" {
        result += "%"
        rest = rest.dropFirst()
        continue
      }
      var flags = rest.prefix { "-+ #0123456789.*".contains($0) }.map(String.init).joined()
      rest = rest.dropFirst(flags.count)
      while let star = flags.firstIndex(of: "*") {
        let width = Int32(truncatingIfNeeded: try read(4))
        flags.replaceSubrange(star...star, with: "\(width)")
      }
      let length = rest.prefix { "hlzjtL".contains($0) }
      rest = rest.dropFirst(length.count)
      guard let conversion = rest.first else { break }
      rest = rest.dropFirst()
      let isLong = length.contains("l") || "zjt".contains { length.contains($0) }
      switch conversion {
      case "d", "i":
        let bits = try read(isLong ? 8 : 4)
        let value =
          isLong
          ? Int64(bitPattern: bits) : Int64(Int32(truncatingIfNeeded: bits))
        result += Self.print("%\(flags)lld", value)
      case "u", "x", "X", "o":
        result += Self.print(
          "%\(flags)ll\(conversion)", Int64(bitPattern: try read(isLong ? 8 : 4)))
      case "c": result += Self.print("%\(flags)c", Int64(try read(4)))
      case "p": result += Self.print("%\(flags)#llx", Int64(bitPattern: try read(8)))
      case "f", "F", "e", "E", "g", "G", "a", "A":
        result += Self.print("%\(flags)\(conversion)", Double(bitPattern: try read(8)))
      case "s": result += try string(at: try read(8), warp, lane)
      default: result += "%\(flags)\(length)\(conversion)"
      }
    }
    return result + rest
  }

  private static func print(_ format: String, _ value: some CVarArg) -> String {
    withVaList([value]) { arguments in
      var buffer = Array(repeating: CChar(0), count: 512)
      let count = vsnprintf(&buffer, buffer.count, format, arguments)
      return String(
        decoding: buffer.prefix(min(Int(max(count, 0)), buffer.count - 1)).map {
          UInt8(bitPattern: $0)
        }, as: UTF8.self)
    }
  }
}
