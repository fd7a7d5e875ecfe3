/// How a kernel is compiled.
public struct KernelOptions: Hashable, Sendable {
  /// How many warps of 32 threads run one program, a power of two.
  ///
  /// Triton: `num_warps`
  public var warps: Int

  /// Four warps, unless something else is asked for.
  public init(warps: Int = 4) { self.warps = warps }
}
