/// Changes of bytes, as by a failing disk, a torn write or an enemy.
enum Mutation {
  /// `bytes` after one to three changes, in which parts of `other` may occur.
  static func random(
    of bytes: [UInt8], and other: [UInt8], using random: inout SeededGenerator
  ) -> [UInt8] {
    var changed = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !changed.isEmpty {
      let start = Int.random(in: 0..<changed.count, using: &random)
      let end = Int.random(in: start...min(changed.count, start + 64), using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: changed[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: changed[start] = UInt8.random(in: 0...255, using: &random)
      case 2: changed.removeSubrange(start...)
      case 3: changed.removeSubrange(start..<end)
      case 4: for index in start..<end { changed[index] = 0 }
      case 5: changed.insert(contentsOf: changed[start..<end], at: start)
      case 6: changed.append(UInt8.random(in: 0...255, using: &random))
      default:
        guard end <= other.count else { continue }
        changed.replaceSubrange(start..<end, with: other[start..<end])
      }
    }
    return changed
  }
}
