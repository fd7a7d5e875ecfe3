import Foundation

/// A line on standard error that says how far a long command has come; nothing where that is no
/// terminal.
struct ProgressBar {
  private let total: Int
  private let isShown: Bool
  private var done = 0

  /// A bar for `total` steps.
  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && isatty(2) == 1
  }

  /// Shows that the next step begins.
  mutating func advance(_ step: String) {
    let filled = total == 0 ? 0 : 30 * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    show("\r[\(bar)] \(done)/\(total) \(step)\u{1B}[K")
    done += 1
  }

  /// Removes the line.
  func finish() { show("\r\u{1B}[K") }

  private func show(_ text: String) {
    guard isShown else { return }
    FileHandle.standardError.write(Data(text.utf8))
  }
}
