import Foundation
import Testing
import ToolTesting

/// What environment variables change about commands.
struct EnvironmentTests {
  private let folder: TemporaryFolder
  private let add: String

  init() throws {
    folder = try TemporaryFolder()
    add = try folder.write(Kernels.add, to: "add.ttir").path
  }

  @Test func doctorNamesWhatLaunchesUse() throws {
    let cache = folder.file("cache").path
    let other = try findings(["NEREID_CACHE": cache, "NEREID_ASSEMBLER": "/nowhere/ptxas"])
    #expect(other["kernel cache"]?.found == cache)
    #expect(other["kernel cache"]?.meaning.contains("0 kernels, 0 of 1073741824 bytes") == true)
    #expect(other["assembler of launches"]?.found == "/nowhere/ptxas")
    #expect(other["assembler of launches"]?.meaning.hasPrefix("launches fail") == true)
    #expect(!FileManager.default.fileExists(atPath: cache))
    let usual = try findings(["NEREID_CACHE": "off", "NEREID_ASSEMBLER": "driver"])
    #expect(usual["kernel cache"]?.found == "off")
    #expect(usual["assembler of launches"]?.found == "the driver")
  }

  @Test(arguments: [
    ("NEREID_CACHE", "here", "expected a path from the root on, or off"),
    ("NEREID_CACHE_LIMIT", "much", "expected a number of bytes"),
  ])
  func doctorNamesASettingThatMeansNothing(
    variable: String, value: String, expected: String
  ) throws {
    let cache = try findings([variable: value])["kernel cache"]
    #expect(cache?.found == "unusable")
    #expect(cache?.meaning.contains("\(variable) is '\(value)', \(expected)") == true)
  }

  @Test func cacheCommandsLookWhereLaunchesKeep() throws {
    let cache = folder.file("cache").path
    let result = try CommandLineTool.run(
      ["cache", "stats"], environment: ["NEREID_CACHE": cache, "NEREID_CACHE_LIMIT": "64KiB"])
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains(cache) && result.output.contains("65536"))
    let off = try CommandLineTool.run(["cache", "stats"], environment: ["NEREID_CACHE": "off"])
    #expect(off.code == 1)
    #expect(off.errors.contains("NEREID_CACHE is off"), "\(off)")
  }

  @Test(arguments: [
    ("/nowhere/ptxas", "error: no assembler at '/nowhere/ptxas'"),
    ("driver", "error: the driver assembles only what is launched"),
  ])
  func compileTakesTheAssemblerOfLaunches(assembler: String, expected: String) throws {
    let result = try CommandLineTool.run(
      ["compile", add, "--emit", "cubin", "-o", folder.file("code").path],
      environment: ["NEREID_ASSEMBLER": assembler])
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix(expected), "\(result.errors)")
  }

  private struct Finding: Decodable {
    var subject: String
    var found: String
    var meaning: String
  }

  private struct Report: Decodable {
    var findings: [Finding]
  }

  /// What `nereid doctor` finds, by subject.
  private func findings(_ environment: [String: String]) throws -> [String: Finding] {
    let result = try CommandLineTool.run(["doctor", "--json"], environment: environment)
    #expect(result.code == 0, "\(result)")
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    return Dictionary(report.findings.map { ($0.subject, $0) }) { first, _ in first }
  }
}
