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
      if let graph = graph(of: launch, on: stream, parameters: parameters) {
        try graph.launch(on: stream, parameters: parameters)
      } else {
        try function.launchHere(launch, on: stream, parameters: parameters)
      }
    }
  }

  /// The graph for a launch that repeats, made if it is time for one.
  @inline(__always)
  private func graph(
    of launch: BlockLaunch, on stream: Stream, parameters: KernelGraph.Parameters
  ) -> KernelGraph? {
    guard stream.takesGraphs, let symbols, !launch.needsAttributes else { return nil }
    return uses.withLock { uses in
      if let index = uses.firstIndex(where: { $0.stream == stream.handle && $0.launch == launch }) {
        if index > 0 { uses.insert(uses.remove(at: index), at: 0) }
      } else {
        if uses.count == Self.maximumUses { uses.removeLast() }
        uses.insert(Use(stream: stream.handle, launch: launch), at: 0)
      }
      uses[0].count &+= 1
      if uses[0].count == Self.countBeforeGraph {
        // What the driver does not make a graph of is launched without one.
        uses[0].graph = try? KernelGraph(
          function, launch, symbols: symbols, parameters: parameters)
      }
      return uses[0].graph
    }
  }

  /// Gives up the graphs, which must not outlive the kernel.
  package func removeAll() {
    uses.withLock { $0.removeAll() }
  }
}
