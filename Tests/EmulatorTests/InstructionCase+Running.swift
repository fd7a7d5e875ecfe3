import Emulator
import PTX
import Support

extension InstructionCase {
  /// What the bytes of a buffer are before the launch where a case does not say it.
  private static let unwritten: UInt8 = 0xA5
  /// How many wrong elements of a buffer are reported.
  private static let reportLimit = 4

  /// Runs the kernel and returns what is not as expected.
  ///
  /// - Throws: Why it cannot be run, or where it was stopped.
  func mismatches(options: EmulatorOptions = EmulatorOptions()) throws -> [String] {
    let program = try EmulatedProgram(PTXReading(source), source: source, kernel: "main")
    let memory = EmulatedMemory()
    var launch = launch
    var addresses: [UInt64] = []
    for (index, argument) in arguments.enumerated() {
      var bytes = argument.inputElement.map { argument.input.flatMap($0.bytes(of:)) } ?? []
      if argument.isValue {
        launch.parameters.append(bytes)
        addresses.append(0)
        continue
      }
      let outputCount = (argument.outputElement?.byteCount ?? 0) * argument.output.count
      bytes += Array(repeating: Self.unwritten, count: max(0, outputCount - bytes.count))
      let address = try memory.allocate(byteCount: bytes.count, name: "parameter \(index)")
      memory.write(bytes, at: address)
      addresses.append(address)
      launch.parameters.append((0..<8).map { UInt8(truncatingIfNeeded: address >> UInt64(8 * $0)) })
    }
    let statistics = try program.run(launch, memory: memory, options: options)
    var found: [String] = []
    for (index, argument) in arguments.enumerated() {
      guard let element = argument.outputElement else { continue }
      let bytes = memory.read(
        at: addresses[index], count: element.byteCount * argument.output.count)
      found += differences(index, element.elements(of: bytes))
    }
    if statistics.lines != lines {
      found.append("printed \(statistics.lines), expected \(lines)")
    }
    return found
  }

  private func differences(_ index: Int, _ elements: [UInt64]) -> [String] {
    let argument = arguments[index]
    guard let element = argument.outputElement else { return [] }
    let wrong = elements.indices.filter {
      !isRight(elements[$0], argument.output[$0], element, argument.tolerance)
    }
    var found = wrong.prefix(Self.reportLimit).map { place in
      "parameter \(index)[\(place)] is \(Self.hexadecimal(elements[place])), expected "
        + "\(argument.output[place])\(operands(for: place, of: elements.count))"
    }
    if wrong.count > Self.reportLimit {
      found.append("parameter \(index): \(wrong.count) of \(elements.count) elements differ")
    }
    return found
  }

  private func isRight(
    _ bits: UInt64, _ expectation: Expectation, _ element: InstructionElement,
    _ tolerance: Tolerance
  ) -> Bool {
    switch expectation {
    case .anything: return true
    case .nan: return element.isNaN(bits)
    case .zero: return element.isZero(bits)
    case .bits(let expected):
      if bits == expected { return true }
      guard tolerance != .none, let found = element.value(bits),
        let wanted = element.value(expected)
      else { return false }
      switch tolerance {
      case .none: return false
      case .absolute(let bound): return abs(found - wanted) <= bound
      // A zero or a result of the other sign is never close.
      case .relative(let bound): return wanted != 0 && abs(found - wanted) <= bound * abs(wanted)
      }
    }
  }

  /// The operands of the thread that wrote an element, where every thread has as many.
  private func operands(for place: Int, of count: Int) -> String {
    let values = arguments.compactMap { argument -> String? in
      guard !argument.isValue, argument.output.isEmpty, !argument.input.isEmpty,
        count % argument.input.count == 0
      else { return nil }
      let thread = place / (count / argument.input.count)
      return argument.input.indices.contains(thread)
        ? Self.hexadecimal(argument.input[thread]) : nil
    }
    return values.isEmpty ? "" : " for " + values.joined(separator: ", ")
  }

  private static func hexadecimal(_ bits: UInt64) -> String { "0x" + String(bits, radix: 16) }
}

extension InstructionCase.Expectation: CustomStringConvertible {
  var description: String {
    switch self {
    case .bits(let bits): "0x" + String(bits, radix: 16)
    case .anything: "anything"
    case .nan: "a NaN"
    case .zero: "a zero"
    }
  }
}
