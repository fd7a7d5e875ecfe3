/// What the machine code of one kernel or function needs, as its assembler reports it.
package struct FunctionResources: Hashable, Sendable {
  /// The name in the PTX.
  package var name: String
  /// Registers a thread; 0 for a function that is no kernel.
  package var registerCount = 0
  /// Hardware barriers a block.
  package var barrierCount = 0
  /// Bytes of local memory a thread for the stack, spilled registers among them.
  package var stackByteCount = 0
  /// Bytes that spilled registers are written with.
  package var spillStoreByteCount = 0
  /// Bytes that spilled registers are read back with.
  package var spillLoadByteCount = 0
  /// Bytes of shared memory a block that the PTX declares with a size.
  package var sharedByteCount = 0

  /// Nothing yet of the function called `name`.
  package init(name: String) { self.name = name }

  /// Registers did not suffice.
  package var spills: Bool { spillStoreByteCount > 0 || spillLoadByteCount > 0 }
}
