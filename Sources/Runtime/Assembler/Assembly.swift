/// Machine code, and what its assembler said about it.
package struct Assembly: Hashable, Sendable {
  /// The code as the driver loads it: an ELF file.
  package var cubin: [UInt8]
  /// What each kernel and each function that was not inlined needs, in the assembler's order.
  package var resources: [FunctionResources]
  /// Warnings and notes; lines that only report resources or time are left out.
  package var messages: [AssemblerMessage]

  /// The code `cubin` with what was reported about it.
  package init(cubin: [UInt8], resources: [FunctionResources], messages: [AssemblerMessage]) {
    (self.cubin, self.resources, self.messages) = (cubin, resources, messages)
  }

  /// What the function called `name` needs, if the assembler reported it.
  package func resources(of name: String) -> FunctionResources? {
    resources.first { $0.name == name }
  }
}
