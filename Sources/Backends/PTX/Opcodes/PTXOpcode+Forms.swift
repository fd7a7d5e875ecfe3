/// Opcodes whose words depend on types and places, for whoever emits them. What is fixed is written
/// as a literal.
extension PTXOpcode {
  /// `stem` for operands of `type`, such as `add.s32`.
  ///
  /// - Requires: The table has it.
  package static func typed(_ stem: StaticString, _ type: PTXType) -> PTXOpcode {
    joined([String(describing: stem), type.rawValue])
  }

  /// `cvt` with `modifiers`, such as `rn.satfinite`, to `result` from `source`.
  ///
  /// - Requires: The table has it.
  package static func convert(
    _ modifiers: StaticString = "", to result: PTXType, from source: PTXType
  ) -> PTXOpcode {
    joined(["cvt", String(describing: modifiers), result.rawValue, source.rawValue])
  }

  /// `setp` with `comparison`, such as `lt` or `lt.ftz`, of operands of `type`.
  ///
  /// - Requires: The table has it.
  package static func compare(_ comparison: StaticString, _ type: PTXType) -> PTXOpcode {
    joined(["setp", String(describing: comparison), type.rawValue])
  }

  /// A load of `count` values of `type` from `space`. `order` stands before the space, such as
  /// `acquire.gpu`; `hints` after it, such as `L1::evict_first.L2::cache_hint`.
  ///
  /// - Requires: The table has it.
  package static func load(
    _ type: PTXType, count: Int = 1, from space: StateSpace, order: StaticString = "",
    hints: StaticString = ""
  ) -> PTXOpcode {
    memory("ld", type, count: count, space, order: order, hints: hints)
  }

  /// A store of `count` values of `type` to `space`, with the same words as a load.
  ///
  /// - Requires: The table has it.
  package static func store(
    _ type: PTXType, count: Int = 1, to space: StateSpace, order: StaticString = "",
    hints: StaticString = ""
  ) -> PTXOpcode {
    memory("st", type, count: count, space, order: order, hints: hints)
  }

  /// A read-modify-write `operation`, such as `add.noftz`, on a value of `type` in `space`; `order`
  /// is such as `acq_rel.gpu`.
  ///
  /// - Requires: The table has it.
  package static func atomic(
    _ operation: StaticString, _ type: PTXType, in space: StateSpace, order: StaticString = "",
    returnsValue: Bool = true
  ) -> PTXOpcode {
    joined([
      returnsValue ? "atom" : "red", String(describing: order), space.word,
      String(describing: operation), type.rawValue,
    ])
  }

  /// The product of a warpgroup, of 64 rows, `columns` and `depth`, whose elements are of `lhs` and
  /// `rhs` and whose sums are of `result`.
  ///
  /// - Requires: The table has it.
  package static func warpgroupProduct(
    columns: Int, depth: Int, _ result: PTXType, _ lhs: PTXType, _ rhs: PTXType
  ) -> PTXOpcode {
    joined([
      "wgmma.mma_async.sync.aligned", "m64n\(columns)k\(depth)", result.rawValue, lhs.rawValue,
      rhs.rawValue,
    ])
  }

  /// The product of a warp, of 16 rows, 8 columns and `depth`, with sums of `result`.
  ///
  /// - Requires: The table has it.
  package static func warpProduct(
    depth: Int, _ result: PTXType, _ lhs: PTXType, _ rhs: PTXType
  ) -> PTXOpcode {
    joined([
      "mma.sync.aligned", "m16n8k\(depth)", "row.col", result.rawValue, lhs.rawValue, rhs.rawValue,
      result.rawValue,
    ])
  }

  private static func memory(
    _ root: String, _ type: PTXType, count: Int, _ space: StateSpace, order: StaticString,
    hints: StaticString
  ) -> PTXOpcode {
    joined([
      root, String(describing: order), space.word, String(describing: hints),
      count == 1 ? "" : "v\(count)", type.rawValue,
    ])
  }

  /// The opcode that `words`, without the empty ones, are joined to by points.
  private static func joined(_ words: [String]) -> PTXOpcode {
    let text = words.filter { !$0.isEmpty }.joined(separator: ".")
    guard let opcode = PTXOpcode(text) else {
      preconditionFailure("the opcode table has no \(text)")
    }
    return opcode
  }
}

extension StateSpace {
  /// How opcodes name the space: not at all where addresses are generic.
  fileprivate var word: String { self == .generic ? "" : rawValue }
}
