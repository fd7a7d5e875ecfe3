import Support

extension Execution {
  /// How many bytes a load may read as a whole that promises so of its surroundings.
  private static var vectorBytes: Int { 16 }

  /// Checks that every multiple of 16 bytes in which an element of `access` lies is in the element's
  /// buffer as a whole, if bounds are checked.
  ///
  /// - Throws: the first element of which that does not hold.
  func checkWholeVectors(_ access: ElementAccess) throws(Diagnostic) {
    guard checks.contains(.bounds) else { return }
    let count = access.isUniform ? 1 : access.shape.count
    var last: UInt64?
    for index in 0..<count where access.isActive(index) {
      let vector = access.addresses[index] & ~UInt64(Self.vectorBytes - 1)
      if vector == last { continue }
      last = vector
      if memory.locate(vector, width: Self.vectorBytes) != nil { continue }
      let miss = memory.miss(vector, width: Self.vectorBytes)
      let buffer = miss.name.map { "of buffer '\($0)'" } ?? "of any buffer"
      let distance = miss.distance.map { ", \($0)" } ?? ""
      throw failure(
        "load in whole vectors outside \(buffer): program \(program)"
          + "\(elementWords(index, of: access.shape)), \(Self.vectorBytes) bytes at "
          + "0x\(String(vector, radix: 16))\(distance)",
        at: access.op)
    }
  }
}
