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

  /// All families, in the order of the lines.
  let families: [OpcodeFamily]
  /// The families whose opcodes begin with a word.
  private let familiesByRoot: [[UInt8]: [Int]]

  private init() {
    var families: [OpcodeFamily] = []
    var byRoot: [[UInt8]: [Int]] = [:]
    for text in Self.texts {
      for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
        for family in Self.families(line) {
          byRoot[Array(family.root.utf8), default: []].append(families.count)
          families.append(family)
        }
      }
    }
    (self.families, familiesByRoot) = (families, byRoot)
  }

  /// The opcode that is written `bytes`, if the table has it.
  func opcode(spelled bytes: [UInt8]) -> PTXOpcode? {
    let root = Array(bytes.prefix { $0 != UInt8(ascii: ".") })
    for family in familiesByRoot[root] ?? [] {
      if let variant = families[family].variant(spelled: bytes) {
        return PTXOpcode(family: family, variant: variant)
      }
    }
    return nil
  }

  /// Whether any opcode begins with `root`.
  func hasRoot(_ root: some Sequence<UInt8>) -> Bool { familiesByRoot[Array(root)] != nil }

  private static func families(_ line: ArraySlice<UInt8>) -> [OpcodeFamily] {
    let (rest, needs) = parts(of: line, around: UInt8(ascii: ";"))
    let (opcodes, operands) = parts(of: rest, around: UInt8(ascii: ":"))
    let roots = opcodes.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
    // A long pattern is wrapped, which leaves blanks in it.
    let pattern = opcodes[roots.endIndex...].filter { $0 != UInt8(ascii: " ") }
    let requirement = requirement(String(decoding: needs, as: UTF8.self))
    return roots.split(separator: UInt8(ascii: "|")).map { root in
      OpcodeFamily(
        root: root.prefix { $0 != UInt8(ascii: " ") }, pattern: pattern, operands: operands,
        requirement: requirement)
    }
  }

  /// What stands before and after `sign` with a blank on either side; all and nothing if it does not
  /// stand there.
  private static func parts(
    of line: ArraySlice<UInt8>, around sign: UInt8
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    let blank = UInt8(ascii: " ")
    for index in line.indices.dropFirst().dropLast()
    where line[index] == sign && line[index - 1] == blank && line[index + 1] == blank {
      return (line[..<(index - 1)], line[(index + 2)...])
    }
    return (line, [])
  }

  private static func requirement(_ text: String) -> Requirement {
    var requirement = Requirement.none
    for word in text.split(separator: " ") {
      if let target = PTXTarget(name: word) {
        requirement.target = target
      } else {
        let numbers = word.split(separator: ".").compactMap { Int($0) }
        precondition(numbers.count == 2, "the opcode table has no version \(word)")
        requirement.version = PTXVersion(numbers[0], numbers[1])
      }
    }
    return requirement
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
