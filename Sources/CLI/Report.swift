import Foundation

/// What a command found out, as text for people or JSON for programs.
protocol Report: Encodable {
  /// The report in words; ends without a line break.
  var text: String { get }
}

extension Report {
  /// Prints the report.
  func print(asJSON: Bool) throws {
    guard asJSON else { return Swift.print(text) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    Swift.print(String(decoding: try encoder.encode(self), as: UTF8.self))
  }
}
