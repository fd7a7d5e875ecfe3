/// The declaration of one operation: the single place that says what it is.
///
/// A conforming struct has one field per operand and attribute. It is a view: `init(reading:of:)`
/// decodes it from a module, `draft` encodes it for insertion.
public protocol Operation: Sendable {
  static var opcode: Opcode { get }
  static var info: OpInfo { get }

  /// Decodes `op`.
  ///
  /// - Requires: the counts and attributes of `op` are those that `info` allows.
  init(reading op: OpID, of module: borrowing Module)

  /// The operation as something to insert; regions are filled after insertion.
  var draft: OpDraft { get }

  /// Reports each rule that this operation breaks.
  ///
  /// Runs after what `info` says has been checked.
  func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void)
}

extension Operation {
  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {}
}
