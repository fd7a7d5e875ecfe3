import IR
import Layouts
import PTX
import Passes

extension KernelLowering {
  /// How many elements that are neighbours in memory one access of `op` may take: as many as stand
  /// in neighbouring registers, in the order of memory, aligned and under one mask.
  ///
  /// - Parameter isAligned: they are taken to be aligned.
  mutating func vectorLength(
    of op: OpID, pointer: ValueID, layout: LinearLayout, element: ElementType,
    isAligned: Bool = false
  ) -> Int {
    let mask = module.view(op, as: Load.self)?.mask ?? module.view(op, as: Store.self)?.mask
    var longest = 1
    for axis in 0..<layout.rank {
      let registers = layout.consecutiveElements(along: .axis(axis))
      guard registers > longest else { continue }
      let known = axes().vectorLength(
        of: pointer, along: axis, mask: mask, isAligned: isAligned)
      longest = max(longest, min(registers, known))
    }
    return longest
  }

  /// What accesses may count on of the values of the function that is being written: that what they
  /// compute of indices fits.
  mutating func axes() -> AxisAnalysis { axes(.isExcluded) }

  /// What is known of the values of the function that is being written. What decides on a value that
  /// is computed needs to hold for sums that wrap as well.
  mutating func axes(_ overflow: SignedOverflow) -> AxisAnalysis {
    let function = callStack[callStack.count - 1]
    let known = analyses.first { $0.function == function && $0.overflow == overflow }
    if let known { return known.analysis }
    let analysis = AxisAnalysis(of: function, in: module, overflow: overflow)
    analyses.append((function, overflow, analysis))
    return analysis
  }
}
