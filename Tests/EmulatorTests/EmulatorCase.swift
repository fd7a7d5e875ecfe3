import Arithmetic
import Emulator
import Support

/// A kernel in PTX with what its buffers hold before and after it, or the report that it causes.
///
/// The lines before the text:
///
///     // launch: grid 2 1 1 block 64 1 1 shared 0
///     // in 0: x32 00000001 00000002
///     // out 1: f32 3f800000 nan
///     // out 1 relative 2^-21: f32 3f800000
///     // value 2: x32 12345678
///     // convergence: adversarial
///     // report: deadlock
///     // line: 23
///     // prints: a line
///
/// Numbers are bits in hexadecimal; `nan` is any NaN and `any` any value. Several lines for one
/// parameter follow each other.
struct EmulatorCase {
  /// A buffer or value that a parameter gives.
  struct Buffer {
    var elementType = ""
    var before: [UInt64] = []
    var after: [Expectation] = []
    var tolerance = Tolerance.exact
    var isValue = false
    var width = 32
    var count: Int { max(before.count, after.count) }
  }

  /// What an element has to be.
  enum Expectation { case bits(UInt64), nan, any }

  /// How far an element may be off.
  enum Tolerance { case exact, relative(Double), absolute(Double) }

  let source: SourceText
  var grid = GridPosition(1)
  var threads = GridPosition(32)
  var shared = 0
  var buffers: [Int: Buffer] = [:]
  var report: String?
  var line: Int?
  var prints: [String] = []
  var options = EmulatorOptions()

  init(_ source: SourceText) {
    self.source = source
    options.stepBudget = 5_000_000
    for text in String(decoding: source.bytes, as: UTF8.self).split(separator: "\n") {
      guard text.hasPrefix("//") else { break }
      guard let colon = text.firstIndex(of: ":") else { continue }
      let head = text[..<colon].dropFirst(2).split(separator: " ").map(String.init)
      let rest = text[colon...].dropFirst()
      apply(head, rest.split(separator: " ").map(String.init), rest.drop { $0 == " " })
    }
  }

  private mutating func apply(_ head: [String], _ words: [String], _ text: Substring) {
    switch head.first {
    case "launch":
      let numbers = words.compactMap { UInt64($0) }
      guard numbers.count == 7 else { return }
      grid = GridPosition(numbers[0], numbers[1], numbers[2])
      threads = GridPosition(numbers[3], numbers[4], numbers[5])
      shared = Int(numbers[6])
    case "convergence": options.convergence = words == ["adversarial"] ? .adversarial : .friendly
    case "steps": options.stepBudget = UInt64(words.first ?? "") ?? 0
    case "report": report = String(text)
    case "line": line = Int(words.first ?? "")
    case "prints": prints.append(String(text))
    case "in", "out", "value":
      guard head.count > 1, let number = Int(head[1]), let type = words.first else { return }
      var buffer = buffers[number] ?? Buffer()
      buffer.elementType = type
      buffer.width = Self.width(type)
      buffer.isValue = head[0] == "value"
      for word in words.dropFirst() {
        let bits = UInt64(word, radix: 16)
        if head[0] == "out" {
          buffer.after.append(word == "nan" ? .nan : bits.map(Expectation.bits) ?? .any)
        } else {
          buffer.before.append(bits ?? 0)
        }
      }
      if head.count == 4, let exponent = Double(head[3].drop { $0 != "^" }.dropFirst()) {
        let bound = FloatArithmetic.exp2(exponent)
        buffer.tolerance = head[2] == "relative" ? .relative(bound) : .absolute(bound)
      }
      buffers[number] = buffer
    default: break
    }
  }

  static func width(_ type: String) -> Int {
    switch type {
    case "f16", "bf16": 16
    case "f32": 32
    case "f64": 64
    case "e4m3", "e5m2": 8
    default: Int(type.dropFirst()) ?? 32
    }
  }

  static func format(_ type: String) -> FloatFormat {
    switch type {
    case "f16": .f16
    case "bf16": .bf16
    case "f64": .f64
    case "e4m3": .f8E4M3FN
    case "e5m2": .f8E5M2
    default: .f32
    }
  }
}
