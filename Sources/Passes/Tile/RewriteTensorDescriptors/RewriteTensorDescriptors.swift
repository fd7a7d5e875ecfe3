import IR
import Support

/// Replaces accesses through descriptors by accesses through tiles of pointers.
///
///     %d = tt.make_tensor_descriptor %base, [%n], [%c1]
///     %x = tt.descriptor_load %d[%o]
///
///                                  |
///                                  v
///
///     %i = %o + (0, 1, …)
///     %q = tt.addptr %base, %i
///     %x = tt.load %q, 0 <= %i < %n, 0
///
/// A descriptor is taken apart into its base, whether it pads with NaN, its extents and its strides.
/// Loops, branches, blocks and functions pass on the parts, behind their other values. A kernel's
/// parameter, behind which its extents and strides follow anyway, becomes two: the base, and right
/// behind it an `i1` that says whether tiles are padded with NaN. What a descriptor promises, a base
/// and rows that start at multiples of 16 bytes, is told of the pointers. Combinations with memory
/// become atomic updates, or a loop of compare and swap where there is none.
public struct RewriteTensorDescriptors: Pass {
  public static let name = "rewrite-tensor-descriptor"

  public init() {}

  /// - Throws: if a descriptor is used in a way that is not known here.
  public func run(on module: inout Module) throws(Diagnostic) {
    for function in module.functions {
      var rewriter = TensorDescriptorRewriter()
      try rewriter.takeApartParameters(in: function, of: &module)
      for op in module.opsInDominanceOrder(of: function) where !module.isErased(op) {
        try rewriter.rewrite(op, in: &module)
      }
      rewriter.eraseWholeDescriptors(in: &module)
    }
  }
}
