import IR
import Layouts
import PTX
import Passes

extension KernelLowering {
  /// How many elements that are neighbours in memory one access of `op` may take.
  func vectorLength(
    of op: OpID, pointer: ValueID, layout: LinearLayout, element: ElementType
  ) -> Int {
    1
  }
}
