import Foundation
import Testing
import ToolTesting

/// `nereid inspect`: pictures of layouts beside the lines that they come from.
struct InspectCommandTests {
  private let folder: TemporaryFolder
  private let add: String

  init() throws {
    folder = try TemporaryFolder()
    add = try folder.write(Kernels.add, to: "add.ttir").path
  }

  @Test func textShowsTilesTheirLinesAndPlaces() throws {
    let result = try CommandLineTool.run("inspect", "--layouts", add)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("%sum: tensor<128xf32>"))
    #expect(result.output.contains("add.ttir:17\n"))
    #expect(result.output.contains("%sum = arith.addf %a, %b : tensor<128xf32>"))
    #expect(result.output.contains("T0:R0"))
  }

  @Test func lineSelectsItsTiles() throws {
    let result = try CommandLineTool.run("inspect", "--layouts", add, "--line", "17", "--json")
    #expect(result.code == 0, "\(result.errors)")
    let report = try JSONDecoder().decode(InspectOutput.self, from: Data(result.output.utf8))
    #expect(report.kernel == "add")
    #expect(report.layouts.flatMap(\.tiles).map(\.name) == ["%sum"])
  }

  @Test func lineWithoutTilesIsRefused() throws {
    let result = try CommandLineTool.run("inspect", "--layouts", add, "--line", "999")
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("error: no tile comes from line 999 of"), "\(result.errors)")
  }

  @Test func pageStandsAlone() throws {
    let file = folder.file("layouts.html")
    let result = try CommandLineTool.run(
      "inspect", "--layouts", "--demo", "matmul", "--limit", "8", "--html", file.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("</html>"))
    #expect(page.contains("<svg") && page.contains("T0:R0"))
    #expect(page.contains("<figcaption>") && page.contains("Matmul.swift:"))
    for outside in ["<script", "<link", "<img", "src="] { #expect(!page.contains(outside)) }
  }

  @Test(arguments: [
    (["add.ttir"], "--layouts"),
    (["--layouts"], "no kernel"),
    (["--layouts", "a.ttir", "b.ttir"], "expected one"),
    (["--layouts", "--demo", "softmax", "--limit", "0"], "--limit is 0"),
    (["--layouts", "--demo", "softmax", "--line", "0"], "--line is 0"),
  ])
  func wrongRequestIsRefused(words: [String], expected: String) throws {
    let result = try CommandLineTool.run(["inspect"] + words)
    #expect(result.code == 64)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }

  @Test func absentFileIsNamed() throws {
    let path = folder.file("nothing.ttir").path
    let result = try CommandLineTool.run("inspect", "--layouts", path)
    #expect(result.code == 1)
    #expect(result.errors.contains(path), "\(result.errors)")
  }
}

/// What of the report the tests look at.
private struct InspectOutput: Decodable {
  struct Layout: Decodable {
    struct Tile: Decodable {
      var name: String
    }
    var tiles: [Tile]
  }
  var kernel: String
  var layouts: [Layout]
}
