import Arithmetic

/// The type in the name of a PTX instruction, such as `.u32` or `.f16x2`.
struct AssemblyType: Hashable, Sendable {
  /// How a lane is read.
  enum Kind: Hashable, Sendable {
    case bits, unsigned, signed, predicate
    case float(FloatFormat)
  }

  let kind: Kind
  /// The width of one lane.
  let width: Int
  /// How many numbers there are side by side, the first in the lowest bits.
  let lanes: Int

  init?(_ name: some StringProtocol) {
    guard let type = Self.table[String(name)] else { return nil }
    self = type
  }

  private init(_ kind: Kind, _ width: Int, lanes: Int = 1) {
    (self.kind, self.width, self.lanes) = (kind, width, lanes)
  }

  private static let table: [String: AssemblyType] = {
    var table: [String: AssemblyType] = ["pred": AssemblyType(.predicate, 1)]
    for width in [8, 16, 32, 64] {
      table["b\(width)"] = AssemblyType(.bits, width)
      table["u\(width)"] = AssemblyType(.unsigned, width)
      table["s\(width)"] = AssemblyType(.signed, width)
    }
    let floats: [(String, FloatFormat)] = [
      ("f16", .f16), ("bf16", .bf16), ("f32", .f32), ("f64", .f64), ("e4m3", .f8E4M3FN),
      ("e5m2", .f8E5M2), ("tf32", .tf32),
    ]
    for (name, format) in floats {
      let width = format == .tf32 ? 32 : format.bitWidth
      table[name] = AssemblyType(.float(format), width)
      table["\(name)x2"] = AssemblyType(.float(format), width, lanes: 2)
    }
    return table
  }()

  var totalWidth: Int { width * lanes }
  var isSigned: Bool { kind == .signed }

  var format: FloatFormat? {
    if case .float(let format) = kind { format } else { nil }
  }

  /// The lane at `index` of a register.
  func lane(_ index: Int, of bits: UInt64) -> UInt64 {
    IntegerArithmetic.truncate(bits >> UInt64(index * width), to: width)
  }

  /// A register with `lanes` side by side.
  func joined(_ lanes: [UInt64]) -> UInt64 {
    lanes.enumerated().reduce(0) {
      $0 | IntegerArithmetic.truncate($1.element, to: width) << UInt64($1.offset * width)
    }
  }
}
