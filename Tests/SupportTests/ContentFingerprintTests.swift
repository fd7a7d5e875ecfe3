import Foundation
import Support
import Testing

/// Fingerprints notice every change of one byte.
@Suite struct ContentFingerprintTests {
  @Test(arguments: [1, 15, 16, 17, 40])
  func everyByteCounts(count: Int) {
    let bytes = (0..<count).map { UInt8($0) }
    var seen: Set = [ContentFingerprint(of: bytes), ContentFingerprint(of: bytes + [0])]
    #expect(seen.count == 2)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x40
      #expect(seen.insert(ContentFingerprint(of: changed)).inserted, "byte \(index)")
    }
  }

  @Test func isTheSameForTheSameBytes() {
    #expect(ContentFingerprint(of: [1, 2, 3]) == ContentFingerprint(of: [1, 2, 3]))
    #expect(ContentFingerprint(of: [1, 2, 3]).description.utf8.count == 32)
  }

  @Test(arguments: [0, 1, 65535, 65536, 65537, 200_000])
  func aFileHasTheFingerprintOfItsBytes(count: Int) throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent("nereid-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
    try writeFile(bytes, to: path)
    #expect(try ContentFingerprint(ofFileAt: path) == ContentFingerprint(of: bytes))
    guard count > 0 else { return }
    #expect(
      throws: FileError(path: path, action: .read, reason: .tooLarge(limit: count - 1))
    ) { try ContentFingerprint(ofFileAt: path, limit: count - 1) }
  }

  @Test func namesAFileThatIsMissing() {
    #expect(throws: FileError(path: "/absent", action: .read, reason: .notFound)) {
      try ContentFingerprint(ofFileAt: "/absent")
    }
  }
}
