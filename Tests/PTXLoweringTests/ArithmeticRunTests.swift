import PTX
import RandomTesting
import Testing

/// Float arithmetic of all formats gives the interpreter's bits.
@Suite struct ArithmeticRunTests {
  @Test(arguments: [PTXTarget.sm80, .sm90a], ConversionSteps.floats)
  func arithmetic(target: PTXTarget, type: String) throws {
    let steps = ArithmeticSteps.all.filter { $0.inputs[0] == type }
    try compare(steps, type, target) { _ in 0 }
  }

  /// Functions of 32 and 64 bits are within the bounds of the table for the library.
  @Test(arguments: ["f16", "bf16", "f32", "f64"])
  func functions(type: String) throws {
    let steps = ArithmeticSteps.functions.filter { $0.inputs[0] == type }
    try compare(steps, type, .sm90a) { step in
      let name = step.operation.dropFirst(5).prefix { $0 != " " }
      if type == "f16" || type == "bf16" { return name == ".remf" ? 0 : 1 }
      if name == "exp", type == "f32" { return AccuracyBounds.fastExponential }
      return AccuracyBounds.bound(of: String(name), type)
    }
  }

  private func compare(
    _ steps: [ElementwiseKernel.Step], _ type: String, _ target: PTXTarget,
    _ bound: (ElementwiseKernel.Step) -> Double
  ) throws {
    let width = ConversionSteps.width(type)
    let count = 1024
    var source = SplitMix(seed: UInt64(width))
    let patterns =
      width == 16
      ? (0..<count).map { _ in source.pattern(width: 16) }
      : NotableNumbers.patterns(width: width, count: width == 8 ? 256 : count)
    var buffers: [[UInt8]] = []
    for step in steps {
      for index in step.inputs.indices {
        buffers.append(
          (0..<count).flatMap { place in
            let pattern = patterns[
              (place * (2 * index + 1) + place / 256 * 37 * index) % patterns.count]
            return ComparedRun.bytes(pattern, count: width / 8)
          })
      }
      let size = max(8, ConversionSteps.width(step.output)) / 8
      buffers.append([UInt8](repeating: 0, count: count * size))
    }
    let run = try ComparedRun(
      ElementwiseKernel(count: 512, steps: steps).text, buffers: buffers, programs: count / 512,
      for: target)
    var next = 0
    for step in steps {
      let result = next + step.inputs.count
      let size = max(8, ConversionSteps.width(step.output)) / 8
      let expected = ComparedRun.numbers(run.expected[result], count: size)
      let found = ComparedRun.numbers(run.found[result], count: size)
      let allowed = bound(step)
      let wrong = (0..<count).filter {
        AccuracyBounds.distance(expected[$0], found[$0], step.output) > allowed
      }
      let first = wrong.prefix(2).map { index in
        let inputs = (next..<result).map {
          String(ComparedRun.numbers(buffers[$0], count: width / 8)[index], radix: 16)
        }
        return "\(inputs) gives \(String(found[index], radix: 16)), "
          + "expected \(String(expected[index], radix: 16))"
      }
      #expect(wrong.isEmpty, "\(type) \(step.operation): \(first)")
      next = result + 1
    }
  }
}
