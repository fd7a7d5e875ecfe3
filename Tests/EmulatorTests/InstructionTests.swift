import Emulator
import PTX
import Testing

/// Every instruction does what the PTX ISA says: `Scripts/make-instruction-cases.py` writes the
/// cases.
@Suite struct InstructionTests {
  @Test(arguments: InstructionFile.all)
  func leavesWhatTheISASays(file: InstructionFile) throws {
    for mismatch in try file.read().mismatches() { Issue.record("\(file.name): \(mismatch)") }
  }

  /// Where lanes run together again does not change what a kernel does.
  @Test(arguments: InstructionFile.all.filter { $0.partsLanes })
  func leavesTheSameWhereLanesStayApart(file: InstructionFile) throws {
    var options = EmulatorOptions()
    options.convergence = .adversarial
    for mismatch in try file.read().mismatches(options: options) {
      Issue.record("\(file.name): \(mismatch)")
    }
  }

  @Test func thereAreCases() {
    #expect(InstructionFile.all.count >= 300)
  }

  @Test func everyOpcodeHasACase() throws {
    var tried: Set<PTXOpcode> = []
    for file in InstructionFile.all {
      for function in try PTXReading(file.read().source).module.functions {
        for case .instruction(let instruction) in function.body?.statements ?? [] {
          tried.insert(instruction.opcode)
        }
      }
    }
    #expect(tried.count > 10_000)
    let missing = PTXOpcode.all.filter { !tried.contains($0) && !Self.isLeftOut($0) }
    for opcode in missing.prefix(20) { Issue.record("no case has '\(opcode)'") }
  }

  /// What has no case here: clusters, objects that are barriers, the copy engine and warpgroups.
  private static func isLeftOut(_ opcode: PTXOpcode) -> Bool {
    switch opcode.root {
    case "mbarrier", "mapa", "getctarank", "wgmma", "setmaxnreg", "tensormap": return true
    default: break
    }
    let words = Set(opcode.modifiers)
    if opcode.root == "cp" { return words.contains("bulk") || words.contains("mbarrier") }
    return !words.isDisjoint(
      with: ["cluster", "shared::cluster", "tensormap", "tensormap::generic"])
  }
}
