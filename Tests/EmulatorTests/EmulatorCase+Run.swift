import Emulator
import PTX
import Support

extension EmulatorCase {
  /// Runs the case and returns what is wrong, nothing if all is as it says.
  func faults() -> [String] {
    let memory = EmulatedMemory()
    var parameters: [[UInt8]] = []
    var addresses: [Int: UInt64] = [:]
    let program: EmulatedProgram
    do {
      let reading = try PTXReading(source)
      guard let kernel = reading.module.functions.last(where: { $0.kind == .entry }) else {
        return ["there is no kernel"]
      }
      program = try EmulatedProgram(reading, source: source, kernel: kernel.name)
      for number in 0..<kernel.parameters.count {
        let buffer = buffers[number] ?? Buffer()
        let bytes = bytes(buffer.before, width: buffer.width)
        if buffer.isValue {
          parameters.append(bytes)
        } else {
          let address = try memory.allocate(
            byteCount: max(buffer.count * buffer.width / 8, 1), name: "p\(number)")
          // What a case does not fill holds a pattern, so that elements that nobody wrote are seen.
          let rest = buffer.count * buffer.width / 8 - bytes.count
          memory.write(bytes + Array(repeating: 0xA5, count: max(rest, 0)), at: address)
          addresses[number] = address
          parameters.append(self.bytes([address], width: 64))
        }
      }
    } catch {
      return ["\(error)"]
    }
    let launch = EmulatedLaunch(
      grid: grid, threads: threads, dynamicSharedByteCount: shared, parameters: parameters)
    do {
      let statistics = try program.run(launch, memory: memory, options: options)
      var faults: [String] = []
      if let report { faults.append("expected '\(report)', found no fault") }
      if statistics.lines != prints { faults.append("printed \(statistics.lines)") }
      for (number, buffer) in buffers.sorted(by: { $0.key < $1.key }) {
        guard let address = addresses[number] else { continue }
        faults += self.faults(buffer, number, memory, address)
      }
      return faults
    } catch {
      guard let report else { return ["\(error)"] }
      if error.kind.rawValue != report { return ["expected '\(report)', found \(error)"] }
      if let line, error.line != line { return ["expected line \(line), found \(error)"] }
      return []
    }
  }

  private func bytes(_ values: [UInt64], width: Int) -> [UInt8] {
    values.flatMap { value in
      (0..<(width / 8)).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
  }

  private func faults(
    _ buffer: Buffer, _ number: Int, _ memory: EmulatedMemory, _ address: UInt64
  ) -> [String] {
    let size = buffer.width / 8
    let bytes = memory.read(at: address, count: buffer.after.count * size)
    let format = Self.format(buffer.elementType)
    var result: [String] = []
    for (index, expected) in buffer.after.enumerated() {
      var found: UInt64 = 0
      for byte in 0..<size { found |= UInt64(bytes[index * size + byte]) << UInt64(8 * byte) }
      let isRight: Bool
      switch expected {
      case .any: isRight = true
      case .nan: isRight = format.isNaN(found)
      case .bits(let bits): isRight = isClose(found, bits, buffer)
      }
      if !isRight {
        result.append(
          "out \(number), element \(index): \(String(found, radix: 16)), expected \(expected)")
      }
      if result.count == 3 { break }
    }
    return result
  }

  private func isClose(_ found: UInt64, _ expected: UInt64, _ buffer: Buffer) -> Bool {
    if found == expected { return true }
    let format = Self.format(buffer.elementType)
    let (x, y) = (format.decode(found), format.decode(expected))
    switch buffer.tolerance {
    case .exact: return false
    case .relative(let bound): return (x - y).magnitude <= bound * y.magnitude
    case .absolute(let bound): return (x - y).magnitude <= bound
    }
  }
}
