import Testing

/// Kernels with a planted fault, which is reported by name and line, and their corrected twins.
@Test(arguments: CaseFiles.paths(in: "Cases"))
func plantedFault(_ path: String) throws {
  let faults = try CaseFiles.read(path).faults()
  #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
}
