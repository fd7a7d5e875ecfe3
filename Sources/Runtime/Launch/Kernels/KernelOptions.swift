/// How a kernel is compiled.
public struct KernelOptions: Hashable, Sendable {
  /// How many warps of 32 threads run one program, a power of two.
  ///
  /// Triton: `num_warps`
  public var warps: Int

  /// How many registers of 32 bits a thread takes at most, from 16 to 255; `nil` for as many as it
  /// needs. Fewer let more programs run on a multiprocessor at a time; what does not fit lies in
  /// memory.
  ///
  /// Triton: `maxnreg`
  public var maximumRegisters: Int?

  /// Four warps and as many registers as are needed, unless something else is asked for.
  public init(warps: Int = 4, maximumRegisters: Int? = nil) {
    (self.warps, self.maximumRegisters) = (warps, maximumRegisters)
  }

  /// The numbers that a thread's registers may be limited to.
  package static let registerLimits = 16...255
}
