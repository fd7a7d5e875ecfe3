import IR
import PTX

/// A compiled kernel and how it came about.
package struct Compilation: Sendable {
  /// The kernel.
  package var kernel: CompiledKernel
  /// The PTX as values.
  package var module: PTXModule
  /// The tile IR behind the last pass, with conversions of layouts; `nil` unless asked for.
  package var laidOut: LaidOutKernel?
  /// How long each step took.
  package var report: PassReport
}
