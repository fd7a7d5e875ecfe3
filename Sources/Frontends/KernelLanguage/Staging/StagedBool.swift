import TileSemantics

/// A condition in a kernel: a truth value of the host, which is known while tracing, or one of the
/// device.
public protocol KernelCondition {
  /// The truth value, wherever it is known.
  var staged: StagedBool { get }
}

/// A truth value that is known while tracing, or only when the kernel runs.
public enum StagedBool: KernelCondition {
  /// Known while tracing.
  case known(Bool)
  /// Computed when the kernel runs.
  case device(Tile<Bool>)

  /// The value itself.
  public var staged: StagedBool { self }
}

extension Bool: KernelCondition {
  /// The value, known while tracing.
  public var staged: StagedBool { .known(self) }
}

extension Tile: KernelCondition where Element == Bool {
  /// The scalar, computed when the kernel runs.
  public var staged: StagedBool { .device(self) }
}

extension StagedBool: Traced, Undefinable {
  /// A truth value of the device that has not been given yet.
  public static var undefined: StagedBool { .device(.undefined) }

  /// Passes the scalar to `tracer`; a value that is known counts as a part as well.
  public mutating func trace(with tracer: inout Tracer) {
    let part: TracedPart =
      switch self {
      case .known(let isTrue): .known(isTrue)
      case .device(let tile): .operand(tile.operand)
      }
    self =
      switch tracer.trace(part) {
      case .known(let isTrue): .known(isTrue)
      case .operand(let operand): .device(Tile(operand))
      }
  }
}

extension StagedBool {
  /// The opposite.
  var inverted: StagedBool {
    switch self {
    case .known(let isTrue): .known(!isTrue)
    case .device(let tile): .device(Tile(Trace.emit([tile.operand]) { try $0.not(tile.operand) }))
    }
  }

  /// Whether one of `flags` is raised.
  static func any(_ flags: [StagedBool]) -> StagedBool {
    flags.reduce(.known(false)) { sum, flag in
      switch (sum, flag) {
      case (.known(true), _), (_, .known(true)): .known(true)
      case (.known(false), let other), (let other, .known(false)): other
      case (.device(let lhs), .device(let rhs)):
        .device(
          Tile(
            Trace.emit([lhs.operand, rhs.operand]) { try $0.binary(.or, lhs.operand, rhs.operand) }
          ))
      }
    }
  }
}
