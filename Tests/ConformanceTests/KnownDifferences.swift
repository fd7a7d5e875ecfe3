/// Recorded launches that the interpreter rightly does not repeat, each with the reason.
enum KnownDifferences {
  /// The reason by the id of the case.
  static let reasons: [String: String] = Dictionary(
    uniqueKeysWithValues: groups.flatMap { group in group.ids.map { ($0, group.reason) } })

  private static let groups: [(reason: String, ids: [String])] = [
    (
      "the kernel stores behind the one element of its buffer, which is an error here",
      ["255c99299a47", "291732cce655", "697410d5cb4d", "a9cb418fc3ab", "da90b3541e19"]
    ),
    (
      "tt.cat leaves the order of elements open; the recorded one follows the GPU's layout",
      [
        "387467033b12", "4a6f97a4ce96", "74839ba7a4c1", "a285cf265ba4", "d3f019c05267",
        "e932e8f5b14c",
      ]
    ),
    (
      "the copy engine also writes zeros behind a row, up to a multiple of 16 bytes",
      ["77eb6a1116c2", "de1abcfa444d", "efd9c855c53a"]
    ),
    ("the kernel asks on which multiprocessor it runs", ["d1a1d4d4b070"]),
  ]
}
