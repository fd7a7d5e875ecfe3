import Arithmetic
import PTX

/// An instruction with its operands as places in a warp's registers.
///
/// A place is an offset in bytes: 32 values of 4 bytes for registers of up to 32 bits, of 8 bytes
/// for those of 64. A predicate is a number, doubled, plus one if its negation is meant; number 0
/// is always true.
struct DecodedInstruction {
  /// What else an instruction says.
  struct Modifiers: OptionSet {
    let rawValue: UInt16
    /// Subnormal operands and results become zero.
    static let flush = Modifiers(rawValue: 1)
    /// The result is clamped to 0...1, or to the range of an integer.
    static let saturate = Modifiers(rawValue: 2)
    /// A NaN operand makes a NaN.
    static let propagateNaN = Modifiers(rawValue: 4)
    /// The result takes the product of the operands' signs and the rest from their magnitudes.
    static let xorSign = Modifiers(rawValue: 8)
    /// A negative result becomes zero.
    static let relu = Modifiers(rawValue: 16)
    /// A result out of range becomes the largest finite value.
    static let saturateFinite = Modifiers(rawValue: 32)
    /// A load or store that other threads may race with: it is ordered or volatile.
    static let strong = Modifiers(rawValue: 64)
    /// A transposed matrix.
    static let transpose = Modifiers(rawValue: 128)
    /// All threads of the warp execute it together.
    static let aligned = Modifiers(rawValue: 256)
    /// The result is wanted.
    static let hasResult = Modifiers(rawValue: 512)
    /// A register whose name says that it may be unset is read: check.
    static let checksSources = Modifiers(rawValue: 1024)
    /// A register is written whose state is kept.
    static let marksResults = Modifiers(rawValue: 2048)
    /// The second source of a product is signed.
    static let signedB = Modifiers(rawValue: 4096)
  }

  var operation: Operation
  /// The type of the result, or of what is stored or compared.
  var type = PTXType.b32
  /// The type of the sources of a conversion, or of the first factor of a product.
  var sourceType = PTXType.b32
  var rounding = FloatRounding.nearestEven
  var modifiers: Modifiers = []
  /// Which operands are 64 bits wide: 1 for the result, 2, 4 and 8 for the sources.
  var wide: UInt8 = 0
  var space = StateSpace.generic
  /// How many values a vector has, or how many bits the result's register keeps.
  var count: UInt8 = 0
  /// The predicate that decides which lanes execute.
  var condition: Int32 = 0
  var result: Int32 = 0
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  /// A second result, or the start of a list of places.
  var extra: Int32 = 0
  /// An offset, a target, a mask.
  var value: Int64 = 0

  /// How many bytes a value of the type has in memory, whether it is signed, and whether the space
  /// is the generic one: known without asking the type.
  private(set) var size: UInt8 = 4
  private(set) var isSigned = false
  private(set) var isGeneric = true

  /// How many instructions from here on, itself first, are vector operations that all lanes execute
  /// and that nothing has to be asked about; lanes meet at none of those behind it.
  private(set) var runLength: UInt16 = 0

  init(_ operation: Operation) { self.operation = operation }

  /// The same with what follows from its type and space filled in.
  var completed: DecodedInstruction {
    var result = vectorized
    result.size = UInt8(type.byteCount)
    result.isSigned = type.isSigned
    result.isGeneric = space == .generic
    return result
  }
}

extension DecodedInstruction {
  /// Fills the run lengths of `code`, in which lanes meet at `meetings`.
  static func findRuns(in code: inout [DecodedInstruction], meetings: Set<Int32>) {
    for pc in code.indices.reversed() {
      guard case .vector = code[pc].operation, code[pc].condition == 0,
        code[pc].modifiers.isDisjoint(with: [.checksSources, .marksResults])
      else { continue }
      let isLast = pc + 1 == code.count || meetings.contains(Int32(pc + 1))
      let rest = isLast ? 0 : code[pc + 1].runLength
      code[pc].runLength = rest == .max ? 1 : rest + 1
    }
  }
}
