import IR
import Support

/// A transformation of a module.
///
/// A pass takes a verified module and leaves a verified one. Options are stored properties with
/// defaults. What it makes dead it leaves to `EliminateDeadCode`.
public protocol Pass: Sendable {
  /// What the command line and the tests call it.
  static var name: String { get }

  /// The pass with its options at their defaults.
  init()

  /// Transforms `module`.
  ///
  /// - Throws: what in the module the pass cannot work on. The module may then be half changed.
  func run(on module: inout Module) throws(Diagnostic)
}
