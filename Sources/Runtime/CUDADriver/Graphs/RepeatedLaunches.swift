import Synchronization

/// The launches of one kernel, of which those that repeat become launches of graphs.
///
/// A graph takes the driver some 50 us to make, so it is made for a grid on a stream that was launched
/// some times before, and only on streams that take graphs.
package final class RepeatedLaunches: Sendable {
  /// A grid on a stream.
  private struct Use {
    let stream: DriverHandle
    let launch: BlockLaunch
    var count = 0
    var graph: KernelGraph?
  }

  /// How often a grid is launched on a stream before there is a graph for it.
  package static let countBeforeGraph = 16
  /// For how many grids and streams there are graphs.
  private static let maximumUses = 8

  private let function: KernelFunction
  private let symbols: GraphSymbols?
  /// The last used first.
  private let uses = Mutex<[Use]>([])

  /// Launches of `function`.
  package init(of function: KernelFunction) {
    self.function = function
    symbols = function.context.driver.graphs
  }

  /// Launches the kernel behind what `stream` does already, and does not wait for it.
  ///
  /// - Parameter parameters: the address of the value of each parameter, in 8 bytes; the driver has
  ///   copied the values when the call returns.
  @inline(__always)
  package func launch(
    _ launch: BlockLaunch, on stream: Stream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DriverError) {
    try stream.context.require(function.context, "launch kernel '\(function.name)' on a stream")
    try function.context.performRepeatedly { () throws(DriverError) in
      if stream.takesGraphs, let symbols, !launch.needsAttributes {
        let isLaunched = try uses.withLock { uses throws(DriverError) in
          try self.launchGraph(launch, on: stream, parameters: parameters, symbols, &uses)
        }
        if isLaunched { return }
      }
      try function.launchHere(launch, on: stream, parameters: parameters)
    }
  }

  /// Launches a graph if there is one or it is time for one.
  @inline(__always)
  private func launchGraph(
    _ launch: BlockLaunch, on stream: Stream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>, _ symbols: GraphSymbols,
    _ uses: inout [Use]
  ) throws(DriverError) -> Bool {
    func isThis(_ use: Use) -> Bool { use.stream == stream.handle && use.launch == launch }
    if let first = uses.first, isThis(first) {
      uses[0].count &+= 1
    } else if let index = uses.firstIndex(where: isThis) {
      var use = uses.remove(at: index)
      use.count &+= 1
      uses.insert(use, at: 0)
    } else {
      if uses.count == Self.maximumUses { uses.removeLast() }
      uses.insert(Use(stream: stream.handle, launch: launch, count: 1), at: 0)
    }
    if uses[0].count == Self.countBeforeGraph {
      // What the driver does not make a graph of is launched without one.
      uses[0].graph = try? KernelGraph(
        function, launch, symbols: symbols, parameters: parameters)
    }
    guard let graph = uses[0].graph else { return false }
    try graph.launch(on: stream, parameters: parameters, function.describe(launch))
    return true
  }

  /// Gives up the graphs, which must not outlive the kernel.
  package func removeAll() {
    uses.withLock { $0.removeAll() }
  }
}
