import Foundation
import Testing
import ToolTesting

@testable import Assembler

/// Which assembler is taken, and why others are not.
@Suite struct AssemblerSearchTests {
  @Test func firstFolderOfThePathWithAUsableAssemblerCounts() throws {
    let root = try TemporaryFolder()
    let (broken, usable) = (root.file("broken"), root.file("usable"))
    for folder in [broken, usable] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try "not a program".write(
      to: broken.appendingPathComponent("ptxas"), atomically: true, encoding: .utf8)
    let script = try Script(in: root, "exit 1")
    try FileManager.default.moveItem(
      atPath: script.path, toPath: usable.appendingPathComponent("ptxas").path)
    let search = AssemblerSearch(path: ["relative", "", root.url.path, broken.path, usable.path])
    guard case .program(let program) = try search.first() else {
      Issue.record("a program was to be found")
      return
    }
    #expect(program.path == usable.path + "/ptxas")
    let findings = search.findings().filter { $0.place == .path }
    #expect(findings.map(\.path) == [broken.path + "/ptxas", usable.path + "/ptxas"])
    #expect(
      findings.map(\.refusal) == [
        .notFound(path: broken.path + "/ptxas", reason: "it may not be executed"), nil,
      ])
    #expect(findings[1].identity?.description.hasPrefix("ptxas 1.2.3 unnamed ") == true)
  }

  @Test func whatIsNamedIsFinal() throws {
    let root = try TemporaryFolder()
    let script = try Script(in: root, "exit 1")
    let folder = URL(fileURLWithPath: script.path).deletingLastPathComponent().path
    let search = AssemblerSearch(named: "/absent/ptxas", path: [folder])
    let expected = AssemblerError.notFound(path: "/absent/ptxas", reason: "no such file or folder")
    #expect(throws: expected) { try search.first() }
    #expect(search.findings().map(\.refusal) == [expected])
    #expect(search.findings().map(\.place) == [.named])
  }

  @Test func wheelsOfTheUserAreFound() throws {
    let root = try TemporaryFolder()
    let folder = root.file(".local/lib/python3.12/site-packages/nvidia/cuda_nvcc/bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = try Script(in: root, "exit 1")
    let path = folder.appendingPathComponent("ptxas").path
    try FileManager.default.moveItem(atPath: script.path, toPath: path)
    let findings = AssemblerSearch(home: root.url.path).findings()
    #expect(findings.first { $0.place == .wheel }?.path == path)
  }

  @Test func driverLeavesNothingToAssemble() {
    #expect(throws: AssemblerError.leftToDriver) {
      try PTXAssembler.driver.assemble([ExampleModule.good()])
    }
    #expect(PTXAssembler.driver.identity == .driver)
  }
}
