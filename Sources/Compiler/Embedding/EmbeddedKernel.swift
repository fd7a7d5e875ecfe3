import IR

/// A compiled kernel that becomes part of another program, as source text with a typed launch.
package struct EmbeddedKernel: Hashable, Sendable {
  /// The kernel.
  package var kernel: CompiledKernel
  /// What is loaded: PTX, or a cubin that was made of it.
  package var image: [UInt8]
  /// The values that parameters were taken to have, by their places: a launch with another one is
  /// refused, as is one with an argument that is no multiple of what the compiler relied on.
  package var knownValues: [Int: UInt64]

  /// `kernel` as `image`, its PTX unless there is a cubin.
  package init(
    _ kernel: CompiledKernel, image: [UInt8]? = nil, knownValues: [Int: UInt64] = [:]
  ) {
    self.kernel = kernel
    self.image = image ?? kernel.ptx
    self.knownValues = knownValues
  }

  /// The parameters that a caller gives: those at the end without a name are null pointers.
  var visibleParameters: ArraySlice<EntryParameter> {
    var parameters = kernel.parameters[...]
    while let last = parameters.last, last.name.isEmpty, last.kind == .pointer {
      parameters.removeLast()
    }
    return parameters
  }
}
