import Support

/// Why a kernel cannot be built or run: every mistake that was found, each at its place in the
/// user's source.
public struct KernelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mistakes, in the order in which the kernel runs.
  public let diagnostics: [Diagnostic]

  /// An error of `diagnostics`.
  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Each mistake as `file:line:column: error: message` with the line it stands in.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
