import IR
import PTX

extension KernelLowering {
  /// The line that `op` comes from, as `.loc` names it: what the program says about itself or, if it
  /// says nothing, the place in the text.
  mutating func location(of op: OpID) -> SourceLocation? {
    let position = module.location(of: op).position ?? module.diagnostic("", at: op).position
    guard position.line > 0 else { return nil }
    let file = files.firstIndex(of: position.file) ?? files.count
    if file == files.count { files.append(position.file) }
    return SourceLocation(file: file, line: position.line, column: max(0, position.column))
  }
}
