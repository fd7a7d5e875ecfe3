import PTX
import Testing
import ToolTesting

/// The assembler takes every opcode of the table, in the versions that the table says.
@Suite struct AssembledExamplesTests {
  @Test(
    .enabled("Scripts/fetch-ptxas has not run") { Assembler.all.allSatisfy(\.isPresent) },
    arguments: [PTXTarget.sm80, .sm86, .sm89, .sm90a], Assembler.all)
  func assemblerTakesEveryOpcode(target: PTXTarget, assembler: Assembler) throws {
    // Without optimization the assembler takes half the time and says the same, except on products
    // of warpgroups, whose notes come from the optimizer.
    for module in ExampleModules.all(for: target, onWarpgroups: false) {
      let complaints = try assembler.complaints(
        about: module.printed().bytes, for: target, options: ["-O0"])
      #expect(complaints == "", "PTX \(module.version)")
    }
    for module in ExampleModules.all(for: target, onWarpgroups: true) {
      let complaints = try assembler.complaints(about: module.printed().bytes, for: target)
      #expect(complaints == "", "PTX \(module.version), products of warpgroups")
    }
  }
}
