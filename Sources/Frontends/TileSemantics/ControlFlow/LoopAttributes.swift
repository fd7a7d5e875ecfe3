import IR

/// What a program asks of the compiler for one loop.
public struct LoopAttributes: Hashable, Sendable {
  /// In how many stages the loop's loads run ahead.
  public var stages: Int?
  /// How often the body is repeated in one iteration.
  public var unrollFactor: Int?
  /// The accumulator of a dot is not kept twice.
  public var disallowsAccumulatorMultiBuffer = false
  /// The loop and the one around it become one.
  public var isFlattened = false
  /// Loads and computation run on warps of their own.
  public var isWarpSpecialized = false
  /// Nothing is moved out of the loop.
  public var disablesInvariantMotion = false

  /// No wishes.
  public init() {}

  /// The attributes of the `scf.for`.
  var list: AttributeList {
    [
      "tt.num_stages": stages.map { .i32($0) },
      "tt.loop_unroll_factor": unrollFactor.map { .i32($0) },
      "tt.disallow_acc_multi_buffer": disallowsAccumulatorMultiBuffer ? .unit : nil,
      "tt.flatten": isFlattened ? .unit : nil,
      "tt.warp_specialize": isWarpSpecialized ? .unit : nil,
      "llvm.loop_annotation": disablesInvariantMotion ? Self.withoutInvariantMotion : nil,
    ]
  }

  /// The attribute that keeps loop-invariant code in its loop.
  static let withoutInvariantMotion = Attribute.opaque(
    "#llvm.loop_annotation<licm = <disable = true, versioningDisable = true>>")

  /// Fails for numbers that mean nothing.
  func requireValid() throws(SemanticError) {
    if let stages, Int32(exactly: stages) == nil || stages < 0 {
      throw SemanticError("for: \(stages) stages, expected none or more")
    }
    if let unrollFactor, Int32(exactly: unrollFactor) == nil || unrollFactor < 1 {
      throw SemanticError("for: unroll factor \(unrollFactor), expected at least 1")
    }
  }
}
