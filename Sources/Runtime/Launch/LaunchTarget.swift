/// Where a kernel runs.
public enum LaunchTarget: Hashable, Sendable {
  /// On the host, one program after another, operation by operation. Slow, and it finds mistakes
  /// that a device does not: see `LaunchChecks`.
  case interpreter
  /// Compiled for a GPU, but run on the host by an emulator that finds what a GPU lets pass:
  /// accesses outside of a buffer, races, reads of what nobody wrote. Buffers are those of the
  /// host.
  case emulator
  /// On the NVIDIA GPU with this number, counted from 0, which the first such launch opens. Buffers
  /// on the host are copied there and back, and the launch waits for that.
  case cuda(device: Int)
  /// On a GPU that the program has opened. Without buffers on the host the launch returns before
  /// the kernel has run.
  case gpu(GPU)
  /// On a stream, behind what it does already. All buffers are on its GPU, and the launch returns
  /// before the kernel has run.
  case stream(GPUStream)

  /// On the first NVIDIA GPU.
  public static let cuda = LaunchTarget.cuda(device: 0)
}
