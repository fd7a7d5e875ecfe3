import Compiler
import IR
import Passes
import Support

extension TestOutcome {
  /// The kernel of `module` once it is known how threads hold its tiles: the layouts, then the function
  /// with the layout of each tile behind it.
  static func laidOutLines(
    of module: inout Module, warpCount: Int
  ) throws(Diagnostic) -> [String] {
    RematerializeTiles(warpCount: warpCount).run(on: &module)
    let layouts = AssignLayouts(warpCount: warpCount).run(on: &module)
    // What was made again leaves behind what it was made from.
    try EliminateDeadCode().run(on: &module)
    guard let kernel = module.kernel else { return [] }
    let text = LaidOutKernel(kernel, of: module, by: layouts).text
    let lines = text.split(separator: "\n").map(String.init)
    return lines.filter { $0 != "module {" && $0 != "}" }.map {
      $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0
    }
  }
}
