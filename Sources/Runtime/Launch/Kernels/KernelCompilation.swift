/// One kernel that was compiled for a GPU, and why.
public struct KernelCompilation: Hashable, Sendable, CustomStringConvertible {
  /// The kernel's name.
  public let kernel: String
  /// What about the launch no kernel that was there served: `argument 'count' is 1, before a
  /// multiple of 16`.
  public let reason: String
  /// How long it took from tracing to loading.
  public let duration: Duration
  /// What the hardware gives to it, as far as that is known.
  public let resources: KernelResources?

  public var description: String { "\(kernel): \(reason) (\(duration))" }
}
