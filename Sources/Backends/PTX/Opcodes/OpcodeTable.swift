/// The opcodes that may be emitted: a dialect of PTX, small enough to check and to emulate.
///
/// A line of the tables below `Families` lists opcodes that are written alike:
///
///     add[sat].s32 : =s32, s32, s32
///     ld.<S=global,shared>[V=v2,v4].<T=b16,b32> : ={V*T~}, [S] ; 7.8 sm_90
///
/// Left of the colon stand the opcodes. `<a,b>` is one of the words, `[a,b]` none or one of them
/// with a point before it, `$int` a set of words, `8..256/8` numbers in steps. `T=` names a choice.
/// Before the first point `a|b` lists several roots.
///
/// Then come the operands: `=` marks a result, `&` what is read and written. A type or the name of
/// a choice stands for a value, `{4*b32}` for a vector, `[global]` for an address, `[tensor 2]` for
/// a box of a tensor, `#0..7` for constants, `b32|pred` for a pair, `@` for a label, `$` for a
/// function, `()` for a list. Marks after a type: `~` a wider register, `^` a special register or a
/// symbol, `!` no constant, `_` no result wanted, `-` the negation of a predicate. `?` means that
/// the operand may be absent, `?H` that it stands where the choice H is taken. ` / ` separates
/// lists.
///
/// Right of the semicolon stand the version of PTX and the target that introduced the opcodes, if
/// later than 7.0 and sm_80.
struct OpcodeTable: Sendable {
  /// The table.
  static let shared = OpcodeTable()

  /// A line for each family.
  private let lines: [OpcodeLine]
  /// The lines whose opcodes begin with a letter.
  private let linesByLetter: [[Int]]

  private init() {
    var lines: [OpcodeLine] = []
    var byLetter: [[Int]] = Array(repeating: [], count: 128)
    for text in Self.texts {
      for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
        for line in OpcodeLine.lines(line) {
          byLetter[Int(line.root[line.root.startIndex])].append(lines.count)
          lines.append(line)
        }
      }
    }
    (self.lines, linesByLetter) = (lines, byLetter)
  }

  /// The numbers of all families.
  var families: Range<Int> { lines.indices }

  /// A family by its number: that of its line.
  func family(_ number: Int) -> OpcodeFamily { lines[number].family }

  /// The opcode that is written `bytes`, if the table has it.
  func opcode(spelled bytes: [UInt8]) -> PTXOpcode? {
    let root = bytes.prefix { $0 != UInt8(ascii: ".") }
    for number in lines(withRoot: root) {
      if let variant = family(number).variant(spelled: bytes) {
        return PTXOpcode(family: number, variant: variant)
      }
    }
    return nil
  }

  /// Whether any opcode begins with `root`.
  func hasRoot(_ root: some Collection<UInt8>) -> Bool { !lines(withRoot: root).isEmpty }

  private func lines(withRoot root: some Collection<UInt8>) -> [Int] {
    guard let first = root.first, first < 128 else { return [] }
    return linesByLetter[Int(first)].filter { lines[$0].root.elementsEqual(root) }
  }
}

extension OpcodeTable {
  /// Words that stand at the same place in many opcodes.
  static let sets = [
    "int": "u16,s16,u32,s32,u64,s64",
    "narrow": "b8,u8,s8,b16,u16,s16,b32,u32,s32,f32",
    "wide": "b64,u64,s64,f64",
    "rounding": "rn,rz,rm,rp",
    "integral": "rni,rzi,rmi,rpi",
    "scope": "cta,gpu,sys",
    "compare": "eq,ne,lt,le,gt,ge",
    "unordered": "equ,neu,ltu,leu,gtu,geu,num,nan",
    "combine": "and,or,xor",
    "order": "relaxed,acquire,release,acq_rel",
    "whole": "u32,s32,u64,s64",
    "hint": "L2::cache_hint",
    "eviction":
      "L1::evict_normal,L1::evict_unchanged,L1::evict_first,L1::evict_last,L1::no_allocate",
    "prefetch": "L2::64B,L2::128B,L2::256B",
  ]

  /// The tables, each in a file of its own.
  private static let texts = [
    integerArithmetic, bitOperations, floatArithmetic, approximations, halfArithmetic, comparisons,
    integerConversions, floatConversions, addressConversions, moves, loads, stores, prefetches,
    atomics, reductions, warpOperations, barriers, fences, matrixLoads, matrixOperations,
    asynchronousCopies, barrierObjects, bulkCopies, tensorCopies, warpgroupOperations, control,
  ]
}
