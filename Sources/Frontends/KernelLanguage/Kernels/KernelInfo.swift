/// What a kernel's declaration says.
public struct KernelInfo: Hashable, Sendable {
  /// The function's name.
  public let name: String
  /// The file that it stands in.
  public let file: String
  /// The line of its attribute, counted from 1.
  public let line: Int
  /// Its declaration as it was written.
  public let source: String

  /// A declaration; the expansion of `@Kernel` makes it.
  public init(name: String, file: String, line: Int, source: String) {
    self.name = name
    self.file = file
    self.line = line
    self.source = source
  }
}
