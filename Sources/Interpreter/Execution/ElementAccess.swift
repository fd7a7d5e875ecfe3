import IR

/// One access to memory by a tile: which elements at which addresses.
struct ElementAccess {
  /// `load`, `store` and so on, for messages.
  let name: String
  let op: OpID
  let element: ElementType
  let shape: Shape
  let addresses: TileValue
  /// Elements for which the mask is 0 do not touch memory.
  let mask: TileValue?
  /// The marks of the addresses.
  let marks: TileValue?

  var width: Int { element.byteWidth }
  var bitWidth: Int { element.bitWidth }

  @inline(__always)
  func isActive(_ index: Int) -> Bool { mask.map { $0[index] & 1 != 0 } ?? true }

  /// All elements are one element of memory, accessed or not.
  var isUniform: Bool {
    guard case .uniform = addresses else { return false }
    if case .each? = mask { return false }
    return true
  }
}
