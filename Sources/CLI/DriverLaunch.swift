import CUDADriver

/// The driver's own launch of a kernel that does nothing, with as many parameters as a small kernel has.
final class DriverLaunch {
  private let module: LoadedModule
  private let function: KernelFunction
  private let stream: Stream

  private static let ptx = """
    .version 7.8
    .target sm_80
    .address_size 64
    .visible .entry nothing(.param .b64 a, .param .b64 b, .param .b64 c, .param .b32 d)
    {
      ret;
    }

    """

  /// The launch on the GPU with the index `index`.
  init(on index: Int) throws {
    let context = try Context(try Driver().device(index))
    module = try LoadedModule(context, image: Array(Self.ptx.utf8))
    function = try module.function("nothing")
    stream = try Stream(context)
  }

  /// How long `count` launches in a row take.
  func duration(of count: Int) throws -> Duration {
    var value: UInt64 = 0
    let duration = try withUnsafeMutablePointer(to: &value) { value in
      try withUnsafeTemporaryAllocation(
        of: UnsafeMutableRawPointer?.self, capacity: 4
      ) { parameters in
        parameters.initialize(repeating: UnsafeMutableRawPointer(value))
        return try function.duration(
          ofLaunches: count, BlockLaunch(grid: .init(1), block: .init(128)), on: stream,
          parameters: parameters)
      }
    }
    try stream.synchronize()
    return duration
  }
}
