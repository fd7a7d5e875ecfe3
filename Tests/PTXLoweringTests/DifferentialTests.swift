import Compiler
import KernelGenerator
import PTX
import Testing

/// Random kernels, whose results are exact, leave the same bytes on the emulator as on the
/// interpreter.
@Suite struct DifferentialTests {
  /// How many kernels of each family are made.
  static let kernelsPerFamily = 100

  @Test(arguments: KernelFamily.allCases)
  func emulatorAgreesWithInterpreter(_ family: KernelFamily) throws {
    try expectAgreement(
      family, seeds: 0..<UInt64(Self.kernelsPerFamily), options: CompilerOptions())
  }

  @Test(arguments: KernelFamily.allCases)
  func otherTargetsAndWarpsAgreeToo(_ family: KernelFamily) throws {
    try expectAgreement(
      family, seeds: 1000..<1010, options: CompilerOptions(target: .sm80, warpCount: 1))
    try expectAgreement(
      family, seeds: 2000..<2010, options: CompilerOptions(target: .sm89, warpCount: 8))
  }

  private func expectAgreement(
    _ family: KernelFamily, seeds: Range<UInt64>, options: CompilerOptions
  ) throws {
    let runner = DifferentialRunner { try EmulatedKernel(options).run($0) }
    for report in try runner.reports(on: seeds, of: family) { Issue.record("\(report)") }
  }
}
