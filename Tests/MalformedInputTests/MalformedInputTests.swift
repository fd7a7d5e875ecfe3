import Testing

/// Gives every malformed input to the parser and the verifier. Serialized, because the memory of
/// one case is measured as growth of the process.
@Suite(.serialized, .enabled(if: diagnoseMalformedInput != nil, "no reader is connected"))
struct MalformedInputTests {
  @Test(arguments: try MalformedCorpus.all())
  func isReportedWhereItIs(_ malformed: MalformedCase) throws {
    let diagnose = try #require(diagnoseMalformedInput)
    let bytes = try malformed.content.expanded()
    let (seconds, memory) = (ResourceMeter.threadSeconds, ResourceMeter.peakMemory)
    let diagnostics = diagnose(bytes, malformed.fileName)
    let report = MalformedReport(
      diagnostics: diagnostics, seconds: ResourceMeter.threadSeconds - seconds,
      memoryGrowth: ResourceMeter.peakMemory - memory)
    for failure in report.failures(for: malformed, bytes: bytes) {
      Issue.record("\(malformed.testDescription) \(failure)")
    }
  }
}
