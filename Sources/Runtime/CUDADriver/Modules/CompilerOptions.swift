/// What the driver's compiler is told when it makes machine code of PTX.
package struct CompilerOptions: Hashable, Sendable {
  /// How hard it tries, 0 to 4; the driver's own choice without a value.
  package var optimizationLevel: Int?
  /// How many registers a thread may have at most.
  package var maximumRegisters: Int?
  /// Whether the code says which lines it comes from.
  package var hasLineInformation = false

  /// The driver's own choices.
  package init() {}

  /// The options by the driver's numbers.
  var pairs: [(name: UInt32, value: UInt)] {
    var pairs: [(name: UInt32, value: UInt)] = []
    // `CU_JIT_MAX_REGISTERS`, `CU_JIT_OPTIMIZATION_LEVEL`, `CU_JIT_GENERATE_LINE_INFO`
    if let maximumRegisters { pairs.append((0, UInt(maximumRegisters))) }
    if let optimizationLevel { pairs.append((7, UInt(optimizationLevel))) }
    if hasLineInformation { pairs.append((13, 1)) }
    return pairs
  }
}
