/// What a function promises about its launch or asks of the assembler (PTX ISA 11.3, 11.7).
package struct PerformanceDirectives: Hashable, Sendable {
  /// A number for each of three axes.
  package struct Size: Hashable, Sendable {
    /// The number for each axis, first the one that varies fastest.
    package var x, y, z: Int

    /// `x` by `y` by `z`.
    package init(_ x: Int, _ y: Int = 1, _ z: Int = 1) { (self.x, self.y, self.z) = (x, y, z) }
  }

  /// `.reqntid`: every launch has exactly that many threads in a block.
  package var requiredThreads: Size?
  /// `.maxntid`: no launch has more threads in a block.
  package var maximumThreads: Size?
  /// `.minnctapersm`: that many blocks fit on a multiprocessor.
  package var minimumBlocks: Int?
  /// `.maxnreg`: a thread has no more registers.
  package var maximumRegisters: Int?
  /// `.explicitcluster`: a launch must name the size of its clusters.
  package var isExplicitCluster = false
  /// `.reqnctapercluster`: every launch has exactly that many blocks in a cluster.
  package var requiredCluster: Size?
  /// `.maxclusterrank`: no launch has more blocks in a cluster.
  package var maximumClusterRank: Int?
  /// `.noreturn`: a call of the function does not come back.
  package var isNoReturn = false
  /// `.pragma` lines between the head and the body.
  package var pragmas: [String] = []

  /// No promises.
  package init() {}
}
