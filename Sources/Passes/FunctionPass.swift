import IR
import Support

/// A pass that looks at one function at a time.
public protocol FunctionPass: Pass {
  /// Transforms the body of `function`.
  ///
  /// - Throws: what in the function the pass cannot work on.
  func run(on function: OpID, in module: inout Module) throws(Diagnostic)
}

extension FunctionPass {
  public func run(on module: inout Module) throws(Diagnostic) {
    for function in module.functions where !module.isEmpty(module.region(0, of: function)) {
      try run(on: function, in: &module)
    }
  }
}
