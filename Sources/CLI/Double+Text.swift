import Foundation

extension Double {
  /// The number with `digits` digits behind the point.
  func fixed(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }

  /// The number in three digits and a power of ten.
  var scientific: String { String(format: "%.2e", self) }
}
