import Emulator
import Support

/// A kernel in PTX whose comments say how it is launched and what it leaves. `Instructions/README.md`
/// describes the notation.
struct InstructionCase: Sendable {
  /// What an element of a buffer must be.
  enum Expectation: Hashable, Sendable {
    case bits(UInt64)
    case anything, nan, zero
  }

  /// How far a float may be from what is expected.
  enum Tolerance: Hashable, Sendable {
    case none
    case relative(Double)
    case absolute(Double)
  }

  /// A parameter of the kernel: a buffer that is read or written or both, or a value.
  struct Argument: Sendable {
    /// The parameter is the values themselves, not the address of a buffer.
    var isValue = false
    var inputElement: InstructionElement?
    var input: [UInt64] = []
    var outputElement: InstructionElement?
    var output: [Expectation] = []
    var tolerance = Tolerance.none
  }

  let source: SourceText
  private(set) var launch = EmulatedLaunch(grid: GridPosition(1), threads: GridPosition(1))
  private(set) var arguments: [Argument] = []
  /// The lines that the kernel prints.
  private(set) var lines: [String] = []

  /// The case that `source` describes.
  ///
  /// - Throws: Which comment is wrong.
  init(_ source: SourceText, text: String) throws(InstructionCaseError) {
    self.source = source
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.hasPrefix("// ") else { break }
      let note = line.dropFirst(3)
      guard index > 0 else { continue }
      guard let colon = note.firstRange(of: ": "),
        try read(note[..<colon.lowerBound], note[colon.upperBound...])
      else { throw InstructionCaseError("\(source.name):\(index + 1): cannot read '\(note)'") }
    }
  }
}

/// What is wrong with the comments of a case.
struct InstructionCaseError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension InstructionCase {
  /// Reads the note `head: rest`; says whether it is one.
  private mutating func read(
    _ head: Substring, _ rest: Substring
  ) throws(InstructionCaseError) -> Bool {
    let words = head.split(separator: " ")
    switch words.first {
    case "launch": return readLaunch(rest.split(separator: " "))
    case "prints": lines.append(String(rest))
    case "in", "out", "value":
      guard words.count >= 2, let index = Int(words[1]), index <= arguments.count else {
        return false
      }
      if index == arguments.count { arguments.append(Argument()) }
      if words.count > 2 {
        guard let tolerance = Self.tolerance(words.dropFirst(2)) else { return false }
        arguments[index].tolerance = tolerance
      }
      let tokens = rest.split(separator: " ")
      guard let kind = tokens.first, let element = InstructionElement(kind) else { return false }
      return readElements(tokens.dropFirst(), element, words[0], &arguments[index])
    default: return false
    }
    return true
  }

  private func readElements(
    _ tokens: ArraySlice<Substring>, _ element: InstructionElement, _ word: Substring,
    _ argument: inout Argument
  ) -> Bool {
    if word == "out" {
      argument.outputElement = element
      for token in tokens {
        guard let expectation = Self.expectation(token) else { return false }
        argument.output.append(expectation)
      }
      return true
    }
    argument.isValue = word == "value"
    argument.inputElement = element
    for token in tokens {
      guard let bits = UInt64(token, radix: 16) else { return false }
      argument.input.append(bits)
    }
    return true
  }

  private static func expectation(_ token: Substring) -> Expectation? {
    switch token {
    case "*": .anything
    case "nan": .nan
    case "zero": .zero
    default: UInt64(token, radix: 16).map { .bits($0) }
    }
  }

  /// `relative 2^-22`, or `absolute` with a power of two.
  private static func tolerance(_ words: ArraySlice<Substring>) -> Tolerance? {
    guard words.count == 2, let kind = words.first, let amount = words.last,
      amount.hasPrefix("2^"), let exponent = Double(amount.dropFirst(2))
    else { return nil }
    let whole = exponent.rounded(.down)
    // The exponents are multiples of a tenth.
    var bound = Double(sign: .plus, exponent: Int(whole), significand: 1)
    for _ in 0..<Int(((exponent - whole) * 10).rounded()) { bound *= 1.0717734625362931 }
    return kind == "relative" ? .relative(bound) : kind == "absolute" ? .absolute(bound) : nil
  }

  private mutating func readLaunch(_ words: [Substring]) -> Bool {
    let numbers = words.compactMap { UInt64($0) }
    guard words.count == 10, numbers.count == 7, words[0] == "grid", words[4] == "block",
      words[8] == "shared"
    else { return false }
    launch.grid = GridPosition(numbers[0], numbers[1], numbers[2])
    launch.threads = GridPosition(numbers[3], numbers[4], numbers[5])
    launch.dynamicSharedByteCount = Int(numbers[6])
    return true
  }
}
