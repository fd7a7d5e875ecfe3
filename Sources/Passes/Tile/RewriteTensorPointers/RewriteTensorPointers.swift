import IR
import Support

/// Replaces pointers to tiles by tiles of pointers.
///
///     %p = tt.make_tensor_ptr %base, [%n], [%s], [%o]
///     %x = tt.load %p {boundaryCheck = array<i32: 0>}
///
///                                  |
///                                  v
///
///     %i = %o + (0, 1, …)
///     %q = tt.addptr %base, %i * %s
///     %x = tt.load %q, 0 <= %i < %n
///
/// A pointer to a tile is taken apart into its base, shape, strides and offsets. Loops, branches
/// and blocks pass on the parts, behind their other values; parts that never change are left to
/// `canonicalize`. Offsets are extended to 64 bits before anything is added, as the positions of
/// elements do not wrap around.
public struct RewriteTensorPointers: FunctionPass {
  public static let name = "rewrite-tensor-pointer"

  public init() {}

  /// - Throws: if a pointer to a tile is passed to or from a function, or selected.
  public func run(on function: OpID, in module: inout Module) throws(Diagnostic) {
    try module.requirePlainSignature(of: function)
    var rewriter = TensorPointerRewriter()
    rewriter.takeApartParameters(in: function, of: &module)
    for op in module.opsInDominanceOrder(of: function) where !module.isErased(op) {
      try rewriter.rewrite(op, in: &module)
    }
    rewriter.eraseWholePointers(in: &module)
  }
}

extension Module {
  fileprivate func requirePlainSignature(of function: OpID) throws(Diagnostic) {
    guard let view = view(function, as: Function.self) else { return }
    for type in view.type.parameters + view.type.results where type.isBlockPointer {
      throw diagnostic(
        "@\(view.name) passes \(type), expected a function that is inlined or takes no such pointer",
        at: function)
    }
  }
}
