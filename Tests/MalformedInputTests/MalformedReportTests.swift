import Testing

/// The judgement of a report can fail, in each of its ways.
@Suite struct MalformedReportTests {
  private let malformed = MalformedCase(
    theme: "t", name: "n", expectation: .error(lines: 2...2, column: 3, words: ["%x"]),
    content: .text("a\n  %x"))

  private func failures(
    _ diagnostics: [String], seconds: Double = 0, memoryGrowth: Int = 0
  ) throws -> [String] {
    MalformedReport(diagnostics: diagnostics, seconds: seconds, memoryGrowth: memoryGrowth)
      .failures(for: malformed, bytes: try malformed.content.expanded())
  }

  @Test func aRightReportHasNoFailure() throws {
    #expect(try failures(["t-n.ttir:2:3: error: no value %x\n  %x\n  ^"]).isEmpty)
  }

  @Test(
    arguments: [
      "t-n.ttir:1:3: error: no value %x\n  %x\n  ^", "t-n.ttir:2:4: error: no value %x\n  %x\n  ^",
      "t-n.ttir:2:3: error: no value %y\n  %x\n  ^", "t-n.ttir:2:3: error: no value %x\n  %x",
      "t-n.ttir:2:3: warning: no value %x\n  %x\n  ^", "other.ttir:2:3: error: no %x\n  %x\n  ^",
      "t-n.ttir:2: error: no value %x\n  %x\n  ^",
    ])
  func aWrongReportHasOneFailure(_ diagnostic: String) throws {
    #expect(try failures([diagnostic]).count == 1)
  }

  @Test func acceptingAMalformedInputIsAFailure() throws {
    #expect(try failures([]).count == 1)
  }

  @Test func slownessAndGreedAreFailures() throws {
    let right = "t-n.ttir:2:3: error: no value %x\n  %x\n  ^"
    #expect(try failures([right], seconds: MalformedReport.secondsAllowed * 1.5).count == 1)
    #expect(try failures([right], memoryGrowth: 1 << 31).count == 1)
  }

  @Test func reportingAWellFormedInputIsAFailure() throws {
    let accepted = MalformedCase(theme: "t", name: "n", expectation: .accepted, content: .text(""))
    let report = MalformedReport(
      diagnostics: ["t-n.ttir:1:1: error: x"], seconds: 0, memoryGrowth: 0)
    #expect(report.failures(for: accepted, bytes: []).count == 1)
  }
}
