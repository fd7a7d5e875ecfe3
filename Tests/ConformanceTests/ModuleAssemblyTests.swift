import Assembler
import Compiler
import Foundation
import IR
import PTX
import Support
import Testing
import ToolTesting

/// Recorded modules through the compiler and two versions of NVIDIA's assembler, which may warn of
/// nothing and spill no register but in modules that are known.
///
/// One module in 48 is taken. With `NEREID_ALL_MODULES=1` all are, which takes long, and those
/// that are known must spill.
@Suite("Recorded modules in assemblers")
struct ModuleAssemblyTests {
  private static let versions = ["12.9.86", "13.0.88"]
  private static let takesAll = ProcessInfo.processInfo.environment["NEREID_ALL_MODULES"] == "1"
  private static let canRun =
    !RecordedModule.all.isEmpty
    && versions.allSatisfy {
      FileManager.default.isExecutableFile(atPath: PinnedTools.path("ptxas-\($0)"))
    }

  @Test(
    .enabled(if: canRun, "no recorded modules beside the checkout, or no assemblers"),
    arguments: [PTXTarget.sm90a, .sm80])
  func assemblersTakeThem(target: PTXTarget) throws {
    let modules = RecordedModule.all.enumerated()
      .filter { Self.takesAll || $0.offset % 48 == 0 }.map(\.element)
    var inputs: [AssemblyInput] = []
    for module in modules {
      inputs.append(
        AssemblyInput(
          name: module.id, ptx: try Self.ptx(of: module, for: target), target: target))
    }
    let check = AssemblyCheck(
      assemblers: try Self.versions.map {
        try AssemblerProgram(path: PinnedTools.path("ptxas-\($0)"))
      })
    let problems = try check.problems(in: inputs)
    for problem in problems {
      #expect(
        KnownAssemblies.spilling[problem.input] != nil && problem.isSpill, "\(problem)")
    }
    if Self.takesAll, target == .sm90a {
      let found = Set(problems.map(\.input))
      for id in KnownAssemblies.spilling.keys.sorted()
      where !KnownAssemblies.spillingForSM80Only.contains(id) {
        #expect(found.contains(id), "\(id) spills no more and is not to be listed")
      }
    }
  }

  private static func ptx(of module: RecordedModule, for target: PTXTarget) throws -> [UInt8] {
    let bytes = Array(try Data(contentsOf: URL(filePath: module.path)))
    let parsed = try Module.parse(SourceText(name: "\(module.id).ttir", bytes: bytes))
    let options = CompilerOptions(target: target, warpCount: module.warpCount)
    return try KernelCompiler(options).compile(parsed).ptx
  }
}

extension AssemblyProblem {
  /// It says that registers did not suffice.
  fileprivate var isSpill: Bool { diagnostic.message.contains("spill") }
}
