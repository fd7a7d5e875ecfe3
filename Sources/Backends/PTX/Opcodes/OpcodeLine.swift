import Synchronization

/// A line of the opcode table, for one of the roots that it lists.
///
/// A process that compiles one kernel needs a tenth of the families, so a line is read as a family
/// when that is asked for.
final class OpcodeLine: Sendable {
  /// The word up to the first point.
  let root: ArraySlice<UInt8>
  /// What stands behind the roots.
  private let rest: ArraySlice<UInt8>
  /// The address of the family once it has been read; it stays for good.
  private let reading = Atomic<UInt>(0)

  private init(root: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    (self.root, self.rest) = (root, rest)
  }

  /// One for each root of `line`.
  static func lines(_ line: ArraySlice<UInt8>) -> [OpcodeLine] {
    let roots = line.prefix {
      $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: " ")
    }
    return roots.split(separator: UInt8(ascii: "|")).map {
      OpcodeLine(root: $0, rest: line[roots.endIndex...])
    }
  }

  /// The family that the line describes.
  var family: OpcodeFamily {
    if let known = Self.family(at: reading.load(ordering: .acquiring)) { return known }
    let family = Unmanaged.passRetained(read())
    let (isFirst, known) = reading.compareExchange(
      expected: 0, desired: UInt(bitPattern: family.toOpaque()),
      ordering: .acquiringAndReleasing)
    if !isFirst { family.release() }
    return Self.family(at: known) ?? family.takeUnretainedValue()
  }

  private static func family(at address: UInt) -> OpcodeFamily? {
    UnsafeRawPointer(bitPattern: address).map {
      Unmanaged<OpcodeFamily>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private func read() -> OpcodeFamily {
    let (opcodesAndOperands, needs) = Self.parts(of: rest, around: UInt8(ascii: ";"))
    let (opcodes, operands) = Self.parts(of: opcodesAndOperands, around: UInt8(ascii: ":"))
    return OpcodeFamily(
      root: root,
      // A long pattern is wrapped, which leaves blanks in it.
      pattern: opcodes.filter { $0 != UInt8(ascii: " ") }, operands: operands,
      requirement: Self.requirement(String(decoding: needs, as: UTF8.self)))
  }

  /// What stands before and after `sign` with a blank on either side; all and nothing if it does not
  /// stand there.
  private static func parts(
    of line: ArraySlice<UInt8>, around sign: UInt8
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    let blank = UInt8(ascii: " ")
    for index in line.indices.dropFirst().dropLast()
    where line[index] == sign && line[index - 1] == blank && line[index + 1] == blank {
      return (line[..<(index - 1)], line[(index + 2)...])
    }
    return (line, [])
  }

  private static func requirement(_ text: String) -> Requirement {
    var requirement = Requirement.none
    for word in text.split(separator: " ") {
      if let target = PTXTarget(name: word) {
        requirement.target = target
      } else {
        let numbers = word.split(separator: ".").compactMap { Int($0) }
        precondition(numbers.count == 2, "the opcode table has no version \(word)")
        requirement.version = PTXVersion(numbers[0], numbers[1])
      }
    }
    return requirement
  }
}
