import Compiler
import Conformance
import Foundation
import Testing

/// Launches that were recorded on a GPU. They are not part of the repository: where the machine has
/// none, the test is skipped.
@Suite("Recorded cases")
struct RecordedCaseTests {
  /// How large a part of the cases must pass.
  private static let requiredShare = 0.98

  @Test(
    "pass, but for differences that are known",
    .enabled(if: CaseFolders.recorded != nil, "no recorded cases beside the checkout"),
    arguments: [nil, "tile"])
  func pass(pipeline: String?) async throws {
    let folder = try #require(CaseFolders.recorded)
    let cases = try ConformanceCase.all(in: folder)
    try await expectAgreement(
      of: cases, by: CaseRunner(pipeline: pipeline.flatMap { Pipeline.named($0) }))
  }

  @Test(
    "pass as PTX, but for the same differences",
    .enabled(if: CaseFolders.recorded != nil, "no recorded cases beside the checkout"),
    arguments: ["sm_90a"])
  func passOnTheEmulator(target: String) async throws {
    let folder = try #require(CaseFolders.recorded)
    let emulator = try #require(EmulatedRunner(target: target))
    try await expectAgreement(
      of: try ConformanceCase.all(in: folder), by: CaseRunner(on: .emulator(emulator)))
  }

  private func expectAgreement(of cases: [ConformanceCase], by runner: CaseRunner) async throws {
    let suite = ConformanceSuite(cases: cases, runner: runner)
    let results = await suite.run(jobs: ProcessInfo.processInfo.activeProcessorCount)
    #expect(results.count == cases.count)
    let failed = results.filter { $0.outcome == .failed }
    let skipped = results.filter { $0.outcome == .skipped }
    for result in skipped where !KnownDifferences.skipped.contains(result.id) {
      Issue.record("\(result.id) \(result.test): \(result.reason)")
    }
    for result in failed where KnownDifferences.reasons[result.id] == nil {
      Issue.record("\(result.id) \(result.test): \(result.reason)")
    }
    let ids = Set(failed.map(\.id))
    for id in KnownDifferences.reasons.keys.sorted() where results.contains(where: { $0.id == id })
    {
      #expect(ids.contains(id), "\(id) passes and is no known difference any more")
    }
    let passed = results.count { $0.outcome == .passed }
    let share = Double(passed) / Double(max(1, results.count))
    #expect(share >= Self.requiredShare, "\(passed) of \(results.count) pass")
  }
}
