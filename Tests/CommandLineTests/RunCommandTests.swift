import Foundation
import Testing
import ToolTesting

/// `nereid run`: arguments, results, checks.
struct RunCommandTests {
  private let folder: TemporaryFolder
  private let add: String

  init() throws {
    folder = try TemporaryFolder()
    add = try folder.write(Kernels.add, to: "add.ttir").path
  }

  @Test func summarisesTheBuffers() throws {
    let result = try CommandLineTool.run(
      "run", add, "--grid", "2", "--arg", "iota:200", "--arg", "ones:200", "--arg", "zeros:200",
      "--arg", "n=200", "--json")
    #expect(result.code == 0, "\(result.errors)")
    let report = try JSONDecoder().decode(RunOutput.self, from: Data(result.output.utf8))
    #expect(report.buffers.map(\.name) == ["x", "y", "z"])
    #expect(report.buffers[2].maximum == 200)
    #expect(report.buffers[2].minimum == 1)
    #expect(report.buffers[2].first == [1, 2, 3, 4, 5, 6])
  }

  @Test func writesAndReadsNumPyFiles() throws {
    let output = folder.file("z.npy").path
    let first = try CommandLineTool.run(
      "run", add, "--grid", "1", "--arg", "iota:4", "--arg", "fill:0.5:4", "--arg", "zeros:4",
      "--arg", "4", "--out", "z=\(output)")
    #expect(first.code == 0, "\(first.errors)")
    let second = try CommandLineTool.run(
      "run", add, "--grid", "1", "--arg", output, "--arg", "zeros:4", "--arg", "zeros:4",
      "--arg", "4", "--json")
    #expect(second.code == 0, "\(second.errors)")
    let report = try JSONDecoder().decode(RunOutput.self, from: Data(second.output.utf8))
    #expect(report.buffers[2].first == [0.5, 1.5, 2.5, 3.5])
  }

  @Test func anAccessPastTheEndNamesLineProgramAndElement() throws {
    let unmasked = try folder.write(Kernels.unmasked, to: "unmasked.ttir").path
    let result = try CommandLineTool.run(
      "run", unmasked, "--grid", "2", "--arg", "iota:200", "--arg", "ones:200", "--arg",
      "zeros:200", "--arg", "200")
    #expect(result.code == 1)
    #expect(result.errors.contains("unmasked.ttir:20:"), "\(result.errors)")
    #expect(result.errors.contains("(1, 0, 0)"))
    #expect(result.errors.contains("72"))
  }

  @Test func accessesOutsideDoNothingWhereBoundsAreNotChecked() throws {
    let unmasked = try folder.write(Kernels.unmasked, to: "unmasked.ttir").path
    let result = try CommandLineTool.run(
      "run", unmasked, "--grid", "2", "--arg", "iota:200", "--arg", "ones:200", "--arg",
      "zeros:200", "--arg", "200", "--no-bounds-check")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("ignored 56 elements outside of buffers"), "\(result.output)")
  }

  @Test func readsOfUnwrittenBytesAreReportedWhenAskedFor() throws {
    let words = [
      "run", add, "--grid", "1", "--arg", "uninitialized:8", "--arg", "ones:8", "--arg", "zeros:8",
      "--arg", "8",
    ]
    #expect(try CommandLineTool.run(words).code == 0)
    let checked = try CommandLineTool.run(words + ["--check"])
    #expect(checked.code == 1)
    #expect(checked.errors.contains("add.ttir:13:"), "\(checked.errors)")
  }

  @Test(arguments: [
    (["--grid", "0"], "--grid"),
    (["--grid", "1", "--arg", "1"], "no buffer"),
    (["--grid", "1", "--arg", "iota:4"], "'y'"),
    (["--grid", "1", "--arg", "q=iota:4"], "'q'"),
    (["--grid", "1", "--arg", "n=1.5"], "i32"),
    (["--grid", "1", "--arg", "iota:99999999999999"], "bytes"),
    (["--grid", "1", "--arg", "missing.npy"], "missing.npy"),
  ])
  func aWrongArgumentIsNamed(words: [String], expected: String) throws {
    let result = try CommandLineTool.run(["run", add] + words)
    #expect(result.code != 0)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }
}

/// What of the report the tests look at.
private struct RunOutput: Decodable {
  struct Buffer: Decodable {
    var name: String
    var minimum: Double
    var maximum: Double
    var first: [Double]
  }
  var buffers: [Buffer]
}
