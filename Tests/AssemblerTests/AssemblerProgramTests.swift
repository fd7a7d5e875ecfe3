import Foundation
import Support
import Testing
import ToolTesting

@testable import Assembler

/// `ptxas` as a program: code, located errors, and programs that misbehave.
@Suite struct AssemblerProgramTests {
  @Test(
    .enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent }, arguments: PinnedAssembler.all
  )
  func goodModuleBecomesCode(pinned: PinnedAssembler) throws {
    let program = try pinned.program()
    #expect(program.version == pinned.version)
    let strict = AssemblyOptions(isStrict: true)
    let assembly = try program.assemble([ExampleModule.good()], options: strict)
    #expect(assembly.cubin.starts(with: [0x7f, 0x45, 0x4c, 0x46]))
    #expect(try #require(assembly.resources(of: "good")).registerCount > 0)
    #expect(assembly.messages.isEmpty)
    #expect(try program.assemble([ExampleModule.good()], options: strict) == assembly)
  }

  @Test(
    .enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent }, arguments: PinnedAssembler.all
  )
  func severalModulesBecomeOneFileOfCode(pinned: PinnedAssembler) throws {
    let inputs = ["a", "b", "c"].map { ExampleModule.good($0) }
    let assembly = try pinned.program().assemble(inputs)
    #expect(Set(assembly.resources.map(\.name)) == ["a", "b", "c"])
  }

  @Test(
    .enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent }, arguments: PinnedAssembler.all
  )
  func errorNamesItsLine(pinned: PinnedAssembler) throws {
    let error = try refusal(by: pinned, of: ExampleModule.lost(), isStrict: false)
    #expect(
      error.map(\.description) == ["lost.ptx:6: error: Unknown symbol 'absent'"])
  }

  @Test(
    .enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent }, arguments: PinnedAssembler.all
  )
  func strictnessRejectsSpilledRegisters(pinned: PinnedAssembler) throws {
    let lenient = try pinned.program().assemble([ExampleModule.spilling()])
    #expect(try #require(lenient.resources(of: "spilling")).spills)
    let problems = try refusal(by: pinned, of: ExampleModule.spilling(), isStrict: true)
    #expect(problems.count == 1)
    #expect(problems[0].position == SourcePosition(file: "spilling.ptx", line: 4))
    #expect(problems[0].message.hasPrefix("'spilling' spills registers"))
  }

  @Test(
    .enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent }, arguments: PinnedAssembler.all
  )
  func strictnessRejectsRepairedCode(pinned: PinnedAssembler) throws {
    let lenient = try pinned.program().assemble([ExampleModule.unawaited()])
    #expect(lenient.messages.compactMap(\.advisory) == ["C7517"])
    let problems = try refusal(by: pinned, of: ExampleModule.unawaited(), isStrict: true)
    #expect(problems.map(\.position.file) == ["unawaited.ptx"])
    #expect(problems[0].message.contains("(C7517)"))
  }

  @Test(.enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent })
  func identityIsTheContentsNotThePlace() throws {
    let folder = try TemporaryFolder()
    let (here, there) = (PinnedAssembler.all[0], folder.file("another-name"))
    try shell("cp '\(here.path)' '\(there.path)'")
    let copy = try AssemblerProgram(path: there.path)
    #expect(try here.program().identity == copy.identity)
    #expect(try PinnedAssembler.all[1].program().identity != copy.identity)
    try shell("printf x >> '\(there.path)'")
    #expect(try AssemblerProgram(path: there.path).identity != copy.identity)
  }

  /// Runs `command`. What this process writes itself, a program that another test starts meanwhile may
  /// hold open for as long as it runs, and no file that is open for writing can be started.
  private func shell(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func missingProgramIsNamed() {
    let expected = AssemblerError.notFound(path: "/absent/ptxas", reason: "no such file or folder")
    #expect(throws: expected) { try AssemblerProgram(path: "/absent/ptxas") }
    #expect(expected.description == "no assembler at '/absent/ptxas': no such file or folder")
  }

  @Test func folderIsNoProgram() {
    #expect(throws: AssemblerError.notFound(path: "/tmp", reason: "it is no file")) {
      try AssemblerProgram(path: "/tmp")
    }
  }

  @Test func anotherProgramIsNoAssembler() {
    #expect(
      throws: AssemblerError.notAnAssembler(
        path: "/bin/echo", reason: "it does not state its version")
    ) { try AssemblerProgram(path: "/bin/echo") }
  }

  @Test func temporaryFilesAreGoneAndTheirFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    let program = try Script(in: folder, "echo").program(scratchFolder: folder.url.path)
    let before = try listDirectory(at: folder.url.path)
    #expect(throws: AssemblerError.self) { try program.assemble([ExampleModule.good()]) }
    #expect(try listDirectory(at: folder.url.path) == before)

    let absent = try Script(in: folder, "echo").program(scratchFolder: "/absent")
    #expect(
      throws: AssemblerError.file(
        FileError(path: "/absent", action: .write, reason: .notFound))
    ) { try absent.assemble([ExampleModule.good()]) }
  }

  @Test(arguments: [
    ("kill -SEGV $$", "was ended by signal 11"), ("exit 3", "ended with exit code 3"),
    ("echo", "reported success and wrote no code"),
  ])
  func programThatFailsWithoutWordsIsNamed(script: String, how: String) throws {
    let program = try Script(in: try TemporaryFolder(), script)
    #expect(throws: AssemblerError.ended(assembler: program.path, how: how)) {
      try program.program().assemble([ExampleModule.good()])
    }
  }

  private func refusal(
    by pinned: PinnedAssembler, of input: AssemblyInput, isStrict: Bool
  ) throws -> [Diagnostic] {
    let program = try pinned.program()
    do throws(AssemblerError) {
      _ = try program.assemble(
        [input], options: AssemblyOptions(isStrict: isStrict))
    } catch {
      guard case .refused("ptxas \(pinned.version)", let problems) = error else { throw error }
      return problems
    }
    return []
  }
}
