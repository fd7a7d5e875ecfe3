import Foundation
import PTX
import Testing

/// The assembler takes every opcode of the table, in the versions that the table says.
@Suite struct AssembledExamplesTests {
  @Test(
    .enabled("Scripts/fetch-ptxas has not run") { Assembler.all.allSatisfy(\.isPresent) },
    arguments: [PTXTarget.sm80, .sm86, .sm89, .sm90a], Assembler.all)
  func assemblerTakesEveryOpcode(target: PTXTarget, assembler: Assembler) throws {
    for module in ExampleModules.all(for: target) {
      let text = module.printed()
      let complaints = try assembler.complaints(about: text.bytes, for: target)
      if let folder = ProcessInfo.processInfo.environment["DUMP"] {
        try Data(text.bytes).write(
          to: URL(fileURLWithPath: "\(folder)/\(target)-\(module.version)-\(assembler.version).ptx"))
        try Data(complaints.utf8).write(
          to: URL(
            fileURLWithPath: "\(folder)/\(target)-\(module.version)-\(assembler.version).txt"))
      }
      #expect(complaints == "", "PTX \(module.version)")
    }
  }

  @Test func countOpcodes() {
    print("opcodes:", PTXOpcode.all.reduce(0) { n, _ in n + 1 })
    var r: [String: Int] = [:]
    for o in PTXOpcode.all { r[o.root, default: 0] += 1 }
    print(r.sorted { $0.value > $1.value }.prefix(20))
  }
}
