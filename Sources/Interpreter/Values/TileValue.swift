/// The elements of a scalar or a tile while a program runs, in row-major order.
///
/// The type that the module gives the value says the shape and how to read the bits: each element
/// has the bits of its own format in the low bits, and zeros above; pointers are addresses.
enum TileValue: Hashable, Sendable {
  /// All elements are equal; a scalar is always of this kind.
  case uniform(UInt64)
  /// One entry for each element.
  case each([UInt64])

  /// The element at `index`.
  @inline(__always)
  subscript(index: Int) -> UInt64 {
    switch self {
    case .uniform(let bits): bits
    case .each(let bits): bits[index]
    }
  }

  /// The only element of a scalar.
  var scalar: UInt64 { self[0] }

  /// One entry for each of `count` elements.
  func expanded(to count: Int) -> [UInt64] {
    switch self {
    case .uniform(let bits): Array(repeating: bits, count: count)
    case .each(let bits): bits
    }
  }

  /// How many elements are kept; 1 where all are equal.
  var storedCount: Int {
    switch self {
    case .uniform: 1
    case .each(let bits): bits.count
    }
  }

  /// The value with `bits` as its elements; one element is a uniform value.
  init(_ bits: [UInt64]) { self = bits.count == 1 ? .uniform(bits[0]) : .each(bits) }
}
