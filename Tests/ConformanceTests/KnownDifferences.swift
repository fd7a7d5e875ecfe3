/// Recorded launches that the interpreter rightly does not repeat, each with the reason.
enum KnownDifferences {
  /// The reason by the id of the case.
  static let reasons: [String: String] = Dictionary(
    uniqueKeysWithValues: groups.flatMap { group in group.ids.map { ($0, group.reason) } })

  /// The cases that cannot be repeated, because they store on which multiprocessor they ran.
  static let skipped: Set<String> = ["d1a1d4d4b070"]

  private static let groups: [(reason: String, ids: [String])] = [
    (
      "the copy engine also writes zeros behind a row, up to a multiple of 16 bytes",
      ["77eb6a1116c2", "de1abcfa444d", "efd9c855c53a"]
    )
  ]
}
