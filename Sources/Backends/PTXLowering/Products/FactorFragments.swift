import Layouts
import PTX

/// The fragments of a factor that a thread gives to matrix instructions.
///
/// A *word* is one register of a fragment. It is known by the place of its first element in the
/// tile, as lane 0 of warp 0 holds it.
struct FactorFragments {
  /// The factor, or the slice of it that the words are of.
  let shape: FactorShape
  /// What the factor is made of.
  let format: FactorFormat
  /// The words that were loaded or made.
  var words: [UInt64: Register] = [:]
  /// Where the others come from.
  var loads: MatrixLoads?
}

/// A tile in shared memory whose words `ldmatrix` loads.
struct MatrixLoads {
  /// The bytes of the tile, all of whose loads are of one phase.
  let access: SharedAccess
  /// From a place to its offset in bytes.
  let offsets: BitMatrix
  /// Where in the tile each bit of a thread's number leads that names a row of a matrix.
  let threadPlaces: [UInt64]
  /// What the matrices of one load are apart: none, one or two places.
  let matrices: [UInt64]
  /// Rows run along the dimension that is not the inner one.
  let isTransposed: Bool
}

extension KernelLowering {
  /// The word that starts at these indices, counted in the whole factor.
  mutating func word(
    batch: Int, outer: Int, depth: Int, of fragments: inout FactorFragments
  ) -> Register {
    // Indices count modulo the extents of the slice.
    word(at: fragments.shape.place(batch: batch, outer: outer, depth: depth), of: &fragments)
  }

  /// The word at `place`, loaded with its neighbours if it is not there yet.
  private mutating func word(at place: UInt64, of fragments: inout FactorFragments) -> Register {
    if let known = fragments.words[place] { return known }
    guard let loads = fragments.loads else {
      preconditionFailure("a fragment has a word for every place that is asked for")
    }
    let start = place & ~loads.matrices.reduce(0, |)
    let loaded = load(start, loads)
    for (matrix, register) in loaded.enumerated() {
      var target = start
      for (bit, distance) in loads.matrices.enumerated() where matrix >> bit & 1 == 1 {
        target ^= distance
      }
      fragments.words[target] = register
    }
    return fragments.words[place] ?? loaded[0]
  }

  /// The matrices that start at `place` and the places that `loads` names.
  private mutating func load(_ place: UInt64, _ loads: MatrixLoads) -> [Register] {
    let columns = loads.threadPlaces.map { loads.offsets($0) }
    let base = threadImage(columns)
    let image = loads.offsets(place)
    // Bits that threads differ in are changed by exclusive or, the others move into the address.
    let shared = image & columns.reduce(0, |)
    let offset =
      shared == 0
      ? base : builder.compute("xor.b32", .bits32, .register(base), .integer(Int64(shared)))
    let address = sharedAddress(plus: offset)
    let registers = (0..<(1 << loads.matrices.count)).map { _ in builder.makeRegister(.bits32) }
    let count = registers.count
    builder.emitShared(
      "ldmatrix.sync.aligned.m8n8.x\(count)\(loads.isTransposed ? ".trans" : "").shared.b16",
      [
        .vector(registers),
        .address(address, offset: Int64(loads.access.bytes.lowerBound) + Int64(image ^ shared)),
      ], loads.access)
    return registers
  }
}
