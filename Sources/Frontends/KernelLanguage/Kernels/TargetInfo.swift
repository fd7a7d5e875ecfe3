/// What a kernel is compiled for, as far as the kernel can ask: it is known while the kernel is
/// traced, so that a branch on it leaves only one side.
///
/// On the interpreter there is no device: `isCUDA` is false, there is no compute capability, and
/// `hasComputeCapability(atLeast:_:)` is false, so that a kernel takes the way that needs nothing.
///
/// Triton: `tl.target_info`
public struct TargetInfo: Hashable, Sendable, CustomStringConvertible {
  /// The generation of an NVIDIA device, such as 9.0 for Hopper.
  public struct ComputeCapability: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The generation.
    public let major: Int
    /// The version within the generation.
    public let minor: Int

    /// The capability `major.minor`.
    public init(_ major: Int, _ minor: Int = 0) { (self.major, self.minor) = (major, minor) }

    public static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.major, lhs.minor) < (rhs.major, rhs.minor)
    }

    public var description: String { "\(major).\(minor)" }
  }

  /// The device's generation; nil if there is no NVIDIA device.
  ///
  /// Triton: `tl.target_info.current_target().arch`
  public let computeCapability: ComputeCapability?

  private init(computeCapability: ComputeCapability?) {
    self.computeCapability = computeCapability
  }

  /// The interpreter.
  public static let interpreter = TargetInfo(computeCapability: nil)

  /// An NVIDIA device of a generation.
  public static func cuda(_ major: Int, _ minor: Int = 0) -> TargetInfo {
    TargetInfo(computeCapability: ComputeCapability(major, minor))
  }

  /// Whether the kernel runs on an NVIDIA device.
  ///
  /// Triton: `tl.target_info.is_cuda`
  public var isCUDA: Bool { computeCapability != nil }

  /// Whether the kernel runs on an NVIDIA device of at least this generation.
  ///
  /// Triton: `tl.target_info.cuda_capability_geq`
  public func hasComputeCapability(atLeast major: Int, _ minor: Int = 0) -> Bool {
    computeCapability.map { $0 >= ComputeCapability(major, minor) } ?? false
  }

  public var description: String { computeCapability.map { "cuda:\($0)" } ?? "interpreter" }
}
