import Synchronization

/// A graph of one kernel with a grid, made once and launched again and again.
///
/// The driver needs half of the time for it that it needs for the kernel itself, since what depends on
/// the kernel and the grid is done already: 1.4 us and not 2.9 us on the host of an H200. Launches of
/// one graph wait for each other, so that one stream at a time should have it.
///
/// A class, since the driver's objects are destroyed with it. It must be gone before the kernel's code is.
final class KernelGraph: Sendable {
  private let function: KernelFunction
  private let launch: BlockLaunch
  private let symbols: GraphSymbols
  private let graph, node, executable: DriverHandle
  /// What the driver has of each parameter; nothing where that is not known. The driver lets one thread
  /// at a time use a graph.
  private let values = Mutex<[UInt64]>([])

  /// A graph of `function`.
  ///
  /// - Throws: what the driver has against it. Then nothing is launched, and the function itself can be.
  init(
    _ function: KernelFunction, _ launch: BlockLaunch, symbols: GraphSymbols, parameters: Parameters
  ) throws(DriverError) {
    let driver = function.context.driver
    var (graph, node, executable): (DriverHandle, DriverHandle, DriverHandle) = (0, 0, 0)
    try driver.check(symbols.cuGraphCreate(&graph, 0), "cuGraphCreate")
    do throws(DriverError) {
      let code = Self.withRecord(of: function, launch, parameters) {
        symbols.cuGraphAddKernelNode(&node, graph, nil, 0, $0)
      }
      try driver.check(code, "cuGraphAddKernelNode")
      try driver.check(symbols.cuGraphInstantiate(&executable, graph, 0), "cuGraphInstantiate")
    } catch {
      _ = symbols.cuGraphDestroy(graph)
      throw error
    }
    (self.function, self.launch, self.symbols) = (function, launch, symbols)
    (self.graph, self.node, self.executable) = (graph, node, executable)
  }

  deinit {
    let (symbols, graph, executable) = (symbols, graph, executable)
    function.context.discard {
      _ = symbols.cuGraphExecDestroy(executable)
      return symbols.cuGraphDestroy(graph)
    }
  }

  /// The address of the value of each parameter, in 8 bytes.
  typealias Parameters = UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>

  /// Launches the kernel with `parameters`, of which the driver copies the values. It is not told again
  /// what it has already.
  ///
  /// - Requires: The kernel's context is current.
  @inline(__always)
  func launch(on stream: Stream, parameters: Parameters) throws(DriverError) {
    let driver = function.context.driver
    try values.withLock { values throws(DriverError) in
      if !Self.has(values, parameters) {
        values.removeAll(keepingCapacity: true)
        let code = Self.withRecord(of: function, launch, parameters) {
          symbols.cuGraphExecKernelNodeSetParams(executable, node, $0)
        }
        try driver.check(code, "cuGraphExecKernelNodeSetParams", function.describe(launch))
        for case let address? in parameters { values.append(address.load(as: UInt64.self)) }
      }
      try driver.check(
        symbols.cuGraphLaunch(executable, stream.handle), "cuGraphLaunch",
        function.describe(launch))
    }
  }

  /// Whether `values` are those of `parameters`.
  @inline(__always)
  private static func has(_ values: [UInt64], _ parameters: Parameters) -> Bool {
    guard values.count == parameters.count else { return false }
    for index in values.indices {
      guard parameters[index]?.load(as: UInt64.self) == values[index] else { return false }
    }
    return true
  }

  /// Calls `body` with the driver's record of a kernel, `CUDA_KERNEL_NODE_PARAMS`: the function, seven
  /// numbers of 4 bytes, and at 40 the addresses of the parameters.
  private static func withRecord(
    of function: KernelFunction, _ launch: BlockLaunch, _ parameters: Parameters,
    _ body: (UnsafeRawPointer) -> Int32
  ) -> Int32 {
    withUnsafeTemporaryAllocation(byteCount: 72, alignment: 8) { bytes in
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      bytes.storeBytes(of: function.handle, as: UInt.self)
      let (grid, block) = (launch.grid, launch.block)
      let numbers = [grid.x, grid.y, grid.z, block.x, block.y, block.z, launch.sharedByteCount]
      for (index, number) in numbers.enumerated() {
        bytes.storeBytes(of: number, toByteOffset: 8 + 4 * index, as: UInt32.self)
      }
      bytes.storeBytes(
        of: UInt(bitPattern: parameters.baseAddress), toByteOffset: 40, as: UInt.self)
      guard let start = bytes.baseAddress else { return DriverCode.invalidValue }
      return body(start)
    }
  }
}
