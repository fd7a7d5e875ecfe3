import Foundation
import Testing
import ToolTesting

/// What holds for every command.
struct ToolTests {
  @Test(arguments: [
    "demo", "opt", "run", "compile", "inspect", "bench", "conform", "cache", "doctor",
  ])
  func helpHasExamples(command: String) throws {
    let result = try CommandLineTool.run(command, "--help")
    #expect(result.code == 0)
    #expect(result.output.contains("nereid \(command)"))
    #expect(result.output.contains("Examples:") || command == "demo", "\(result.output)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreThereForEveryShell(shell: String) throws {
    let result = try CommandLineTool.run("--generate-completion-script", shell)
    #expect(result.code == 0)
    for command in ["conform", "inspect", "disassembler"] {
      #expect(result.output.contains(command))
    }
  }

  @Test func doctorReportsAsJSON() throws {
    let result = try CommandLineTool.run("doctor", "--json")
    #expect(result.code == 0)
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect((report as? [String: Any])?["findings"] != nil)
  }

  @Test func doctorSaysWhatAssembles() throws {
    let result = try CommandLineTool.run("doctor")
    #expect(result.code == 0)
    #expect(result.output.contains("\nassembler "), "\(result.output)")
  }

  @Test func aFolderWithoutCasesIsRefused() throws {
    let folder = try TemporaryFolder()
    let result = try CommandLineTool.run("conform", folder.url.path)
    #expect(result.code == 1)
    #expect(result.errors.contains("no cases"))
  }

  @Test func demoChecksEveryKernel() throws {
    let result = try CommandLineTool.run("demo", "--json")
    #expect(result.code == 0, "\(result.errors)")
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let rows = (report as? [String: Any])?["rows"] as? [[String: Any]]
    #expect(rows?.allSatisfy { $0["agrees"] as? Bool == true } == true)
    let places = rows?.compactMap { $0["target"] as? String } ?? []
    #expect(places.count == 6)
    // What a machine without a GPU has instead of one.
    #expect(places.prefix(3).allSatisfy { $0 == "interpreter" })
    #expect(Set(places.suffix(3)).count == 1 && places.last != "interpreter")
  }
}
