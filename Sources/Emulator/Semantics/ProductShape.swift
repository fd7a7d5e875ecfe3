import PTX

/// How the matrices of an `mma` lie in the registers of a warp (PTX ISA 9.7.14.5).
struct ProductShape {
  let rows, depth: Int
  let countA, countB, countC, countD: Int
  /// How many elements of A and B a register has, and how many of C and D.
  let perRegister, perResult: Int
  let typeA, typeB, typeD: PTXType

  init(_ instruction: DecodedInstruction) {
    rows = Int(instruction.value >> 8)
    depth = Int(instruction.value & 0xFF)
    (countD, countA) = (Int(instruction.a), Int(instruction.b))
    (countB, countC) = (Int(instruction.result), Int(instruction.count))
    typeA = instruction.sourceType
    typeB = PTXType.allCases[Int(instruction.c)]
    typeD = instruction.type
    perRegister = max(1, 32 / typeA.bitWidth)
    perResult = typeD == .f16 ? 2 : 1
  }

  /// The place, row by row, of element `part` of register `register` of A in `lane`.
  @inline(__always)
  func placeA(_ lane: Int, _ register: Int, _ part: Int) -> Int {
    let row = rows == 16 ? (lane >> 2) + 8 * (register & 1) : lane >> 2
    let group = rows == 16 ? register >> 1 : register
    return row * depth + (lane & 3) * perRegister + part + group * 4 * perRegister
  }

  /// The place, row by row, of an element of B.
  @inline(__always)
  func placeB(_ lane: Int, _ register: Int, _ part: Int) -> Int {
    ((lane & 3) * perRegister + part + register * 4 * perRegister) * 8 + (lane >> 2)
  }

  /// The place, row by row, of an element of C or D.
  @inline(__always)
  func placeC(_ lane: Int, _ register: Int, _ part: Int) -> Int {
    perResult == 2
      ? ((lane >> 2) + 8 * register) * 8 + (lane & 3) * 2 + part
      : ((lane >> 2) + 8 * (register >> 1)) * 8 + (lane & 3) * 2 + (register & 1)
  }
}
