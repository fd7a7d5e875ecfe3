import CUDADriver

/// One use of everything that the wrappers offer, with a kernel that is launched.
enum DriverUse {
  /// Opens the driver at `path`, uses all of it, and gives everything back.
  static func everything(path: String) throws(DriverError) {
    let driver = try Driver(path: path)
    _ = try driver.deviceCount
    let device = try driver.device(0)
    _ = try DeviceFacts(device)
    let context = try Context(device)
    _ = try context.memoryInfo()
    try code(context)
    try memory(context)
    let stream = try Stream(context)
    try work(on: stream)
    try context.synchronize()
  }

  private static func code(_ context: Context) throws(DriverError) {
    let (cubin, _) = try context.assemble(ptx: Images.increment)
    let module = try LoadedModule(context, image: cubin)
    let function = try module.function("increment")
    _ = try function.value(of: .registerCount)
    try function.set(.maximumDynamicSharedBytes, to: 100_000)
    _ = try function.blocksPerMultiprocessor(threadCount: 128, sharedByteCount: 1024)
    do {
      _ = try module.variable("table")
    } catch {
      // The fake's modules have no variables.
      guard error.code == 500 else { throw error }
    }
  }

  private static func memory(_ context: Context) throws(DriverError) {
    let memory = try context.allocate(byteCount: 64)
    try memory.write([1, 2, 3, 4])
    try memory.fill(with: 0)
    _ = try memory.read(byteCount: 8)
    try context.copy(from: memory.address, to: memory.address + 32, byteCount: 32)
    _ = try context.facts(of: memory.address)
    _ = try TensorMap(
      context, address: memory.address,
      shape: TensorMap.Shape(element: .float32, extents: [4, 4], strides: [16], box: [4, 4]))
    try memory.free()
  }

  private static func work(on stream: Stream) throws(DriverError) {
    let context = stream.context
    let module = try LoadedModule(context, image: Images.increment)
    let function = try module.function("increment")
    let pinned = try context.allocatePinned(byteCount: 64)
    let memory = try stream.allocate(byteCount: 64)
    let begin = try Event(context)
    let end = try Event(context)
    try begin.record(on: stream)
    pinned.bytes.initializeMemory(as: UInt8.self, repeating: 0)
    try stream.copy(UnsafeRawBufferPointer(pinned.bytes), to: memory.address)
    try stream.fill(memory.address, byteCount: 64, with: 0)
    try launch(function, on: stream, memory.address, 16)
    try launch(function, on: stream, memory.address, 16, inClusters: true)
    try stream.copy(from: memory.address, to: memory.address, byteCount: 64)
    try stream.copy(from: memory.address, to: pinned.bytes)
    try end.record(on: stream)
    try stream.wait(for: end)
    _ = try end.hasHappened
    try end.synchronize()
    _ = try end.milliseconds(since: begin)
    _ = try stream.isIdle
    try stream.synchronize()
  }

  /// Launches `function` with an address and a number.
  static func launch(
    _ function: KernelFunction, on stream: Stream, _ address: DeviceAddress, _ count: Int32,
    inClusters: Bool = false
  ) throws(DriverError) {
    var launch = BlockLaunch(grid: .init(2), block: .init(128))
    if inClusters { launch.cluster = .init(2) }
    var (address, count) = (address, count)
    let result = withUnsafeMutablePointer(to: &address) { address in
      withUnsafeMutablePointer(to: &count) { count in
        var values: [UnsafeMutableRawPointer?] = [
          UnsafeMutableRawPointer(address), UnsafeMutableRawPointer(count),
        ]
        return values.withUnsafeMutableBufferPointer { values in
          Result { () throws(DriverError) in
            try function.launch(launch, on: stream, parameters: values)
          }
        }
      }
    }
    try result.get()
  }
}
