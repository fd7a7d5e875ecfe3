import Foundation
import Testing
import ToolTesting

/// `nereid opt`: several files at once, exit codes, what is printed.
struct OptCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func printsWhatItRead() throws {
    let file = try folder.write(Kernels.add, to: "add.ttir")
    let result = try CommandLineTool.run("opt", file.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("tt.func public @add("))
    #expect(result.output.contains("arith.addf %a, %b : tensor<128xf32>"))
  }

  @Test func namesTheLineAndMarksTheColumnOfAnError() throws {
    let file = try folder.write(Kernels.mistyped, to: "bad.ttir")
    let result = try CommandLineTool.run("opt", file.path)
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.first?.contains("bad.ttir:17:") == true, "\(result.errors)")
    #expect(lines.first?.contains(": error: ") == true)
    #expect(lines.contains { $0.contains("^") })
  }

  @Test func oneBadFileFailsTheRunButNotTheOthers() throws {
    let good = try folder.write(Kernels.add, to: "good.ttir")
    let bad = try folder.write(Kernels.mistyped, to: "bad.ttir")
    let result = try CommandLineTool.run("opt", "--round-trip", bad.path, good.path)
    #expect(result.code == 1)
    #expect(result.errors.contains("bad.ttir:17:"))
    #expect(!result.errors.contains("good.ttir"))
  }

  @Test func aMissingFileIsNamed() throws {
    let result = try CommandLineTool.run("opt", folder.file("nothing.ttir").path)
    #expect(result.code == 1)
    #expect(result.errors.contains("nothing.ttir"))
    #expect(result.errors.contains("no such file"))
  }

  @Test func runsPassesInOrderAndPrintsAfterThem() throws {
    let file = try folder.write(Kernels.repeated, to: "twice.ttir")
    let result = try CommandLineTool.run(
      "opt", file.path, "--pass", "cse", "--pass", "dce", "--print-after", "cse", "--time-passes")
    #expect(result.code == 0, "\(result.errors)")
    let sums = result.output.components(separatedBy: "arith.addi").count - 1
    #expect(sums == 1, "\(result.output)")
    #expect(result.errors.contains("after cse"))
    #expect(result.errors.contains("dce"))
  }

  @Test func anUnknownPassIsRefusedWithTheKnownOnes() throws {
    let file = try folder.write(Kernels.add, to: "add.ttir")
    let result = try CommandLineTool.run("opt", file.path, "--pass", "polish")
    #expect(result.code != 0)
    #expect(result.errors.contains("polish"))
    #expect(result.errors.contains("canonicalize"))
  }
}
