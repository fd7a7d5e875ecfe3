/// A graph of one kernel with a grid, made once and launched again and again.
///
/// The driver needs half of the time for it that it needs for the kernel itself, since what depends on
/// the kernel and the grid is done already: 1.4 us and not 2.9 us on the host of an H200. Launches of
/// one graph wait for each other, so that one stream at a time should have it.
///
/// A class, since the driver's objects are destroyed with it. Who holds one sees to it that one thread
/// at a time launches it.
final class KernelGraph: @unchecked Sendable {
  private let context: Context
  private let symbols: GraphSymbols
  private var graph: DriverHandle = 0
  private var node: DriverHandle = 0
  private var executable: DriverHandle = 0
  /// The driver's record of the kernel, `CUDA_KERNEL_NODE_PARAMS`: the function, seven numbers of 4
  /// bytes, and at 40 the addresses of the parameters.
  private let record = UnsafeMutableRawPointer.allocate(byteCount: 72, alignment: 8)
  /// What the driver has of each parameter; nothing where that is not known.
  private var values: [UInt64] = []

  /// A graph of `function`.
  ///
  /// - Throws: what the driver has against it. Then nothing is launched, and the function itself can be.
  init(
    _ function: KernelFunction, _ launch: BlockLaunch, symbols: GraphSymbols,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DriverError) {
    (context, self.symbols) = (function.context, symbols)
    record.initializeMemory(as: UInt8.self, repeating: 0, count: 72)
    record.storeBytes(of: function.handle, as: UInt.self)
    let (grid, block) = (launch.grid, launch.block)
    let numbers = [grid.x, grid.y, grid.z, block.x, block.y, block.z, launch.sharedByteCount]
    for (index, number) in numbers.enumerated() {
      record.storeBytes(of: number, toByteOffset: 8 + 4 * index, as: UInt32.self)
    }
    setParameters(parameters)
    let driver = context.driver
    try driver.check(symbols.cuGraphCreate(&graph, 0), "cuGraphCreate")
    try driver.check(
      symbols.cuGraphAddKernelNode(&node, graph, nil, 0, record), "cuGraphAddKernelNode")
    try driver.check(symbols.cuGraphInstantiate(&executable, graph, 0), "cuGraphInstantiate")
  }

  deinit {
    let (symbols, graph, executable) = (symbols, graph, executable)
    context.discard {
      if executable != 0 { _ = symbols.cuGraphExecDestroy(executable) }
      return graph == 0 ? 0 : symbols.cuGraphDestroy(graph)
    }
    record.deallocate()
  }

  /// Launches the kernel with `parameters`, of which the driver copies the values: 8 bytes each. It is
  /// not told again what it has already.
  ///
  /// - Requires: The kernel's context is current.
  @inline(__always)
  func launch(
    on stream: Stream, parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>,
    _ action: @autoclosure () -> String
  ) throws(DriverError) {
    let driver = context.driver
    if !hasValues(of: parameters) {
      values.removeAll(keepingCapacity: true)
      setParameters(parameters)
      try driver.check(
        symbols.cuGraphExecKernelNodeSetParams(executable, node, record),
        "cuGraphExecKernelNodeSetParams", action())
      for case let address? in parameters { values.append(address.load(as: UInt64.self)) }
    }
    try driver.check(symbols.cuGraphLaunch(executable, stream.handle), "cuGraphLaunch", action())
  }

  @inline(__always)
  private func hasValues(
    of parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) -> Bool {
    guard values.count == parameters.count else { return false }
    for index in values.indices {
      guard parameters[index]?.load(as: UInt64.self) == values[index] else { return false }
    }
    return true
  }

  private func setParameters(
    _ parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) {
    record.storeBytes(
      of: UInt(bitPattern: parameters.baseAddress), toByteOffset: 40, as: UInt.self)
  }
}
