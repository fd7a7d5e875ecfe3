import PTX
import Testing
import ToolTesting

/// What the lowering writes is taken by the assemblers without a warning.
@Suite struct AssembledTests {
  static let targets: [PTXTarget] = [.sm80, .sm89, .sm90a]

  static let kernels: [String: [ElementwiseKernel.Step]] = [
    "conversions between floats": ConversionSteps.betweenFloats,
    "conversions with integers": ConversionSteps.withIntegers,
    "arithmetic": ArithmeticSteps.all,
    "functions": ArithmeticSteps.functions,
  ]

  @Test(arguments: kernels.keys.sorted(), targets)
  func elementwise(name: String, target: PTXTarget) throws {
    let kernel = ElementwiseKernel(count: 128, steps: Self.kernels[name] ?? [])
    let text = try CompiledText(kernel.text, for: target)
    for assembler in Assembler.all where assembler.isPresent {
      #expect(try assembler.complaints(about: text.ptx, for: target) == "")
    }
  }
}
