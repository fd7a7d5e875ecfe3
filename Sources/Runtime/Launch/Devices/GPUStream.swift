import CUDADriver

/// Work for a GPU that is done in order, beside that of other streams; launches on it return before
/// the kernel has run.
///
/// A class, since launches and events refer to it.
public final class GPUStream: Sendable {
  /// The GPU that does the work.
  public let gpu: GPU
  let stream: EngineStream

  /// A new stream.
  ///
  /// - Parameter takesGraphs: Launches of a kernel with one grid that repeat become launches of a CUDA
  ///   graph, which takes the host half of the time. What is measured between two events around one is
  ///   0.4 us longer on an H200. The GPU's own stream takes graphs, that of another library does not.
  public init(_ gpu: GPU, takesGraphs: Bool = true) throws(DeviceError) {
    self.gpu = gpu
    stream = try gpu.engine.makeStream(takesGraphs: takesGraphs)
  }

  /// The stream that another library made, such as PyTorch's current one; 0 is the device's own.
  ///
  /// - Requires: the stream belongs to the GPU's primary context and lives longer than this object.
  public init(_ gpu: GPU, borrowing handle: UInt) throws(DeviceError) {
    self.gpu = gpu
    switch gpu.engine {
    case .cuda(let engine): stream = .cuda(CUDADriver.Stream(engine.context, borrowing: handle))
    case .emulator: throw DeviceError("no other library makes streams of the emulator")
    }
  }

  /// Waits for the end of all work that the stream was given so far.
  ///
  /// - Throws: what went wrong in it.
  public func synchronize() throws(DeviceError) { try stream.synchronize() }
}

extension GPUStream: Hashable {
  /// Whether `lhs` and `rhs` are one object.
  public static func == (lhs: GPUStream, rhs: GPUStream) -> Bool { lhs === rhs }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
