/// What it costs the warps of a block to move a tile between registers and shared memory.
///
/// Shared memory has 32 banks of 4 bytes. A warp's access is served in *wavefronts*, each of which
/// reads or writes one word of each bank. Accesses of 8 bytes are served half a warp at a time,
/// those of 16 bytes a quarter; lanes that want the same word share it. (CUDA C++ Programming
/// Guide, "Shared Memory".)
public struct SharedMemoryAccess: Hashable, Sendable {
  /// How many elements one instruction moves for a thread.
  public let vectorElements: Int
  /// How many instructions a thread needs for all its elements.
  public let instructions: Int
  /// How many wavefronts serve an instruction of a warp.
  public let wavefronts: Int
  /// How many wavefronts serve it if no two lanes want different words of a bank.
  public let idealWavefronts: Int

  /// How many wavefronts an instruction takes for one that it should take; 1 is free of conflicts.
  public var conflictDegree: Int { wavefronts / idealWavefronts }

  /// How many wavefronts the whole tile takes for each warp.
  public var totalWavefronts: Int { instructions * wavefronts }

  /// The cheapest access of threads with `registers` to `memory`, a layout from offset; of equally
  /// cheap ones the one with the fewest instructions.
  ///
  /// - Parameter elementBits: the bits of an element, a power of two from 8 to 128.
  /// - Requires: `memory` holds every element.
  public init(registers: LinearLayout, memory: LinearLayout, elementBits: Int) {
    precondition((8...128).contains(elementBits), "an element has 8 to 128 bits")
    guard let access = registers.conversion(to: memory) else {
      preconditionFailure("the memory does not hold every element of the tile")
    }
    let offsets = access.restricted(outputs: [.offset])
    let longest = min(
      offsets.contiguousElements(along: .offset), Self.widestAccess / elementBits)
    let candidates = (0...longest.exponentOfTwo).map {
      SharedMemoryAccess(offsets: offsets, vectorBits: $0, elementBits: elementBits)
    }
    self = candidates.reduce(candidates[0]) { best, next in
      next.totalWavefronts <= best.totalWavefronts ? next : best
    }
  }

  /// The bits of the widest access of a thread.
  static let widestAccess = 128
  /// The bits of a word of a bank.
  static let wordBits = 32
  /// The bits of the number of a bank.
  static let bankBits = 5
}

extension SharedMemoryAccess {
  /// The access with 2 to the power of `vectorBits` elements an instruction.
  fileprivate init(offsets: LinearLayout, vectorBits: Int, elementBits: Int) {
    let words = max(1, elementBits << vectorBits / Self.wordBits)
    let phaseBits = words.exponentOfTwo
    // Vectors of a word or more are counted in vectors, shorter ones in words.
    let unitBits = max(vectorBits, (max(1, Self.wordBits / elementBits)).exponentOfTwo)
    let lanes = offsets.columns(of: .lane)
    let units = lanes.prefix(max(0, lanes.count - phaseBits)).map { $0 >> UInt64(unitBits) }
    let banks = UInt64.lowBits(Self.bankBits - phaseBits)
    // Lanes whose difference is no multiple of all banks do not collide; the others are a subspace.
    let collisions = BitSpan(units).dimension - BitSpan(units.map { $0 & banks }).dimension
    vectorElements = 1 << vectorBits
    instructions = 1 << (BitSpan(offsets.columns(of: .register)).dimension - vectorBits)
    wavefronts = words << collisions
    idealWavefronts = words
  }
}
