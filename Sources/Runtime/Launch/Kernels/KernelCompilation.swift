/// One kernel that a GPU got, and why.
public struct KernelCompilation: Hashable, Sendable, CustomStringConvertible {
  /// Where a kernel came from.
  public enum Origin: String, Hashable, Sendable {
    /// It was compiled and, for a GPU, assembled.
    case compiler
    /// It had been made for another GPU of this process, or for this one before it was unloaded.
    case memory
    /// Another process had made it and kept it on disk.
    case disk
  }

  /// The kernel's name.
  public let kernel: String
  /// What about the launch no kernel that was there served: `argument 'count' is 1, before a
  /// multiple of 16`.
  public let reason: String
  /// Where it came from.
  public let origin: Origin
  /// What made the machine code, such as `driver 12.8` or `ptxas 12.9.86`; `nil` on the emulator,
  /// which takes PTX.
  public let assembler: String?
  /// How long it took from tracing to loading.
  public let duration: Duration
  /// What the hardware gives to it, as far as that is known.
  public let resources: KernelResources?

  public var description: String {
    let maker = assembler.map { ", assembled by \($0)" } ?? ""
    return "\(kernel): \(reason) (from the \(origin.rawValue)\(maker), \(duration))"
  }
}
