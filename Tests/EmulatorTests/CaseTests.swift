import Testing

@Suite struct CaseTests {
  /// Kernels with a planted fault, which is reported by name and line, and their corrected twins.
  @Test(arguments: CaseFiles.paths(in: "Cases"))
  func plantedFault(_ path: String) throws {
    let faults = try CaseFiles.read(path).faults()
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test func everyFaultHasACorrectedTwin() {
    let paths = Set(CaseFiles.paths(in: "Cases"))
    #expect(paths.count > 40)
    for path in paths where path.hasSuffix("-corrected.ptx") {
      #expect(paths.contains(path.dropLast("-corrected.ptx".count) + ".ptx"))
    }
  }
}
