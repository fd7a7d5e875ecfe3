import Arithmetic
import IR
import PTX
import Testing

/// Conversions give the interpreter's bits: for all numbers of 8 and 16 bits, and for many of 32 and
/// 64.
@Suite struct ConversionRunTests {
  /// How many numbers of more than 8 bits are tried: all of 16 bits where that is fast.
  #if DEBUG
    static let count = 2048
  #else
    static let count = 65536
  #endif

  @Test(arguments: [PTXTarget.sm80, .sm90a], ConversionSteps.floats + ConversionSteps.integers)
  func conversions(target: PTXTarget, source: String) throws {
    let all = ConversionSteps.betweenFloats + ConversionSteps.withIntegers
    try Self.compare(all.filter { $0.inputs == [source] }, target)
  }

  /// Runs each of `steps`, which take one source.
  static func compare(_ steps: [ElementwiseKernel.Step], _ target: PTXTarget) throws {
    let width = max(8, ConversionSteps.width(steps[0].inputs[0]))
    let count = width == 8 ? 256 : Self.count
    let tile = min(count, 512)
    var patterns = NotableNumbers.patterns(width: width, count: count)
    if steps[0].inputs[0] == "i1" { patterns = patterns.map { $0 & 1 } }
    let input = patterns.flatMap { ComparedRun.bytes($0, count: width / 8) }
    var buffers: [[UInt8]] = []
    for step in steps {
      let size = max(8, ConversionSteps.width(step.output)) / 8
      buffers += [input, [UInt8](repeating: 0, count: count * size)]
    }
    let run = try ComparedRun(
      ElementwiseKernel(count: tile, steps: steps).text, buffers: buffers, programs: count / tile,
      for: target)
    for (number, step) in steps.enumerated() {
      let size = max(8, ConversionSteps.width(step.output)) / 8
      let expected = ComparedRun.numbers(run.expected[2 * number + 1], count: size)
      let found = ComparedRun.numbers(run.found[2 * number + 1], count: size)
      let wrong = (0..<count).filter { index in
        expected[index] != found[index]
          && !Self.areBothNaN(expected[index], found[index], step.output)
      }
      let first = wrong.prefix(3).map { index in
        "\(hex(patterns[index])) gives \(hex(found[index])), expected \(hex(expected[index]))"
      }
      #expect(wrong.isEmpty, "\(step.inputs[0]) \(step.operation) \(step.output): \(first)")
    }
  }

  /// Of a NaN of 32 or 64 bits the payload is the machine's.
  static func areBothNaN(_ lhs: UInt64, _ rhs: UInt64, _ type: String) -> Bool {
    switch type {
    case "f32": FloatFormat.f32.isNaN(lhs) && FloatFormat.f32.isNaN(rhs)
    case "f64": FloatFormat.f64.isNaN(lhs) && FloatFormat.f64.isNaN(rhs)
    default: false
    }
  }

  private static func hex(_ bits: UInt64) -> String { "0x" + String(bits, radix: 16) }
}
