/// What the machine code depends on beside the PTX and the options: which assembler made it.
///
/// It says nothing about where the assembler lies, so that two machines with the same one share it.
package struct AssemblerIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The kind, the version as the assembler states it, and a fingerprint of its file.
  package let description: String

  /// The identity that `description` spells out.
  package init(_ description: String) { self.description = description }

  /// The PTX goes to the driver as it is, and the driver keeps a cache of its own. Machine code that
  /// the driver made depends on its version.
  package static let driver = AssemblerIdentity("driver")
}
